"""Half of a unit of time, and one and a half of it: *half an hour*, *año y medio*.

What always holds: half a year is six months, and an hour and a half ninety minutes; the half of what
is no unit of time, and a half that is behind a plural (*two and a half years*), are a fraction or the
end of a number. Linear: each *half* is looked at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side

_REACH = 24


@dataclass(frozen=True, slots=True)
class Half:
    """A half of time at code points [start, end): its key, and the unit it is a half of."""

    start: int
    end: int
    key: str
    unit: str


@cache
def _patterns(side: Side) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind the beginning of a half, and what stands before it with its unit."""
    units = "|".join(sorted(table("measures")["time"][side], key=len, reverse=True))
    if side == "en":
        behind = rf"half (?:of )?an? (?P<unit>{units})(?!\w)|half[ -](?P<short>hour)(?!\w)"
        return re.compile(behind), re.compile(rf"(?<!\w)an? (?P<unit>{units}) and a $")
    behind = rf"medi[oa] (?P<unit>(?!dia){units})(?!\w)"
    return re.compile(behind), re.compile(rf"(?<!\w)(?:una? )?(?P<unit>{units}) y $")


_SIGN: dict[Side, re.Pattern[str]] = {
    "en": re.compile(r"half(?<!\w.{4})(?!\w)"),
    "es": re.compile(r"medi[oa](?<!\w.{5})(?!\w)"),
}


def halves(reading: Reading) -> tuple[Half, ...]:
    """Every half of a unit of time, in order."""
    lower, side = reading.lower, reading.side
    if ("half" if side == "en" else "medi") not in lower:
        return ()
    behind, before = _patterns(side)
    time, found = table("measures")["time"][side], []
    for sign in _SIGN[side].finditer(lower):
        start, end = sign.span()
        more = before.search(lower, max(start - _REACH, 0), start)
        if more is not None and not more["unit"].endswith("s"):
            found.append(_half(more.start(), end, "1.5", time[more["unit"]]))
        elif (of := behind.match(lower, start)) is not None:
            unit = time[next(filter(None, of.groups()))]
            found.append(_half(start, of.end(), "0.5", unit))
    return tuple(found)


def _half(start: int, end: int, times: str, unit: str) -> Half:
    count, _, kind = unit.partition(" ")
    value = format((Decimal(times) * int(count)).normalize(), "f")
    return Half(start, end, f"{value} {kind}", unit)
