"""The last word among candidates: a lattice of beads with exact worths.

What always holds: the path covers every segment of both columns once; of equal paths the one
with more and smaller beads is taken; the share of a bead is its posterior over all paths.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, log1p

import numpy as np

from aligner.alignment.corpus import Floats, Ints

Cut = tuple[int, int, int, int]
"""English segments [a, b) and Spanish segments [c, d): one bead."""

_NOWHERE = -1e300
_SECTION = 4096  # beads of a lattice that are worth being taken apart


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


@dataclass(frozen=True, slots=True)
class Lattice:
    """Candidate `beads` between the nodes `start` and `goal`, sorted by their first node, and the
    `worth` of each; some path leads through them."""

    beads: Ints
    worth: Floats
    start: tuple[int, int]
    goal: tuple[int, int]

    def with_gaps_raised(self, en: Floats, es: Floats) -> Lattice:
        """The same with empty beads worth more, by segment of either side."""
        a, b, c, d = self.beads.T
        more = np.zeros(len(self.worth))
        gap_en, gap_es = np.flatnonzero(c == d), np.flatnonzero(a == b)
        more[gap_en] = en[a[gap_en]]
        more[gap_es] = es[c[gap_es]]
        return replace(self, worth=self.worth + more)

    def sections(self) -> list[Lattice]:
        """The lattice cut at nodes that every path passes, so that each part stays small."""
        if len(self.beads) < 2 * _SECTION:
            return [self]
        wide = np.int64(self.goal[1] + 1)
        begins = self.beads[:, 0] * wide + self.beads[:, 2]
        nodes, place = np.unique(
            np.concatenate((begins, self.beads[:, 1] * wide + self.beads[:, 3])),
            return_inverse=True,
        )
        first, last = place[: len(begins)], place[len(begins) :]
        # How many beads leap over each node in the order of nodes: over a pass, none.
        over = np.bincount(first + 1, minlength=len(nodes) + 1)
        over -= np.bincount(last, minlength=len(nodes) + 1)
        passes = np.flatnonzero(np.cumsum(over)[: len(nodes)] == 0)
        at = np.searchsorted(first, passes)
        parts: list[Lattice] = []
        since, start = 0, self.start
        for node, position in zip(nodes[passes].tolist(), at.tolist(), strict=True):
            if position - since >= _SECTION and position < len(self.beads):
                here = (node // int(wide), node % int(wide))
                parts.append(
                    Lattice(self.beads[since:position], self.worth[since:position], start, here)
                )
                since, start = position, here
        parts.append(Lattice(self.beads[since:], self.worth[since:], start, self.goal))
        return parts


def best_path(lattice: Lattice, heat: float = 1.0) -> Path:
    """The best path through `lattice` and posteriors at temperature `heat` (above 1: more
    doubt)."""
    beads, worth = lattice.beads, lattice.worth
    wide = np.int64(lattice.goal[1] + 1)
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
    origin = int(np.searchsorted(nodes, lattice.start[0] * wide + lattice.start[1]))
    goal = int(np.searchsorted(nodes, lattice.goal[0] * wide + lattice.goal[1]))
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
    through = np.array(mass)[begins] + np.array(cooled) + np.array(rest)[ends] - mass[goal]
    share = np.exp(np.minimum(through, 0.0))
    # A segment is left out whatever the node where the path passes it.
    for own, other in ((0, 2), (2, 0)):
        gap = np.flatnonzero(spans[:, other // 2] == 0)
        if len(gap):
            first = beads[gap, own] - lattice.start[own // 2]
            share[gap] = np.bincount(first, weights=share[gap])[first]
    shares = np.minimum(share[chosen], 1.0).tolist()
    a, b, c, d = beads[chosen].T.tolist() if chosen else ((), (), (), ())
    return Path(tuple(zip(a, b, c, d, strict=True)), tuple(shares))
