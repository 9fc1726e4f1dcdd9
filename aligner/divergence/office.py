"""Public offices: the attorney general is the fiscal general.

What always holds: offices compare as a set, whatever their order and capitals; one that stands on one side alone
accuses nobody, since a second mention is often shortened.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.expressions import unequal
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.expressions import offices


def _run(passage: Passage) -> Iterator[Divergence]:
    for en, es in unequal(passage.en.of(offices), passage.es.of(offices)):
        yield finding(
            CHECK,
            passage,
            "office.differ",
            en=[(en.start, en.end)],
            es=[(es.start, es.end)],
            facts_en=en.meanings,
            facts_es=es.meanings,
            en_text=passage.en.text[en.start : en.end],
            es_text=passage.es.text[es.start : es.end],
        )


CHECK = Check(
    name="office",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A public office that differs",
    in_bead=_run,
)
