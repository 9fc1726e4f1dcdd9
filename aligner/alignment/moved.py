"""Paragraphs that stand elsewhere on the other side: left over on both sides, alike.

What always holds: a pair is moved only if each is the other's best and clearly better than the
next best, so that repeated headings never cross; the rule names no side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from aligner.alignment.affinity import Affinity
from aligner.alignment.corpus import Floats, Ints, ranges

_ROWS = 256  # segments compared at a time
_KEPT = 3  # best counterparts kept for each
_NEAR = 100  # segments to either side of its place in which one that was moved is looked for
_GROUP = 32  # left-over segments looked at together

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
    if not len(en) or not len(es):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
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


def near_by(
    form: Affinity, places: tuple[Ints, Ints], gap_en: Sequence[int], gap_es: Sequence[int]
) -> list[tuple[int, int]]:
    """For each left-over segment the best counterparts among all segments not far from its place,
    taken or not."""
    found: set[tuple[int, int]] = set()
    for english, gaps in ((True, gap_en), (False, gap_es)):
        place = places[0 if english else 1]
        size = len(form.base_es if english else form.base_en)
        for own in _groups(np.array(gaps, dtype=np.int64), place):
            begin = max(int(place[own].min()) - _NEAR, 0)
            other = np.arange(begin, min(int(place[own].max()) + _NEAR, size))
            if not len(other):
                continue
            few = selection(form, *((own, other) if english else (other, own)))
            near = few.dots((0, len(few.base_en)), (0, len(few.base_es)))
            near += few.base_en[:, None]
            near += few.base_es[None, :]
            near = near if english else near.T
            near = np.where(np.abs(place[own][:, None] - other[None, :]) <= _NEAR, near, -np.inf)
            for _ in range(min(_KEPT, len(other))):
                best, rows = np.argmax(near, axis=1), np.arange(len(own))
                good = near[rows, best] > 0
                pairs = zip(own[good].tolist(), other[best[good]].tolist(), strict=True)
                found.update(pairs if english else ((j, i) for i, j in pairs))
                near[rows, best] = -np.inf
    return sorted(found)


def _groups(gaps: Ints, place: Ints) -> Iterator[Ints]:
    """The gaps, in order, a few at a time: those whose places lie near one another."""
    at = 0
    while at < len(gaps):
        few = gaps[at : at + _GROUP]
        close = np.abs(place[few] - place[few[0]]) <= 2 * _NEAR
        size = len(few) if close.all() else int(np.argmin(close))
        yield few[:size]
        at += size


def moved_pairs(
    judge: Judge,
    offers: Ints,
    places: tuple[Ints, Ints],
    crowd: tuple[float, float],
    least: float,
    margin: float,
) -> list[tuple[int, int, float]]:
    """Those of `offers` (rows of one English and one Spanish segment) that were moved, with the
    nats that speak for each beyond chance. `places` where the path passes each segment, on the
    other side; `crowd` the share of segments of either side that chance may take for it (Spanish,
    English): it has as many tries as there are between the two places."""
    if not len(offers):
        return []
    i, j = offers.T
    far = np.abs(j - places[0][i]) * crowd[0] + np.abs(i - places[1][j]) * crowd[1]
    worth = judge(i, j) - np.log1p(far) - least
    best_en: dict[int, list[float]] = {}
    best_es: dict[int, list[float]] = {}
    listed = list(zip(i.tolist(), j.tolist(), worth.tolist(), strict=True))
    for a, b, value in listed:
        best_en.setdefault(a, []).append(value)
        best_es.setdefault(b, []).append(value)
    found: list[tuple[int, int, float]] = []
    for a, b, value in listed:
        if value < 0 or value < max(best_en[a]) or value < max(best_es[b]):
            continue
        rivals = sorted(best_en[a])[-2:-1] + sorted(best_es[b])[-2:-1]
        if all(value - rival >= margin for rival in rivals):
            found.append((a, b, value))
    return found
