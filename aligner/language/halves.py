"""Parts of a unit: *half an hour*, *año y medio*, *a quarter of an hour*, *metro y medio*.

What always holds: half a year is six months, an hour and a quarter seventy-five minutes, and a third
of a day eight hours; a part that is behind a plural (*two and a half years*) is the end of a number,
and what is no unit of time has a number only where one and a half of it is meant. Linear: each *half*
and each fraction is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from aligner.language.clock import fractions
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.language.vocabulary import es_empty
from aligner.text.segment import Side

_REACH = 24


# A day is so many seconds, a month so many days where only a part of one is meant.
_SMALLER = {"d": (86400, "s"), "m": (30, "d")}


@dataclass(frozen=True, slots=True)
class Half:
    """A part at code points [start, end): what it comes to, and the unit of time it is a part of, if
    it is one."""

    start: int
    end: int
    keys: tuple[str, ...]
    unit: str = ""

    @property
    def sort(self) -> Literal["duration", "number"]:
        """A time, or so many of another unit."""
        return "duration" if self.unit else "number"

    @property
    def weak(self) -> bool:
        """Of what is no time it may be said in many words: alone it accuses nobody."""
        return not self.unit


@cache
def _patterns(side: Side) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands behind the beginning of a half, what stands before it or a quarter with its unit, and
    what stands behind a fraction."""
    units = "|".join(sorted(table("measures")["time"][side], key=len, reverse=True))
    if side == "en":
        behind = rf"half (?:of )?an? (?P<unit>{units})(?!\w)|half[ -](?P<short>hour)(?!\w)"
        before = rf"(?<!\w)an? (?:(?P<unit>{units})|[a-z]+) and a $"
        part = rf"(?: an?)?[ -](?P<unit>{units})(?!\w)"
        return re.compile(behind), re.compile(before), re.compile(part)
    behind = rf"medi[oa] (?P<unit>(?!dia){units})(?!\w)"
    before = rf"(?<!\w)(?P<one>una? )?(?:(?P<unit>{units})|(?P<times>vez)|[a-z]+) y $"
    part = rf" de (?:una? )?(?P<unit>{units})(?!\w)"
    return re.compile(behind), re.compile(before), re.compile(part)


_SIGN: dict[Side, re.Pattern[str]] = {
    "en": re.compile(r"half(?<!\w.{4})(?!\w)|quarter(?<=and a quarter)(?!\w)"),
    "es": re.compile(r"medi[oa](?<!\w.{5})(?!\w)|cuarto(?<=y cuarto)(?!\w)"),
}
_WORD = re.compile(r"[ -]([a-z]+)")


def halves(reading: Reading) -> tuple[Half, ...]:
    """Every part of a unit of time, and every one and a half of another unit, in order."""
    lower, side = reading.lower, reading.side
    found = [*_parts(reading)]
    if any(sign in lower for sign in (("half", "quarter") if side == "en" else ("medi", "cuarto"))):
        found += _halves(reading)
    return tuple(sorted(found, key=lambda each: each.start))


def _halves(reading: Reading) -> Iterator[Half]:
    lower, side = reading.lower, reading.side
    behind, before, _ = _patterns(side)
    time = table("measures")["time"][side]
    for sign in _SIGN[side].finditer(lower):
        start, end = sign.span()
        half = sign[0][:1] in "hm"
        more = before.search(lower, max(start - _REACH, 0), start)
        if more is not None and more["unit"]:
            if more["unit"] == "mes" or not more["unit"].endswith("s"):
                much = Fraction(3, 2) if half else Fraction(5, 4)
                yield _part(more.start(), end, much, time[more["unit"]])
        elif half and (of := behind.match(lower, start)) is not None:
            unit = time[next(filter(None, of.groups()))]
            yield _part(start, of.end(), Fraction(1, 2), unit)
        elif half and more is not None and _counts(side, more, lower, end):
            yield Half(more.start(), end, ("1.5",))


def _counts(side: Side, more: re.Match[str], lower: str, end: int) -> bool:
    """Whether a half belongs to one of what stands before it, and to nothing behind: *metro y medio*,
    not *suelo y medio ambiente*. What *un* counts is a number already, but for *una vez*."""
    if side == "en":
        return True
    if (more["one"] and not more["times"]) or more[0].endswith("s y "):
        return False
    after = _WORD.match(lower, end)
    return after is None or es_empty(after[1])


def _parts(reading: Reading) -> Iterator[Half]:
    """The fractions of a unit of time: *a quarter of an hour*, *tres cuartos de hora*."""
    side = reading.side
    for share in reading.of(fractions):
        of = None if share.weak else _patterns(side)[2].match(reading.lower, share.end)
        if of is not None:
            over, under = map(int, share.keys[0].split("/"))
            unit = table("measures")["time"][side][of["unit"]]
            yield _part(share.start, of.end(), Fraction(over, under), unit)


def _part(start: int, end: int, times: Fraction, unit: str) -> Half:
    """So much of a unit, in its own kind and, where that is less than one, in the next smaller."""
    count, _, kind = unit.partition(" ")
    value = times * int(count)
    keys = [f"{_said(value)} {kind}"]
    if value < 1 and kind in _SMALLER:
        smaller, called = _SMALLER[kind]
        keys.append(f"{_said(value * smaller)} {called}")
    return Half(start, end, tuple(keys), unit)


def _said(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else format(float(value), "g")
