"""How much speaks for joining segments, in nats, as one bilinear form.

Each type that has a tie to the other side is a witness: seen with a counterpart or without, it
changes the odds that the two segments render each other (naive Bayes, Robertson and Spärck Jones
1976). The sum over witnesses is a dot product of sparse vectors plus a number per segment, so any
bead's affinity is a sum over a rectangle of one matrix. What always holds: components are
multiples of a power of two, so that sums are exact in whatever order they are taken.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.alignment.corpus import Column, Floats, Ints, expand, owners, summed
from aligner.alignment.edges import Edges
from aligner.alignment.ties import Ties

GRAIN = 2.0**20  # of worths
_FINE = 2.0**12  # of components: exact in 32 bits, and their products in 64
_PAIRS_AT_ONCE = 1 << 19
_SEGMENTS_AT_ONCE = 1 << 12


def quantised(values: Floats) -> Floats:
    """`values` on the grain on which sums are exact."""
    return np.asarray(np.rint(values * GRAIN) / GRAIN)


@dataclass(frozen=True, slots=True)
class Projection:
    """For segments of one side the types of the other side that they could render, each with
    its surest weight and how many words stand behind it; entries sorted by (segment, type)."""

    segment: Ints
    type_of: Ints
    weight: Floats
    count: Ints


def project(source: Column, ties: Ties, width: int) -> Projection:
    """What the segments of `source` could render; `ties.a` are types of `source`, `ties.b` types
    of the other side, of which there are `width`."""
    parts = [
        _projected(source, ties, width, begin)
        for begin in range(0, max(source.segments, 1), _SEGMENTS_AT_ONCE)
    ]
    return Projection(*(np.concatenate([part[n] for part in parts]) for n in range(len(parts[0]))))


def _projected(
    source: Column, ties: Ties, width: int, begin: int
) -> tuple[Ints, Ints, Floats, Ints]:
    """The projection of some segments from `begin` on, in bounded memory."""
    end = min(begin + _SEGMENTS_AT_ONCE, source.segments)
    part = slice(source.start[begin], source.start[end])
    entry, tie = expand(source.type_of[part], ties.a)
    if not len(entry):
        none = np.zeros(0, dtype=np.int32)
        return none, none, np.zeros(0, dtype=np.float32), none
    segment = owners(source.start[begin : end + 1])[entry] + np.int64(begin)
    key = segment * width + ties.b[tie]
    order = np.argsort(key, kind="stable")
    key = key[order]
    first = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    weight = np.maximum.reduceat(ties.weight[tie[order]], first)
    count = np.add.reduceat(source.count[part][entry[order]], first)
    key = key[first]
    return (
        (key // width).astype(np.int32),
        (key % width).astype(np.int32),
        weight.astype(np.float32),
        count.astype(np.int32),
    )


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Per type: what it adds when a counterpart is there (`hit`, at full weight) beyond what it
    adds when none is (`miss`)."""

    hit: Floats
    miss: Floats
    chance: Floats
    hits: Floats


_LOAN = 3.0  # how many sightings the average of its class counts for a type
_CLASSES = 20


def rendering_rates(own: Column, projection: Projection, beads: tuple[Ints, Ints]) -> Floats:
    """How often each type of `own` finds a counterpart where segments render each other, seen in
    the trusted `beads` (segments of `own`, segments of the other side); types that were seldom
    seen take after those whose ties are as sure."""
    width = len(own.types)
    surest = np.zeros(width)
    np.maximum.at(surest, projection.type_of, projection.weight)
    partner = np.full(own.segments, -1, dtype=np.int64)
    partner[beads[0]] = beads[1]
    segment = own.segment_of
    entry = np.flatnonzero((partner[segment] >= 0) & (surest[own.type_of] > 0))
    keys = projection.segment * np.int64(width) + projection.type_of
    asked = partner[segment[entry]] * np.int64(width) + own.type_of[entry]
    place = np.minimum(np.searchsorted(keys, asked), max(len(keys) - 1, 0))
    met = keys[place] == asked if len(keys) else np.zeros(0, dtype=bool)
    kind = own.type_of[entry]
    share = np.where(met, projection.weight[place], 0.0) / surest[kind]
    found = summed(kind, share, width)
    asked_of = np.bincount(kind, minlength=width).astype(np.float64)
    level = np.rint(surest * _CLASSES).astype(np.int64)
    by_class = summed(level, found, _CLASSES + 1)
    of_class = summed(level, asked_of, _CLASSES + 1)
    given = np.arange(_CLASSES + 1) / _CLASSES
    prior = ((by_class + 2.0 * given) / (of_class + 2.0))[level]
    return np.asarray((found + _LOAN * prior) / (asked_of + _LOAN))


