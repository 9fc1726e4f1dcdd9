"""Both documents as numbers: which types (forms) stand in which segment.

What always holds: types are numbered in the order of their spelling, so that no result depends on
the order of reading; everything is sparse and linear in the length of the texts.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from aligner.alignment.forms import PAGE, form, label_tokens, page_token, tokens
from aligner.text.segment import Segment

EDGE = 3  # words at either end of a segment that are its edge

Ints = npt.NDArray[np.signedinteger[Any]]
Floats = npt.NDArray[np.floating[Any]]


def summed(place: Ints, values: Ints | Floats, size: int) -> Floats:
    """For each of `size` places the sum of the `values` that fall there."""
    return np.bincount(place, weights=values, minlength=size).astype(np.float64, copy=False)


def ranges(start: Ints, length: Ints) -> Ints:
    """The concatenation of the ranges [start, start + length)."""
    total = int(length.sum())
    if total == 0:
        return np.zeros(0, dtype=np.int64)
    offset = np.repeat(start - np.concatenate(([0], np.cumsum(length)[:-1])), length)
    return offset + np.arange(total, dtype=np.int64)


def expand(keys: Ints, into: Ints) -> tuple[Ints, Ints]:
    """All pairs of positions (of `keys`, of the ascending `into`) that hold equal values."""
    first = np.searchsorted(into, keys, side="left")
    length = np.searchsorted(into, keys, side="right") - first
    return np.repeat(np.arange(len(keys)), length), ranges(first, length)


def owners(start: Ints) -> Ints:
    """For ranges that follow one another, the number of the range that holds each position."""
    sizes: Ints = start[1:] - start[:-1]
    return np.repeat(np.arange(len(start) - 1, dtype=np.int32), sizes)


@dataclass(frozen=True, slots=True)
class Column:
    """One side: `types` in order of spelling; per segment `s` the distinct types
    `type_of[start[s]:start[s + 1]]` (ascending) with their counts; `chars` per segment; the types
    at its `head` and at its `tail`, in order from the outermost (-1 where it has no more)."""

    types: tuple[str, ...]
    start: Ints
    type_of: Ints
    count: Ints
    chars: Floats
    head: Ints
    tail: Ints

    @property
    def segments(self) -> int:
        return len(self.start) - 1

    @property
    def segment_of(self) -> Ints:
        """The segment of each entry of `type_of`."""
        return owners(self.start)

    @property
    def running_words(self) -> Ints:
        """How many tokens the first 0, 1, 2, ... segments have."""
        counted = np.concatenate(([0], np.cumsum(self.count, dtype=np.int64)))
        return np.asarray(counted[self.start])


class _Numbering(dict[str, int]):
    """Gives each new token the next number."""

    def __missing__(self, token: str) -> int:
        self[token] = number = len(self)
        return number


def column(segments: Sequence[Segment]) -> Column:
    """The column of `segments`: what their words say and what their place on the page says."""
    words = (
        [*label_tokens(segment), *tokens(segment.text), page_token(segment)] for segment in segments
    )
    return _column(words, [len(segment.text) for segment in segments], marks=1)


def column_of_texts(texts: Sequence[str]) -> Column:
    """The column of bare texts."""
    return _column(map(tokens, texts), [len(text) for text in texts])


def _column(words: Iterable[Sequence[str]], lengths: Sequence[int], marks: int = 0) -> Column:
    """The column of `words` by segment, of which the last `marks` are no words of the text."""
    # Tokens become numbers at once: a million strings in a list would cost more than all else.
    numbering = _Numbering()
    raw = array("i")
    ends = array("q", [0])
    for found in words:
        raw.extend(map(numbering.__getitem__, found))
        ends.append(len(raw))
    forms = [token if token[0] == PAGE else form(token) for token in numbering]
    types = sorted(set(forms))
    number = {name: n for n, name in enumerate(types)}
    of_token = np.array([number[name] for name in forms], dtype=np.int32)
    codes = of_token[np.frombuffer(raw, dtype=np.int32)] if len(raw) else of_token
    bounds = np.frombuffer(ends, dtype=np.int64)
    owner = owners(bounds)
    width = max(len(types), 1)
    keys, count = np.unique(owner * np.int64(width) + codes, return_counts=True)
    start = np.searchsorted(keys, np.arange(len(lengths) + 1, dtype=np.int64) * width)
    type_of = keys % width
    return Column(
        types=tuple(types),
        start=start.astype(np.int64),
        type_of=type_of.astype(np.int32),
        count=count.astype(np.int32),
        chars=np.maximum(np.array(lengths, dtype=np.float64), 1.0),
        head=_edges(codes, bounds[:-1], bounds[1:] - marks, 1),
        tail=_edges(codes, bounds[1:] - marks - 1, bounds[:-1] - 1, -1),
    )


def _edges(codes: Ints, begin: Ints, end: Ints, step: int) -> Ints:
    """For each segment the types at the positions `begin`, `begin + step`, ... before `end`."""
    result = np.full((len(begin), EDGE), -1, dtype=np.int64)
    for place in range(EDGE):
        at = begin + step * place
        inside = np.flatnonzero((end - at) * step > 0)
        result[inside, place] = codes[at[inside]]
    return result
