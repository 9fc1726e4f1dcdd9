"""How a difference of quantities becomes a finding of the check it belongs to.

What always holds: the facts of a finding are the values compared; what stands on one side alone is
shown with the place on the other side where it would stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from aligner.divergence.divergence import Divergence, Place, Severity
from aligner.divergence.finding import finding
from aligner.divergence.meeting import meeting
from aligner.divergence.passage import Passage
from aligner.divergence.quantities import Difference, comparison
from aligner.divergence.registry import Check
from aligner.language.quantities import Quantity, Sort
from aligner.text.segment import Side


def findings(check: Check, passage: Passage, sort: Sort) -> Iterator[Divergence]:
    """The differences of one sort as findings of `check`."""
    for each in passage.of(comparison).differences:
        if each.sort == sort and not (each.foreign and sort != "date"):
            yield found_by(check, passage, each)


def found_by(check: Check, passage: Passage, each: Difference) -> Divergence:
    """One difference as a finding of `check`."""
    wording = "quantity.differ"
    if each.foreign:
        wording = "quantity.foreign"
    elif each.bare:
        wording = "quantity.unit"
    elif each.es is None:
        wording = "quantity.en"
    elif each.en is None:
        wording = "quantity.es"
    found = finding(
        check,
        passage,
        wording,
        en=[(each.en.start, each.en.end)] if each.en else [],
        es=[(each.es.start, each.es.end)] if each.es else [],
        facts_en=_facts(each.en),
        facts_es=_facts(each.es),
        severity=_severity(check, passage, each),
        en_text=passage.en.text[each.en.start : each.en.end] if each.en else "",
        es_text=passage.es.text[each.es.start : each.es.end] if each.es else "",
    )
    if each.en is None and each.es is not None:
        return replace(found, en=_place(passage, "es", each.es))
    if each.es is None and each.en is not None:
        return replace(found, es=_place(passage, "en", each.en))
    return found


def _place(passage: Passage, side: Side, alone: Quantity) -> tuple[Place, ...]:
    """Where an expression that stands on `side` alone would stand on the other one."""
    words, start = passage.side(side).words, attrgetter("start")
    first = bisect_left(words, alone.start, key=start)
    last = bisect_left(words, alone.end, key=start)
    span = meeting(passage).place(side, first, last)
    return passage.places("es" if side == "en" else "en", *span)


def _facts(each: Quantity | None) -> tuple[str, ...]:
    return (each.keys or each.foreign) if each else ()


def _both(passage: Passage, each: Difference, alone: Quantity) -> bool:
    """Whether *the two* are those that are known already: *los dos países*, *each country*."""
    reading = passage.en if each.en else passage.es
    before = "the " if each.en else ("los ", "las ")
    return (
        alone.word
        and "2" in alone.keys
        and reading.lower[max(alone.start - 4, 0) : alone.start].endswith(before)
    )


def _severity(check: Check, passage: Passage, each: Difference) -> Severity:
    if each.foreign or each.bare:
        return Severity.MINOR
    if each.en and each.es:
        return Severity.MINOR if each.en.weak or each.es.weak else check.severity
    alone = each.en or each.es
    if alone is not None and _both(passage, each, alone):
        return Severity.INFO
    if alone is None or alone.word or alone.sort == "ordinal" or not passage.sure:
        return Severity.MINOR
    if alone.sort == "number" and alone.form[:1].isalpha():  # B12, a name with figures
        return Severity.MINOR
    return check.severity
