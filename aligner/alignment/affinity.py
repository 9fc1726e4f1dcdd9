"""How much speaks for joining segments, in nats, as one bilinear form.

Each type that has a tie to the other side is a witness: seen with a counterpart or without, it
changes the odds that the two segments render each other (naive Bayes, Robertson and Spärck Jones
1976). The sum over witnesses is a dot product of sparse vectors plus a number per segment, so any
bead's affinity is a sum over a rectangle of one matrix. What always holds: components are
multiples of 2**-20, so that sums are exact in whatever order they are taken.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.alignment.corpus import Column, Floats, Ints
from aligner.alignment.ties import Ties

GRAIN = 2.0**20
_PAIRS_AT_ONCE = 1 << 22


def quantised(values: Floats) -> Floats:
    """`values` on the grain on which sums are exact."""
    return np.rint(values * GRAIN) / GRAIN


def _ranges(start: Ints, length: Ints) -> Ints:
    """The concatenation of the ranges [start, start + length)."""
    total = int(length.sum())
    if total == 0:
        return np.zeros(0, dtype=np.int64)
    offset = np.repeat(start - np.concatenate(([0], np.cumsum(length)[:-1])), length)
    return offset + np.arange(total, dtype=np.int64)


def expand(keys: Ints, into: Ints) -> tuple[Ints, Ints]:
    """All pairs of positions (of `keys`, of the ascending `into`) that hold equal values."""
    first = np.searchsorted(into, keys, side="left")
    length = np.searchsorted(into, keys, side="right") - first
    return np.repeat(np.arange(len(keys)), length), _ranges(first, length)


@dataclass(frozen=True, slots=True)
class Projection:
    """For segments of one side the types of the other side that they could render, each with
    its surest weight; entries sorted by (segment, type)."""

    segment: Ints
    type_of: Ints
    weight: Floats


def project(source: Column, ties: Ties, width: int) -> Projection:
    """What the segments of `source` could render; `ties.a` are types of `source`, `ties.b` types
    of the other side, of which there are `width`."""
    entry, tie = expand(source.type_of, ties.a)
    if not len(entry):
        none = np.zeros(0, dtype=np.int64)
        return Projection(none, none, np.zeros(0))
    key = source.segment_of[entry] * width + ties.b[tie]
    order = np.argsort(key, kind="stable")
    key = key[order]
    first = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    weight = np.maximum.reduceat(ties.weight[tie][order], first)
    key = key[first]
    return Projection(key // width, key % width, weight)


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Per type: what it adds when a counterpart is there (`hit`, at full weight) beyond what it
    adds when none is (`miss`)."""

    hit: Floats
    miss: Floats
    chance: Floats
    hits: Floats


def witnesses(
    own: Column, projection: Projection, others: int, chance: Floats | None = None
) -> Witnesses:
    """The witnesses among the types of `own`; `projection` comes from the other side's `others`
    segments; `chance` is how often each type is rendered where the segment is."""
    width = len(own.types)
    surest = np.zeros(width)
    np.maximum.at(surest, projection.type_of, projection.weight)
    mass = np.bincount(projection.type_of, weights=projection.weight, minlength=width)
    by_chance = (mass + 0.3) / (others + 1.0)
    rendered = surest if chance is None else np.where(surest > 0, chance, 0.0)
    useful = (surest > 0) & (rendered > by_chance * 1.05)
    p = np.clip(np.where(useful, rendered, 0.5), 0.02, 0.98)
    q = np.clip(np.where(useful, by_chance, 0.5), 1e-6, 0.97)
    miss = np.where(useful, np.log((1 - p) / (1 - q)), 0.0)
    full = np.where(useful, np.log(p / q), 0.0)
    scale = np.where(surest > 0, surest, 1.0)
    hit = np.where(useful, (full - miss) / scale, 0.0)
    return Witnesses(hit, miss, hit * mass / max(others, 1), np.where(useful, p, 0.0))


