"""What the numbers of a text count: dates, money, per cent, time, provisions, or nothing special.

What always holds: each number of the text is in exactly one quantity, or in an address or a frequency; `keys` name
the value with its unit (`2021-10-08`, `USD 25100000000`, `50 %`, `12 m`), so that equal keys mean
equal facts whatever the words; `amounts` are the bare values.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from aligner.language.clock import Share, fractions, times
from aligner.language.dates import dates
from aligner.language.expressions import frequencies
from aligner.language.figures import Number, shifted
from aligner.language.halves import halves
from aligner.language.links import addresses
from aligner.language.numbers import numbers
from aligner.language.provisions import announces
from aligner.language.reading import Reading
from aligner.language.regions import region
from aligner.language.tables import table
from aligner.text.segment import Side, Span

Sort = Literal["date", "money", "percentage", "duration", "reference", "ordinal", "number"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity at code points [start, end) of the text; `keys` in the side's region, `foreign`
    as read elsewhere; `unit`: that of a duration as it is written, so that 6 years are no 6 months;
    `weak`: it may well stand for no number; `word`: written in words."""

    sort: Sort
    start: int
    end: int
    keys: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    form: str = ""
    weak: bool = False
    word: bool = False
    article: bool = False
    roman: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Units:
    after: re.Pattern[str]
    before: re.Pattern[str]
    time: dict[str, str]
    counted: dict[str, str]
    money: dict[str, str]
    weeks: dict[str, str]


# How far a unit may stand from its number; windows keep time linear.
_WINDOW = 40
_NEAR = 12
ONE = "~1"
"""The key of one, un and una, which meet each other and the figure."""


@cache
def _units(side: Side) -> _Units:
    measures = table("measures")
    time, counted, money = (measures[sort][side] for sort in ("time", "counted", "money"))

    def any_of(words: object) -> str:
        return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]

    if side == "en":
        days = rf"[ \u00a0-](?:(?P<counted>{any_of(counted)})[ -])?(?P<time>{any_of(time)})(?![\w])"
        cash = rf"[ \u00a0-]?(?:of )?(?:u\.?s\.? |american |mexican )?(?P<money>{any_of(money)})(?![\w])"
    else:
        days = rf"[ \u00a0](?:(?:primer|ultim|proxim|siguiente)[oa]?s )?(?:(?P<time>{any_of(time)})(?![\w])(?: (?:de )?(?P<counted>{any_of(counted)})(?![\w]))?)"
        cash = rf"[ \u00a0]?(?:de )?(?P<money>{any_of(money)})(?![\w])"
    percent = any_of(measures["percent"][side])
    signs = any_of(measures["signs"])
    return _Units(
        re.compile(rf"[ \u00a0\u202f-]?(?P<percent>{percent})(?![\w])|{days}|{cash}"),
        re.compile(rf"(?<![\w])(?P<sign>{signs})[ \u00a0]?$"),
        time,
        counted,
        money,
        measures["weeks"][side],
    )


def quantities(reading: Reading) -> tuple[Quantity, ...]:
    """Every quantity of the text outside addresses and frequencies, in order."""
    found = [
        Quantity(
            "date",
            each.start,
            each.end,
            each.values,
            each.foreign,
            form=reading.lower[each.start : each.end] if each.figures else "",
        )
        for each in reading.of(dates)
    ]
    counted, half = reading.of(numbers), reading.of(halves)
    said = [(each.start, each.end) for each in half]
    said += [(each.start, each.end) for each in reading.of(frequencies)]
    found += [
        Quantity(
            each.sort, each.start, each.end, each.keys, weak=each.weak, word=True, unit=each.unit
        )
        for each in half
    ]
    found += [
        Quantity(
            "number", share.start, share.end, share.keys, (), share.amounts, "", share.weak, True
        )
        for share in (*reading.of(fractions), *reading.of(times))
        # "two and a half" holds its half, and so does half an hour
        if not (_overlaps(said, share) or (share.weak and _within(counted, share)))
    ]
    taken: list[Span] = sorted(
        [(each.start, each.end) for each in found]
        + [(each.start, each.end) for each in reading.of(addresses)]
        + said
    )
    at = 0
    last_provision = -1
    magnitudes = table("scales")["number"][reading.side]
    for number in counted:
        if number.word and reading.lower[number.start : number.end] in magnitudes:
            continue  # "miles de personas" counts nothing
        while at < len(taken) and taken[at][1] <= number.start:
            at += 1
        if at < len(taken) and taken[at][0] < number.end:
            continue
        quantity = _measured(number, reading, last_provision)
        if quantity.sort == "reference":
            last_provision = quantity.end
        found.append(quantity)
    found.sort(key=lambda each: each.start)
    return tuple(found)


def _within(counted: Sequence[Number], share: Share) -> bool:
    """Whether a fraction is a part of a longer number."""
    before = bisect_right(counted, share.start, key=lambda number: number.start) - 1
    if before < 0 or share.end > counted[before].end:
        return False
    return counted[before].end - counted[before].start > share.end - share.start


def _overlaps(said: Sequence[Span], share: Share) -> bool:
    """Whether a fraction is a part of time, or says how often."""
    return any(start < share.end and share.start < end for start, end in said)


# 500 $, 500 €, as Europe writes it; $500 and what stands in code are another thing.
_BEHIND = re.compile(r"[ \u00a0\u202f]?(?P<sign>[$€£¥])(?![\w$({])")


