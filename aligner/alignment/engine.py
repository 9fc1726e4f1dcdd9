"""From two columns to beads: spelling first, then what the document itself teaches.

What always holds: every segment of both columns is in exactly one bead; walls (pairs of segment
numbers that a person's pins fix as a node of every path) are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from aligner.alignment.affinity import Affinity, affinity, evidence_of, quantised
from aligner.alignment.anchors import around, band_of
from aligner.alignment.calibration import calibrated, calibrated_moved
from aligner.alignment.corpus import Column, Floats, Ints
from aligner.alignment.judge import Judge
from aligner.alignment.lattice import Cut, Lattice, Path, best_path
from aligner.alignment.lexicon import learned_pairs
from aligner.alignment.moved import moved_pairs
from aligner.alignment.parts import with_parts
from aligner.alignment.programme import Band, candidates, forward, full_band
from aligner.alignment.scoring import Scoring
from aligner.alignment.shapes import SHAPES, Model
from aligner.alignment.ties import ties

_SMALL = 40_000  # nodes up to which every one is looked at
_TURNS = 2
_SLACK = (8.0, 40.0)  # nats within which beads stay candidates, by turn
_HEAT = 1.5
_PAD = 12
_SURE = 0.9
_DOUBTED = 0.98
_LEAST = 0.5  # nats beyond chance that make a moved pair
_MARGIN = 2.0  # nats by which it must beat its rivals
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
        beads += np.array([a, a, c, c])
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
    known = ties(en.types, es.types, told=told)
    trusted = (_NOBODY, _NOBODY)
    nodes = [(0, 0), *walls, (n, m)]
    path = Path((), ())
    for turn in range(_TURNS):
        evidence = evidence_of(en, es, known, trusted)
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
            known = ties(en.types, es.types, told=told, learned=learned)
            del evidence, form, judge, scoring, lattices  # as large as those that follow
    movers = _Movers(form, judge)
    path = movers.reconsidered(path, lattices)
    return movers.found(path)


def _places(path: Path) -> tuple[Ints, Ints]:
    """For each English segment how many Spanish ones the path has passed when it comes to it, not
    counting those left out beside it; and the same for each Spanish one."""
    place_en: list[int] = []
    place_es: list[int] = []
    passed_en = passed_es = 0
    for a, b, c, d in path.cuts:
        if a < b and c < d:
            passed_en, passed_es = a, c
        place_en += [passed_es] * (b - a)
        place_es += [passed_en] * (d - c)
        if a < b and c < d:
            passed_en, passed_es = b, d
    return np.array(place_en, dtype=np.int64), np.array(place_es, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Movers:
    """Looks for segments that were moved."""

    form: Affinity
    judge: Judge

    def _pairs(
        self, path: Path, en: Sequence[int], es: Sequence[int]
    ) -> list[tuple[int, int, float]]:
        def nats(i: Ints, j: Ints) -> Floats:
            return self.judge.nats(np.stack((i, i + 1, j, j + 1), axis=1))

        lone = np.array(en, dtype=np.int64), np.array(es, dtype=np.int64)
        place_en, place_es = _places(path)
        places = place_en[lone[0]], place_es[lone[1]]
        return moved_pairs(self.form, nats, lone, places, _LEAST, _MARGIN)

    def reconsidered(self, path: Path, lattices: Sequence[Lattice]) -> Path:
        """`path` again, where being left out costs segments less that have a counterpart
        elsewhere: half of what speaks for the pair goes to each."""
        en: list[int] = []
        es: list[int] = []
        for (a, b, c, d), share in zip(path.cuts, path.shares, strict=True):
            if a == b or c == d or share < _DOUBTED:
                en += range(a, b)
                es += range(c, d)
        together = (
            {(i, j) for a, b, c, d in path.cuts for i in range(a, b) for j in range(c, d)}
            if en and es
            else set()
        )
        pairs = [
            (i, j, nats) for i, j, nats in self._pairs(path, en, es) if (i, j) not in together
        ]
        # A pair that only one partner would be left out for has not moved.
        while pairs:
            raised_en = np.zeros(len(self.form.base_en))
            raised_es = np.zeros(len(self.form.base_es))
            for i, j, nats in pairs:
                raised_en[i] = raised_es[j] = nats / 2
            again = _path([part.with_gaps_raised(raised_en, raised_es) for part in lattices])
            alone_en = {a for a, b, c, d in again.cuts if c == d}
            alone_es = {c for a, b, c, d in again.cuts if a == b}
            kept = [pair for pair in pairs if pair[0] in alone_en and pair[1] in alone_es]
            if len(kept) == len(pairs):
                return again
            pairs = kept
        return path

    def found(self, path: Path) -> list[Found]:
        """The beads of `path`, where pairs of its empty beads that were moved are joined."""
        lone_en = [a for a, b, c, d in path.cuts if b > a and c == d]
        lone_es = [c for a, b, c, d in path.cuts if a == b and d > c]
        pairs = self._pairs(path, lone_en, lone_es)
        moved = self._grown(pairs, set(lone_en), set(lone_es))
        gone_en = {i for (a, b, _, _), _ in moved for i in range(a, b)}
        gone_es = {j for (_, _, c, d), _ in moved for j in range(c, d)}
        beads = [
            Found(cut, score)
            for cut, score in zip(path.cuts, calibrated(path.shares), strict=True)
            if not (cut[2] == cut[3] and cut[0] in gone_en)
            and not (cut[0] == cut[1] and cut[2] in gone_es)
        ]
        scores = calibrated_moved([nats for _, nats in moved])
        return beads + [Found(cut, score) for (cut, _), score in zip(moved, scores, strict=True)]

    def _grown(
        self, pairs: Sequence[tuple[int, int, float]], en: set[int], es: set[int]
    ) -> list[tuple[Cut, float]]:
        """The moved `pairs` with the left-over neighbours (`en`, `es`) that belong to them."""
        free_en = en - {i for i, _, _ in pairs}
        free_es = es - {j for _, j, _ in pairs}
        grown: list[tuple[Cut, float]] = []
        for i, j, nats in sorted(pairs, key=lambda pair: (-pair[2], pair[0] + pair[1], pair[0])):
            cut = (i, i + 1, j, j + 1)
            worth = float(self.judge.worths(np.array([cut]))[0])
            while True:
                a, b, c, d = cut
                offers = [
                    wider
                    for wider, new, free in (
                        ((a - 1, b, c, d), a - 1, free_en),
                        ((a, b + 1, c, d), b, free_en),
                        ((a, b, c - 1, d), c - 1, free_es),
                        ((a, b, c, d + 1), d, free_es),
                    )
                    if new in free and (wider[1] - wider[0], wider[3] - wider[2]) in SHAPES
                ]
                if not offers:
                    break
                worths = self.judge.worths(np.array(offers))
                best = int(np.argmax(worths))
                if worths[best] <= worth + self.judge.model.skip:
                    break
                cut, worth = offers[best], float(worths[best])
                free_en -= set(range(cut[0], cut[1]))
                free_es -= set(range(cut[2], cut[3]))
            grown.append((cut, nats))
        return grown


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