@dataclass(frozen=True, slots=True)
class Affinity:
    """The bilinear form. `base_en` and `base_es` per segment; `chance_en` and `chance_es` what a
    segment's witnesses find by chance in one segment of the other side; sparse vectors of both sides over a
    common set of features, entries sorted by segment."""

    base_en: Floats
    base_es: Floats
    chance_en: Floats
    chance_es: Floats
    hits_en: Floats
    hits_es: Floats
    start_en: Ints
    feature_en: Ints
    value_en: Floats
    start_es: Ints
    feature_es: Ints
    value_es: Floats

    def dots(self, rows: tuple[int, int], columns: tuple[int, int]) -> Floats:
        """The dot products of English segments [rows) with Spanish segments [columns)."""
        height, width = rows[1] - rows[0], columns[1] - columns[0]
        a0, a1 = self.start_en[rows[0]], self.start_en[rows[1]]
        b0, b1 = self.start_es[columns[0]], self.start_es[columns[1]]
        feature = self.feature_es[b0:b1]
        order = np.argsort(feature, kind="stable")
        feature = feature[order]
        value = self.value_es[b0:b1][order]
        column = (np.repeat(np.arange(width), np.diff(self.start_es[columns[0] : columns[1] + 1])))[
            order
        ]
        row = np.repeat(np.arange(height), np.diff(self.start_en[rows[0] : rows[1] + 1]))
        result = np.zeros(height * width)
        step = max(1, _PAIRS_AT_ONCE // max(width, 1))
        for begin in range(0, int(a1 - a0), step):
            part = slice(a0 + begin, min(a0 + begin + step, a1))
            left, right = expand(self.feature_en[part], feature)
            cell = row[begin : begin + step][left] * width + column[right]
            result += np.bincount(
                cell,
                weights=self.value_en[part][left] * value[right],
                minlength=height * width,
            )
        return result.reshape(height, width)


def _vectors(
    own: Column, hit: Floats, projection: Projection, offset_own: int, offset_other: int
) -> tuple[Ints, Ints, Floats]:
    """Sparse vectors of one side: its own types at their worth, then what it could render."""
    worth = hit[own.type_of]
    keep = worth > 0
    segment = np.concatenate((own.segment_of[keep], projection.segment))
    feature = np.concatenate((own.type_of[keep] + offset_own, projection.type_of + offset_other))
    value = np.concatenate((worth[keep], projection.weight))
    order = np.lexsort((feature, segment))
    start = np.searchsorted(segment[order], np.arange(own.segments + 1))
    return start.astype(np.int64), feature[order], quantised(value[order])


def _per_segment(own: Column, values: Floats) -> Floats:
    """The sum of `values` (per type) over the types of each segment."""
    total = np.bincount(own.segment_of, weights=values[own.type_of], minlength=own.segments)
    return quantised(total.astype(np.float64))


def affinity(
    en: Column,
    es: Column,
    ties: Ties,
    *,
    scale: float = 0.5,
    chances: tuple[Floats, Floats] | None = None,
) -> Affinity:
    """The affinity of two columns joined by `ties`. Both directions bear witness to the same
    pairs, so each counts half (`scale`)."""
    to_en = project(es, ties.swapped(), max(len(en.types), 1))
    to_es = project(en, ties, max(len(es.types), 1))
    of_en = witnesses(en, to_en, es.segments, chances[0] if chances else None)
    of_es = witnesses(es, to_es, en.segments, chances[1] if chances else None)
    start_en, feature_en, value_en = _vectors(en, of_en.hit * scale, to_es, 0, len(en.types))
    start_es, feature_es, value_es = _vectors(es, of_es.hit * scale, to_en, len(en.types), 0)
    # A feature is worth its `hit` on the side that owns it and its weight on the other.
    return Affinity(
        _per_segment(en, of_en.miss * scale),
        _per_segment(es, of_es.miss * scale),
        _per_segment(en, of_en.chance * scale),
        _per_segment(es, of_es.chance * scale),
        _per_segment(en, of_en.hits * scale),
        _per_segment(es, of_es.hits * scale),
        start_en,
        feature_en,
        value_en,
        start_es,
        feature_es,
        value_es,
    )
