"""The last word among candidates: a lattice of beads with exact worths.

What always holds: the path covers every segment of both columns once; of equal paths the one
with more and smaller beads is taken; the share of a bead is its posterior over all paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log1p

import numpy as np

from aligner.alignment.corpus import Floats, Ints

Cut = tuple[int, int, int, int]
"""English segments [a, b) and Spanish segments [c, d): one bead."""

_NOWHERE = -1e300


@dataclass(frozen=True, slots=True)
class Path:
    """The best path: its beads in order and the posterior of each."""

    cuts: tuple[Cut, ...]
    shares: tuple[float, ...]


def _add(a: float, b: float) -> float:
    """log(exp(a) + exp(b))."""
    if a < b:
        a, b = b, a
    return a + log1p(exp(b - a)) if b > a - 40 else a


def best_path(beads: Ints, worth: Floats, n: int, m: int, heat: float = 1.0) -> Path:
    """The best path from (0, 0) to (n, m) through `beads`, which are sorted by their first node,
    and posteriors at temperature `heat` (above 1: more doubt)."""
    wide = np.int64(m + 1)
    keys = np.concatenate((beads[:, 0] * wide + beads[:, 2], beads[:, 1] * wide + beads[:, 3]))
    nodes, place = np.unique(keys, return_inverse=True)
    begins, ends = place[: len(beads)].tolist(), place[len(beads) :].tolist()
    # Square sizes prefer two 1-1 to one 2-2, and make no difference between 2-1 and 1-2.
    spans = beads[:, 1::2] - beads[:, ::2]
    sizes = (spans * spans).sum(axis=1).tolist()
    values, cooled = worth.tolist(), (worth / heat).tolist()
    best = [_NOWHERE] * len(nodes)
    bulk = [0] * len(nodes)
    came = [-1] * len(nodes)
    mass = [_NOWHERE] * len(nodes)
    origin, goal = 0, int(np.searchsorted(nodes, n * wide + m))
    best[origin] = mass[origin] = 0.0
    for k, (begin, end) in enumerate(zip(begins, ends, strict=True)):
        if best[begin] == _NOWHERE:
            continue
        total, size = best[begin] + values[k], bulk[begin] + sizes[k]
        if total > best[end] or (total == best[end] and size < bulk[end]):
            best[end], bulk[end], came[end] = total, size, k
        mass[end] = _add(mass[end], mass[begin] + cooled[k])
    rest = [_NOWHERE] * len(nodes)
    rest[goal] = 0.0
    for k in range(len(begins) - 1, -1, -1):
        onward = rest[ends[k]]
        if onward != _NOWHERE:
            rest[begins[k]] = _add(rest[begins[k]], onward + cooled[k])
    chosen: list[int] = []
    node = goal
    while node != origin:
        chosen.append(came[node])
        node = begins[came[node]]
    chosen.reverse()
    shares = [
        exp(min(mass[begins[k]] + cooled[k] + rest[ends[k]] - mass[goal], 0.0)) for k in chosen
    ]
    a, b, c, d = beads[chosen].T.tolist() if chosen else ((), (), (), ())
    return Path(tuple(zip(a, b, c, d, strict=True)), tuple(shares))
