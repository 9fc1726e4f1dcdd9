"""Rough stems, under which forms of one word fall together inside one document.

What always holds: number, gender and the commonest verb endings are cut, nothing else; a stem is
never shorter than four letters unless the word is.
"""

from __future__ import annotations

import re
from functools import lru_cache

_EN = re.compile(r"(?:ies|'s|s|ed|ing)$")
_ES = re.compile(r"(?:[aeo]s|es|s|[aeo])$")
_SHORT = 4


@lru_cache(maxsize=65536)
def en_stem(word: str) -> str:
    """The stem of an English word (small letters, no accents)."""
    if word.endswith("ss"):
        return word
    cut = _EN.sub("", word)
    return cut if len(cut) >= _SHORT else word.removesuffix("s")


@lru_cache(maxsize=65536)
def es_stem(word: str) -> str:
    """The stem of a Spanish word (small letters, no accents)."""
    if word.endswith("es") and len(word) > _SHORT and word[-3] not in "aeiou":
        return word[:-2]
    if len(word) < _SHORT:
        return word
    cut = _ES.sub("", word)
    return cut if len(cut) >= _SHORT else word.removesuffix("s")
