"""Cardinal and ordinal numbers in figures and in words, with every value they may have.

What always holds: time is linear in the text; numbers stand in order and do not overlap. `values`
are decimal strings (`1250.5`), first those that the side's region gives; a form that the region
does not write has only `foreign` values. A weak number (an article, an adverb) matches but
accuses nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from aligner.language.reading import Reading
from aligner.language.regions import Region, region
from aligner.language.tables import table
from aligner.text.segment import Side

# Blanks part thousands only before exactly three digits; other marks may stand between any digits.
_FIGURE = r"\d+(?:(?:[.,'’](?=\d)|[ \u00a0\u202f\u2009](?=\d{3}(?!\d)))\d+)*"
_SUFFIX = {
    "en": r"(?:st|nd|rd|th)\b",
    "es": r"\.?(?:[ºª°]|(?:st|nd|th|er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|o|a)\b)",
}
_ROMAN = re.compile(
    r"(?<![\w.])(?=[IVX]{2,}\b|[IVX]\b(?=[.)]?$))X{0,3}(?:IX|IV|V?I{0,3})(?![\w'’])"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_LONGEST = 30
_ARTICLES = ("un", "una")
_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Number:
    """One number at code points [start, end).

    `values` are what it is in the side's region, `foreign` what it would be elsewhere; `form` is
    the figures as they stand (empty for words); `ordinal`, `weak`, `word` say what it looks like.
    `attached` is true for figures inside a name such as IPv4, whose value is the whole name;
    `article` for un and una, which only now and then are one.
    """

    start: int
    end: int
    values: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    form: str = ""
    ordinal: bool = False
    weak: bool = False
    word: bool = False
    attached: bool = False
    article: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The number words of a language and the pattern that finds them and figures."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    implied: dict[str, str]
    conjunction: str
    pattern: re.Pattern[str]


@cache
def _lexicon(side: Side) -> _Lexicon:
    entry = table("numbers")[side]
    words = {*entry["cardinals"], *entry["scales"], *entry["ordinals"], *entry["implied"]}
    joined = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    phrases = "|".join(map(re.escape, entry["phrases"]))
    pattern = re.compile(
        rf"(?P<figure>{_FIGURE})(?P<suffix>{_SUFFIX[side]})?|(?<![\w])(?:{phrases})(?![\w])|(?<![\w])(?P<word>{joined})(?![\w])"
    )
    return _Lexicon(
        {word: int(value) for word, value in entry["cardinals"].items()},
        {word: int(value) for word, value in entry["scales"].items()},
        {word: int(value) for word, value in entry["ordinals"].items()},
        entry["implied"],
        entry["conjunction"],
        pattern,
    )


def numbers(reading: Reading) -> tuple[Number, ...]:
    """Every number of the text, in order."""
    lexicon = _lexicon(reading.side)
    where = region(reading.region)
    found: list[Number] = []
    run = _Run(reading, lexicon)
    lower = reading.lower
    for match in lexicon.pattern.finditer(lower):
        word = match["word"]
        if word is None and match["figure"] is None:
            found += run.close()
        elif word is None:
            number = _figures(match, reading, where)
            if number.ordinal or number.attached:
                found += run.close()
                found.append(number)
            else:
                found += run.start_with(number)
        elif word in lexicon.implied:
            found += run.close()
            found.append(Number(*match.span(), (lexicon.implied[word],), weak=True, word=True))
        else:
            found += run.take(word, *match.span())
    found += run.close()
    if "I" in reading.text or "V" in reading.text or "X" in reading.text:
        found += _romans(reading.text)
        found.sort(key=lambda number: number.start)
    return _collapsed(found, reading.text)


def _figures(match: re.Match[str], reading: Reading, where: Region) -> Number:
    start, end = match.span("figure")
    text = reading.text
    form = text[start:end]
    left, right = _name_edges(text, start, end)
    if match["suffix"] and (left, right) != (start, end):
        return Number(start, match.end(), (plain(form),), form=form, ordinal=True)
    if (left, right) != (start, end) and not _stuck(text[left:start]):
        name = reading.lower[left:right]
        return Number(left, right, (name,), form=name, attached=True)
    if match["suffix"]:
        return Number(start, match.end(), (plain(form),), form=form, ordinal=True)
    home, foreign = readings(form, where)
    return Number(start, end, home, foreign, form)


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


def plain(form: str) -> str:
    """Figures without leading zeros; very long ones as they stand."""
    return form.lstrip("0") or "0"


def _clean(whole: str, fraction: str) -> str:
    fraction = fraction.rstrip("0")
    return plain(whole) + (f".{fraction}" if fraction else "")


def readings(form: str, where: Region) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What figures may mean: in `where`, and elsewhere. Exactly the figures that a region's marks
    allow are home readings; where the region is not known, all are."""
    if form.isdigit():
        return (plain(form),), ()
    marks = [("s" if char.isspace() else char) for char in form if not char.isdigit()]
    parts = re.split(r"\D", form)
    kinds = set(marks)
    grouped = all(len(part) == _BETWEEN for part in parts[1:]) and len(parts[0]) <= _BETWEEN
    possible: list[tuple[str, str, str]] = []  # value, decimal mark, group mark
    if len(kinds) == 1:
        if grouped and parts[0] != "0":
            possible.append((plain("".join(parts)), "", marks[0]))
        if len(marks) == 1 and marks[0] in ".,":
            possible.append((_clean(parts[0], parts[1]), marks[0], ""))
    elif len(kinds) == 2 and marks[-1] in ".," and marks.count(marks[-1]) == 1:
        inner = parts[1:-1]
        if all(len(part) == _BETWEEN for part in inner) and len(parts[0]) <= _BETWEEN:
            possible.append((_clean("".join(parts[:-1]), parts[-1]), marks[-1], marks[0]))
    if not possible:
        # A version, an address, a section: it is what it is, whatever the marks.
        return (".".join(part.lstrip("0") or "0" for part in parts),), ()
    if not where.known:
        return tuple(value for value, _, _ in possible), ()
    home = tuple(
        value
        for value, decimal, group in possible
        if decimal in ("", where.decimal) and (not group or group in where.groups)
    )
    return home, tuple(value for value, _, _ in possible if value not in home)


