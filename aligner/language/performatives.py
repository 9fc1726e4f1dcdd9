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


def _agrees_to(reading: Reading, each: Phrase) -> bool:
    """Whether one alone *agrees to pay*: with nobody to agree with, who does so binds himself."""
    words = reading.words[each.last : each.last + 2]
    return (
        reading.words[each.first].folded == "agrees"
        and len(words) == 2
        and words[0].folded == "to"
        and words[1].folded not in ("the", "a", "an", "this", "that", "any", "all", "such")
    )


# Adjectives that are steps themselves.
_STATES = frozenset(["aware", "grateful", "willing", "desirous", "mindful", "conscious"])


def same_step(one: Phrase, other: Phrase) -> bool:
    """Whether two expressions may be the same step."""
    return bool(set(one.value.split("|")) & set(other.value.split("|")))
