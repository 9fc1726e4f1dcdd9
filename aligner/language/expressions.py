"""Expressions of a table (phrase -> meanings) found in a text: frequencies, offices.

What always holds: of two expressions that overlap the longer one at the earlier place is taken; a
text that holds none of the words that expressions begin with costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aligner.language.reading import Reading
from aligner.language.roles import small
from aligner.language.tables import table
from aligner.text.segment import Side


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression at code points [start, end), folded, and what it may mean."""

    start: int
    end: int
    form: str
    meanings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Finder:
    firsts: frozenset[str]
    pattern: re.Pattern[str]
    meanings: Mapping[str, tuple[str, ...]]


def _finder(meanings: Mapping[str, tuple[str, ...]]) -> _Finder:
    forms = sorted(meanings, key=len, reverse=True)
    joined = "|".join(re.escape(form).replace(r"\ ", r"[ \u00a0\n]") for form in forms)
    return _Finder(
        frozenset(re.split(r"\W", form)[0] for form in forms),
        re.compile(rf"(?<![\w])(?:{joined})(?![\w])"),
        meanings,
    )


@cache
def _frequencies(side: Side) -> _Finder:
    meanings: dict[str, tuple[str, ...]] = {}
    figures = table("numbers")[side]["cardinals"]
    for form, values in table("frequencies")[side].items():
        meanings[form] = tuple(values)
        in_figures = " ".join(figures.get(word, word) for word in form.split(" "))
        meanings.setdefault(in_figures, tuple(values))  # every two years, every 2 years
    return _finder(meanings)


@cache
def _weekdays(side: Side) -> _Finder:
    return _finder({form: tuple(values) for form, values in table("weekdays")[side].items()})


# The head of an office, and its other forms: *ministro de Salud*, *ministras de Salud*.
_HEADS: dict[Side, dict[str, tuple[str, ...]]] = {
    "en": {"minister": ("ministers",), "secretary": ("secretaries",), "director": ("directors",)},
    "es": {
        "ministro": ("ministra", "ministros", "ministras"),
        "secretario": ("secretarios", "secretarias"),
        "canciller": ("cancilleres",),
        "director": ("directora", "directores", "directoras"),
    },
}


@cache
def _offices(side: Side) -> _Finder:
    meanings: dict[str, tuple[str, ...]] = {}
    for office, entry in table("offices").items():
        for form in dict.fromkeys(each for row in entry[side] for each in _numbers(row, side)):
            meanings[form] = (*meanings.get(form, ()), office)
    return _finder(meanings)


def _numbers(form: str, side: Side) -> tuple[str, ...]:
    """An office and its forms in another number or gender."""
    words = form.split(" ")
    at = next((i for i, word in enumerate(words) if word in _HEADS[side]), -1)
    if at < 0:
        return (form,)
    return (
        form,
        *(" ".join((*words[:at], head, *words[at + 1 :])) for head in _HEADS[side][words[at]]),
    )


@cache
def _bodies(side: Side) -> _Finder:
    meanings: dict[str, tuple[str, ...]] = {}
    for body, entry in table("bodies").items():
        for form in entry[side]:
            meanings[form] = (*meanings.get(form, ()), body)
    return _finder(meanings)


def _found(finder: _Finder, reading: Reading) -> tuple[Expression, ...]:
    if finder.firsts.isdisjoint(reading.vocabulary):
        return ()
    lower = reading.lower
    found: list[Expression] = []
    for word in reading.words:
        if word.folded not in finder.firsts or (found and word.start < found[-1].end):
            continue
        match = finder.pattern.match(lower, word.start)
        if match is not None:
            form = re.sub(r"[\u00a0\n]", " ", match[0])
            found.append(Expression(*match.span(), match[0], finder.meanings[form]))
    return tuple(found)


def frequencies(reading: Reading) -> tuple[Expression, ...]:
    """How often things happen; meanings are periods such as `12m`, `7d`, or `2x1m`."""
    return _found(_frequencies(reading.side), reading)


def offices(reading: Reading) -> tuple[Expression, ...]:
    """Public offices; meanings are the offices that the words may name."""
    return _found(_offices(reading.side), reading)


def bodies(reading: Reading) -> tuple[Expression, ...]:
    """Known bodies, instruments and seas; meanings are what the words may name. A single
    word of English is a name only with a capital."""
    found = _found(_bodies(reading.side), reading)
    if reading.side == "es":
        return found
    return tuple(each for each in found if " " in each.form or reading.text[each.start].isupper())


def weekdays(reading: Reading) -> tuple[Expression, ...]:
    """Days of the week; the meaning is the day."""
    return _found(_weekdays(reading.side), reading)


# A month without a day: its name in full, in English with a capital. "May" is a verb as well, and a
# month before another capital may be a given name: there a word must say that a time follows.
_MONTH_LETTERS = 4
_CAPITAL = re.compile(r" [A-ZÁÉÍÓÚÑ][a-záéíóúñ]")
_WORD_BEFORE = re.compile(r"(\w+) $")


@cache
def _months(side: Side) -> re.Pattern[str]:
    names = [name for name in table("dates")[side] if len(name) >= _MONTH_LETTERS or name == "may"]
    return re.compile(rf"(?<![\w./-])(?:{'|'.join(sorted(names, key=len, reverse=True))})(?![\w])")


def months(reading: Reading) -> tuple[Expression, ...]:
    """The months that the text names, with a day or without; the meaning is the month."""
    found = []
    named = table("dates")[reading.side]
    for match in _months(reading.side).finditer(reading.lower):
        start, end = match.span()
        if reading.side == "en" and not reading.text[start].isupper():
            continue
        doubtful = match[0] == "may" or _CAPITAL.match(reading.text, end)
        if reading.side == "en" and doubtful and not _timed(reading, start):
            continue
        found.append(Expression(start, end, match[0], (named[match[0]],)))
    return tuple(found)


def _timed(reading: Reading, start: int) -> bool:
    """Whether the word before a place says that a time follows."""
    before = _WORD_BEFORE.search(reading.lower, max(start - 12, 0), start)
    return before is not None and before[1] in small("en", "times")
