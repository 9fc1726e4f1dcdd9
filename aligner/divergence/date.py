"""Dates of a day or a month, and days of the week.

What always holds: they compare by value, figures in the order of the region.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.expressions import unequal
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.quantity_finding import findings
from aligner.divergence.registry import Check
from aligner.language.expressions import weekdays


def _run(passage: Passage) -> Iterator[Divergence]:
    yield from findings(CHECK, passage, "date")
    for en, es in unequal(passage.en.of(weekdays), passage.es.of(weekdays)):
        yield finding(
            CHECK,
            passage,
            "quantity.differ",
            en=[(en.start, en.end)],
            es=[(es.start, es.end)],
            facts_en=en.meanings,
            facts_es=es.meanings,
            en_text=passage.en.text[en.start : en.end],
            es_text=passage.es.text[es.start : es.end],
        )


CHECK = Check(
    name="date",
    mqm="date-format",
    severity=Severity.MAJOR,
    version=1,
    about="A date that differs or stands in one version only",
    in_bead=_run,
)
