"""Spans of time and deadlines.

What always holds: thirty days and thirty business days are not the same; twelve months are a year.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.quantity_finding import findings
from aligner.divergence.registry import Check
from aligner.divergence.scaled import restepped


def _run(passage: Passage) -> Iterator[Divergence]:
    yield from findings(CHECK, passage, "duration")
    yield from restepped(CHECK, passage)


CHECK = Check(
    name="duration",
    mqm="number",
    severity=Severity.MAJOR,
    version=1,
    about="A period or deadline that differs",
    in_bead=_run,
)
