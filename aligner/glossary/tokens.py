"""A text as the term matcher sees it: words in small letters with their places and what stands
between them.

What always holds: places are code points of the text as it was given, also where that text is
decomposed (NFD) or holds soft hyphens and zero-width characters, which no reader sees. Dotted
abbreviations are one word: U.S., EE. UU., EE.UU. and EEUU are the same one but for their letters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_UPPER = "A-ZÁÉÍÓÚÜÑ"
_TOKEN = re.compile(
    rf"(?<![^\W_])(?:[{_UPPER}]{{1,2}}\.){{1,5}}[{_UPPER}]{{1,2}}(?:\.|(?![^\W_]))"
    rf"|(?<![^\W_])[{_UPPER}]\. [{_UPPER}]\."
    rf"|(?<![^\W_])([{_UPPER}])\1\.?[ \u00a0]([{_UPPER}])\2(?:\.|(?![^\W_]))"
    r"|[^\W_]+(?:['’][^\W\d_]+)*"
)
# Most texts hold no dotted abbreviation, and are read three times as fast without looking for one.
_PLAIN_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_ABBREVIATION = re.compile(rf"[{_UPPER}]\.[ ]?[{_UPPER}]|([{_UPPER}])\1\.?[ \u00a0]([{_UPPER}])\2")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Between two words of one term: blanks, one hyphen (drug- and arms-trafficking too), and marks that
# only decorate.
_FREE_GAP = re.compile(
    r"(?:[’']s?)?(?:[\"“”«»‘’'*\[\]]*\s+[\"“”«»‘’'*\[\]]*|[\"“”«»*\[\]]+)|[-‐‑–]|[-‐‑]\s+"
)
_HYPHENS = frozenset("-‐‑")
_NOT_PUNCTUATION = re.compile(r"[\s\"“”«»‘’'*\[\]]+")
_ACCENTS = str.maketrans("áéíóúàèìòùäëïöâêîôûüç", "aeiouaeiouaeioaeiouuc")

FREE = ""
"""What `gap` gives where two words may belong to one term."""


def bare(word: str) -> str:
    """`word` (small letters) without accents; ñ stays, so that año is not ano."""
    return word if word.isascii() else word.translate(_ACCENTS)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`words[i]` is in small letters with its accents, stands at [starts[i], ends[i]) of the text
    and was written as `written[i]`; `gaps[i]` says what stands between i and i + 1: FREE, or the
    punctuation without blanks."""

    words: list[str]
    written: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    hyphened: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def part(self, start: int, end: int) -> Tokens:
        """The words [start, end), with their places in the whole text."""
        return Tokens(
            self.words[start:end],
            self.written[start:end],
            self.starts[start:end],
            self.ends[start:end],
            self.gaps[start:end],
            self.hyphened[start:end],
        )


@lru_cache(maxsize=8192)
def gap_between(between: str) -> str:
    """FREE where `between` may stand inside a term, else its punctuation."""
    if between == " " or _FREE_GAP.fullmatch(between):
        return FREE
    return _NOT_PUNCTUATION.sub("", between) or "\u2014"


def tokens(text: str) -> Tokens:
    """The words of `text`, with places in `text` itself."""
    seen, places = _seen(text)
    small = seen.lower()
    if len(small) != len(seen):
        small = "".join(low if len(low := char.lower()) == 1 else char for char in seen)
    pattern = _TOKEN if _ABBREVIATION.search(seen) else _PLAIN_TOKEN
    spans = [match.span() for match in pattern.finditer(seen)]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    words = [small[start:end] for start, end in spans]
    written = [seen[start:end] for start, end in spans]
    if pattern is _TOKEN or "'" in seen or "’" in seen:
        for n, word in enumerate(words):
            if not word.isalnum():
                words[n] = _plain(word)
                if word.endswith(("'s", "’s")):
                    ends[n] -= 2
                    written[n] = written[n][:-2]
    between = [seen[a:b] for a, b in zip(ends, starts[1:], strict=False)]
    gaps = [FREE if each == " " else gap_between(each) for each in between]
    hyphened = [each in _HYPHENS for each in between]
    if places is not None:
        starts = [places[start] for start in starts]
        ends = [places[end - 1] + 1 for end in ends]
        ends = [_with_marks(text, end) for end in ends]
    return Tokens(words, written, starts, ends, gaps, hyphened)


def _plain(word: str) -> str:
    if "." in word or " " in word or "\u00a0" in word:
        return word.replace(".", "").replace(" ", "").replace("\u00a0", "")
    word = word.replace("’", "'")
    return word[:-2] if word.endswith("'s") else word


def _seen(text: str) -> tuple[str, list[int] | None]:
    """`text` composed and without unseen characters, and the place in `text` of each character;
    None where the two are the same."""
    if text.isascii():
        return text, None
    if unicodedata.is_normalized("NFC", text) and not _UNSEEN.search(text):
        return text, None
    composed: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if not _UNSEEN.match(text[at]):
            cluster = unicodedata.normalize("NFC", text[at:end])
            composed.append(cluster)
            places.extend([at] * len(cluster))
        at = end
    return "".join(composed), places


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
