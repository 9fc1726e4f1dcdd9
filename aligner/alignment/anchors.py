"""Where long documents surely meet, and so which nodes the dynamic programme need look at.

What always holds: time and memory grow with the number of segments; the band leads from the first
node to the last without a break.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from aligner.alignment.affinity import Affinity
from aligner.alignment.corpus import Floats, Ints, expand, owners, summed
from aligner.alignment.crossing import heaviest_chain
from aligner.alignment.programme import Band

_MEETINGS = (60, 6)  # meetings of rare features looked at, per segment: of few, of many
_FEW = 10_000  # segments
_LEAST = 5.0  # nats of rare features that make a pair an anchor
_PER_SEGMENT = 3  # anchors offered per segment
_PAD = 24  # nodes kept around anchors, in case one is wrong
_REACH = 150  # nodes kept around the diagonal where no anchor is near


def anchors(form: Affinity) -> list[tuple[int, int]]:
    """Pairs of segments that share rare features, both ascending: the heaviest increasing chain
    (after Kay and Röscheisen 1993)."""
    features = int(max(form.feature_en.max(initial=-1), form.feature_es.max(initial=-1))) + 1
    seen_en = np.bincount(form.feature_en, minlength=features)
    seen_es = np.bincount(form.feature_es, minlength=features)
    meetings = seen_en * seen_es
    useful = np.flatnonzero(meetings)
    useful = useful[np.argsort(meetings[useful], kind="stable")]
    size = len(form.start_en) + len(form.start_es)
    budget = _MEETINGS[0] * min(size, _FEW) + _MEETINGS[1] * max(size - _FEW, 0)
    # All features of one rarity or none: no feature is taken for its number.
    spent = np.cumsum(meetings[useful])
    limit = meetings[useful][spent <= budget].max(initial=0)
    if np.count_nonzero(spent <= budget) < np.count_nonzero(meetings[useful] <= limit):
        limit -= 1
    rare = (meetings > 0) & (meetings <= limit)
    at_en, at_es = np.flatnonzero(rare[form.feature_en]), np.flatnonzero(rare[form.feature_es])
    at_es = at_es[np.argsort(form.feature_es[at_es], kind="stable")]
    left, right = expand(form.feature_en[at_en], form.feature_es[at_es])
    if not len(left):
        return []
    wide = len(form.start_es)
    key = owners(form.start_en)[at_en[left]] * np.int64(wide) + owners(form.start_es)[at_es[right]]
    worth = form.value_en[at_en[left]].astype(np.float64) * form.value_es[at_es[right]]
    keys, place = np.unique(key, return_inverse=True)
    total = summed(place, worth, len(keys))
    good = total >= _LEAST
    i, j, total = keys[good] // wide, keys[good] % wide, total[good]
    # In a text that repeats itself the nearest to the diagonal stands for its like.
    off = np.abs(i / (len(form.start_en) - 1) - j / (len(form.start_es) - 1))
    for turn in range(2):
        kept = _ranks((i, j)[turn], total, off) < _PER_SEGMENT
        i, j, total, off = i[kept], j[kept], total[kept], off[kept]
    order = np.lexsort((-j, i))
    i, j, total = i[order], j[order], total[order]
    chain = heaviest_chain(j.tolist(), total.tolist())
    return [(int(i[k]), int(j[k])) for k in chain]


def _ranks(group: Ints, worth: Floats, off: Floats) -> Ints:
    """The rank of each entry in its group, from 0, by falling worth and rising `off`."""
    order = np.lexsort((off, -worth, group))
    first = np.searchsorted(group[order], group[order], side="left")
    ranks = np.empty(len(group), dtype=np.int64)
    ranks[order] = np.arange(len(group)) - first
    return ranks


def band_through(nodes: list[tuple[int, int]], n: int, m: int, pad: int) -> Band:
    """The nodes within `pad` of the steps between `nodes` (each ascending), and within reach of
    the diagonal of a long step."""
    low = np.full(n + 1, m, dtype=np.int64)
    high = np.zeros(n + 1, dtype=np.int64)
    path = [(0, 0), *nodes, (n, m)]
    for (a, c), (b, d) in pairwise(path):
        rows = np.arange(a, b + 1)
        middle = c + (rows - a) * (d - c) / max(b - a, 1)
        reach = max(_REACH, (d - c) / max(b - a, 1) + 1)
        under = np.maximum(c, np.floor(middle - reach))
        over = np.minimum(d, np.ceil(middle + reach))
        if b == a:
            under[:], over[:] = c, d
        low[a : b + 1] = np.minimum(low[a : b + 1], under.astype(np.int64))
        high[a : b + 1] = np.maximum(high[a : b + 1], over.astype(np.int64))
    # Rows before and behind take part too: a wrong anchor may be off either way.
    wide = 2 * pad + 1
    padded_low = np.concatenate((np.full(pad, low[0]), low, np.full(pad, m)))
    padded_high = np.concatenate((np.zeros(pad, dtype=np.int64), high, np.full(pad, high[-1])))
    low = np.lib.stride_tricks.sliding_window_view(padded_low, wide).min(axis=1)
    high = np.lib.stride_tricks.sliding_window_view(padded_high, wide).max(axis=1)
    low, high = np.maximum(low - pad, 0), np.minimum(high + pad, m)
    low[0], high[n] = 0, m
    return Band(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))


def band_of(form: Affinity, n: int, m: int) -> Band:
    """The band for `n` English and `m` Spanish segments."""
    return band_through(anchors(form), n, m, _PAD)


def around(cuts: list[tuple[int, int, int, int]], n: int, m: int, pad: int) -> Band:
    """The band around a path."""
    return band_through([(a, c) for a, _, c, _ in cuts], n, m, pad)
