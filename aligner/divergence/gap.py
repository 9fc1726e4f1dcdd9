"""Text that stands in one version only: a bead with an empty side.

What always holds: every empty bead that holds words is one finding, on the side where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage, whole
from aligner.divergence.registry import Check
from aligner.text.segment import SIDES


def _run(passage: Passage) -> Iterator[Divergence]:
    present = [side for side in SIDES if passage.side(side).text.strip()]
    if len(present) != 1:
        return
    span = [whole(passage.side(present[0]))]
    if present[0] == "en":
        yield finding(CHECK, passage, "gap.en", en=span)
    else:
        yield finding(CHECK, passage, "gap.es", es=span)


CHECK = Check(
    name="gap",
    mqm="omission",
    severity=Severity.MAJOR,
    version=1,
    about="A paragraph, heading or list item that stands in one version only",
    in_bead=_run,
    empty=True,
)
