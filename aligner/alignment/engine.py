"""From two columns to beads: spelling first, then what the document itself teaches.

What always holds: every segment of both columns is in exactly one bead; walls (pairs of segment
numbers that a person's pins fix as a node of every path) are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from aligner.alignment.affinity import affinity, evidence_of, quantised
from aligner.alignment.anchors import around, band_of
from aligner.alignment.corpus import Column, Ints
from aligner.alignment.judge import Judge
from aligner.alignment.lattice import Cut, Lattice, Path, best_path
from aligner.alignment.lexicon import learned_pairs
from aligner.alignment.movers import Movers
from aligner.alignment.parts import with_parts
from aligner.alignment.programme import Band, candidates, forward, full_band
from aligner.alignment.scoring import Scoring
from aligner.alignment.shapes import Model
from aligner.alignment.ties import ties

_SMALL = 40_000  # nodes up to which every one is looked at
_TURNS = 2
_SLACK = (8.0, 40.0)  # nats within which beads stay candidates, by turn
_HEAT = 1.5
_PAD = 12
_SURE = 0.9
_NOBODY = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Found:
    """A bead as numbers: segments [a, b) and [c, d), and the chance that it is right."""

    cut: Cut
    score: float


def _clipped(band: Band, rows: tuple[int, int], columns: tuple[int, int]) -> Band:
    """The part of `band` in the region, whose first and last node it holds."""
    low = np.clip(band.low[rows[0] : rows[1] + 1] - columns[0], 0, columns[1] - columns[0])
    high = np.clip(band.high[rows[0] : rows[1] + 1] - columns[0], 0, columns[1] - columns[0])
    low[0], high[-1] = 0, columns[1] - columns[0]
    if rows[0] == rows[1]:
        low[0] = 0
    return Band(low, high)


def _lattices(
    judge: Judge,
    scoring: Scoring,
    band: Band,
    nodes: Sequence[tuple[int, int]],
    slack: float,
) -> list[Lattice]:
    """The lattice of each region between `nodes`."""
    found: list[Lattice] = []
    for (a, c), (b, d) in pairwise(nodes):
        if a == b and c == d:
            continue
        part = _clipped(band, (a, b), (c, d))
        skip = judge.model.skip
        skip_en = quantised(np.full(b - a, skip))
        skip_es = quantised(np.full(d - c, skip))
        here = scoring.starting(a, c)
        best = forward(here, skip_en, skip_es, part)
        beads = with_parts(candidates(here, skip_en, skip_es, part, best, slack))
        beads += np.array([a, a, c, c], dtype=np.int32)
        found.append(Lattice(beads, judge.worths(beads), (a, c), (b, d)))
    return found


def _path(lattices: Sequence[Lattice]) -> Path:
    """The best path through all regions."""
    paths = [best_path(part, _HEAT) for lattice in lattices for part in lattice.sections()]
    return Path(
        tuple(cut for path in paths for cut in path.cuts),
        tuple(share for path in paths for share in path.shares),
    )


def found_beads(
    en: Column,
    es: Column,
    *,
    told: Sequence[tuple[str, str, float]] = (),
    walls: Sequence[tuple[int, int]] = (),
) -> list[Found]:
    """The beads of `en` and `es`, in no order. `told` are pairs of forms with their weight;
    `walls` are nodes (number of English, of Spanish segments before) that no bead crosses."""
    n, m = en.segments, es.segments
    model = Model(drift=float(np.log(es.chars.sum() + 1) - np.log(en.chars.sum() + 1)))
    learned = None
    trusted = (_NOBODY, _NOBODY)
    nodes = [(0, 0), *walls, (n, m)]
    path = Path((), ())
    for turn in range(_TURNS):
        known = ties(en.types, es.types, told=told, learned=learned)
        evidence = evidence_of(en, es, known, trusted)
        del known  # as large as what follows
        form = affinity(evidence)
        if n * m <= _SMALL:
            band = full_band(n, m)
        elif turn == 0:
            band = band_of(form, n, m)
        else:
            band = around(list(path.cuts), n, m, _PAD)
        judge = Judge.of(evidence, model)
        scoring = Scoring.of(form, en, es, model)
        lattices = _lattices(judge, scoring, band, nodes, _SLACK[turn])
        path = _path(lattices)
        if turn + 1 < _TURNS:
            trusted, model = lesson(en, es, path, model)
            learned = learned_pairs(en, es, trusted)
            del evidence, form, judge, scoring, lattices
    movers = Movers(form, judge)
    path = movers.reconsidered(path, lattices, _path)
    return [Found(cut, score) for cut, score in movers.found(path)]


_LOAN = 20.0  # beads that the general shares count for
_KINDS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 2}  # shapes of each size, which share its mass


def lesson(en: Column, es: Column, path: Path, model: Model) -> tuple[tuple[Ints, Ints], Model]:
    """What `path` teaches: beads of one segment each that can be trusted, and the model."""
    ones = [
        (a, c)
        for (a, b, c, d), share in zip(path.cuts, path.shares, strict=True)
        if b - a == 1 and d - c == 1 and share > _SURE
    ]
    if len(ones) < 3:
        return (_NOBODY, _NOBODY), model
    i, j = np.array(ones, dtype=np.int64).T
    off = np.log(es.chars[j]) - np.log(en.chars[i])
    count = dict.fromkeys(range(6), 0)
    for a, b, c, d in path.cuts:
        count[(b - a) + (d - c) - 1 if b > a and d > c else 0] += 1
    total = len(path.cuts) + _LOAN
    base = Model()
    shares = {k: (count[k] / _KINDS[k] + _LOAN * base.shares[k]) / total for k in _KINDS}
    gap = (count[0] / 2 + _LOAN * base.gap) / total
    return (i, j), replace(model, drift=float(np.median(off)), shares=shares, gap=gap)
