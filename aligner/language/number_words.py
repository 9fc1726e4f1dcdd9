"""Rows of number words: twenty-five thousand, treinta y un mil, mil 700 millones.

What always holds: a row is closed by the first word that cannot go on with it, so that two numbers
side by side stay two; each word is looked at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aligner.language.beginnings import beginnings
from aligner.language.figures import Number, shifted
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side

# Blanks part thousands only before exactly three digits; other marks may stand between any digits.
_FIGURE = r"\d+(?:(?:[.,'’](?=\d)|[ \u00a0\u202f\u2009](?=\d{3}(?!\d)))\d+)*"
_SUFFIX = {
    "en": r"(?:st|nd|rd|th)\b",
    "es": r"\.?(?:[ºª°]|(?:st|nd|th|er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|o|a)\b)",
}
_ARTICLES = ("un", "una")
_THOUSAND, _MILLION, _NO_SCALE = 3, 6, 99
_TEN, _HUNDRED = 10, 2
# No number is said in more words.
_MOST = 20
# Half of a scale that follows or stands before: two and a half million, dos millones y medio.
_HALF = {
    "en": r" and a half(?: (?P<scale>million|billion|trillion))?(?!\w)",
    "es": r" y medi[oa](?: (?P<scale>mil|millon|millones))?(?!\w)",
}
# Half of what is counted: two and a half years, one year and a half, dos años y medio.
_HALF_OF_ONE = {
    "en": re.compile(r" \w+ and a half(?!\w)"),
    "es": re.compile(r" \w+ y medi[oa](?!\w)"),
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of a language and the pattern that finds them and figures."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    implied: dict[str, str]
    conjunction: str
    pattern: re.Pattern[str]
    half: re.Pattern[str]
    fixed: dict[str, str]


@cache
def lexicon(side: Side) -> Lexicon:
    """The number words of `side`."""
    entry = table("numbers")[side]
    words = {*entry["cardinals"], *entry["scales"], *entry["ordinals"], *entry["implied"]}
    joined = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    fixed = "|".join(map(re.escape, entry["fixed"]))
    phrases = "|".join(map(re.escape, entry["phrases"]))
    firsts = beginnings((*words, *entry["fixed"], *entry["phrases"]))
    pattern = re.compile(
        rf"(?P<figure>{_FIGURE})(?P<suffix>{_SUFFIX[side]})?"
        rf"|(?<![\w])(?={firsts})(?:(?P<fixed>{fixed})|(?:{phrases})|(?P<word>{joined}))(?![\w])"
    )
    return Lexicon(
        {word: int(value) for word, value in entry["cardinals"].items()},
        {word: int(value) for word, value in entry["scales"].items()},
        {word: int(value) for word, value in entry["ordinals"].items()},
        entry["implied"],
        entry["conjunction"],
        pattern,
        re.compile(_HALF[side]),
        entry["fixed"],
    )


class Run:
    """A row of number words under way: `twenty-five thousand`, `treinta y un mil`."""

    def __init__(self, reading: Reading, known: Lexicon) -> None:
        self.reading = reading
        self.lexicon = known
        self.start = self.end = -1
        self.clear()

    def clear(self) -> None:
        """Forgets the row."""
        self.total = self.current = 0
        self.scale = _NO_SCALE
        self.words = 0
        self.ordinal = self.weak = False
        self.digits: Number | None = None
        self.power = 0

    def start_with(self, number: Number) -> list[Number]:
        """Takes figures: they begin a row, or stand behind a thousand (mil 700 millones)."""
        if self._after_thousand(number):
            if self.digits is not None:
                self.total, self.digits, self.power = int(self.digits.form) * 1000, None, 0
            self.total += int(number.form)
            self.end = number.end
            self.words += 1
            return []
        done = self.close()
        self.digits, self.start, self.end = number, number.start, number.end
        return done

    def _after_thousand(self, number: Number) -> bool:
        if self.start < 0 or self.scale != _THOUSAND or self.current or self.reading.side != "es":
            return False
        if self.digits is not None and not self.digits.form.isdigit():
            return False
        figures = number.form.isdigit() and len(number.form) <= _THOUSAND
        return figures and self.reading.lower[self.end : number.start] in (" ", "\u00a0")

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
        if self.start < 0 or self.words > _MOST:
            return False
        if self.ordinal:  # septuagésimo sexto
            unit = self.lexicon.ordinals.get(word, _TEN)
            tens = self.current >= _TEN and self.current % _TEN == 0
            return tens and unit < _TEN and self.reading.lower[self.end : start] == " "
        gap = self.reading.lower[self.end : start]
        joined = gap in (" ", "-", "\u00a0", "\u2011")
        linked = gap.split() == [self.lexicon.conjunction]
        if not joined and not linked:
            return False
        lexicon = self.lexicon
        if word in lexicon.scales:
            scale = lexicon.scales[word]
            if scale == _HUNDRED:
                teen = self.reading.side == "en" and _TEN < self.current < 2 * _TEN
                units = 0 < self.current < _TEN or (teen and not self.total)  # nineteen hundred
                return joined and self.digits is None and units
            return joined and scale != self.scale
        if self.digits is not None:
            return False
        if self.reading.side == "es" and word in lexicon.ordinals:
            return False  # "los veinte primeros días"
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
        elif scale == _HUNDRED:
            self.current = (self.current or 1) * 100
            return
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
        number = self._and_a_half(self._number())
        self.start = self.end = -1
        self.clear()
        return [number]

    def _number(self) -> Number:
        if self.digits is None:
            said = self.reading.lower[self.start : self.end]
            bare = self.words == 1 and said in self.lexicon.scales  # several hundred, miles de
            value = str(self.total + self.current)
            return Number(
                self.start,
                self.end,
                (value,),
                ordinal=self.ordinal,
                weak=self.weak or bare or self.ordinal,
                word=True,
                article=self.weak and said in _ARTICLES,
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

    def _and_a_half(self, number: Number) -> Number:
        """Dos millones y medio; two and a half million: half of the last scale more; or half of
        what is counted."""
        lower = self.reading.lower
        tail = self.lexicon.half.match(lower, number.end)
        if number.ordinal or len(number.values) != 1:
            return number
        if tail is None:
            if not _HALF_OF_ONE[self.reading.side].match(lower, number.end):
                return number
            return self._with_half(number, number.end)
        scale = self.lexicon.scales.get(tail["scale"] or "", 0)
        if not scale:  # the scale stands before: dos millones y medio
            scale = self.scale
            if scale == _NO_SCALE and not self.power:
                return self._with_half(number, tail.end())
            if not _MILLION <= scale < _NO_SCALE:
                return number
            value = shifted(number.values[0], -scale)
        else:
            value = number.values[0]
        if not value.isdigit():
            return number
        return Number(number.start, tail.end(), (shifted(f"{value}.5", scale),), word=True)

    def _with_half(self, number: Number, end: int) -> Number:
        if not number.values[0].isdigit() or self.scale != _NO_SCALE:
            return number
        return Number(number.start, end, (f"{number.values[0]}.5",), word=number.word)


def is_number_word(word: str, side: Side) -> bool:
    """Whether the folded `word` says a number in the language of `side`."""
    known = lexicon(side)
    return (
        word in known.cardinals
        or word in known.scales
        or word in known.ordinals
        or (word in known.implied)
    )
