"""Where the concepts of a glossary stand in a bitext, and whether both sides use terms that hold.

What always holds: a place is judged by its bead and its concept alone; a term is wrong only where
the other side holds the concept (tráfico de personas is right for migrant smuggling). Terms inside
longer terms ask for nothing, but they answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase

from aligner.alignment.bead import Bitext
from aligner.glossary.concept import Concept, Status
from aligner.glossary.matching import Match, Matcher
from aligner.text.segment import SIDES, Side


class Outcome(StrEnum):
    """What a bead makes of a concept. `FOLLOWS`: terms that may be used, on both sides.
    `FORBIDDEN`: one side has a term that is forbidden for the concept which the other side holds.
    `OUTDATED`: the same with a deprecated or superseded one. `OTHER`: one side holds the concept,
    the other says it in words that the glossary does not know, or not at all."""

    FOLLOWS = "follows"
    FORBIDDEN = "forbidden"
    OUTDATED = "outdated"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in a segment of one side of a bitext."""

    side: Side
    segment: int
    match: Match


@dataclass(frozen=True, slots=True)
class Use:
    """One concept in one bead."""

    bead: int
    concept: Concept
    outcome: Outcome
    en: tuple[Occurrence, ...]
    es: tuple[Occurrence, ...]

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """The terms of both sides, English first."""
        return (*self.en, *self.es)

    def with_status(self, *statuses: Status) -> tuple[Occurrence, ...]:
        """The occurrences whose term has one of `statuses` for the concept."""
        return tuple(each for each in self.occurrences if each.match.term.status in statuses)


def applies(concept: Concept, document: str) -> bool:
    """Whether `concept` holds for the document called `document`: its scope is empty, or names the
    document among others parted by commas, a pattern (`treaties/*`) too. An unnamed document is in
    every scope."""
    if not concept.scope or not document:
        return True
    names = (name.strip() for name in concept.scope.replace(";", ",").split(","))
    return any(fnmatchcase(document, name) for name in names)


def uses(
    bitext: Bitext, matcher: Matcher, *, document: str = "", only: Collection[str] = ()
) -> Iterator[Use]:
    """Every use of a concept in a bead with both sides, in the order of beads and concepts.

    `only` limits it to concepts with these ids; `document` is the id that scopes are read against.
    """
    for index, bead in enumerate(bitext.beads):
        if bead.empty:
            continue
        found: list[Occurrence] = []
        for side, segments in zip(SIDES, (bead.en, bead.es), strict=True):
            version = bitext.en if side == "en" else bitext.es
            found.extend(
                Occurrence(side, segment, match)
                for segment in segments
                for match in matcher.find(
                    version.segments[segment].text, side, region=version.region
                )
                if applies(match.concept, document)
            )
        for use in uses_among(found, bead=index):
            if not only or use.concept.id in only:
                yield use


def uses_among(found: Iterable[Occurrence], *, bead: int = 0) -> tuple[Use, ...]:
    """The uses of concepts in one bead, from all occurrences of terms on both its sides."""
    held = _Held(found)
    uses = (held.judge(bead, concept_id) for concept_id in sorted(held.concepts))
    return tuple(use for use in uses if use is not None)


class _Held:
    """What one bead holds: the occurrences of each concept, and which words serve several."""

    def __init__(self, found: Iterable[Occurrence]) -> None:
        self.concepts: dict[str, dict[Side, list[Occurrence]]] = {}
        self._sharing: dict[tuple[object, ...], list[Occurrence]] = defaultdict(list)
        for each in found:
            sides = self.concepts.setdefault(each.match.concept.id, {"en": [], "es": []})
            sides[each.side].append(each)
            self._sharing[_place(each)].append(each)
        self._excuses: Counter[tuple[str, Side]] = Counter()

    def judge(self, bead: int, concept_id: str) -> Use | None:
        sides = self.concepts[concept_id]
        outer = [each for side in SIDES for each in sides[side] if not each.match.inner]
        wrong = [each for each in outer if not _usable(each) and not self._excused(each)]
        good = {side: any(map(_usable, sides[side])) for side in SIDES}
        if any(good["es" if each.side == "en" else "en"] for each in wrong) or (
            wrong and sides["en"] and sides["es"]
        ):
            statuses = {each.match.term.status for each in wrong}
            outcome = Outcome.FORBIDDEN if Status.FORBIDDEN in statuses else Outcome.OUTDATED
        elif all(good.values()) and any(map(_usable, outer)):
            outcome = Outcome.FOLLOWS
        elif any(_usable(each) and self._asks(each) for each in outer):
            outcome = Outcome.OTHER
        else:
            return None
        concept = outer[0].match.concept
        if outcome is Outcome.OTHER and not (concept.en and concept.es):
            return None
        return Use(bead, concept, outcome, tuple(sides["en"]), tuple(sides["es"]))

    def _excused(self, wrong: Occurrence) -> bool:
        """Whether the words that are wrong for this concept are right for another one which the
        other side holds, and which nothing else on this side answers."""
        for other in self._sharing[_place(wrong)]:
            if not _usable(other):
                continue
            key = (other.match.concept.id, wrong.side)
            sides = self.concepts[other.match.concept.id]
            across = sides["es" if wrong.side == "en" else "en"]
            demand = sum(1 for each in across if _usable(each) and not each.match.inner)
            supply = sum(
                1
                for each in sides[wrong.side]
                if _usable(each) and len(self._sharing[_place(each)]) == 1
            )
            if demand > supply + self._excuses[key]:
                self._excuses[key] += 1
                return True
        return False

    def _asks(self, occurrence: Occurrence) -> bool:
        """Whether the other side owes this concept: not where the same words stand for another
        concept that it does hold."""
        across: Side = "es" if occurrence.side == "en" else "en"
        return not any(
            other is not occurrence
            and any(map(_usable, self.concepts[other.match.concept.id][across]))
            for other in self._sharing[_place(occurrence)]
        )


def _place(occurrence: Occurrence) -> tuple[object, ...]:
    match = occurrence.match
    return occurrence.side, occurrence.segment, match.start, match.end, match.parts


def _usable(occurrence: Occurrence) -> bool:
    return occurrence.match.term.status in (Status.PREFERRED, Status.ADMITTED, Status.PROPOSED)
