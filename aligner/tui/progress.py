"""How far a review is, in the few figures of the header.

What always holds: per cents are floored, so that 100 % means all; the figures of one review are
counted once.
"""

from __future__ import annotations

from dataclasses import dataclass

from aligner.divergence.divergence import Severity
from aligner.review.metrics import covered
from aligner.review.review import Review


@dataclass(frozen=True, slots=True)
class Progress:
    """Beads reviewed of all; open divergences (notices left out), of them major and critical;
    segments covered on each side."""

    reviewed: int
    beads: int
    open: int
    major: int
    critical: int
    covered_en: tuple[int, int]
    covered_es: tuple[int, int]

    @staticmethod
    def percent(part: tuple[int, int]) -> str:
        """`98 %`, or a dash where there is nothing to cover."""
        return f"{100 * part[0] // part[1]} %" if part[1] else "–"


def progress_of(review: Review) -> Progress:
    """The figures of `review`."""
    reviewed = done_en = all_en = done_es = all_es = 0
    for bead, state in zip(review.bitext.beads, review.beads, strict=True):
        reviewed += state.reviewed
        en, es = len(bead.en), len(bead.es)
        all_en += en
        all_es += es
        if covered(bead, state):
            done_en += en
            done_es += es
    by_severity = review.open_by_severity
    return Progress(
        reviewed,
        len(review.beads),
        sum(by_severity.values()) - by_severity[Severity.INFO],
        by_severity[Severity.MAJOR],
        by_severity[Severity.CRITICAL],
        (done_en, all_en),
        (done_es, all_es),
    )
