"""Forms of a text under which spellings that mean the same are the same.

What always holds: `lowered` keeps the length of a composed (NFC) text, so that a span found in it
is a span of the text; `fold` may not.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def _base(char: str) -> str:
    small = char.lower()
    decomposed = unicodedata.normalize("NFD", small)
    base = decomposed[0] if decomposed else char
    if len(decomposed) > 1 and all(unicodedata.combining(mark) for mark in decomposed[1:]):
        return base
    return small if len(small) == 1 else char


class _Lowering(dict[int, str]):
    """A translation table that is filled as letters come up."""

    def __missing__(self, code: int) -> str:
        self[code] = _base(chr(code))
        return self[code]


_LOWERING = _Lowering()


def lowered(text: str) -> str:
    """`text` in small letters without accents (ñ becomes n), one code point for each of `text`."""
    return text.lower() if text.isascii() else text.translate(_LOWERING)


def fold(text: str) -> str:
    """`text` composed, in small letters, without accents, runs of white space as one blank: the
    form under which people search."""
    return " ".join(lowered(unicodedata.normalize("NFC", text)).split())
