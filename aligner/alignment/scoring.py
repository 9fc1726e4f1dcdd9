"""What a bead is worth to the dynamic programme: affinity, lengths and the share of its shape.

What always holds: a worth is a multiple of the grain, and the worth of a bead in a mirrored pair
of documents is the same number. It may be off where segments of a bead share words; judge.py
says the last word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from aligner.alignment.affinity import Affinity, quantised
from aligner.alignment.corpus import Column, Floats, Ints
from aligner.alignment.judge import running
from aligner.alignment.programme import rectangle_sums
from aligner.alignment.shapes import LARGEST, SHAPES, Model

_TRUST = 0.6  # less than the judge gives: here a word may be counted twice
_LUCK = 2.0  # chance meetings are this much likelier near by, where subjects are alike


@dataclass(frozen=True, slots=True)
class _Side:
    """Running sums over the segments of one side."""

    base: Floats
    luck: Floats
    hits: Floats
    long: Floats

    def along(self, start: Ints, stop: Ints, facing: int) -> Floats:
        """What the segments [start, stop) add by themselves to a bead with `facing` segments on
        the other side, where chance meets more of their words."""
        luck = (facing - 1) * (self.luck[stop] - self.luck[start])
        luck = luck + np.log(facing) * (self.hits[stop] - self.hits[start])
        return np.asarray(_TRUST * (self.base[stop] - self.base[start] - _LUCK * luck))


@dataclass(frozen=True, slots=True)
class Scoring:
    """Worths for the segments `first_en`.. and `first_es`.. of both columns."""

    form: Affinity
    model: Model
    en: _Side
    es: _Side
    first_en: int = 0
    first_es: int = 0

    @classmethod
    def of(cls, form: Affinity, en: Column, es: Column, model: Model) -> Scoring:
        """The scoring of all segments of `en` and `es`."""
        return cls(
            form,
            model,
            _Side(*map(running, (form.base_en, form.chance_en, form.hits_en, en.chars))),
            _Side(*map(running, (form.base_es, form.chance_es, form.hits_es, es.chars))),
        )

    def starting(self, first_en: int, first_es: int) -> Scoring:
        """The same for a region that starts there."""
        return replace(self, first_en=first_en, first_es=first_es)

    def __call__(self, i0: int, i1: int, j0: int, j1: int) -> Floats:
        """Worth [shape, i - i0, j - j0] of beads that end before segment i and j of the region."""
        top, left = max(i0 - LARGEST, 0), max(j0 - LARGEST, 0)
        e, s = self.first_en, self.first_es
        dots = self.form.dots((e + top, e + i1 - 1), (s + left, s + j1 - 1))
        sums = rectangle_sums(dots, SHAPES)
        result: Floats = np.full((len(SHAPES), i1 - i0, j1 - j0), -1e12)
        for n, (height, across) in enumerate(SHAPES):
            y, x = np.arange(max(i0, height), i1), np.arange(max(j0, across), j1)
            if not len(y) or not len(x):
                continue
            rows, columns = (y + e - height, y + e), (x + s - across, x + s)
            along_en = self.en.along(*rows, across)[:, None]
            along_es = self.es.along(*columns, height)[None, :]
            met = sums[height, across][y[0] - 1 - top :, x[0] - 1 - left :]
            worth = (along_en + along_es) + _TRUST * met[: len(y), : len(x)]
            long_en = (self.en.long[rows[1]] - self.en.long[rows[0]])[:, None]
            long_es = (self.es.long[columns[1]] - self.es.long[columns[0]])[None, :]
            worth = worth + self.model.length(long_en, long_es) + self.model.prior((height, across))
            result[n, y[0] - i0 :, x[0] - j0 :] = quantised(worth)
        return result
