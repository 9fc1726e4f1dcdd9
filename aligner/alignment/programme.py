"""The dynamic programme: good ways to cut two columns into beads, in order.

It runs over a band: for each number of English segments taken, a range of Spanish ones. Forward
it finds the best worth up to each node, backward from each node to the end; a bead is a candidate
where the best whole that holds it is not far from the best of all (max-marginals). What always
holds: worths are multiples of one grain, so that sums are exact and equal ones are equal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from aligner.alignment.corpus import Floats, Ints
from aligner.alignment.shapes import LARGEST, SHAPES

_ROWS = 64  # rows scored at a time
NEVER = -1e15
_BY_HEIGHT = [
    [(n, shape[1]) for n, shape in enumerate(SHAPES) if shape[0] == height]
    for height in range(1, LARGEST + 1)
]

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


def _window(row: Floats, begin: int, a: int, b: int) -> Floats:
    """Columns [a, b) of `row`, which begins at column `begin`; NEVER where it has none."""
    window = np.full(b - a, NEVER)
    from_, to = max(begin, a), min(begin + len(row), b)
    if from_ < to:
        window[from_ - a : to - a] = row[from_ - begin : to - begin]
    return window


def forward(scorer: Scorer, skip_en: Floats, skip_es: Floats, band: Band) -> list[Floats]:
    """For each i the best worth of all ways from (0, 0) to the nodes (i, low[i]..high[i])."""
    n = len(skip_en)
    low, high = band.low.tolist(), band.high.tolist()
    skipped = np.concatenate(([0.0], np.cumsum(skip_es)))
    best: list[Floats] = [skipped[: high[0] + 1].copy()]
    scores: Floats = np.zeros((0, 0, 0))
    start, left = 1, 0
    for i in range(1, n + 1):
        if (i - 1) % _ROWS == 0:
            last = min(i + _ROWS - 1, n)
            start, left = i, low[i]
            scores = scorer(i, last + 1, left, high[last] + 1)
        a, b = low[i], high[i]
        width = b - a + 1
        value = np.full(width, NEVER)
        for height in range(1, min(LARGEST, i) + 1):
            window = _window(best[i - height], low[i - height], a - LARGEST, b + 1)
            if height == 1:
                np.maximum(value, window[LARGEST:] + skip_en[i - 1], out=value)
            for shape, across in _BY_HEIGHT[height - 1]:
                worth = window[LARGEST - across : LARGEST - across + width]
                worth = worth + scores[shape, i - start, a - left : b - left + 1]
                np.maximum(value, worth, out=value)
        offset = skipped[a : b + 1]
        best.append(np.maximum.accumulate(value - offset) + offset)
    return best


def candidates(
    scorer: Scorer,
    skip_en: Floats,
    skip_es: Floats,
    band: Band,
    best: list[Floats],
    slack: float,
) -> tuple[Ints, Floats]:
    """The beads that are in some whole within `slack` of the best: rows of (first English, last
    English, first Spanish, last Spanish), half open, empty ones too; and by how much the best
    whole with each falls short. `best` is what `forward` gave."""
    n, m = len(skip_en), len(skip_es)
    low, high = band.low.tolist(), band.high.tolist()
    skipped = np.concatenate(([0.0], np.cumsum(skip_es)))
    goal = float(best[n][m - low[n]]) - slack
    found: list[tuple[Ints, Ints, int, int, Floats]] = []
    after: dict[int, Floats] = {}

    def keep(i: int, columns_from: int, whole: Floats, height: int, across: int) -> None:
        at = np.flatnonzero(whole >= goal)
        if len(at):
            found.append((np.full(len(at), i), at + columns_from, height, across, whole[at]))

    scores: Floats = np.zeros((0, 0, 0))
    start, left = n + 1, 0
    for i in range(n, -1, -1):
        if i + 1 < start and i < n:
            start = max(i + 1 - _ROWS, 1)
            left = low[start]
            scores = scorer(start, min(i + LARGEST, n) + 1, left, high[min(i + LARGEST, n)] + 1)
        a, b = low[i], high[i]
        width = b - a + 1
        value = np.full(width, NEVER)
        if i == n:
            value[m - a] = 0.0
        here = best[i]
        for height in range(1, min(LARGEST, n - i) + 1):
            window = _window(after[i + height], low[i + height], a, b + LARGEST + 1)
            if height == 1:
                worth = window[:width] + skip_en[i]
                keep(i, a, here + worth, 1, 0)
                np.maximum(value, worth, out=value)
            line = i + height - start
            for shape, across in _BY_HEIGHT[height - 1]:
                bead = _window(scores[shape, line], left, a + across, b + across + 1)
                worth = window[across : across + width] + bead
                keep(i, a, here + worth, height, across)
                np.maximum(value, worth, out=value)
        offset = skipped[a : b + 1]
        # From (i, j) onward: skipping Spanish segments j.. costs skipped[j'] - skipped[j].
        value = np.maximum.accumulate((value + offset)[::-1])[::-1] - offset
        if width > 1:
            keep(i, a, here[:-1] + skip_es[a:b] + value[1:], 0, 1)
        after[i] = value
        after.pop(i + LARGEST, None)
    if not found:
        return np.zeros((0, 4), dtype=np.int64), np.zeros(0)
    rows = np.concatenate([i for i, _, _, _, _ in found])
    columns = np.concatenate([j for _, j, _, _, _ in found])
    heights = np.concatenate([np.full(len(i), h) for i, _, h, _, _ in found])
    across_ = np.concatenate([np.full(len(i), w) for i, _, _, w, _ in found])
    whole = np.concatenate([worth for _, _, _, _, worth in found])
    beads = np.stack((rows, rows + heights, columns, columns + across_), axis=1)
    order = np.lexsort((beads[:, 3], beads[:, 1], beads[:, 2], beads[:, 0]))
    return beads[order].astype(np.int64), (whole - goal - slack)[order]


def rectangle_sums(
    dots: Floats, shapes: tuple[tuple[int, int], ...]
) -> dict[tuple[int, int], Floats]:
    """For each shape the sum of `dots` over the rectangle that ends at each cell; cells whose
    rectangle leaves the matrix hold what lies inside."""
    rows: dict[int, Floats] = {1: dots}
    for height in range(2, LARGEST + 1):
        more = rows[height - 1].copy()
        more[height - 1 :] += dots[: max(len(dots) - height + 1, 0)]
        rows[height] = more
    sums: dict[tuple[int, int], Floats] = {}
    for height, across in sorted(shapes):
        total = rows[height]
        for extra in range(1, across):
            if (height, extra + 1) in sums:
                continue
            total = sums.get((height, extra), total).copy()
            width = dots.shape[1] - extra
            if width > 0:
                total[:, extra:] += rows[height][:, :width]
        sums[height, across] = total
    return sums
