"""Two words in one slot that name different steps of a scale: *a few minutes*, *unas horas*.

What always holds: a step that the other side names anywhere accuses nobody, nor does a word that is
linked, or stands in a quantity, a date or a frequency, which are compared by value.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import CLOSE, LOOSE
from aligner.divergence.finding import finding
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.expressions import frequencies
from aligner.language.quantities import quantities
from aligner.language.reading import Reading
from aligner.language.scales import Step, steps

# How many words from its slot the other step may stand.
_BESIDE = 3
_MOST = 20


def restepped(check: Check, passage: Passage) -> Iterator[Divergence]:
    """The steps of the scale of `check` that face another step, as findings of it."""
    for en, es, close in passage.of(_facing):
        if en.sort == check.name:
            yield finding(
                check,
                passage,
                "quantity.differ",
                en=[(en.start, en.end)],
                es=[(es.start, es.end)],
                facts_en=en.names,
                facts_es=es.names,
                severity=check.severity if close else Severity.MINOR,
                en_text=passage.en.text[en.start : en.end],
                es_text=passage.es.text[es.start : es.end],
            )


def _facing(passage: Passage) -> tuple[tuple[Step, Step, bool], ...]:
    english, spanish = passage.en.of(steps), passage.es.of(steps)
    if not english or not spanish:
        return ()
    left_en = _alone(english, spanish, passage.en)
    left_es = _alone(spanish, english, passage.es)
    if not left_en or not left_es:
        return ()
    met, found = meeting(passage), []
    for one in left_en[:_MOST]:
        for other in left_es[:_MOST]:
            if one.sort != other.sort or not _in_one_slot(met, one, other):
                continue
            around = min(
                met.density("en", one.index, one.index + 1),
                met.density("es", other.index, other.index + 1),
            )
            if around >= LOOSE:
                left_es.remove(other)
                found.append((one, other, around >= CLOSE))
                break
    return tuple(found)


def _in_one_slot(met: Meeting, en: Step, es: Step) -> bool:
    if met.partner["en"][en.index] >= 0 or met.partner["es"][es.index] >= 0:
        return False
    return abs(met.slot("en", en.index, en.index + 1) - es.index) <= _BESIDE or (
        abs(met.slot("es", es.index, es.index + 1) - en.index) <= _BESIDE
    )


def _alone(own: tuple[Step, ...], others: tuple[Step, ...], reading: Reading) -> list[Step]:
    """The steps of one side that the other side does not name, outside what is compared by value."""
    there = {(each.sort, name) for each in others for name in each.names}
    left = [each for each in own if there.isdisjoint((each.sort, name) for name in each.names)]
    if not left:
        return left
    # "Un mes" is counted, "a month" is not: Spanish has one word for the article and for one.
    counted = [each for each in reading.of(quantities) if reading.side == "en" or not each.weak]
    valued = sorted(
        [(each.start, each.end) for each in counted]
        + [(each.start, each.end) for each in reading.of(frequencies)]
    )
    return [each for each in left if not _inside(each, valued)]


def _inside(each: Step, spans: list[tuple[int, int]]) -> bool:
    """Whether a step is a part of one of `spans`; a magnitude alone is its own."""
    at = bisect_right(spans, (each.start, each.end)) - 1
    return any(
        start <= each.start < end and (start, end) != (each.start, each.end)
        for start, end in spans[max(at, 0) : at + 2]
    )