# "Articles 32 to 36", "apartados 1, 2 y 3": the numbers that follow are provisions too.
_GOES_ON = re.compile(
    r"[)(]*,?[ \u00a0]?(?:and|or|to|y|e|o|u|a|al|through|-|–|,|[(])?[ \u00a0]?[(]?$"
)


def _measured(number: Number, reading: Reading, last_provision: int) -> Quantity:
    units = _units(reading.side)
    lower = reading.lower
    start, end = number.start, number.end
    after = (
        None if number.attached else units.after.match(lower, end, min(end + _WINDOW, len(lower)))
    )
    if after is not None:
        if after["percent"]:
            return _quantity("percentage", number, end=after.end(), unit="%")
        if after["time"] and not (number.weak and number.ordinal):
            return _duration(number, after, units)
        if after["money"]:
            return _money(number, after["money"], units, reading, after.end())
    before_at = max(start - _WINDOW, 0)
    behind = None if number.word else _BEHIND.match(lower, end)
    if behind is not None:
        code = table("measures")["signs"][behind["sign"]]
        return _signed(number, code, start, reading, behind.end())
    if not number.word and (start and lower[start - 1] in "$€£¥d \u00a0r"):
        sign = units.before.search(lower, before_at, start)
        if sign is not None:
            code = table("measures")["signs"][sign["sign"]]
            return _signed(number, code, sign.start(), reading)
    if not number.word:
        begins = _provision(number, reading, last_provision)
        if begins >= 0:
            return _quantity("reference", number, start=begins)
    return _quantity("ordinal" if number.ordinal else "number", number)


def _provision(number: Number, reading: Reading, last: int) -> int:
    """Where the words that make the number a provision begin ("section 8"); -1 if nothing does."""
    lower, start = reading.lower, number.start
    named = announces(reading.side).search(lower, max(start - _WINDOW, 0), start)
    if named is not None:
        return named.start()
    near = 0 <= last <= start and start - last < _NEAR
    return start if near and _GOES_ON.match(lower[last:start]) is not None else -1


def _quantity(
    sort: Sort, number: Number, *, start: int = -1, end: int = -1, unit: str = ""
) -> Quantity:
    mark = f" {unit}" if unit else ""
    keys = tuple(value + mark for value in number.values)
    if sort == "number" and "1" in keys:
        # "One" and "un" meet each other and the figure, but not "first".
        keys = (ONE,) if number.weak else (*keys, ONE)
    if sort == "reference" and number.roman and "1" in keys:
        keys = (*keys, ONE)  # Part I beside Part One
    if sort == "ordinal":
        keys = tuple(f"{value}." for value in keys)  # second beside second, before it is beside two
    return Quantity(
        sort,
        number.start if start < 0 else start,
        number.end if end < 0 else end,
        keys,
        tuple(value + mark for value in number.foreign),
        _amounts(sort, number),
        number.form,
        number.weak and not unit and not (number.roman and sort == "reference"),
        number.word,
        number.article,
        number.roman,
    )


def _amounts(sort: Sort, number: Number) -> tuple[str, ...]:
    """The bare values: of a name with figures, what the figures say."""
    if sort == "number" and number.weak:
        return ()
    return number.attached or number.values + number.foreign


def _duration(number: Number, after: re.Match[str], units: _Units) -> Quantity:
    count, _, unit = units.time[after["time"]].partition(" ")
    kind = unit + (units.counted.get(after["counted"] or "", "") if unit == "d" else "")
    keys = [f"{_times(value, count)} {kind}" for value in number.values]
    if kind == "d":
        keys += _weeks(number, count, units.weeks)
    return Quantity(
        "duration",
        number.start,
        after.end(),
        tuple(keys),
        tuple(f"{_times(value, count)} {kind}" for value in number.foreign),
        number.values + number.foreign,
        number.form,
        number.weak,
        number.word,
        unit=f"{count} {kind}",
    )


def _weeks(number: Number, count: str, called: dict[str, str]) -> list[str]:
    """The weeks that a duration may be called besides its days: Spanish says eight days for a week
    and fifteen for a fortnight, in words."""
    if count == "7":
        return [f"{value} w" for value in number.values]
    said = called if number.word and count == "1" else {}
    return [f"{said[value]} w" for value in number.values if value in said]


def _times(value: str, count: str) -> str:
    if count == "1" or len(value) > 12 or not value.replace(".", "", 1).isdigit():
        return value
    return format((Decimal(value) * int(count)).normalize(), "f")


def _money(number: Number, word: str, units: _Units, reading: Reading, end: int) -> Quantity:
    scale = table("measures")["scaled"].get(word)
    if scale:
        number = Number(
            number.start,
            number.end,
            tuple(shifted(value, int(scale)) for value in number.values),
            tuple(shifted(value, int(scale)) for value in number.foreign),
            number.form,
        )
    start = number.start
    sign = units.before.search(reading.lower, max(start - 8, 0), start)
    return _quantity(
        "money", number, start=sign.start() if sign else start, end=end, unit=units.money[word]
    )


def _signed(
    number: Number, code: str, start: int, reading: Reading, end: int | None = None
) -> Quantity:
    """An amount with a sign before it, or up to `end` behind it; a bare $ is what the region says, or several."""
    where = region(reading.region)
    codes = (code or where.dollar_sign,) if code or where.dollar_sign else ("USD", "MXN")
    return Quantity(
        "money",
        start,
        end or number.end,
        tuple(f"{value} {each}" for value in number.values for each in codes),
        tuple(f"{value} {each}" for value in number.foreign for each in codes),
        number.values + number.foreign,
        number.form,
    )
