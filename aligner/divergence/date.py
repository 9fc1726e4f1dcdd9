"""Dates of a day or a month.

What always holds: they compare by value, figures in the order of the region.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.quantities import findings
from aligner.divergence.registry import Check


def _run(passage: Passage) -> Iterator[Divergence]:
    return findings(CHECK, passage, "date")


CHECK = Check(
    name="date",
    mqm="date-format",
    severity=Severity.MAJOR,
    version=1,
    about="A date that differs or stands in one version only",
    in_bead=_run,
)
