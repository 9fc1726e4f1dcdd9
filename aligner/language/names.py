"""Words written with a capital: what may be the name of a person, a place or an institution.

What always holds: a word that begins a sentence, a quotation or a line is marked `initial`, since
its capital says nothing, and so is a word of a heading in title case or the label of a menu; words wholly in capitals are left to the acronyms unless long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aligner.language.folding import lowered
from aligner.language.reading import Reading
from aligner.language.sentence_signs import has_inner_stop
from aligner.language.tables import table
from aligner.language.vocabulary import en_empty
from aligner.text.segment import Side, Span

_CAPITAL = re.compile(r"(?<![\w@./\\~?$%#+-])[A-ZÁÉÍÓÚÜÑÀ-Þ][\w]*(?:['’][A-Za-z]+)?(?![\w@+]|\.\w)")
_BEGINS = re.compile(r"(?:^|[.!?…:;\n•|>\"“”«‘'(¿¡*\[–—-])[\s\"“«‘'(¿¡*\[]*$")
# "ShiftDelete", "NombreEtiqueta": words written as one, the label of a key or a word of a programme; a
# surname may begin so (McAllen, DeLuca).
_CAMEL = re.compile(r"(?!Ma?c[A-Z]|[DL][aei][A-Z])[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+[A-ZÁÉÍÓÚÑ]\w*$")
_SHORTEST = 2
# In a heading with this part of its longer words capitalised, a capital says nothing.
_TITLED, _LONGER, _FEW = 0.7, 4, 4
_NEAR, _FAR = 16, 60
# A run of capitalised words, and of labels on the way to one.
_WAY = re.compile(r" [-–] | ?[→>▸‣] ?")
_LED = re.compile(rf"(?<!\w)(?:[A-ZÁÉÍÓÚÑ][\w.]*(?:{_WAY.pattern}| ))+$")
_GOES = re.compile(rf"(?:(?:{_WAY.pattern}| )[A-ZÁÉÍÓÚÑ][\w.]*)+")
# "NGOs", "EU": the acronyms' own; longer ones may be names that are shouted.
_ACRONYM = re.compile(r"[A-ZÑ]{2,5}s?$")


@dataclass(frozen=True, slots=True)
class Name:
    """One capitalised word at code points [start, end), folded; `initial`: it begins something or is
    shouted, so that the capital says nothing."""

    start: int
    end: int
    folded: str
    initial: bool


@cache
def _plain(side: Side) -> frozenset[str]:
    words = table("numbers")[side]
    return frozenset({*table("names")["capitals"][side], *words["ordinals"], *words["cardinals"]})


@cache
def famous() -> frozenset[str]:
    """Names that are names even where they begin a sentence."""
    return frozenset(table("names")["famous"])


@cache
def cities() -> frozenset[str]:
    """Names of cities, on either side."""
    return frozenset(table("names")["cities"])


@cache
def exonyms() -> Mapping[str, frozenset[str]]:
    """English names of places and peoples, and the Spanish words that may stand for them."""
    return {en: frozenset(map(lowered, es)) for en, es in table("names")["places"].items()}


@cache
def english_of() -> Mapping[str, frozenset[str]]:
    """Spanish words of the table of places, and the English ones that they may stand for."""
    found: dict[str, set[str]] = {}
    for english, spanish in exonyms().items():
        for word in spanish:
            found.setdefault(word, set()).add(english)
    return {word: frozenset(english) for word, english in found.items()}


def names(reading: Reading) -> tuple[Name, ...]:
    """Every capitalised word that may be a name, in order."""
    text, lower = reading.text, reading.lower
    if text.islower():
        return ()
    plain, known = _plain(reading.side), famous()
    titled = _in_title_case(reading)
    found = []
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        folded = lower[start:end].split("'")[0].split("’")[0]
        loud = end - start > 1 and text[start:end].isupper()
        if (
            len(folded) < _SHORTEST
            or folded in plain
            or _ACRONYM.match(match[0])
            or "_" in match[0]
        ):
            continue
        initial = folded not in known and (
            titled
            or loud
            or _CAMEL.match(match[0]) is not None
            or _BEGINS.search(text, max(start - 6, 0), start) is not None
            or _is_label(reading, start, end)
        )
        found.append(Name(start, start + len(folded), folded, initial))
    return tuple(found)


# A capital within a word, as names of products have it: LibreOffice, macOS.
_WITHIN = re.compile(
    r"(?<![\w@./\\~?$%#+-])(?:[a-z]{1,4}|[A-Z][a-z]+)[A-Z][A-Za-z]*(?![\w@+(_]|\.\w)"
)


def written_as_names(reading: Reading) -> tuple[tuple[Span, bool], ...]:
    """The words that are written as names wherever they stand, headings and labels included, and
    whether each begins something, so that a capital says nothing but within the word."""
    text = reading.text
    if text.islower():
        return ()
    plain = _plain(reading.side)
    found = {match.span(): False for match in _WITHIN.finditer(text)}
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        if match[0][1:].islower() and reading.lower[start:end] not in plain:
            begins = _BEGINS.search(text, max(start - 6, 0), start) is not None
            found.setdefault((start, end), begins)
    return tuple(sorted(found.items()))


def _in_title_case(reading: Reading) -> bool:
    """Whether nearly all words but the small ones have a capital, as in an English heading."""
    if reading.side == "es" or has_inner_stop(reading.text):
        return False  # Spanish headings are set as sentences are.
    longer = [word for word in reading.words if word.end - word.start >= _LONGER]
    small = [word for word in longer if not reading.text[word.start].isupper()]
    if len(longer) < _FEW or len(small) > (1 - _TITLED) * len(longer):
        return False
    # A sentence full of long names ends in a stop and has words of its own in small letters.
    sentence = reading.text.rstrip().endswith(".")
    return not (sentence and any(not en_empty(word.folded) for word in small))


@cache
def _labels(side: Side) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words, acts, moves = (
        "|".join(table("names")[each][side]) for each in ("labels", "acts", "moves")
    )
    before = re.compile(rf"(?:→|(?<!\w)(?:{words}|{acts}|(?:{acts}) the)) ?$")
    to_way = re.compile(rf"(?<!\w)(?:{moves}) ?$")
    return before, to_way, re.compile(rf" ?(?:→|(?:{words})(?!\w))")


def _is_label(reading: Reading, start: int, end: int) -> bool:
    """Whether the word is one of those that name a menu, a key or a button, which each version may
    translate: *choose Format - Text Box*, *the Page Style dialog*."""
    before, to_way, behind = _labels(reading.side)
    lower, text = reading.lower, reading.text
    led = _LED.search(text, max(start - _FAR, 0), start)
    goes = _GOES.match(text, end, end + _FAR)
    first, last = led.start() if led else start, goes.end() if goes else end
    if before.search(lower, max(first - _NEAR, 0), first) or behind.match(lower, last):
        return True
    way = _WAY.search(text, first, last)
    if way is None:
        return False
    return (
        not {"-", "–"} & set(way[0])
        or to_way.search(lower, max(first - _NEAR, 0), first) is not None
    )
