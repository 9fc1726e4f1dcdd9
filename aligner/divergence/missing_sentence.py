"""A sentence that stands in one version only."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.absence import absent
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check

# From this weight (content words) on it is major, whatever it says.
_MAJOR = 3.0


def _run(passage: Passage) -> Iterator[Divergence]:
    return absent(CHECK, passage, "sentence", _MAJOR)


CHECK = Check(
    name="missing-sentence",
    mqm="omission",
    severity=Severity.MAJOR,
    version=1,
    about="A sentence that stands in one version only",
    in_bead=_run,
)
