"""Figures that agree with the other side only as another region writes them.

What always holds: a side whose region is not known accepts every form; a date in figures is the
business of the check of dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.quantities import comparison
from aligner.divergence.quantity_finding import found_by
from aligner.divergence.registry import Check


def _run(passage: Passage) -> Iterator[Divergence]:
    for each in passage.of(comparison).differences:
        if each.foreign and each.sort != "date":
            yield found_by(CHECK, passage, each)


CHECK = Check(
    name="number-format",
    mqm="number-format",
    severity=Severity.MINOR,
    version=1,
    about="Figures written in the way of another region",
    in_bead=_run,
)