class _Run:
    """A row of number words under way: `twenty-five thousand`, `treinta y un mil`."""

    def __init__(self, reading: Reading, lexicon: _Lexicon) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.start = self.end = -1
        self.clear()

    def clear(self) -> None:
        self.total = self.current = 0
        self.scale = 99
        self.words = 0
        self.ordinal = self.weak = False
        self.digits: Number | None = None
        self.power = 0

    def start_with(self, number: Number) -> list[Number]:
        done = self.close()
        self.digits, self.start, self.end = number, number.start, number.end
        return done

    def take(self, word: str, start: int, end: int) -> list[Number]:
        """Adds one word, or closes the row and begins another; returns what was closed."""
        if self._preceded_by_por(word, start):
            return self.close()
        done: list[Number] = []
        if not self._adds(word, start):
            done = self.close()
        if self.start < 0:
            self.start = start
        self.end = end
        self._add(word)
        return done

    def _preceded_by_por(self, word: str, start: int) -> bool:
        # "por ciento" is a sign of per cent, not a hundred.
        return (
            word in ("ciento", "cien") and self.reading.lower[max(start - 4, 0) : start] == "por "
        )

    def _adds(self, word: str, start: int) -> bool:
        if self.start < 0 or self.ordinal:
            return False
        gap = self.reading.lower[self.end : start]
        joined = gap in (" ", "-", "\u00a0", "\u2011")
        linked = gap.split() == [self.lexicon.conjunction]
        if not joined and not linked:
            return False
        lexicon = self.lexicon
        if word in lexicon.scales:
            return joined and lexicon.scales[word] != self.scale
        if self.digits is not None:
            return False
        value = lexicon.cardinals.get(word) or lexicon.ordinals.get(word, 0)
        open_tens = self.current % 100
        if value < 10:
            fits = self.current % 10 == 0 and open_tens != 10
            needs_link = open_tens >= 30 if self.reading.side == "es" else open_tens == 0
        else:
            fits = self.current % 100 == 0 if value < 100 else self.current % 1000 == 0
            needs_link = self.reading.side == "en"
        began = bool(self.current or self.total)
        return (
            began and value > 0 and fits and (linked == needs_link or (joined and open_tens == 0))
        )

    def _add(self, word: str) -> None:
        lexicon = self.lexicon
        self.words += 1
        if word in lexicon.scales:
            self._multiply(lexicon.scales[word])
        elif word in lexicon.cardinals:
            self.current += lexicon.cardinals[word]
            self.weak = self.words == 1 and lexicon.cardinals[word] == 1
        else:
            self.current += lexicon.ordinals[word]
            self.ordinal = True
        if self.words > 1:
            self.weak = False

    def _multiply(self, scale: int) -> None:
        if self.digits is not None:
            self.power += scale
        elif scale == 2:
            self.current = (self.current or 1) * 100
        elif self.total and scale > self.scale:  # dos mil millones
            self.total = (self.total + self.current) * 10**scale
            self.current = 0
        else:
            self.total += (self.current or 1) * 10**scale
            self.current = 0
        self.scale = scale

    def close(self) -> list[Number]:
        """The number under way, if there is one."""
        if self.start < 0:
            return []
        number = self._number()
        self.start = self.end = -1
        self.clear()
        return [number]

    def _number(self) -> Number:
        if self.digits is None:
            bare = self.words == 1 and self.scale != 99  # "thousands of", "miles de"
            value = str(self.total + self.current)
            return Number(
                self.start,
                self.end,
                (value,),
                ordinal=self.ordinal,
                weak=self.weak or bare or self.ordinal,
                word=True,
                article=self.weak and self.reading.lower[self.start : self.end] in _ARTICLES,
            )
        number = self.digits
        if not self.power:
            return number
        return Number(
            self.start,
            self.end,
            tuple(shifted(value, self.power) for value in number.values),
            tuple(shifted(value, self.power) for value in number.foreign),
        )


def shifted(value: str, power: int) -> str:
    """`value` times ten to the `power`; a value that is no decimal stays as it is."""
    if len(value) > _LONGEST or value.count(".") > 1 or not value.replace(".", "").isdigit():
        return value
    product = Decimal(value).scaleb(power)
    text = format(product, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _romans(text: str) -> list[Number]:
    return [
        Number(*match.span(), (str(_roman(match[0])),), ordinal=True, weak=True)
        for match in _ROMAN.finditer(text)
        if match[0]
    ]


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
