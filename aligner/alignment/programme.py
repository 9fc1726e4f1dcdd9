"""The dynamic programme: the best way to cut two columns into beads, in order.

It runs over a band: for each number of English segments taken, a range of Spanish ones. What
always holds: scores are multiples of one grain, so that sums are exact; of equal solutions the
one is taken whose beads come first in `SHAPES`, and a bead before a gap.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from aligner.alignment.affinity import quantised
from aligner.alignment.corpus import Floats, Ints
from aligner.alignment.shapes import LARGEST, SHAPES

_ROWS = 64  # rows scored at a time
_NEVER = -1e15
_GAP_EN, _GAP_ES = len(SHAPES), len(SHAPES) + 1
_BY_HEIGHT = [
    [(n, shape[1]) for n, shape in enumerate(SHAPES) if shape[0] == height]
    for height in range(1, LARGEST + 1)
]

Cut = tuple[int, int, int, int]
"""English segments [a, b) and Spanish segments [c, d): one bead."""

Scorer = Callable[[int, int, int, int], Floats]
"""scores(i0, i1, j0, j1)[shape, i - i0, j - j0]: the bead of each shape that ends before English
segment i and Spanish segment j."""


@dataclass(frozen=True, slots=True)
class Band:
    """For each i in 0..n the nodes (i, j) with low[i] <= j <= high[i]; both never fall."""

    low: Ints
    high: Ints


def full_band(n: int, m: int) -> Band:
    """All nodes."""
    return Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64))


def solve(scorer: Scorer, skip_en: Floats, skip_es: Floats, band: Band) -> tuple[Cut, ...]:
    """The best cut of both columns within `band`; the band holds (0, 0) and (n, m)."""
    n, m = len(skip_en), len(skip_es)
    low, high = band.low.tolist(), band.high.tolist()
    skipped = np.concatenate(([0.0], np.cumsum(skip_es)))
    best: list[Floats] = []
    chosen: list[np.ndarray[tuple[int, ...], np.dtype[np.int8]]] = []
    first = np.full(high[0] + 1, 0.0)
    first += skipped[: high[0] + 1]
    best.append(first)
    row_choice = np.full(high[0] + 1, _GAP_ES, dtype=np.int8)
    chosen.append(row_choice)
    scores = np.zeros((0, 0, 0))
    start, left = 1, 0
    for i in range(1, n + 1):
        if (i - 1) % _ROWS == 0:
            last = min(i + _ROWS - 1, n)
            start, left = i, low[i]
            scores = scorer(i, last + 1, left, high[last] + 1)
        a, b = low[i], high[i]
        width = b - a + 1
        candidates = np.full((len(SHAPES) + 1, width), _NEVER)
        for height in range(1, min(LARGEST, i) + 1):
            before, shift = best[i - height], low[i - height]
            # Columns a - LARGEST .. b of the earlier row, nothing where it has none.
            window = np.full(width + LARGEST, _NEVER)
            from_, to = max(shift, a - LARGEST), min(shift + len(before), b + 1)
            if from_ < to:
                window[from_ - a + LARGEST : to - a + LARGEST] = before[from_ - shift : to - shift]
            for shape, across in _BY_HEIGHT[height - 1]:
                candidates[shape] = window[LARGEST - across : LARGEST - across + width]
            if height == 1:
                candidates[_GAP_EN] = window[LARGEST:] + skip_en[i - 1]
        candidates[: len(SHAPES)] += scores[:, i - start, a - left : b - left + 1]
        choice = np.argmax(candidates, axis=0)
        value = candidates[choice, np.arange(width)]
        slack = value - skipped[a : b + 1]
        run = np.maximum.accumulate(slack)
        by_gap = run > slack
        best.append(np.where(by_gap, run + skipped[a : b + 1], value))
        chosen.append(np.where(by_gap, _GAP_ES, choice).astype(np.int8))
    return _path(chosen, low, n, m)


def _path(
    chosen: list[np.ndarray[tuple[int, ...], np.dtype[np.int8]]], low: list[int], n: int, m: int
) -> tuple[Cut, ...]:
    cuts: list[Cut] = []
    i, j = n, m
    while i or j:
        choice = int(chosen[i][j - low[i]]) if i else _GAP_ES
        if choice == _GAP_ES:
            down, across = 0, 1
        elif choice == _GAP_EN:
            down, across = 1, 0
        else:
            down, across = SHAPES[choice]
        cuts.append((i - down, i, j - across, j))
        i, j = i - down, j - across
    return tuple(reversed(cuts))


def rectangle_sums(
    dots: Floats, shapes: tuple[tuple[int, int], ...]
) -> dict[tuple[int, int], Floats]:
    """For each shape the sum of `dots` over the rectangle that ends at each cell; cells whose
    rectangle leaves the matrix hold what lies inside."""
    rows: dict[int, Floats] = {1: dots}
    for height in range(2, LARGEST + 1):
        more = rows[height - 1].copy()
        more[height - 1 :] += dots[: len(dots) - height + 1]
        rows[height] = more
    sums: dict[tuple[int, int], Floats] = {}
    for height, across in sorted(shapes):
        if across == 1:
            sums[height, 1] = rows[height]
            continue
        total = sums.get((height, across - 1))
        if total is None:
            total = rows[height]
            for extra in range(1, across - 1):
                total = total.copy()
                total[:, extra:] += rows[height][:, : rows[height].shape[1] - extra]
        total = total.copy()
        total[:, across - 1 :] += rows[height][:, : rows[height].shape[1] - across + 1]
        sums[height, across] = total
    return sums


__all__ = ["Band", "Cut", "Scorer", "full_band", "quantised", "rectangle_sums", "solve"]
