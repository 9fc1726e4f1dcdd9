"""Cardinal and ordinal numbers in figures and in words, with every value they may have.

What always holds: time is linear in the text; numbers stand in order and do not overlap. `values`
are decimal strings (`1250.5`), first those that the side's region gives; a form that the region
does not write has only `foreign` values. A weak number (an article, an adverb) matches but
accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from aligner.language.code import code_spans, in_code
from aligner.language.figures import Number, plain, readings
from aligner.language.number_words import Run, lexicon
from aligner.language.provisions import announces
from aligner.language.reading import Reading
from aligner.language.regions import Region, region

_ROMAN = re.compile(
    r"(?<![\w.])(?=[IVX]{2,}\b|[IVX]\b(?=[.)]?$))X{0,3}(?:IX|IV|V?I{0,3})(?![\w'’])"
)
# One letter is a number behind a word that announces one, and before a Spanish noun with a capital.
_ROMAN_LETTER = re.compile(r"(?<![\w.])[IVX](?![\w'’])")
_NUMBERED = re.compile(r" [A-ZÁÉÍÓÚÑ][a-záéíóúñ]")
_SPANISH_THE = re.compile(r"(?<!\w)(?:el|la|del|al|las|los) $")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[-–/]$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_BETWEEN_TWO = re.compile(
    r"(?<!\w)(?:between|entre)(?: (?:the|these|those|los|las|cada|estos|estas))? $"
)
_WORD_BEFORE = re.compile(r"([a-z]+) $")
_TELLING = frozenset(("last", "next", "other", "another", "same", "new", "old", "former", "latter"))
_GROUPS = re.compile(r"\d+")
_LONGEST = 30
_BETWEEN = 3
# What one sign adds: 2½.
_PARTS = {"¼": ".25", "½": ".5", "¾": ".75"}


def numbers(reading: Reading) -> tuple[Number, ...]:
    """Every number of the text, in order."""
    known = lexicon(reading.side)
    where = region(reading.region)
    found: list[Number] = []
    run = Run(reading, known)
    lower = reading.lower
    for match in known.pattern.finditer(lower):
        word = match["word"]
        if match["fixed"]:
            found += run.close()
            value = known.fixed[match["fixed"]]
            found.append(
                Number(
                    *match.span(), tuple(value.lstrip("~").split()), weak=value[0] == "~", word=True
                )
            )
        elif word is None and match["figure"] is None:
            found += run.close()
        elif word is None:
            number = _figures(match, reading, where)
            if number.ordinal or number.attached:
                found += run.close()
                found.append(number)
            else:
                found += run.start_with(number)
        elif word == "dos" and reading.text[match.start() : match.end()].isupper():
            found += run.close()  # the system, not the number
        elif word == "one" and _stands_for_noun(lower, match.start(), known.ordinals):
            found += run.close()  # "the second one"
        elif word in known.implied:
            found += run.close()
            found.append(Number(*match.span(), (known.implied[word],), weak=True, word=True))
        else:
            found += run.take(word, *match.span())
    found += run.close()
    if "I" in reading.text or "V" in reading.text or "X" in reading.text:
        found += _romans(reading)
        found.sort(key=lambda number: number.start)
    if reading.of(code_spans):
        found = [each for each in found if not in_code(reading, each.start, each.end)]
    return tuple(_dual(number, lower) for number in _collapsed(found, reading.text))


def _stands_for_noun(lower: str, start: int, ordinals: Mapping[str, int]) -> bool:
    """Whether "one" stands behind a word that counts or tells apart, in place of a noun."""
    before = _WORD_BEFORE.search(lower, max(start - _LONGEST, 0), start)
    return before is not None and (before[1] in ordinals or before[1] in _TELLING)


def _dual(number: Number, lower: str) -> Number:
    """What stands between is two anyway: *between the two ports*, *entre cada dos puertos*."""
    if not number.word or number.values != ("2",):
        return number
    between = _BETWEEN_TWO.search(lower, max(number.start - _LONGEST, 0), number.start)
    return number if between is None else replace(number, weak=True)


def _figures(match: re.Match[str], reading: Reading, where: Region) -> Number:
    start, end = match.span("figure")
    text = reading.text
    form = text[start:end]
    if text[end : end + 1] in _PARTS and form.isdigit():
        return Number(
            start, end + 1, (plain(form) + _PARTS[text[end]],), form=text[start : end + 1]
        )
    left, right = _name_edges(text, start, end)
    if text[end:right] == "s" and left == start and len(form) in (2, 4) and form.isdigit():
        # A decade: the 1970s, the 70s.
        return Number(start, right, tuple(dict.fromkeys((form, form[-2:]))), form=form)
    if match["suffix"] and form != "0" and (left, right) != (start, end):
        return Number(start, match.end(), (plain(form),), form=form, ordinal=True)
    version = right == end and text[left:start] in ("v", "V")
    if (left, right) != (start, end) and not version and not _stuck(text[left:start]):
        name = reading.lower[left:right]
        return Number(left, right, (name,), form=name, attached=_inside(name, form, where))
    if match["suffix"] and form != "0":
        return Number(start, match.end(), (plain(form),), form=form, ordinal=True)
    if len(form) == 2 and _YEAR.search(text, max(start - 6, 0), start):
        # 2020–25: the century stands before the dash.
        return Number(start, end, (text[start - 5 : start - 3] + form, form), form=form)
    home, foreign = readings(form, where)
    return Number(start, end, home, foreign, form)


def _inside(name: str, form: str, where: Region) -> tuple[str, ...]:
    """What the figures of a name mean without its letters: another house writes 2 GB, ISO 9660."""
    groups = _GROUPS.findall(name)
    if len(groups) > 1:
        return (".".join(map(plain, groups)),)
    home, foreign = readings(form, where)
    return home + foreign


def _name_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The letters that touch the figures: `IPv4`, `x86`, `v2`; bounded, so that time is linear."""
    left, right = start, end
    while (
        left > 0 and start - left < _LONGEST and (text[left - 1].isalnum() or text[left - 1] == "_")
    ):
        left -= 1
    while (
        right < len(text)
        and right - end < _LONGEST
        and (text[right].isalnum() or text[right] == "_")
    ):
        right += 1
    return left, right


