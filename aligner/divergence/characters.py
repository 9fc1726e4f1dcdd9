"""Characters that a reader cannot see or that are not what they look like.

What always holds: each run of such characters is a finding of its own, on the side where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.text.hygiene import anomalies
from aligner.text.segment import SIDES

# What acts on a terminal or turns the reading order; the rest only looks or sorts wrong.
_GRAVE = frozenset({"control", "c1", "bidi", "tag", "surrogate"})


def _run(passage: Passage) -> Iterator[Divergence]:
    for side in SIDES:
        reading = passage.side(side)
        if reading.text.isascii() and reading.text.isprintable():
            continue
        for each in anomalies(reading.text):
            place = [(each.start, each.end)]
            yield finding(
                CHECK,
                passage,
                "characters.found",
                en=place if side == "en" else [],
                es=place if side == "es" else [],
                facts_en=[each.name] if side == "en" else [],
                facts_es=[each.name] if side == "es" else [],
                severity=Severity.MAJOR if each.kind in _GRAVE else Severity.MINOR,
                name=each.name,
            )


CHECK = Check(
    name="characters",
    mqm="character-encoding",
    severity=Severity.MAJOR,
    version=1,
    about="Control, bidirectional, zero-width, look-alike or damaged characters",
    in_bead=_run,
    empty=True,
)
