"""How often: every year, semestral, bimonthly.

What always holds: an expression that may mean two things (bimonthly) agrees with either.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.expressions import unequal
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.expressions import frequencies


def _run(passage: Passage) -> Iterator[Divergence]:
    for en, es in unequal(passage.en.of(frequencies), passage.es.of(frequencies)):
        yield finding(
            CHECK,
            passage,
            "frequency.differ",
            en=[(en.start, en.end)],
            es=[(es.start, es.end)],
            facts_en=en.meanings,
            facts_es=es.meanings,
            en_text=passage.en.text[en.start : en.end],
            es_text=passage.es.text[es.start : es.end],
        )


CHECK = Check(
    name="frequency",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A frequency that differs",
    in_bead=_run,
)
