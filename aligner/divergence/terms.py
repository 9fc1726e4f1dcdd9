"""The terms of the glossary in both sides of a passage, counted by concept.

What always holds: an occurrence inside a longer term is not counted; a forbidden or deprecated form
is told only where the other side holds the concept more often than this side holds it in a form
that may be used.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.divergence.passage import Passage
from aligner.glossary.concept import Concept, Status
from aligner.glossary.usage import applies
from aligner.text.segment import SIDES, Side, Span

if TYPE_CHECKING:
    from aligner.glossary.matching import Match

_WRONG = (Status.FORBIDDEN,)
_OLD = (Status.DEPRECATED, Status.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Use:
    """How one concept stands in one passage: occurrences by side, sorted by what may be used."""

    concept: Concept
    live: dict[Side, tuple[Match, ...]]
    wrong: dict[Side, tuple[Match, ...]]
    old: dict[Side, tuple[Match, ...]]

    def held(self, side: Side) -> int:
        """How often the side holds the concept at all, old forms included."""
        return len(self.live[side]) + len(self.old[side])

    def owed(self, side: Side) -> int:
        """How many times `other side` holds the concept where `side` has no form that may be used."""
        return self.held(other(side)) - len(self.live[side])


def other(side: Side) -> Side:
    """The other side."""
    return "es" if side == "en" else "en"


def uses(passage: Passage) -> tuple[Use, ...]:
    """Every concept that either side holds, in the order of the glossary."""
    matcher = passage.context.matcher
    if matcher is None:
        return ()
    matches = {
        side: [
            each
            for each in matcher.find(
                passage.side(side).text, side, region=passage.side(side).region
            )
            if not each.inner and applies(each.concept, passage.context.settings.document)
        ]
        for side in SIDES
    }
    concepts = {each.concept.id: each.concept for side in SIDES for each in matches[side]}
    spoken_for = {side: _spoken_for(matches, side) for side in SIDES}
    return tuple(_use(concepts[name], matches, spoken_for) for name in sorted(concepts))


def _use(
    concept: Concept,
    matches: dict[Side, list[Match]],
    spoken_for: dict[Side, set[tuple[int, int, str]]],
) -> Use:
    def those(side: Side, statuses: Sequence[Status]) -> tuple[Match, ...]:
        return tuple(
            each
            for each in matches[side]
            if each.concept.id == concept.id
            and each.term.status in statuses
            and (
                each.term.status.live or (each.start, each.end, concept.id) not in spoken_for[side]
            )
        )

    live = (Status.PREFERRED, Status.ADMITTED, Status.PROPOSED)
    return Use(
        concept,
        {side: those(side, live) for side in SIDES},
        {side: those(side, _WRONG) for side in SIDES},
        {side: those(side, _OLD) for side in SIDES},
    )


def _spoken_for(matches: dict[Side, list[Match]], side: Side) -> set[tuple[int, int, str]]:
    """Places (with the concept they would offend) that are a form in use of another concept which
    the other side holds and nothing else here renders: `tráfico de personas` for migrant smuggling
    where no `tráfico ilícito de migrantes` stands beside it."""
    need = Counter(each.concept.id for each in matches[other(side)] if each.term.status.live)
    offended: dict[Span, set[str]] = defaultdict(set)
    for each in matches[side]:
        if not each.term.status.live:
            offended[each.start, each.end].add(each.concept.id)
    live = [each for each in matches[side] if each.term.status.live]
    for each in live:
        if (each.start, each.end) not in offended:
            need[each.concept.id] -= 1
    excused = set()
    for each in live:
        concepts = offended.get((each.start, each.end), set()) - {each.concept.id}
        if concepts and need[each.concept.id] > 0:
            need[each.concept.id] -= 1
            excused |= {(each.start, each.end, concept) for concept in concepts}
    return excused


def spans(matches: Sequence[Match]) -> Iterator[Span]:
    """The places of `matches`, a coordinated term by its words."""
    for each in matches:
        yield from each.parts or ((each.start, each.end),)
