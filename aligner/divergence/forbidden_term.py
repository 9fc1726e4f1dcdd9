"""Terms that are forbidden for the concept that the other side holds."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.divergence.unfit_terms import unfit


def _run(passage: Passage) -> Iterator[Divergence]:
    return unfit(CHECK, passage, "wrong")


CHECK = Check(
    name="forbidden-term",
    mqm="wrong-term",
    severity=Severity.MAJOR,
    version=1,
    about="A term forbidden for the concept that the other side holds",
    in_bead=_run,
)
