"""Times of day and fractions: figures and words that are numbers of a special kind.

What always holds: a time of day is written `15:00` whatever the clock of twelve or twenty-four
hours; a fraction is `3/4` and, where that is exact, the percentage too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side

_HALF = r"(?P<half>(?:[ap])\.?[ \u00a0]?m\b\.?)"
_UNIT = r"[ \u00a0]?(?:horas|hrs?|h)\b\.?"
_TIME = re.compile(
    # The digit stands first, so that the search may skip to one. A point parts the minutes where
    # what follows says that it is a time: 6.45 p.m., las 18.45 horas.
    r"(?P<hour>\d(?<![\w:.,/-]\d)\d?)(?::(?P<minute>\d{2})|\.(?P<pointed>[0-5]\d)(?!\d))?(?::\d{2})?"
    rf"(?:[ \u00a0]?{_HALF}|(?P<unit>{_UNIT})?)(?![\w:])"
)
_AT = re.compile(r"(?<!\w)(?:a|desde|hasta) las $")
_LAS = re.compile(r"(?<!\w)las $")
_DAY = 24
_NOON, _NEAR = 12, 10


@dataclass(frozen=True, slots=True)
class Share:
    """A time of day or a fraction at code points [start, end), by all its keys; `amounts` is the full hour."""

    start: int
    end: int
    keys: tuple[str, ...]
    weak: bool = False
    amounts: tuple[str, ...] = ()


def times(reading: Reading) -> tuple[Share, ...]:
    """Every time of day that has minutes or says a.m. or p.m."""
    lower = reading.lower
    if ":" not in lower and "m" not in lower and "h" not in lower:
        return ()
    found = []
    for match in _TIME.finditer(lower):
        if not (match["half"] or match["minute"] or _said_at(match, lower)):
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or match["pointed"] or 0)
        if hour > 24 or minute > 59:
            continue
        if match["half"]:
            hour = hour % _NOON + (_NOON if match["half"].startswith("p") else 0)
        bare = () if minute else (str(int(match["hour"])),)
        found.append(Share(*match.span(), (f"{hour:02}:{minute:02}",), amounts=bare))
    return tuple(found)


def _said_at(match: re.Match[str], lower: str) -> bool:
    """Whether the word before says that an hour follows, and not so many hours."""
    if not match["unit"] or int(match["hour"]) == _DAY:
        return False
    before = _LAS if match["pointed"] else _AT
    return before.search(lower, max(match.start() - _NEAR, 0), match.start()) is not None


@cache
def _pattern(side: Side) -> re.Pattern[str]:
    entry = table("fractions")[side]
    numerators = "|".join(sorted(entry["numerators"], key=len, reverse=True))
    parts = "|".join(sorted(entry["parts"], key=len, reverse=True))
    wholes = "|".join(sorted(entry["wholes"], key=len, reverse=True))
    counts = "|".join(sorted(table("numbers")[side]["cardinals"], key=len, reverse=True))
    among = r" (?:out of|in)(?: every)? " if side == "en" else r" de cada "
    firsts = "".join(sorted({form[0] for form in f"{numerators}|{wholes}|{counts}".split("|")}))
    return re.compile(
        rf"(?<![\w])(?=[\d{firsts}])(?:(?P<numerator>{numerators}|\d{{1,2}})[ \u00a0-](?P<part>{parts})"
        rf"|(?P<whole>{wholes})|(?P<some>{counts}|\d{{1,2}}){among}(?P<all>{counts}|\d{{1,3}}))(?![\w])"
    )


def fractions(reading: Reading) -> tuple[Share, ...]:
    """Every fraction in words: three quarters, dos terceras partes, la mitad."""
    entry = table("fractions")[reading.side]
    found = []
    cardinals = table("numbers")[reading.side]["cardinals"]
    for match in _pattern(reading.side).finditer(reading.lower):
        if match["some"]:
            some, among = (int(cardinals.get(match[g], match[g])) for g in ("some", "all"))
            if 0 < some < among:  # nine of every ten
                found.append(Share(*match.span(), _keys(some, among)))
            continue
        if match["whole"]:
            over, under = map(int, entry["wholes"][match["whole"]].split("/"))
            found.append(Share(*match.span(), _keys(over, under), weak=True))
        else:
            word = match["numerator"]
            over = int(entry["numerators"].get(word, word))
            keys = _keys(over, int(entry["parts"][match["part"]]))
            if match["part"].startswith("quarter"):
                keys = (*keys, f"{over * 3} m")  # two quarters may be half a year
            found.append(Share(*match.span(), keys))
    return tuple(found)


def _keys(over: int, under: int) -> tuple[str, ...]:
    exact, rest = divmod(over * 100, under)
    return (f"{over}/{under}",) if rest else (f"{over}/{under}", f"{exact} %")
