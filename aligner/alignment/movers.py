"""Which of the segments that a path leaves out, or pairs weakly, were moved.

What always holds: the order of the path stays; a bead is given up for a moved one only if both
partners of that are then left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.alignment.affinity import Affinity
from aligner.alignment.calibration import calibrated, calibrated_moved
from aligner.alignment.corpus import Floats, Ints
from aligner.alignment.judge import Judge
from aligner.alignment.lattice import Cut, Lattice, Path
from aligner.alignment.moved import moved_pairs, near_by, nearest
from aligner.alignment.shapes import SHAPES

_DOUBTED = 0.98
_LEAST = 1.5  # nats beyond chance that make a moved pair
_MARGIN = 2.0  # nats by which it must beat its rivals

Through = Callable[[Sequence[Lattice]], Path]
"""The best path through all lattices."""


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
class Movers:
    """Looks for segments that were moved."""

    form: Affinity
    judge: Judge

    def _pairs(
        self,
        places: tuple[Ints, Ints],
        en: Sequence[int],
        es: Sequence[int],
        others: Sequence[tuple[int, int]],
    ) -> list[tuple[int, int, float]]:
        """The moved pairs among `en` and `es` and the `others`, with their nats beyond chance."""

        def nats(i: Ints, j: Ints) -> Floats:
            return self.judge.nats(np.stack((i, i + 1, j, j + 1), axis=1))

        lone = np.array(en, dtype=np.int64), np.array(es, dtype=np.int64)
        i, j = nearest(self.form, *lone)
        more = np.array(others, dtype=np.int64).reshape(-1, 2)
        offers = np.unique(
            np.concatenate((np.stack((lone[0][i], lone[1][j]), axis=1), more)), axis=0
        )
        crowd = (
            len(es) / max(len(self.form.base_es), 1),
            len(en) / max(len(self.form.base_en), 1),
        )
        return moved_pairs(nats, offers, places, crowd, _LEAST, _MARGIN)

    def reconsidered(self, path: Path, lattices: Sequence[Lattice], through: Through) -> Path:
        """`path` again, where being left out costs segments less that have a counterpart
        elsewhere: what speaks for the pair goes to the partner that is not left out yet, or half
        to each."""
        gap_en = [i for a, b, c, d in path.cuts if c == d for i in range(a, b)]
        gap_es = [j for a, b, c, d in path.cuts if a == b for j in range(c, d)]
        en, es = set(gap_en), set(gap_es)
        for (a, b, c, d), share in zip(path.cuts, path.shares, strict=True):
            if share < _DOUBTED:
                en.update(range(a, b))
                es.update(range(c, d))
        if not en and not es:
            return path
        places = _places(path)
        offers = near_by(self.form, places, gap_en, gap_es)
        asked_en, asked_es = {i for i, _ in offers}, {j for _, j in offers}
        # A partner in the order is a rival of those elsewhere.
        offers += [
            (a, c)
            for a, b, c, d in path.cuts
            if b - a == d - c == 1 and (a in asked_en or c in asked_es)
        ]
        pairs = self._pairs(places, sorted(en), sorted(es), offers)
        wanted = {i for i, _, _ in pairs}
        mates = {
            (i, j)
            for a, b, c, d in path.cuts
            for i in range(a, b)
            if i in wanted
            for j in range(c, d)
        }
        pairs = [pair for pair in pairs if pair[:2] not in mates]
        en, es = set(gap_en), set(gap_es)
        while pairs:
            raised_en = np.zeros(len(self.form.base_en))
            raised_es = np.zeros(len(self.form.base_es))
            for i, j, nats in pairs:
                share = 0.5 if (i in en) == (j in es) else float(i not in en)
                raised_en[i], raised_es[j] = share * nats, (1.0 - share) * nats
            again = through([part.with_gaps_raised(raised_en, raised_es) for part in lattices])
            alone_en = {a for a, b, c, d in again.cuts if c == d}
            alone_es = {c for a, b, c, d in again.cuts if a == b}
            kept = [pair for pair in pairs if pair[0] in alone_en and pair[1] in alone_es]
            if len(kept) == len(pairs):
                return again
            pairs = kept
        return path

    def found(self, path: Path) -> list[tuple[Cut, float]]:
        """The beads of `path`, where pairs of its empty beads that were moved are joined."""
        lone_en = [a for a, b, c, d in path.cuts if b > a and c == d]
        lone_es = [c for a, b, c, d in path.cuts if a == b and d > c]
        pairs = self._pairs(_places(path), lone_en, lone_es, ())
        moved = self._grown(pairs, set(lone_en), set(lone_es))
        gone_en = {i for (a, b, _, _), _ in moved for i in range(a, b)}
        gone_es = {j for (_, _, c, d), _ in moved for j in range(c, d)}
        beads = [
            (cut, score)
            for cut, score in zip(path.cuts, calibrated(path.shares), strict=True)
            if not (cut[2] == cut[3] and cut[0] in gone_en)
            and not (cut[0] == cut[1] and cut[2] in gone_es)
        ]
        scores = calibrated_moved([nats for _, nats in moved])
        return beads + [(cut, score) for (cut, _), score in zip(moved, scores, strict=True)]

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
