"""The last word among candidates: a lattice of beads with exact worths.

What always holds: the path covers every segment of both columns once; of equal paths the one
with fewer and smaller beads is taken; the share of a bead is its posterior over all paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log1p

import numpy as np

from aligner.alignment.corpus import Floats, Ints

Cut = tuple[int, int, int, int]
"""English segments [a, b) and Spanish segments [c, d): one bead."""


@dataclass(frozen=True, slots=True)
class Path:
    """The best path: its beads in order and the posterior of each."""

    cuts: tuple[Cut, ...]
    shares: tuple[float, ...]


def _add(a: float, b: float) -> float:
    if a < b:
        a, b = b, a
    return a + log1p(exp(b - a)) if b > a - 40 else a


def best_path(beads: Ints, worth: Floats, n: int, m: int, heat: float = 1.0) -> Path:
    """The best path from (0, 0) to (n, m) through `beads`, and posteriors at temperature `heat`
    (above 1: more doubt). `beads` are sorted by
    their first node."""
    edges = beads.tolist()
    values = worth.tolist()
    origin = (0, 0)
    best: dict[tuple[int, int], tuple[float, int, int]] = {origin: (0.0, 0, -1)}
    mass: dict[tuple[int, int], float] = {origin: 0.0}
    for k, (a, b, c, d) in enumerate(edges):
        before = best.get((a, c))
        if before is None:
            continue
        # Square sizes prefer two 1-1 to one 2-2, and 2-1 is as good as 1-2.
        size = (b - a) * (b - a) + (d - c) * (d - c)
        offer = (before[0] + values[k], before[1] - size, k)
        known = best.get((b, d))
        if known is None or offer[:2] > known[:2]:
            best[b, d] = offer
        through = mass[a, c] + values[k] / heat
        mass[b, d] = _add(mass[b, d], through) if (b, d) in mass else through
    rest: dict[tuple[int, int], float] = {(n, m): 0.0}
    for k in range(len(edges) - 1, -1, -1):
        a, b, c, d = edges[k]
        onward = rest.get((b, d))
        if onward is not None and (a, c) in mass:
            onward += values[k] / heat
            rest[a, c] = _add(rest[a, c], onward) if (a, c) in rest else onward
    total = mass[n, m]
    cuts: list[Cut] = []
    shares: list[float] = []
    node = (n, m)
    while node != origin:
        k = best[node][2]
        a, b, c, d = edges[k]
        cuts.append((a, b, c, d))
        shares.append(min(exp(mass[a, c] + values[k] / heat + rest[b, d] - total), 1.0))
        node = (a, c)
    return Path(tuple(reversed(cuts)), tuple(reversed(shares)))


def without_detours(beads: Ints, n: int, m: int) -> Ints:
    """The positions in `beads` of those on some path from (0, 0) to (n, m)."""
    edges = beads.tolist()
    reached = {(0, 0)}
    for a, b, c, d in edges:
        if (a, c) in reached:
            reached.add((b, d))
    leads = {(n, m)}
    for a, b, c, d in reversed(edges):
        if (b, d) in leads:
            leads.add((a, c))
    return np.array(
        [k for k, (a, b, c, d) in enumerate(edges) if (a, c) in reached and (b, d) in leads],
        dtype=np.int64,
    )
