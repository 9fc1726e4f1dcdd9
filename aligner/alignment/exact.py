"""The exact worth of single beads: each side is taken as one text.

The bilinear form of affinity.py counts a word twice that two segments of a bead share; here a
bead's segments are united first, chance is reckoned by the length of the other side, and repeated
words must be repeated on the other side too. What always holds: the worth of a bead is that of
its mirror image.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aligner.alignment.affinity import Projection, quantised
from aligner.alignment.corpus import Column, Floats, Ints, ranges, summed

_AGAIN = 0.4  # a repeated word that is repeated on the other side as well
_AT_ONCE = 1 << 12  # beads
_SPARE = 0.4  # a repeated word that is not


@dataclass(frozen=True, slots=True)
class Half:
    """One direction: the types of `own` as witnesses, what the other side's segments offer them
    (`offer`, with its start per segment), how often each type is rendered, how often each would
    be met by chance per word, and the words per segment of the other side."""

    own: Column
    offer: Projection
    offer_start: Ints
    surest: Floats
    rate: Floats
    chance: Floats
    other_words: Floats


def half(own: Column, other: Column, offer: Projection, rate: Floats) -> Half:
    """The direction from `own` to `other`; `rate` as affinity.rendering_rates gives it."""
    width = len(own.types)
    surest = np.zeros(width)
    np.maximum.at(surest, offer.type_of, offer.weight)
    words = summed(other.segment_of, other.count, other.segments)
    scale = np.where(surest > 0, surest, 1.0)
    mass = summed(offer.type_of, offer.weight * offer.count, width) / scale
    start = np.searchsorted(offer.segment, np.arange(other.segments + 1))
    return Half(
        own,
        offer,
        start.astype(np.int64),
        surest,
        np.where(surest > 0, np.clip(rate, 0.05, 0.97), 0.0),
        (mass + 0.3) / max(float(words.sum()), 1.0),
        words,
    )


def _gathered(start: Ints, first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """For each bead k the entries of segments [first[k], last[k]): (k, entry), in order."""
    length = start[last] - start[first]
    return np.repeat(np.arange(len(first)), length), ranges(start[first], length)


def heard(half_: Half, own: tuple[Ints, Ints], other: tuple[Ints, Ints]) -> Floats:
    """For each bead what its own side's types say, in nats. `own` and `other` are first and last
    segments (half open) of the beads' two sides."""
    beads = len(own[0])
    width = max(len(half_.own.types), 1)
    bead, entry = _gathered(half_.own.start, *own)
    kind = half_.own.type_of[entry]
    keep = half_.surest[kind] > 0
    bead, entry, kind = bead[keep], entry[keep], kind[keep]
    keys, place = np.unique(bead * np.int64(width) + kind, return_inverse=True)
    count = summed(place, half_.own.count[entry], len(keys))
    bead_o, entry_o = _gathered(half_.offer_start, *other)
    key_o = bead_o * np.int64(width) + half_.offer.type_of[entry_o]
    # Only offers for types that the bead's own side holds.
    at = np.minimum(np.searchsorted(keys, key_o), max(len(keys) - 1, 0))
    good = keys[at] == key_o if len(keys) else np.zeros(0, dtype=bool)
    at, entry_o = at[good], entry_o[good]
    weight = np.zeros(len(keys))
    np.maximum.at(weight, at, half_.offer.weight[entry_o])
    offered = summed(at, half_.offer.count[entry_o], len(keys))
    bead, kind = keys // width, keys % width
    words = np.concatenate(([0.0], np.cumsum(half_.other_words)))
    long = (words[other[1]] - words[other[0]])[bead]
    p = half_.rate[kind]
    q = np.clip(1.0 - np.exp(-half_.chance[kind] * long), 1e-6, 0.97)
    share = weight / half_.surest[kind]
    useful = q < 0.95 * p
    p, q = np.where(useful, p, 0.5), np.where(useful, q, 0.5)
    said = share * np.log(p / q) + (1 - share) * np.log((1 - p) / (1 - q))
    both = np.minimum(count, offered)
    again = _AGAIN * np.maximum(both - 1, 0) - _SPARE * np.where(
        offered > 0, np.maximum(count - np.maximum(offered, 1), 0), 0.0
    )
    said = np.where(useful, said + share * again, 0.0)
    return summed(bead, said, beads)


def worths(halves: tuple[Half, Half], beads: Sequence[Ints]) -> Floats:
    """The nats that both directions give for the `beads` (first and last English, first and last
    Spanish segments)."""
    total = np.zeros(len(beads[0]))
    for begin in range(0, len(total), _AT_ONCE):
        part = slice(begin, begin + _AT_ONCE)
        a, b, c, d = (column[part] for column in beads)
        forth = heard(halves[0], (a, b), (c, d))
        total[part] = forth + heard(halves[1], (c, d), (a, b))
    return quantised(0.5 * total)
