"""Which beads are out of order: those outside the longest increasing chain.

What always holds: a bead with an empty side never crosses; of equally long chains the one with
more segments counts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import lt

from aligner.alignment.bead import Bead


def longest_chain(values: Sequence[int]) -> list[int]:
    """The positions of a longest strictly increasing subsequence of `values` (Schensted 1961)."""
    tails: list[int] = []
    at: list[int] = []
    before = [-1] * len(values)
    for n, value in enumerate(values):
        k = bisect_left(tails, value)
        if k == len(tails):
            tails.append(value)
            at.append(n)
        else:
            tails[k], at[k] = value, n
        before[n] = at[k - 1] if k else -1
    chain: list[int] = []
    n = at[-1] if at else -1
    while n >= 0:
        chain.append(n)
        n = before[n]
    return chain[::-1]


def heaviest_chain(values: Sequence[int], weights: Sequence[float]) -> list[int]:
    """The positions of the increasing subsequence of distinct `values` with the largest sum of
    `weights` (a Fenwick tree of prefix maxima, Fenwick 1994)."""
    if all(map(lt, values, values[1:])) and min(weights, default=1.0) > 0:
        # Most texts: nothing is out of order, and a key press must not wait for the tree.
        return list(range(len(values)))
    ranks = {value: n + 1 for n, value in enumerate(sorted(set(values)))}
    size = len(ranks)
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before = [-1] * len(values)
    best: tuple[float, int] = (0.0, -1)
    for n, value in enumerate(values):
        rank = ranks[value]
        top: tuple[float, int] = (0.0, -1)
        k = rank - 1
        while k > 0:
            if tree[k][0] > top[0]:
                top = tree[k]
            k -= k & -k
        before[n] = top[1]
        total = (top[0] + weights[n], n)
        if total[0] > best[0]:
            best = total
        k = rank
        while k <= size:
            if total[0] > tree[k][0]:
                tree[k] = total
            k += k & -k
    chain: list[int] = []
    n = best[1]
    while n >= 0:
        chain.append(n)
        n = before[n]
    return chain[::-1]


def mark_crossings(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """`beads` with `crossing` set, in the order given."""
    listed = tuple(beads)
    joined = sorted(
        (n for n, bead in enumerate(listed) if not bead.empty), key=lambda n: listed[n].en
    )
    weights = [2.0**20 + len(listed[n].en) + len(listed[n].es) for n in joined]
    chain = heaviest_chain([listed[n].es[0] for n in joined], weights)
    across = set(joined).difference(joined[k] for k in chain)
    return tuple(
        bead if bead.crossing == (n in across) else replace(bead, crossing=n in across)
        for n, bead in enumerate(listed)
    )
