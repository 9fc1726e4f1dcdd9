"""What a capitalised word names: whether anything beside it says person, place or institution.

What always holds: the words around a name speak for it, never its letters; a run of capitalised
words is looked at as one. Without such a word a capital may as well be a label or a product's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aligner.language.names import Name, famous
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side, Span

_LETTER = r"[A-ZÁÉÍÓÚÜÑÀ-Þ]"
_CAPITAL = re.compile(rf"(?<!\w){_LETTER}")
_JOINT = {
    "en": r"(?:[ \u00a0-]|\. |['’]s )",
    "es": r"(?:[ \u00a0-]|\. | (?:de|del|de la|de los) )",
}
_REACH = 60
_NEAR = 24
_SEVERAL = 2


class _Patterns(NamedTuple):
    """A run of capitalised words that ends before a place, words that say what follows or stands
    before is a person or a place, and prepositions of place."""

    run: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    near: re.Pattern[str]


@cache
def _patterns(side: Side) -> _Patterns:
    kinds = table("names")["kinds"][side]
    titles, places, near = ("|".join(kinds[which]) for which in ("titles", "places", "near"))
    of = "(?: of)?" if side == "en" else "(?: de(?: la| los| las)?| del)?"
    return _Patterns(
        re.compile(rf"(?<!\w)(?:{_LETTER}[\w’']*{_JOINT[side]})+$"),
        re.compile(rf"(?<!\w)(?:(?:{titles})\.?|(?:{places}){of}) $"),
        re.compile(rf" (?:{places})(?!\w)" if side == "en" else r"(?!)"),
        re.compile(rf"(?<!\w)(?:{near}) $"),
    )


@cache
def _onward(side: Side) -> re.Pattern[str]:
    return re.compile(rf"(?:{_JOINT[side]}{_LETTER}[\w’']*)+")


@cache
def _listed(side: Side) -> re.Pattern[str]:
    """The members of a list before the last one: *Chiapas, Oaxaca and*."""
    union = "and|or" if side == "en" else "y|e|o|u"
    member = rf"{_LETTER}[\w’']*(?:{_JOINT[side]}{_LETTER}[\w’']*)*"
    return re.compile(rf"(?<!\w)(?:{member}(?:,? (?:{union}) |, ))+$")


def run_of(reading: Reading, name: Name) -> Span:
    """The code points of the capitalised words of which `name` is one."""
    text, side = reading.text, reading.side
    before = _patterns(side).run.search(text, max(name.start - _REACH, 0), name.start)
    behind = _onward(side).match(text, name.end, name.end + _REACH)
    return before.start() if before else name.start, behind.end() if behind else name.end


def surely(reading: Reading, name: Name) -> bool:
    """Whether a form of address, an office or a word for a place stands beside the name, it is an
    apposition, or it is known."""
    return name.folded in famous() or told(reading, name)


def told(reading: Reading, name: Name) -> bool:
    """The same of the words around it alone."""
    start, end = run_of(reading, name)
    patterns, lower = _patterns(reading.side), reading.lower
    return (
        any(
            patterns.before.search(lower, max(at - _NEAR, 0), at)
            for at in _begins(reading, start, name)
        )
        or patterns.behind.match(lower, end) is not None
        or patterns.behind.match(lower, name.end) is not None
        or _apposed(reading.text, start, end)
    )


def vouched(reading: Reading, name: Name) -> bool:
    """Whether the words around the name say what it is, if only a preposition of place does."""
    return surely(reading, name) or placed(reading, name)


def placed(reading: Reading, name: Name) -> bool:
    """Whether a preposition of place stands before the name or its list."""
    near, start = _patterns(reading.side).near, run_of(reading, name)[0]
    return any(
        near.search(reading.lower, max(at - _NEAR, 0), at) for at in _begins(reading, start, name)
    )


def _begins(reading: Reading, start: int, name: Name) -> list[int]:
    """Where the words of the run that holds `name` begin, and those of a list of which it is the
    last member."""
    listed = _listed(reading.side).search(reading.text, max(start - _REACH, 0), start)
    first = listed.start() if listed else start
    return [word.start() for word in _CAPITAL.finditer(reading.text, first, name.start + 1)]


def _apposed(text: str, start: int, end: int) -> bool:
    """Whether several words stand between commas: *the chair, Ana Solís, said*."""
    return (
        len(text[start:end].split()) >= _SEVERAL
        and text[max(start - 2, 0) : start] == ", "
        and text[end : end + 1] in (",", ".", ";")
    )
