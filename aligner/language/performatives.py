"""Verbs by which the parties commit themselves, by step of the ladder.

What always holds: a step is a class of the table; several steps of one place are joined by `|`.
"""

from __future__ import annotations

import re

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading


def performatives(reading: Reading) -> tuple[Phrase, ...]:
    """The performative verbs of `reading` in order."""
    found: list[Phrase] = []
    for each in of_kind(reading, "performatives"):
        if reading.side == "en" and _adjective(reading, each):
            continue
        if reading.side == "es" and _owns(reading, each):
            continue
        if reading.side == "en" and _agrees_to(reading, each):
            each = each._replace(value=f"{each.value}|undertake|commit|accept")
        if found and found[-1].first == each.first:
            found[-1] = found[-1]._replace(value=f"{found[-1].value}|{each.value}")
        else:
            found.append(each)
    return tuple(found)


_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "most", "very", "always", "a"])
_INFLECTED = re.compile(r"(?:ed|ing|s|t|en|ght)$")


def _adjective(reading: Reading, each: Phrase) -> bool:
    """Whether the plain form of a verb follows *to be*, where nobody acts: *visitors are welcome*."""
    words = reading.words
    return (
        each.last - each.first == 1
        and each.first > 0
        and words[each.first - 1].folded in _BE
        and not _INFLECTED.search(words[each.first].folded)
        and words[each.first].folded not in _STATES
    )


def _owns(reading: Reading, each: Phrase) -> bool:
    """Whether somebody only has something: *dispone de veinte días*."""
    words = reading.words[each.first : each.last + 1]
    return words[0].folded.startswith("dispon") and words[-1].folded in ("de", "del")


# One alone agrees with nobody.
_ALONE = frozenset(["i", "you", "he", "she", "who", "whoever", "each", "shall", "must"])
_THING = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "any", "all", "such", "its"]
)


def _agrees_to(reading: Reading, each: Phrase) -> bool:
    """Whether one alone *agrees to pay*, or *not to pay*: with nobody to agree with, who does so binds
    himself."""
    words = [word.folded for word in reading.words[each.last : each.last + 3]]
    before = reading.words[each.first - 1].folded if each.first else ""
    own = reading.words[each.first].folded
    following = words[1:] if words[:1] == ["not"] else words
    return (
        (own == "agrees" or (own == "agree" and before in _ALONE))
        and following[:1] == ["to"]
        and len(following) > 1
        and following[1] not in _THING
    )


# Adjectives that are steps themselves.
_STATES = frozenset(["aware", "grateful", "willing", "desirous", "mindful", "conscious"])


def same_step(one: Phrase, other: Phrase) -> bool:
    """Whether two expressions may be the same step."""
    return bool(set(one.value.split("|")) & set(other.value.split("|")))
