"""What a bead is worth to the dynamic programme: affinity, lengths and the share of its shape.

What always holds: a worth is a multiple of the grain, and the worth of a bead in a mirrored pair
of documents is the same number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.alignment.affinity import Affinity, quantised
from aligner.alignment.corpus import Floats
from aligner.alignment.programme import rectangle_sums
from aligner.alignment.shapes import LARGEST, SHAPES, Model


@dataclass(frozen=True, slots=True)
class Scoring:
    """Worths for the segments `first_en`.. and `first_es`.. of a region."""

    affinity: Affinity
    chars_en: Floats
    chars_es: Floats
    model: Model
    trust: float = 0.6  # how much of the witnesses' word is taken: they repeat one another
    luck: float = 2.0
    many: float = 1.0
    first_en: int = 0
    first_es: int = 0

    def __call__(self, i0: int, i1: int, j0: int, j1: int) -> Floats:
        """Worth [shape, i - i0, j - j0] of beads that end before segment i and j of the region."""
        top, left = max(i0 - LARGEST, 0), max(j0 - LARGEST, 0)
        dots = self.affinity.dots(
            (self.first_en + top, self.first_en + i1 - 1),
            (self.first_es + left, self.first_es + j1 - 1),
        )
        sums = rectangle_sums(dots, SHAPES)
        result = np.full((len(SHAPES), i1 - i0, j1 - j0), -1e12)
        rows = np.arange(i0, i1)
        columns = np.arange(j0, j1)
        base_en = np.concatenate(([0.0], np.cumsum(self.affinity.base_en)))
        base_es = np.concatenate(([0.0], np.cumsum(self.affinity.base_es)))
        hits_en = np.concatenate(([0.0], np.cumsum(self.affinity.hits_en)))
        hits_es = np.concatenate(([0.0], np.cumsum(self.affinity.hits_es)))
        luck_en = np.concatenate(([0.0], np.cumsum(self.affinity.chance_en)))
        luck_es = np.concatenate(([0.0], np.cumsum(self.affinity.chance_es)))
        long_en = np.concatenate(([0.0], np.cumsum(self.chars_en)))
        long_es = np.concatenate(([0.0], np.cumsum(self.chars_es)))
        for n, (height, across) in enumerate(SHAPES):
            y, x = rows[rows >= height], columns[columns >= across]
            if not len(y) or not len(x):
                continue
            e, s = y + self.first_en, x + self.first_es
            a = long_en[e] - long_en[e - height]
            b = long_es[s] - long_es[s - across]
            worth = self.trust * (
                sums[height, across][y[0] - 1 - top :, x[0] - 1 - left :][: len(y), : len(x)]
                + (base_en[e] - base_en[e - height])[:, None]
                + (base_es[s] - base_es[s - across])[None, :]
            )
            luck = (across - 1) * (luck_en[e] - luck_en[e - height])[:, None] + (height - 1) * (
                luck_es[s] - luck_es[s - across]
            )[None, :]
            luck = luck + self.many * (
                np.log(across) * (hits_en[e] - hits_en[e - height])[:, None]
                + np.log(height) * (hits_es[s] - hits_es[s - across])[None, :]
            )
            worth = (
                worth - self.trust * self.luck * luck + self.model.length(a[:, None], b[None, :])
            )
            worth = quantised(worth + self.model.prior((height, across)))
            result[n, y[0] - i0 :, x[0] - j0 :] = worth
        return result
