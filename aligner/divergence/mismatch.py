"""A bead whose two sides do not say the same at all.

What always holds: it speaks only of beads with enough words to judge by; where it speaks, the
checks of completeness keep still.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.coverage import coverage
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.likeness import unlike
from aligner.divergence.passage import Passage, whole
from aligner.divergence.registry import Check

# Below this part of shared content a bead of so many words is the wrong one; a shorter one may be an
# example or a formula, and above it, it may be rendered very freely.
_LITTLE = 0.2
_NOTHING = 0.15
_LONG = 8


def _run(passage: Passage) -> Iterator[Divergence]:
    met = passage.of(coverage)
    if not unlike(passage):
        return
    few = min(met.content.values()) < _LONG
    severity = Severity.MAJOR if met.linked < _LITTLE and not few else Severity.MINOR
    if met.linked < _NOTHING and not few:
        severity = Severity.CRITICAL
    yield finding(
        CHECK,
        passage,
        "mismatch.whole",
        en=[whole(passage.en)],
        es=[whole(passage.es)],
        severity=severity,
    )


CHECK = Check(
    name="mismatch",
    mqm="mistranslation",
    severity=Severity.CRITICAL,
    version=1,
    about="Two sides of a bead that have almost nothing in common",
    in_bead=_run,
)
