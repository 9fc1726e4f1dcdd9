"""Dates of a day or a month, and days of the week.

What always holds: they compare by value, figures in the order of the region; a month without a day
counts where both versions name one.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.expressions import unequal
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.quantity_finding import findings
from aligner.divergence.registry import Check
from aligner.divergence.scaled import restepped
from aligner.language.dates import dates
from aligner.language.expressions import Expression, months, weekdays
from aligner.text.segment import SIDES


def _run(passage: Passage) -> Iterator[Divergence]:
    yield from findings(CHECK, passage, "date")
    yield from restepped(CHECK, passage)
    written = [*unequal(passage.en.of(weekdays), passage.es.of(weekdays))]
    written += _months(passage)
    for en, es in written:
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


def _months(passage: Passage) -> Iterator[tuple[Expression, Expression]]:
    """Months that differ where no date in figures holds them: *the eighth of May*."""
    dated = {
        side: [(each.start, each.end) for each in passage.side(side).of(dates)] for side in SIDES
    }
    for pair in unequal(passage.en.of(months), passage.es.of(months)):
        if not any(
            a <= each.start < b
            for each, side in zip(pair, SIDES, strict=True)
            for a, b in dated[side]
        ):
            yield pair


CHECK = Check(
    name="date",
    mqm="date-format",
    severity=Severity.MAJOR,
    version=1,
    about="A date that differs or stands in one version only",
    in_bead=_run,
)
