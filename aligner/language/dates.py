"""Dates by value: 8 October 2021, octubre de 2021, 08/10/2021, 2021-10-08.

What always holds: a value is ISO 8601, with `--10-08` for a day without a year and `2021-10` for
a month; figures that the region orders one way have the other order as a foreign reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aligner.language.reading import Reading
from aligner.language.regions import region
from aligner.language.spelled_dates import spelled_dates
from aligner.language.tables import table
from aligner.text.segment import Side

_ISO = r"(?<![\w/.-])(?P<iso>(?P<iy>[12]\d{3})-(?P<im>\d{2})-(?P<id>\d{2}))(?![\w/-])"
_FIGURES = r"(?<![\w/.-])(?P<f1>\d{1,4})(?P<mark>[/.-])(?P<f2>\d{1,2})(?P=mark)(?P<f3>\d{4}|\d{2})(?![\w/-]|\.\d)"
# 11-IX-2001, 11.IX.2001, 11/IX/2001
_ROMAN = r"(?<![\w/.-])(?P<rd>\d{1,2})(?P<rs>[-./ ])(?P<rm>i{1,3}|iv|v|vi{1,3}|ix|x|xi{1,2})(?P=rs)(?P<ry>[12]\d{3})(?![\w/-])"
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_DIGIT = re.compile(r"\d")
# Months that are other words of English as well, where they have no capital.
_OTHER_WORDS = ("may", "march")
_ORDINAL_WORDS = {"primero": 1, "first": 1, "uno": 1}


@dataclass(frozen=True, slots=True)
class Date:
    """One date at code points [start, end); `values` in the side's region, `foreign` elsewhere.
    `figures` is true for a date written in figures alone."""

    start: int
    end: int
    values: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    figures: bool = False


@cache
def _pattern(side: Side) -> re.Pattern[str]:
    months = "|".join(sorted(table("dates")[side], key=len, reverse=True))
    year = r"(?P<{0}>[12]\d{{3}})(?!\d)"
    link = r" ?(?:and|to|through|–|-) ?" if side == "en" else r" ?(?:y|e|a|al|–|-) (?:el )?"
    if side == "en":
        day = r"(?<![\w.])(?:the )?(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
        forms = [
            rf"(?:{day.format('a1')}{link})?{day.format('d1')}[ \u00a0](?:day of |of )?(?P<m1>{months})\b\.?(?:,? {year.format('y1')})?",
            rf"\b(?P<m2>{months})\b\.?[ \u00a0](?:(?P<a2>\d{{1,2}})(?:st|nd|rd|th)?{link})?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w%]|[.,]\d)(?:,? {year.format('y2')})?",
            rf"\b(?P<m3>{months})\b\.?,?[ \u00a0](?:of )?{year.format('y3')}",
        ]
    else:
        day = r"(?<![\w.])(?P<{0}>\d{{1,2}}|primero|uno)(?:\.?[ºo°]\.?)?"
        forms = [
            rf"(?:{day.format('a1')}{link})?{day.format('d1')}[ \u00a0]+(?:dias? del mes )?(?:de )?(?P<m1>{months})\b\.?(?:,?[ \u00a0]+(?:de |del )?(?:ano )?{year.format('y1')})?",
            rf"\b(?P<m2>{months})\b[ \u00a0](?P<a2>(?!))?(?P<d2>\d{{1,2}})(?![\w%]|[.,]\d)(?:,? (?:de |del )?{year.format('y2')})?",
            rf"\b(?P<m3>{months})\b\.?,?[ \u00a0]+(?:de |del )?(?:ano )?{year.format('y3')}",
        ]
    # 14-mar-2020, 14/March/2020
    forms.append(
        rf"(?<![\w/.-])(?P<d4>\d{{1,2}})[-/.](?P<m4>{months})[-/.]{year.format('y4')}(?![\w/-])"
    )
    # Most places begin no date: one look at the first letter says so before any form is tried.
    initials = "".join(sorted({month[0] for month in table("dates")[side]} | set("tpu")))
    return re.compile(rf"(?=\d|\b[{initials}])(?:{'|'.join([_ISO, _FIGURES, _ROMAN, *forms])})")


def dates(reading: Reading) -> tuple[Date, ...]:
    """Every date of the text that names a day or a month with a year, in order."""
    lower = reading.lower
    spelled = [Date(*span, (value,)) for span, value in reading.of(spelled_dates)]
    if not _DIGIT.search(lower) and "primero" not in lower:
        return tuple(spelled)
    found = []
    for match in _pattern(reading.side).finditer(lower):
        date = _date(match, reading)
        if date is not None:
            found += _two_days(match, date)
    if not spelled:
        return tuple(found)
    held = {at for each in spelled for at in range(each.start, each.end)}
    found = [each for each in found if each.start not in held and each.end - 1 not in held]
    return tuple(sorted([*found, *spelled], key=lambda each: each.start))


def _two_days(match: re.Match[str], date: Date) -> list[Date]:
    """The dates of `June 9 and 10, 2022`: the first day shares month and year with the second."""
    number = "1" if match["a1"] else "2"
    first = match[f"a{number}"]
    value = date.values[0]
    if not first or not first.isdigit() or not 1 <= int(first) <= 31:
        return [date]
    other = f"{value[:-2]}{int(first):02}"
    return [
        Date(match.start(), match.end(f"a{number}"), (other,)),
        Date(match.start(f"d{number}"), match.end(), date.values),
    ]


def _date(match: re.Match[str], reading: Reading) -> Date | None:
    if match["iso"]:
        return _checked(match, match["iy"], int(match["im"]), int(match["id"]), figures=True)
    if match["mark"]:
        return _in_figures(match, reading)
    if match["rm"]:
        month = _ROMAN_MONTHS.index(match["rm"]) + 1
        return _checked(match, match["ry"], month, int(match["rd"]), figures=True)
    months = table("dates")[reading.side]
    for number in "1234":
        name = match[f"m{number}"]
        if name:
            day = match[f"d{number}"] if number != "3" else None
            year = match[f"y{number}"] or ""
            if not year and name in _OTHER_WORDS and _small(reading, match.start(f"m{number}")):
                return None
            if day is None:
                return Date(*match.span(), (f"{year}-{months[name]}",))
            return _checked(match, year, int(months[name]), _ORDINAL_WORDS.get(day) or int(day))
    return None


def _small(reading: Reading, start: int) -> bool:
    """Whether an English word has no capital: "paragraphs 16 and 18 may" names no month."""
    return reading.side == "en" and not reading.text[start].isupper()


def _checked(
    match: re.Match[str], year: str, month: int, day: int, *, figures: bool = False
) -> Date | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Date(*match.span(), (_iso(year, month, day),), figures=figures)


def _iso(year: str, month: int, day: int) -> str:
    return f"{year or '-'}-{month:02}-{day:02}"


def _in_figures(match: re.Match[str], reading: Reading) -> Date | None:
    first, second, third = match["f1"], match["f2"], match["f3"]
    if match["mark"] == "." and len(third) != 4:
        return None  # 1.2.34 is a version sooner than a date
    if len(first) == 4:
        return _checked(match, first, int(second), int(third[:2]), figures=True)
    if len(first) == 3:
        return None
    # Two figures of a year leave its century open.
    years = [third] if len(third) == 4 else [f"20{third}", f"19{third}"]
    by_order: dict[str, list[str]] = {}
    for order, day, month in (("dmy", first, second), ("mdy", second, first)):
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            by_order[order] = [_iso(year, int(month), int(day)) for year in years]
    if not by_order:
        return None
    order = region(reading.region).order
    if order not in by_order:
        every = dict.fromkeys(value for values in by_order.values() for value in values)
        return Date(*match.span(), tuple(every), figures=True)
    home = by_order.pop(order)
    foreign = tuple(v for values in by_order.values() for v in values if v not in home)
    return Date(*match.span(), tuple(home), foreign, figures=True)


def compatible(one: str, other: str) -> bool:
    """Whether two dates agree in all that both of them say: `--10-08` and `2021-10-08`."""
    a, b = _parts(one), _parts(other)
    return all(not x or not y or x == y for x, y in zip(a, b, strict=True))


def _parts(value: str) -> tuple[str, str, str]:
    if value.startswith("--"):
        return "", value[2:4], value[5:7]
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    return year, month, day
