"""Words with their places.

What always holds: words do not overlap, stand in order, and `text[word.start:word.end]` is the
word. An apostrophe or hyphen inside a word belongs to it only where both sides are letters, so
that `States'` is `States`, and `well-being` is two words with the hyphen left out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from aligner.language.folding import lowered

# Letters and digits; an apostrophe between letters (don't, State's) stays inside the word.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")

_new = tuple.__new__


class Word(NamedTuple):
    """One word: code points [start, end) and its form in small letters without accents."""

    start: int
    end: int
    folded: str


def words(text: str, small: str | None = None) -> tuple[Word, ...]:
    """The words of `text` (composed, NFC) in order; `small` is the text as `lowered` makes it."""
    small = lowered(text) if small is None else small
    spans = [match.span() for match in _WORD.finditer(text)]
    # `Word(start, end, ...)` goes through a function in Python for each word; this does not.
    return tuple([_new(Word, (start, end, small[start:end])) for start, end in spans])
