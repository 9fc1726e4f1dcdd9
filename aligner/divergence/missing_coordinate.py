"""One of several coordinated words that stands in one version only; never more than minor."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.absence import absent
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check


def _run(passage: Passage) -> Iterator[Divergence]:
    return absent(CHECK, passage, "coordinate", float("inf"))


CHECK = Check(
    name="missing-coordinate",
    mqm="omission",
    severity=Severity.MINOR,
    version=1,
    about="One of several coordinated words that stands in one version only",
    in_bead=_run,
)
