"""A project's glossary over those that it inherits.

What always holds: a local concept takes the place of an inherited one with its id, whole; where the
two contradict each other, that is said, since somebody decided otherwise for many projects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.glossary.concept import Concept, Glossary, Status, Term
from aligner.language.folding import fold
from aligner.text.segment import SIDES, Side


@dataclass(frozen=True, slots=True)
class Departure:
    """A local concept that contradicts the inherited one: in this language `local` is preferred
    where the inherited glossary says `inherited`, which it prefers or, when `forbidden`, forbids."""

    concept: str
    side: Side
    local: str
    inherited: str
    forbidden: bool = False

    @property
    def line(self) -> str:
        """The contradiction in words."""
        if self.forbidden:
            return f"{self.concept}: {self.local!r} is preferred here and forbidden by extends"
        return f"{self.concept}: {self.local!r} is preferred here, {self.inherited!r} by extends"


def over(local: Glossary, inherited: Sequence[Glossary]) -> Glossary:
    """`local` over `inherited`, of which later ones lie over earlier ones."""
    merged: dict[str, Concept] = {}
    for glossary in (*inherited, local):
        merged.update((concept.id, concept) for concept in glossary.concepts)
    return Glossary(tuple(merged[name] for name in sorted(merged)))


def departures(local: Glossary, inherited: Sequence[Glossary]) -> tuple[Departure, ...]:
    """Where `local` contradicts what it inherits, by concept."""
    below = {concept.id: concept for concept in over(Glossary(), inherited).concepts}
    found: list[Departure] = []
    for concept in local.concepts:
        other = below.get(concept.id)
        if other is not None and other.scope == concept.scope:
            for side in SIDES:
                found += _departures(concept, other, side)
    return tuple(found)


def _departures(concept: Concept, other: Concept, side: Side) -> list[Departure]:
    theirs = {(fold(term.text), term.region): term for term in other.terms(side)}
    preferred = _preferred(other, side)
    found = []
    for term in concept.terms(side):
        if term.status is not Status.PREFERRED:
            continue
        same = theirs.get((fold(term.text), term.region))
        if same is not None and same.status is Status.FORBIDDEN:
            found.append(Departure(concept.id, side, term.text, same.text, forbidden=True))
            continue
        wanted = preferred.get(term.region)
        if wanted is not None and fold(wanted.text) != fold(term.text):
            found.append(Departure(concept.id, side, term.text, wanted.text))
    return found


def _preferred(concept: Concept, side: Side) -> dict[str, Term]:
    """The first preferred term for each region."""
    out: dict[str, Term] = {}
    for term in concept.terms(side):
        if term.status is Status.PREFERRED:
            out.setdefault(term.region, term)
    return out
