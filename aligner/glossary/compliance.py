"""The figures of a glossary over aligned texts: what the metrics and gates are counted from.

What always holds: the figures are whole numbers of places; a place is one concept in one bead.
Proposed terms count as usable, since nobody has decided against them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.alignment.bead import Bitext
from aligner.glossary.concept import Glossary
from aligner.glossary.conflicts import conflicts
from aligner.glossary.matching import Matcher
from aligner.glossary.usage import Outcome, uses


@dataclass(frozen=True, slots=True)
class Compliance:
    """`places` concepts in beads, of which `following` use terms that hold on both sides;
    `forbidden` places with a forbidden term; `outdated` with a deprecated or superseded one;
    `conflicts` contradictions of the glossary itself."""

    places: int
    following: int
    forbidden: int
    outdated: int
    conflicts: int


def compliance(
    bitexts: Iterable[tuple[str, Bitext]], glossary: Glossary, matcher: Matcher | None = None
) -> Compliance:
    """The figures over `bitexts`, pairs of a document's id and its bitext. A `matcher` that was built
    from `glossary` saves building it again."""
    ready = matcher or Matcher(glossary)
    counts = dict.fromkeys(Outcome, 0)
    for document, bitext in bitexts:
        for use in uses(bitext, ready, document=document):
            counts[use.outcome] += 1
    return Compliance(
        places=sum(counts.values()),
        following=counts[Outcome.FOLLOWS],
        forbidden=counts[Outcome.FORBIDDEN],
        outdated=counts[Outcome.OUTDATED],
        conflicts=len(conflicts(glossary)),
    )
