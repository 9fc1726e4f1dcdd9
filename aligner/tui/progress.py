"""How far a review is, in the few figures of the header.

What always holds: per cents are floored, so that 100 % means all; the figures of one review are
counted once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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


class Counting:
    """Counts one review after another. Of a review that follows from the last one, only the beads
    whose state is another are looked at: each key press has the header drawn anew."""

    def __init__(self) -> None:
        self._review: Review | None = None
        self._progress: Progress | None = None

    def of(self, review: Review) -> Progress:
        """The figures of `review`."""
        before, known = self._review, self._progress
        if before is review and known is not None:
            return known
        if before is None or known is None or before.bitext is not review.bitext:
            known = _counted(review, range(len(review.beads)))
        else:
            changed = [
                index
                for index, (old, new) in enumerate(zip(before.beads, review.beads, strict=True))
                if old is not new
            ]
            was, now = _counted(before, changed), _counted(review, changed)
            known = replace(
                now,
                reviewed=known.reviewed - was.reviewed + now.reviewed,
                covered_en=_moved(known.covered_en, was.covered_en, now.covered_en),
                covered_es=_moved(known.covered_es, was.covered_es, now.covered_es),
            )
        self._review, self._progress = review, known
        return known


def progress_of(review: Review) -> Progress:
    """The figures of `review`."""
    return Counting().of(review)


def _moved(known: tuple[int, int], was: tuple[int, int], now: tuple[int, int]) -> tuple[int, int]:
    return known[0] - was[0] + now[0], known[1]


def _counted(review: Review, beads: Sequence[int]) -> Progress:
    reviewed = done_en = all_en = done_es = all_es = 0
    for index in beads:
        bead, state = review.bitext.beads[index], review.beads[index]
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
