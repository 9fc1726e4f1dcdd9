"""One of several coordinated words that stands in one version only.

What always holds: almost no content word of the words has a counterpart, and the other version
holds nothing of its own at that place. The finding is shown on the side where the words stand,
with the place on the other side where it would stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.gaps import Gap, gaps
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check


def _run(passage: Passage) -> Iterator[Divergence]:
    for gap in passage.of(gaps):
        if gap.kind == "coordinate":
            yield from _said(passage, gap)


def _said(passage: Passage, gap: Gap) -> Iterator[Divergence]:
    english = gap.side == "en"
    yield finding(
        CHECK,
        passage,
        f"missing-coordinate.{gap.side}",
        en=[gap.span if english else gap.place],
        es=[gap.place if english else gap.span],
        facts_en=gap.words if english else ["-"],
        facts_es=["-"] if english else gap.words,
        severity=Severity.MINOR,
    )


CHECK = Check(
    name="missing-coordinate",
    mqm="omission",
    severity=Severity.MINOR,
    version=1,
    about="One of several coordinated words that stands in one version only",
    in_bead=_run,
)
