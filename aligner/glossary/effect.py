"""What a decision would do, shown before it is kept: n places follow it, m violate it.

What always holds: nothing is changed here. Both lists hold every place, so that a person can jump
to each; a place names the document, the bead, and where in the segment the words stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.alignment.bead import Bitext
from aligner.glossary.concept import Concept, Glossary
from aligner.glossary.matching import Matcher
from aligner.glossary.usage import Outcome, Use, uses
from aligner.text.segment import Side


@dataclass(frozen=True, slots=True)
class TermPlace:
    """Where the words stand: code points [start, end) of a segment. `term` is the glossary's term
    and `text` what the document writes."""

    document: str
    bead: int
    side: Side
    segment: int
    start: int
    end: int
    term: str
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class EffectPlace:
    """One bead that the decision speaks of."""

    document: str
    bead: int
    outcome: Outcome
    terms: tuple[TermPlace, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """The places that follow the concept as decided, and those that violate it."""

    follows: tuple[EffectPlace, ...]
    violates: tuple[EffectPlace, ...]

    def __str__(self) -> str:
        follow, violate = len(self.follows), len(self.violates)
        first = "1 place follows it" if follow == 1 else f"{follow} places follow it"
        return f"{first}, {violate} {'violates' if violate == 1 else 'violate'} it"


def effect(bitexts: Iterable[tuple[str, Bitext]], concept: Concept) -> Effect:
    """What `concept`, as it would stand after the decision, means for `bitexts` (pairs of a
    document's id and its bitext)."""
    matcher = Matcher(Glossary((concept,)))
    follows: list[EffectPlace] = []
    violates: list[EffectPlace] = []
    for document, bitext in bitexts:
        for use in uses(bitext, matcher, document=document):
            place = EffectPlace(document, use.bead, use.outcome, _terms(document, bitext, use))
            (follows if use.outcome is Outcome.FOLLOWS else violates).append(place)
    return Effect(tuple(follows), tuple(violates))


def _terms(document: str, bitext: Bitext, use: Use) -> tuple[TermPlace, ...]:
    return tuple(
        TermPlace(
            document,
            use.bead,
            each.side,
            each.segment,
            each.match.start,
            each.match.end,
            each.match.term.text,
            each.match.term.status.value,
            (bitext.en if each.side == "en" else bitext.es)
            .segments[each.segment]
            .text[each.match.start : each.match.end],
        )
        for each in use.occurrences
    )
