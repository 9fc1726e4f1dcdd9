"""Times of day and fractions: figures and words that are numbers of a special kind.

What always holds: a time of day is written `15:00` whatever the clock of twelve or twenty-four
hours; a fraction is `3/4` and, where that is exact, the percentage too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aligner.language.beginnings import beginnings
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.language.vocabulary import en_empty, es_empty
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
# Two times share the word that says so: de las 15 a las 18 horas, de 9.00 a 17.30 horas.
_ON_TO = re.compile(
    r" (?:a|y|hasta) las \d{1,2}(?:[.:]\d{2})?[ \u00a0](?:horas|hrs?|h)\b"
    r"|(?<=\d) (?:a|y) \d{1,2}\.\d{2}[ \u00a0](?:horas|hrs?|h)\b"
)
_FROM = re.compile(r"(?<!\w)\d{1,2}\.\d{2} (?:a|y) $")
# A clock in Spanish words: las seis y media de la tarde.
_SAID = re.compile(
    r"(?<!\w)las? (?P<hour>[a-z]{2,5}|\d{1,2})"
    r"(?: (?P<sign>y|menos) (?P<minute>media|cuarto|[a-z]{4,10})(?: y (?P<unit>[a-z]{2,6}))?)?"
    r" (?:horas )?de la (?P<part>manana|tarde|noche|madrugada)(?!\w)"
)
# From this hour on *de la noche* is before midnight.
_DUSK = 6
_MINUTES = {"media": 30, "cuarto": 15}
# A fraction in figures: 2/3.
_OVER = re.compile(r"(?<![\w/.,-])(\d{1,2})/(\d{1,3})(?![\w/-]|[.,]\d)")
_ENGLISH_NOUN = re.compile(r"[ -]([a-z]+)")
_NOUN = re.compile(r" ([a-z]{4,})")
# A majority in figures: *a 3:1 majority* is *las tres cuartas partes*.
_MAJORITY = re.compile(
    r"(?<![\w:.,])(\d{1,2}):(\d{1,2})[ -](?:super)?majorit|mayoria de (\d{1,2}):(\d{1,2})(?![\w:])"
)
_DAY, _HOUR = 24, 60
_NOON, _NEAR, _HUNDRED = 12, 12, 100


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
    in_words = reading.side == "es" and " de la " in lower
    if not in_words and ":" not in lower and "m" not in lower and "h" not in lower:
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
    if in_words:
        found += _said(lower)
    return tuple(found)


def _said(lower: str) -> list[Share]:
    """Times of day in Spanish words that say which part of the day."""
    counts, found = table("numbers")["es"]["cardinals"], []
    for match in _SAID.finditer(lower):
        hour = counts.get(match["hour"], match["hour"])
        if not hour.isdecimal() or not 1 <= int(hour) <= _NOON:
            continue
        minute = _minute(match, counts)
        if minute is None:
            continue
        late = _is_late(int(hour), match["part"])
        at = (int(hour) % _NOON + (_NOON if late else 0)) * _HOUR + minute
        key = f"{at // _HOUR % _DAY:02}:{at % _HOUR:02}"
        found.append(Share(*match.span(), (key,), amounts=() if minute else (hour,)))
    return found


def _minute(match: re.Match[str], counts: Mapping[str, str]) -> int | None:
    """The minutes behind the hour, or before it where it says *menos*; None where they are none."""
    said = [word for word in (match["minute"], match["unit"]) if word]
    values = [_MINUTES.get(word, counts.get(word, "")) for word in said]
    if not all(str(value).isdecimal() for value in values):
        return None
    minutes = sum(map(int, values))
    if minutes >= _HOUR or (match["unit"] and (int(values[0]) % 10 or int(values[1]) >= 10)):
        return None
    return -minutes if match["sign"] == "menos" else minutes


def _is_late(hour: int, part: str) -> bool:
    """Whether an hour of a part of the day lies after noon: twelve *de la noche* is midnight, twelve
    *de la mañana* is noon, and the first hours of a night are those of the next day."""
    if part == "noche":
        return _DUSK <= hour < _NOON
    return part == "tarde" or (part == "manana" and hour == _NOON)


def _said_at(match: re.Match[str], lower: str) -> bool:
    """Whether the words around say that it is an hour, and not so many hours."""
    start, end = match.span()
    low = max(start - _NEAR, 0)
    ranged = _ON_TO.match(lower, end) is not None
    if match["pointed"] and (ranged or (match["unit"] and _FROM.search(lower, low, start))):
        return True
    if not (match["unit"] or ranged) or int(match["hour"]) == _DAY:
        return False
    before = _LAS if match["pointed"] or ranged else _AT
    return before.search(lower, low, start) is not None


@cache
def _pattern(side: Side) -> re.Pattern[str]:
    entry = table("fractions")[side]
    numerators = "|".join(sorted(entry["numerators"], key=len, reverse=True))
    parts = "|".join(sorted(entry["parts"], key=len, reverse=True))
    wholes = "|".join(sorted(entry["wholes"], key=len, reverse=True))
    counts = "|".join(sorted(table("numbers")[side]["cardinals"], key=len, reverse=True))
    # One train in three, uno de cada tres trenes; behind *in* a noun would count something else.
    among = r"(?P<noun> [a-z]{3,20})? (?:out of|in)(?: every)? "
    if side == "es":
        among = r"(?: [a-z]{3,20})? de cada "
    firsts = beginnings(f"{numerators}|{wholes}|{counts}".split("|"))
    return re.compile(
        rf"(?<![\w])(?=\d|{firsts})(?:(?P<numerator>{numerators}|\d{{1,2}})[ \u00a0-](?P<part>{parts})"
        rf"|(?P<whole>{wholes})|(?P<some>{counts}|\d{{1,2}}){among}(?P<all>{counts}|\d{{1,3}}))(?![\w])"
    )


def fractions(reading: Reading) -> tuple[Share, ...]:
    """Every fraction: three quarters, dos terceras partes, la mitad, 2/3."""
    side = reading.side
    entry = table("fractions")[side]
    found = []
    for match in _OVER.finditer(reading.lower) if "/" in reading.lower else ():
        over, under = int(match[1]), int(match[2])
        if 0 < over < under <= _HUNDRED:
            found.append(Share(*match.span(), _keys(over, under)))
    for match in _MAJORITY.finditer(reading.lower) if ":" in reading.lower else ():
        over, under = (int(each) for each in match.groups() if each)
        if 0 < under <= over:
            found.append(Share(*match.span(), _keys(over, over + under)))
    cardinals = table("numbers")[side]["cardinals"]
    for match in _pattern(side).finditer(reading.lower):
        if match["some"]:
            some, among = (int(cardinals.get(match[g], match[g])) for g in ("some", "all"))
            counts = side == "en" and match["noun"] and _counts(reading.lower, match.end())
            if 0 < some < among and not counts:  # nine of every ten
                found.append(Share(*match.span(), _keys(some, among)))
            continue
        if match["part"] == "cuarto" and _is_ordinal(reading.lower, match.end()):
            continue
        if match["whole"]:
            if match["whole"].startswith(("a ", "an ")) and _counts(reading.lower, match.end()):
                continue
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


def _counts(lower: str, end: int) -> bool:
    """Whether an English noun follows that the words count: *a third party*, *in two rooms*."""
    noun = _ENGLISH_NOUN.match(lower, end)
    return noun is not None and not en_empty(noun[1])


def _is_ordinal(lower: str, end: int) -> bool:
    """Whether *un cuarto* counts a noun behind it, as in *un cuarto parámetro*."""
    noun = _NOUN.match(lower, end)
    return noun is not None and not es_empty(noun[1])


def _keys(over: int, under: int) -> tuple[str, ...]:
    exact, rest = divmod(over * 100, under)
    return (f"{over}/{under}",) if rest else (f"{over}/{under}", f"{exact} %")
