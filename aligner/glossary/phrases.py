"""Phrases that may be terms: runs of words of one text between words that no term begins or ends
with, grouped under one key whatever their inflection.

What always holds: a phrase never crosses punctuation; its first and last word carry content; the
key of a phrase is the same for all its inflected forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from aligner.glossary.tokens import FREE, Tokens, bare
from aligner.language.inflection import facts, function_words
from aligner.text.segment import Side

_LONGEST = 12
_MOST_CONTENT = 8
# Only these stand inside a term. "And" does in long titles, but far more often it joins two terms.
_INNER: dict[Side, frozenset[str]] = {
    "en": frozenset({"of", "for", "in", "to", "the"}),
    "es": frozenset(
        {"de", "del", "la", "las", "los", "el", "a", "al", "en", "con", "sobre", "para", "contra"}
    ),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [first, last] of a text; `content` counts the words that carry content."""

    first: int
    last: int
    key: str
    content: int


@lru_cache(maxsize=1 << 16)
def stem(word: str, side: Side) -> str:
    """What the inflected forms of `word` have in common. Only good for grouping phrases: two words
    may share it."""
    shape = bare(word)
    if side == "en":
        if shape.endswith("ies") and len(shape) > 4:
            shape = f"{shape[:-3]}y"
        elif shape.endswith("es") and len(shape) > 4:
            shape = shape[:-2]
        elif len(shape) > 3 and re.search(r"(?:[^su]s|e)$", shape):
            shape = shape[:-1]
        return shape.replace("isation", "ization")
    if shape.endswith("s") and len(shape) > 3:
        shape = shape[:-1]
    if shape[-1:] in "aeo" and len(shape) > 3:
        shape = shape[:-1]
    return f"{shape[:-1]}c" if shape.endswith("z") else shape


def is_content(word: str, side: Side) -> bool:
    """Whether `word` (small letters) carries content."""
    return word not in function_words(side) and not word.isdigit() and len(word) > 1


def phrases(read: Tokens, side: Side, *, least: int = 2) -> Iterator[Phrase]:
    """The phrases of `least` to five content words in a text."""
    edges = facts(side, "no_term_edge")
    inner = _INNER[side]
    words = read.words
    good = [
        is_content(word, side) and word not in edges and not any(map(str.isdigit, word))
        for word in words
    ]
    for first in range(len(words)):
        if not good[first]:
            continue
        content: list[str] = []
        for at in range(first, min(first + _LONGEST, len(words))):
            if at > first and read.gaps[at - 1] != FREE:
                break
            if is_content(words[at], side):
                if words[at] in edges:
                    break
                content.append(stem(words[at], side))
                if len(content) > _MOST_CONTENT:
                    break
                if good[at] and len(content) >= least:
                    yield Phrase(first, at, " ".join(content), len(content))
            elif words[at] not in inner:
                break
