"""The forms of a text that can be compared across English and Spanish.

What always holds: the same rules are applied to both sides, so that no result depends on which
column a word stands in; a form is small letters without accents, a number its bare digits.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from aligner.language.folding import lowered
from aligner.language.tables import table
from aligner.text.segment import Segment

# Numbers, words, and the signs that a translator carries over as they are.
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[?:;()\[\]%$€=<>/*#`…\"«»“”]")
_GROUPING = re.compile(r"[.,]")
_QUOTES = frozenset('"«»“”')
# Marks a form that comes from the segment's place on the page, not from its words.
PAGE = "\x00"


@lru_cache(maxsize=1 << 17)
def form(token: str) -> str:
    """The comparable form of one token of `TOKEN`."""
    first = token[0]
    if first.isdigit():
        return _GROUPING.sub("", token)
    if first in _QUOTES:
        return '"'
    return token.lower() if token.isascii() else lowered(token)


def composed(text: str) -> str:
    """`text` in NFC, at no cost where it already is."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def tokens(text: str) -> list[str]:
    """The raw tokens of `text` in order."""
    return TOKEN.findall(composed(text))


def page_token(segment: Segment) -> str:
    """What the place of `segment` on the page says: its kind and rank."""
    return f"{PAGE}{segment.kind.value}{segment.level}"


def label_tokens(segment: Segment) -> list[str]:
    """The printed label of `segment`, which counts as a number in the text would."""
    return tokens(segment.label) if segment.label else []


_DOUBLED = re.compile(r"(.)\1")


@cache
def _spelling() -> list[tuple[str, str]]:
    return [(old, new) for old, new in table("cognates")["spelling"]]


def _convention(letters: str) -> str:
    """`letters` in the spelling that both languages share here, no letter doubled."""
    for old, new in _spelling():
        if old in letters:
            letters = letters.replace(old, new)
    return _DOUBLED.sub(r"\1", letters)


@cache
def _endings() -> tuple[dict[str, str], int, int]:
    """The class letter of each ending, the letters that must stay before one, the longest."""
    rules = table("cognates")
    endings = {_convention(ending): letter for ending, letter in rules["suffixes"].items()}
    return endings, int(rules["least"]), max(map(len, endings))


@cache
def false_friends() -> frozenset[str]:
    """Forms that look alike on both sides and say nothing."""
    return frozenset(table("cognates")["false_friends"])


@lru_cache(maxsize=1 << 17)
def root(word: str) -> str:
    """The key under which `word` (a folded form) meets its cognate: spelling brought to one
    convention, the ending replaced by its class letter (after Simard, Foster and Isabelle 1992,
    who join words by their first letters)."""
    endings, least, longest = _endings()
    for old, new in table("cognates")["prefixes"]:
        if word.startswith(old):
            word = new + word[len(old) :]
            break
    word = _convention(word)
    for length in range(min(longest, len(word) - least), 0, -1):
        letter = endings.get(word[-length:])
        if letter is not None:
            return word[:-length] + letter
    return word


@cache
def everyday() -> dict[str, tuple[str, ...]]:
    """English everyday forms and the Spanish forms that render them."""
    return {en: tuple(es.split()) for en, es in table("everyday").items()}
