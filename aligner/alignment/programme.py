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

_GAP_EN, _GAP_ES = len(SHAPES), len(SHAPES) + 1
_SIZES = np.array([*SHAPES, (1, 0), (0, 1)], dtype=np.int64)

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
    window = np.empty(b - a)
    window.fill(NEVER)
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
        ways = np.empty((len(SHAPES) + 1, width))
        ways.fill(NEVER)
        for height in range(1, min(LARGEST, i) + 1):
            window = _window(best[i - height], low[i - height], a - LARGEST, b + 1)
            for shape, across in _BY_HEIGHT[height - 1]:
                ways[shape] = window[LARGEST - across : LARGEST - across + width]
            if height == 1:
                ways[-1] = window[LARGEST:] + skip_en[i - 1]
        ways[:-1] += scores[:, i - start, a - left : b - left + 1]
        offset = skipped[a : b + 1]
        best.append(np.maximum.accumulate(ways.max(axis=0) - offset) + offset)
    return best


def _by_start(
    scorer: Scorer, rows: tuple[int, int], columns: tuple[int, int], size: tuple[int, int]
) -> Floats:
    """Worths [shape, i, j] of the beads that start at the nodes `rows` x `columns` (half open) of
    a region of `size`; NEVER for those that leave it."""
    height, width = rows[1] - rows[0], columns[1] - columns[0]
    bottom, right = min(rows[1] + LARGEST, size[0] + 1), min(columns[1] + LARGEST, size[1] + 1)
    by_end = scorer(rows[0], bottom, columns[0], right)
    result = np.full((len(SHAPES), height, width), NEVER)
    for shape, (down, across) in enumerate(SHAPES):
        part = by_end[shape, down:, across:][:height, :width]
        result[shape, : part.shape[0], : part.shape[1]] = part
    return result


def candidates(
    scorer: Scorer,
    skip_en: Floats,
    skip_es: Floats,
    band: Band,
    best: list[Floats],
    slack: float,
) -> Ints:
    """The beads that are in some whole within `slack` of the best: rows of (first English, last
    English, first Spanish, last Spanish), half open, empty ones too, sorted by their first node.
    `best` is what `forward` gave."""
    n, m = len(skip_en), len(skip_es)
    low, high = band.low.tolist(), band.high.tolist()
    skipped = np.concatenate(([0.0], np.cumsum(skip_es)))
    goal = float(best[n][m - low[n]]) - slack
    nodes: list[Ints] = []
    columns: list[Ints] = []
    kinds: list[Ints] = []
    after: dict[int, Floats] = {}
    scores: Floats = np.zeros((0, 0, 0))
    start, left = n + 1, 0
    ended = np.full(high[n] - low[n] + 1, NEVER)
    ended[m - low[n]] = 0.0
    for i in range(n, -1, -1):
        if i < start:
            start = max(i + 1 - _ROWS, 0)
            left = low[start]
            scores = _by_start(scorer, (start, i + 1), (left, high[i] + 1), (n, m))
        a, b = low[i], high[i]
        width = b - a + 1
        ways = np.empty((len(SHAPES) + 2, width))
        ways.fill(NEVER)
        for height in range(1, min(LARGEST, n - i) + 1):
            window = _window(after[i + height], low[i + height], a, b + LARGEST + 1)
            for shape, across in _BY_HEIGHT[height - 1]:
                ways[shape] = window[across : across + width]
            if height == 1:
                ways[_GAP_EN] = window[:width] + skip_en[i]
        ways[: len(SHAPES)] += scores[:, i - start, a - left : b - left + 1]
        value = ended if i == n else ways.max(axis=0)
        offset = skipped[a : b + 1]
        # From (i, j) onward: skipping Spanish segments j.. costs skipped[j'] - skipped[j].
        value = np.maximum.accumulate((value + offset)[::-1])[::-1] - offset
        ways[_GAP_ES, :-1] = value[1:] + skip_es[a:b]
        kind, column = np.nonzero(ways + best[i] >= goal)
        if len(kind):
            nodes.append(np.full(len(kind), i))
            columns.append(column + a)
            kinds.append(kind)
        after[i] = value
        after.pop(i + LARGEST, None)
    if not nodes:
        return np.zeros((0, 4), dtype=np.int64)
    first, second, kind = (np.concatenate(part) for part in (nodes, columns, kinds))
    order = np.lexsort((kind, second, first))
    first, second, size = first[order], second[order], _SIZES[kind[order]]
    return np.stack((first, first + size[:, 0], second, second + size[:, 1]), axis=1)


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
