"""Small words that show who stands where in a sentence, and what *only* narrows.

What always holds: lists come from the table, folded; the kind of a preposition is the same on both
sides (`to` for *to* and for *a*).
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from aligner.language.tables import table
from aligner.text.segment import Side

Kind = Literal[
    "articles",
    "commonwealths",
    "only",
    "narrow",
    "narrow_near",
    "narrowed",
    "easy",
    "turning",
    "particles",
    "phrasal",
    "doubt",
    "condition",
    "denying",
    "somebody",
    "negating",
    "excluding",
    "failing",
    "before_most",
    "after_noun",
    "even",
    "harmless",
    "single",
    "opening",
    "denied",
    "whichever",
    "every_one",
    "afloat",
    "one",
    "regardless",
    "instrument",
    "states",
    "solemn",
    "reader",
    "times",
    "bare",
    "affirming",
    "limits",
    "converse",
    "time_prepositions",
    "comparing",
    "permitting",
    "further",
    "been",
    "being",
    "joining",
]


@cache
def small(side: Side, kind: Kind) -> frozenset[str]:
    """The small words of a kind."""
    return frozenset(table("roles")[side][kind].split())


@cache
def prepositions(side: Side) -> dict[str, str]:
    """The kind of each preposition."""
    kinds = table("roles")[side]["prepositions"]
    return {word: kind for kind, words in kinds.items() for word in words.split()}


@cache
def things() -> frozenset[str]:
    """The classes of actors that are programs or devices: they bear no duties."""
    return frozenset(table("roles")["things"].split())


@cache
def private() -> frozenset[str]:
    """The classes of actors that are no public bodies or parties."""
    return things() | frozenset(table("roles")["private"].split())


@cache
def near() -> dict[str, frozenset[str]]:
    """The classes of actors that each class may stand for."""
    return _grouped("near")


@cache
def counterparts() -> dict[str, frozenset[str]]:
    """The roles that each role is defined against."""
    return _grouped("counterparts")


def _grouped(kind: Literal["near", "counterparts"]) -> dict[str, frozenset[str]]:
    groups = [frozenset(line.split()) for line in table("roles")[kind]]
    return {
        name: frozenset().union(*(group for group in groups if name in group))
        for group in groups
        for name in group
    }
