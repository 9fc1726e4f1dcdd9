"""Numbers without a unit, in figures or in words.

What always holds: they compare by value, whatever the writing.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.quantity_finding import findings
from aligner.divergence.registry import Check
from aligner.divergence.scaled import restepped


def _run(passage: Passage) -> Iterator[Divergence]:
    yield from findings(CHECK, passage, "number")
    yield from restepped(CHECK, passage)


CHECK = Check(
    name="number",
    mqm="number",
    severity=Severity.MAJOR,
    version=1,
    about="A number that differs or stands in one version only",
    in_bead=_run,
)
