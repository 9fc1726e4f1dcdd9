"""Ordinal numbers.

What always holds: they compare by value; Roman figures and words are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.quantity_finding import findings
from aligner.divergence.registry import Check


def _run(passage: Passage) -> Iterator[Divergence]:
    return findings(CHECK, passage, "ordinal")


CHECK = Check(
    name="ordinal",
    mqm="number",
    severity=Severity.MAJOR,
    version=1,
    about="An ordinal number that differs",
    in_bead=_run,
)
