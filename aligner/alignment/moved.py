"""Paragraphs that stand elsewhere on the other side: left over on both sides, alike.

What always holds: a pair is moved only if each is the other's best and clearly better than the
next best, so that repeated headings never cross; the rule names no side.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from aligner.alignment.affinity import Affinity
from aligner.alignment.corpus import Floats, Ints, ranges

_ROWS = 256  # segments compared at a time
_KEPT = 3  # best counterparts kept for each

Judge = Callable[[Ints, Ints], Floats]
"""The nats that speak for each pair of one English and one Spanish segment."""


def _picked(start: Ints, feature: Ints, value: Floats, chosen: Ints) -> tuple[Ints, Ints, Floats]:
    length = start[chosen + 1] - start[chosen]
    entry = ranges(start[chosen], length)
    return np.concatenate(([0], np.cumsum(length))), feature[entry], value[entry]


def selection(form: Affinity, en: Ints, es: Ints) -> Affinity:
    """`form` for the segments `en` and `es` alone."""
    return Affinity(
        form.base_en[en],
        form.base_es[es],
        form.chance_en[en],
        form.chance_es[es],
        form.hits_en[en],
        form.hits_es[es],
        *_picked(form.start_en, form.feature_en, form.value_en, en),
        *_picked(form.start_es, form.feature_es, form.value_es, es),
    )


def nearest(form: Affinity, en: Ints, es: Ints) -> tuple[Ints, Ints]:
    """Pairs (of `en`, of `es`) that are among the best of either partner by affinity."""
    few = selection(form, en, es)
    pairs: set[tuple[int, int]] = set()
    best_of_es = np.full((_KEPT, len(es)), -np.inf)
    at_of_es = np.zeros((_KEPT, len(es)), dtype=np.int64)
    for top in range(0, len(en), _ROWS):
        bottom = min(top + _ROWS, len(en))
        near = few.dots((top, bottom), (0, len(es)))
        near += few.base_en[top:bottom, None]
        near += few.base_es[None, :]
        taken: list[tuple[Ints, Ints, Floats]] = []
        for _ in range(min(_KEPT, len(es))):
            best, rows = np.argmax(near, axis=1), np.arange(bottom - top)
            worth = near[rows, best]
            good = worth > 0
            pairs.update(zip((rows[good] + top).tolist(), best[good].tolist(), strict=True))
            taken.append((rows, best, worth))
            near[rows, best] = -np.inf
        for rows, best, worth in taken:
            near[rows, best] = worth
        columns = np.arange(len(es))
        for _ in range(min(_KEPT, bottom - top)):
            best = np.argmax(near, axis=0)
            worth = near[best, columns]
            near[best, columns] = -np.inf
            # The weakest of those kept so far gives way.
            weakest = np.argmin(best_of_es, axis=0)
            better = np.flatnonzero(worth > best_of_es[weakest, columns])
            best_of_es[weakest[better], better] = worth[better]
            at_of_es[weakest[better], better] = best[better] + top
    for worth, at in zip(best_of_es, at_of_es, strict=True):
        good = np.flatnonzero(worth > 0)
        pairs.update(zip(at[good].tolist(), good.tolist(), strict=True))
    listed = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    return listed[:, 0], listed[:, 1]


def moved_pairs(
    form: Affinity,
    judge: Judge,
    lone: tuple[Ints, Ints],
    places: tuple[Ints, Ints],
    least: float,
    margin: float,
) -> list[tuple[int, int, float]]:
    """Pairs of left-over segments that were moved, with the nats that speak for each beyond
    chance. `lone` are the segments of both sides; `places` where the path passes each of them, on
    the other side. Chance has as many tries as segments are left over between the two places."""
    en, es = lone
    if not len(en) or not len(es):
        return []
    i, j = nearest(form, en, es)
    if not len(i):
        return []
    far_en = np.abs(es[j] - places[0][i]) * (len(es) / len(form.base_es))
    far_es = np.abs(en[i] - places[1][j]) * (len(en) / len(form.base_en))
    worth = judge(en[i], es[j]) - np.log1p(far_en + far_es) - least
    best_en: dict[int, list[float]] = {}
    best_es: dict[int, list[float]] = {}
    offers = list(zip(i.tolist(), j.tolist(), worth.tolist(), strict=True))
    for a, b, value in offers:
        best_en.setdefault(a, []).append(value)
        best_es.setdefault(b, []).append(value)
    found: list[tuple[int, int, float]] = []
    for a, b, value in offers:
        if value < 0 or value < max(best_en[a]) or value < max(best_es[b]):
            continue
        rivals = sorted(best_en[a])[-2:-1] + sorted(best_es[b])[-2:-1]
        if all(value - rival >= margin for rival in rivals):
            found.append((int(en[a]), int(es[b]), value))
    return found