def witnesses(own: Column, projection: Projection, others: int, rates: Floats) -> Witnesses:
    """The witnesses among the types of `own`; `projection` comes from the other side's `others`
    segments; `rates` are how often each type is rendered where the segment is."""
    width = len(own.types)
    surest = np.zeros(width)
    np.maximum.at(surest, projection.type_of, projection.weight)
    mass = summed(projection.type_of, projection.weight, width)
    by_chance = (mass + 0.3) / (others + 1.0)
    rendered = np.where(surest > 0, rates, 0.0)
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
            product = self.value_en[part][left].astype(np.float64) * value[right]
            result += summed(cell, product, height * width)
        return result.reshape(height, width)


def _vectors(
    own: Column,
    hit: Floats,
    projection: Projection,
    other_hit: Floats,
    offsets: tuple[int, int],
) -> tuple[Ints, Ints, Floats]:
    """Sparse vectors of one side: its own types at their worth (features from `offsets[0]`), then
    what it could render, where that bears witness (from `offsets[1]`)."""
    entry = np.flatnonzero(hit[own.type_of] > 0)
    heard = np.flatnonzero(other_hit[projection.type_of] > 0)
    feature: Ints = np.empty(len(entry) + len(heard), dtype=np.int32)
    value: Floats = np.empty(len(feature), dtype=np.float32)
    mine, theirs = own.segment_of[entry], projection.segment[heard]
    count_mine = np.bincount(mine, minlength=own.segments)
    count_theirs = np.bincount(theirs, minlength=own.segments)
    start = np.concatenate(([0], np.cumsum(count_mine + count_theirs)))
    # Both parts are in order of segments: each goes behind what stands before it.
    place = np.arange(len(mine)) + (np.cumsum(count_theirs) - count_theirs)[mine]
    feature[place] = own.type_of[entry] + offsets[0]
    value[place] = np.rint(hit[own.type_of[entry]] * _FINE) / _FINE
    place = np.arange(len(theirs)) + np.cumsum(count_mine)[theirs]
    feature[place] = projection.type_of[heard] + offsets[1]
    value[place] = np.rint(projection.weight[heard] * _FINE) / _FINE
    return start.astype(np.int64), feature, value


def _per_segment(own: Column, values: Floats) -> Floats:
    """The sum of `values` (per type) over the types of each segment."""
    total = summed(own.segment_of, values[own.type_of], own.segments)
    return quantised(total.astype(np.float64))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that the words of both columns say of each other: what each side's segments
    could render (`to_en` belongs to Spanish segments), how often each type is rendered."""

    en: Column
    es: Column
    to_en: Projection
    to_es: Projection
    rate_en: Floats
    rate_es: Floats
    edges: Edges


def evidence_of(en: Column, es: Column, ties: Ties, trusted: tuple[Ints, Ints]) -> Evidence:
    """The evidence of two columns joined by `ties`. `trusted` are beads of one segment each
    (English, Spanish), from which it is learned how often each type is rendered."""
    to_en = project(es, ties.swapped(), max(len(en.types), 1))
    to_es = project(en, ties, max(len(es.types), 1))
    return Evidence(
        en,
        es,
        to_en,
        to_es,
        rendering_rates(en, to_en, trusted),
        rendering_rates(es, to_es, (trusted[1], trusted[0])),
        Edges.of(en, es, ties, trusted),
    )


def affinity(evidence: Evidence, scale: float = 0.5) -> Affinity:
    """The affinity that `evidence` gives. Both directions bear witness to the same pairs, so each
    counts half (`scale`)."""
    en, es = evidence.en, evidence.es
    of_en = witnesses(en, evidence.to_en, es.segments, evidence.rate_en)
    of_es = witnesses(es, evidence.to_es, en.segments, evidence.rate_es)
    hit_en, hit_es = of_en.hit * scale, of_es.hit * scale
    wide = len(en.types)
    # A feature is worth its `hit` on the side that owns it and its weight on the other.
    return Affinity(
        _per_segment(en, of_en.miss * scale),
        _per_segment(es, of_es.miss * scale),
        _per_segment(en, of_en.chance * scale),
        _per_segment(es, of_es.chance * scale),
        _per_segment(en, of_en.hits * scale),
        _per_segment(es, of_es.hits * scale),
        *_vectors(en, hit_en, evidence.to_es, hit_es, (0, wide)),
        *_vectors(es, hit_es, evidence.to_en, hit_en, (wide, 0)),
    )
