"""Both documents as numbers: which types (forms) stand in which segment.

What always holds: types are numbered in the order of their spelling, so that no result depends on
the order of reading; everything is sparse and linear in the length of the texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from aligner.alignment.forms import form, page_tokens, tokens
from aligner.text.segment import Segment

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
    `type_of[start[s]:start[s + 1]]` (ascending) with their counts; `chars` per segment."""

    types: tuple[str, ...]
    start: Ints
    type_of: Ints
    count: Ints
    chars: Floats
    seen: Ints

    @property
    def segments(self) -> int:
        return len(self.start) - 1

    @property
    def segment_of(self) -> Ints:
        """The segment of each entry of `type_of`."""
        return owners(self.start)


def column(segments: Sequence[Segment]) -> Column:
    """The column of `segments`: what their words say and what their place on the page says."""
    return _column([tokens(s.text) + page_tokens(s) for s in segments], [s.text for s in segments])


def column_of_texts(texts: Sequence[str]) -> Column:
    """The column of bare texts."""
    return _column([tokens(text) for text in texts], texts)


def _column(words: Sequence[Sequence[str]], texts: Sequence[str]) -> Column:
    raw: list[str] = []
    ends: list[int] = []
    for found in words:
        raw += found
        ends.append(len(raw))
    forms = {token: form(token) if token[0] != "\x00" else token for token in set(raw)}
    types = sorted(set(forms.values()))
    number = {name: n for n, name in enumerate(types)}
    of_token = {token: number[name] for token, name in forms.items()}
    codes = np.fromiter(map(of_token.__getitem__, raw), dtype=np.int64, count=len(raw))
    owner = owners(np.array([0, *ends], dtype=np.int64))
    width = max(len(types), 1)
    keys, count = np.unique(owner * np.int64(width) + codes, return_counts=True)
    start = np.searchsorted(keys, np.arange(len(texts) + 1, dtype=np.int64) * width)
    type_of = keys % width
    return Column(
        types=tuple(types),
        start=start.astype(np.int64),
        type_of=type_of.astype(np.int32),
        count=count.astype(np.int32),
        chars=np.array([max(len(text), 1) for text in texts], dtype=np.float64),
        seen=np.bincount(type_of, minlength=len(types)).astype(np.int64),
    )
