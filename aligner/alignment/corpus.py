"""Both documents as numbers: which types (forms) stand in which segment.

What always holds: types are numbered in the order of their spelling, so that no result depends on
the order of reading; everything is sparse and linear in the length of the texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment.forms import form, page_tokens, tokens
from aligner.text.segment import Segment

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


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
        sizes: Ints = self.start[1:] - self.start[:-1]
        return np.repeat(np.arange(self.segments), sizes)


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
    lengths = np.diff(np.array([0, *ends], dtype=np.int64))
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)
    width = max(len(types), 1)
    keys, count = np.unique(owner * width + codes, return_counts=True)
    start = np.searchsorted(keys, np.arange(len(texts) + 1, dtype=np.int64) * width)
    type_of = keys % width
    return Column(
        types=tuple(types),
        start=start.astype(np.int64),
        type_of=type_of,
        count=count.astype(np.int64),
        chars=np.array([max(len(text), 1) for text in texts], dtype=np.float64),
        seen=np.bincount(type_of, minlength=len(types)).astype(np.int64),
    )
