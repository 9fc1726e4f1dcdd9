"""Dates whose day and year are words: the eighth of May of two thousand twenty.

What always holds: such a date has a month by its name, with a number of the day before it and, at
most, a number of the year behind it; one of the two at least is in words, since dates in figures have
a pattern of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from aligner.language.expressions import months
from aligner.language.figures import Number
from aligner.language.numbers import numbers
from aligner.language.reading import Reading
from aligner.text.segment import Span

_TO_MONTH = {
    "en": re.compile(r" (?:day )?(?:of )?(?:the month of )?$"),
    "es": re.compile(r" (?:dias? )?(?:de |del )?(?:mes de )?$"),
}
_TO_YEAR = {
    "en": re.compile(r",? (?:of |in )?(?:the year )?(?:of our lord )?$"),
    "es": re.compile(r",? (?:de |del )?(?:ano )?(?:de )?$"),
}
_LAST_DAY, _FIRST_YEAR, _LAST_YEAR = 31, 1000, 2999
_BETWEEN = 40


def spelled_dates(reading: Reading) -> tuple[tuple[Span, str], ...]:
    """The code points and the value of every date with a day or a year in words, in order."""
    named = reading.of(months)
    counted = [each for each in reading.of(numbers) if each.values and not each.attached]
    if not named or not any(each.word for each in counted):
        return ()
    starts, ends = [each.start for each in counted], [each.end for each in counted]
    found = []
    for month in named:
        before = bisect_right(ends, month.start) - 1
        if before < 0:
            continue
        day, value = counted[before], _within(counted[before], 1, _LAST_DAY)
        if not value or not _joins(reading, _TO_MONTH, day.end, month.start):
            continue
        year = _year(reading, counted, bisect_left(starts, month.end), month.end)
        if not day.word and (year is None or not year.word):
            continue
        end, digits = (year.end, year.values[0]) if year else (month.end, "-")
        date = f"{digits}-{month.meanings[0]}-{value:02}"
        found.append(((day.start, end), date))
    return tuple(found)


def _year(reading: Reading, counted: Sequence[Number], at: int, end: int) -> Number | None:
    """The number behind a month where it is its year."""
    if at >= len(counted) or not _within(counted[at], _FIRST_YEAR, _LAST_YEAR):
        return None
    return counted[at] if _joins(reading, _TO_YEAR, end, counted[at].start) else None


def _within(number: Number, least: int, most: int) -> int:
    """The value of a whole number between two bounds; 0 for any other."""
    value = number.values[0]
    return int(value) if value.isdecimal() and len(value) < 5 and least <= int(value) <= most else 0


def _joins(reading: Reading, patterns: dict[str, re.Pattern[str]], start: int, end: int) -> bool:
    """Whether the words between two places join the parts of a date."""
    between = reading.lower[start:end] if end - start < _BETWEEN else ""
    return patterns[reading.side].match(between) is not None
