"""A sentence that stands in one version only.

What always holds: almost no content word of the sentence has a counterpart, and the other version
holds nothing of its own at that place. The finding is shown on the side where the sentence stands,
with the place on the other side where it would stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.gaps import Gap, gaps
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check

# From this weight (content words) on it is major.
_MAJOR = 4.0


def _run(passage: Passage) -> Iterator[Divergence]:
    for gap in passage.of(gaps):
        if gap.kind == "sentence":
            yield from _said(passage, gap)


def _said(passage: Passage, gap: Gap) -> Iterator[Divergence]:
    english = gap.side == "en"
    yield finding(
        CHECK,
        passage,
        f"missing-sentence.{gap.side}",
        en=[gap.span if english else gap.place],
        es=[gap.place if english else gap.span],
        facts_en=gap.words if english else ["-"],
        facts_es=["-"] if english else gap.words,
        severity=Severity.MAJOR if gap.weight >= _MAJOR else Severity.MINOR,
    )


CHECK = Check(
    name="missing-sentence",
    mqm="omission",
    severity=Severity.MAJOR,
    version=1,
    about="A sentence that stands in one version only",
    in_bead=_run,
)
