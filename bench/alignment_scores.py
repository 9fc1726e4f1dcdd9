"""How well predicted beads agree with gold ones: the judge, kept apart from what it judges.

A bead is a pair of tuples of segment numbers. Strict: the very bead; lax: it shares a pair of
segments with a gold bead. As is usual in the field, precision counts every predicted bead and
recall only gold beads with two sides. Full: every bead counts, empty ones segment by segment.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Bead = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Scores:
    """Shares between 0 and 1; None where there is nothing to find."""

    strict: float
    lax: float
    full: float
    gaps: float | None
    several: float | None
    moved: float | None
    wrong: int


def f1(precision: float, recall: float) -> float:
    """The harmonic mean, 0 for nothing."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def share(part: int, whole: int) -> float:
    """part / whole, 0 for nothing."""
    return part / whole if whole else 0.0


def tidy(beads: Iterable[Sequence[Sequence[int]]]) -> set[Bead]:
    """The beads, each side ascending; a bead with an empty side as one bead for each segment."""
    found: set[Bead] = set()
    for en, es in beads:
        if en and es:
            found.add((tuple(sorted(en)), tuple(sorted(es))))
        else:
            found |= {((i,), ()) for i in en}
            found |= {((), (j,)) for j in es}
    return found


def in_order(beads: Iterable[Bead]) -> set[Bead]:
    """Those of the two-sided `beads` that stand in the longest increasing chain."""
    listed = sorted(bead for bead in beads if bead[0] and bead[1])
    ends: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for n, (_, es) in enumerate(listed):
        place = bisect_left(ends, es[0])
        ends[place:] = [es[0], *ends[place + 1 :]]
        before.append(holders[place - 1] if place else -1)
        holders[place:] = [n, *holders[place + 1 :]]
    chain: set[Bead] = set()
    n = holders[-1] if holders else -1
    while n >= 0:
        chain.add(listed[n])
        n = before[n]
    return chain


def _touching(bead: Bead, pairs: set[tuple[int, int]]) -> bool:
    return any((i, j) in pairs for i in bead[0] for j in bead[1])


def score(
    predicted: Iterable[Sequence[Sequence[int]]], gold: Iterable[Sequence[Sequence[int]]]
) -> Scores:
    """The scores of `predicted` against `gold`, of which both cover every segment once."""
    told, true = tidy(predicted), tidy(gold)
    right = told & true
    two_told = {bead for bead in told if bead[0] and bead[1]}
    two_true = {bead for bead in true if bead[0] and bead[1]}
    strict = f1(share(len(right), len(told)), share(len(right & two_true), len(two_true)))
    true_pairs = {(i, j) for en, es in two_true for i in en for j in es}
    told_pairs = {(i, j) for en, es in two_told for i in en for j in es}
    loose = sum(bead in true or _touching(bead, true_pairs) for bead in told)
    caught = sum(_touching(bead, told_pairs) for bead in two_true)
    lax = f1(share(loose, len(told)), share(caught, len(two_true)))
    gaps_told, gaps_true = told - two_told, true - two_true
    both_gaps = len(gaps_told & gaps_true)
    several = {bead for bead in two_true if len(bead[0]) + len(bead[1]) > 2}
    moved = two_true - in_order(two_true)
    return Scores(
        strict=strict,
        lax=lax,
        full=f1(share(len(right), len(told)), share(len(right), len(true))),
        gaps=f1(share(both_gaps, len(gaps_told)), share(both_gaps, len(gaps_true)))
        if gaps_true
        else None,
        several=share(len(several & told), len(several)) if several else None,
        moved=share(len(moved & told), len(moved)) if moved else None,
        wrong=len(told - true),
    )
