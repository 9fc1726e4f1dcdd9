"""Whether the first and the last words of a bead's two sides answer each other.

The witnesses of exact.py do not ask where in a bead a word stands; a bead that begins or ends
with one segment too many or too few shows it at its edges. What always holds: the worth of a
mirrored bead is the same; a bead so short that it is all edge gets nothing from here, for its
words have been heard.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.alignment.corpus import EDGE, Column, Floats, Ints
from aligner.alignment.ties import Ties

TRUST = 0.5  # the words at the edges have been heard once before, as witnesses
_LEVELS = (0.05, 0.35, 0.7, 1.1)  # of agreement, between which beads are alike
# How many of 100 edges have each level: where segments answer each other, and where one of them
# belongs to the neighbour; published manuals and codes, at which a document's own counts start.
_TRUE = np.array([18.0, 3.0, 17.0, 20.0, 42.0])
_FALSE = np.array([84.0, 1.0, 3.5, 7.5, 4.0])
_LOAN = 0.5  # of these hundreds
_AT_ONCE = 1 << 14  # beads
_FULL = 8  # words of the shorter side from which edges count in full


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges of both sides' segments, the ties between them, and what each level of agreement
    is worth, in nats, at the head and at the tail."""

    en: Column
    es: Column
    keys: Ints
    weight: Floats
    head: Floats
    tail: Floats
    words: tuple[Ints, Ints]
    """How many words stand before each segment, English and Spanish."""

    @classmethod
    def of(cls, en: Column, es: Column, ties: Ties, trusted: tuple[Ints, Ints]) -> Edges:
        """The edges of `en` and `es`; what their agreement is worth is learned from the `trusted`
        pairs of segments and their neighbours."""
        keys = ties.a * np.int64(max(len(es.types), 1)) + ties.b
        blank = np.zeros(len(_LEVELS) + 1)
        words = (en.running_words, es.running_words)
        found = cls(en, es, keys, ties.weight, blank, blank, words)
        i, j = trusted
        off_en = np.concatenate((i, i, i - 1, i + 1))
        off_es = np.concatenate((j - 1, j + 1, j, j))
        inside = (off_en >= 0) & (off_en < en.segments) & (off_es >= 0) & (off_es < es.segments)
        off_en, off_es = off_en[inside], off_es[inside]
        worths = []
        for own, other in ((en.head, es.head), (en.tail, es.tail)):
            true = found._levels(own[i], other[j])
            false = found._levels(own[off_en], other[off_es])
            size = len(blank)
            p = np.bincount(true, minlength=size) + _LOAN * _TRUE
            q = np.bincount(false, minlength=size) + _LOAN * _FALSE
            worths.append(np.log(p / p.sum()) - np.log(q / q.sum()))
        return cls(en, es, keys, ties.weight, worths[0], worths[1], words)

    def _levels(self, one: Ints, two: Ints) -> Ints:
        """The level of agreement between rows of types `one` (English) and `two` (Spanish)."""
        x, y = one[:, :, None], two[:, None, :]
        key = x * np.int64(max(len(self.es.types), 1)) + y
        tied = np.zeros(key.shape)
        if len(self.keys):
            at = np.minimum(np.searchsorted(self.keys, key), len(self.keys) - 1)
            met = (self.keys[at] == key) & (x >= 0) & (y >= 0)
            tied = np.where(met, self.weight[at], 0.0)
        agreement = 0.5 * (tied.max(axis=2).sum(axis=1) + tied.max(axis=1).sum(axis=1))
        return np.asarray(np.searchsorted(np.array(_LEVELS), agreement, side="right"))

    def nats(self, beads: Ints) -> Floats:
        """What the edges of `beads` (no side empty) say."""
        parts = [self._nats(beads[at : at + _AT_ONCE]) for at in range(0, len(beads), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _nats(self, beads: Ints) -> Floats:
        a, b, c, d = beads.T
        total = np.zeros(len(beads))
        wide = np.int64(self.es.segments + 1)
        for first, second, own, other, worth in (
            (a, c, self.en.head, self.es.head, self.head),
            (b - 1, d - 1, self.en.tail, self.es.tail, self.tail),
        ):
            # Many beads begin or end at one node.
            nodes, place = np.unique(first.astype(np.int64) * wide + second, return_inverse=True)
            total += worth[self._levels(own[nodes // wide], other[nodes % wide])][place]
        words_en, words_es = self.words
        short = np.minimum(words_en[b] - words_en[a], words_es[d] - words_es[c])
        return np.asarray(TRUST * total * np.clip((short - EDGE) / (_FULL - EDGE), 0.0, 1.0))
