"""Verbs by which the parties commit themselves, by step of the ladder.

What always holds: a step is a class of the table; several steps of one place are joined by `|`.
"""

from __future__ import annotations

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading


def performatives(reading: Reading) -> tuple[Phrase, ...]:
    """The performative verbs of `reading` in order."""
    found: list[Phrase] = []
    for each in of_kind(reading, "performatives"):
        if found and found[-1].first == each.first:
            found[-1] = found[-1]._replace(value=f"{found[-1].value}|{each.value}")
        else:
            found.append(each)
    return tuple(found)


def same_step(one: Phrase, other: Phrase) -> bool:
    """Whether two expressions may be the same step."""
    return bool(set(one.value.split("|")) & set(other.value.split("|")))