def _stuck(before: str) -> bool:
    """Whether a blank was forgotten after a word: `últimos12`; names are short or have capitals."""
    return len(before) > _BETWEEN and before.islower()


def _romans(reading: Reading) -> list[Number]:
    spans = {match.span() for match in _ROMAN.finditer(reading.text) if match[0]}
    for match in _ROMAN_LETTER.finditer(reading.text):
        if _is_numeral(reading, *match.span()):
            spans.add(match.span())
    return [
        Number(
            start, end, (str(_roman(reading.text[start:end])),), ordinal=True, weak=True, roman=True
        )
        for start, end in sorted(spans)
    ]


def _is_numeral(reading: Reading, start: int, end: int) -> bool:
    """Whether a single capital is a numeral: *Annex I*, *la X Cumbre*."""
    announced = announces(reading.side).search(reading.lower, max(start - _LONGEST, 0), start)
    if announced is not None:
        # "Point I made": the pronoun, unless the word before has a capital too.
        at = announced.start()
        return reading.text[start] != "I" or reading.text[at].isupper() or reading.side == "es"
    return (
        reading.side == "es"
        and _NUMBERED.match(reading.text, end) is not None
        and _SPANISH_THE.search(reading.lower, max(start - 5, 0), start) is not None
    )


def _roman(form: str) -> int:
    total = 0
    for letter, following in zip(form, form[1:] + " ", strict=True):
        value = _ROMAN_VALUES[letter]
        total += -value if _ROMAN_VALUES.get(following, 0) > value else value
    return total


_REPEATED = re.compile(r"\s{0,2}\(\s{0,2}$")


def _collapsed(found: list[Number], text: str) -> tuple[Number, ...]:
    """`thirty (30)` is one number, said twice."""
    kept: list[Number] = []
    for number in found:
        if kept:
            before = kept[-1]
            if number.start < before.end:
                continue
            gap = text[before.end : number.start]
            if (
                len(gap) < 6
                and (before.word != number.word)
                and set(before.values) & set(number.values)
                and _REPEATED.match(gap)
                and text[number.end : number.end + 1] == ")"
            ):
                kept[-1] = Number(
                    before.start, number.end + 1, number.values, number.foreign, number.form
                )
                continue
        kept.append(number)
    return tuple(kept)
