"""Per cent and percentage points.

What always holds: they compare by value, whatever the sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.quantity_finding import findings
from aligner.divergence.registry import Check


def _run(passage: Passage) -> Iterator[Divergence]:
    return findings(CHECK, passage, "percentage")


CHECK = Check(
    name="percentage",
    mqm="number",
    severity=Severity.MAJOR,
    version=1,
    about="A percentage that differs or stands in one version only",
    in_bead=_run,
)
