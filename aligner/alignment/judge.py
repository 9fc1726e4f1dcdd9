"""What a bead is worth to the last choice: exact evidence, lengths, and the share of its shape.

What always holds: an empty bead is worth the share of gaps and nothing else; worths are on the
grain.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.alignment.affinity import Evidence, quantised
from aligner.alignment.corpus import Floats, Ints, summed
from aligner.alignment.edges import Edges
from aligner.alignment.exact import Half, half, worths
from aligner.alignment.shapes import Model

TRUST = 0.8  # how much of the witnesses' word is taken: they repeat one another
_STRANGE = 0.25  # nats that each word tied to nothing takes from its segment's beads
_LONG = 4  # letters of a word that should find something


def running(values: Floats) -> Floats:
    """The sums of the first 0, 1, 2, ... of `values`."""
    return np.concatenate(([0.0], np.cumsum(values)))


def strangeness(half_: Half) -> Floats:
    """For each segment how many more of its words than usual are tied to nothing on the other
    side: a segment without counterpart has more of them."""
    own = half_.own
    word = np.array([len(name) >= _LONG and name.isalpha() for name in own.types], dtype=bool)
    untied = word & (half_.surest == 0)
    words = summed(own.segment_of, word[own.type_of].astype(np.float64), own.segments)
    alone = summed(own.segment_of, untied[own.type_of].astype(np.float64), own.segments)
    usual = float(alone.sum()) / max(float(words.sum()), 1.0)
    return np.asarray(alone - usual * words)


@dataclass(frozen=True, slots=True)
class Judge:
    """Knows the evidence, and the model of this document."""

    halves: tuple[Half, Half]
    edges: Edges
    model: Model
    long_en: Floats
    long_es: Floats
    strange_en: Floats
    strange_es: Floats

    @classmethod
    def of(cls, evidence: Evidence, model: Model) -> Judge:
        """The judge of `evidence`."""
        en, es = evidence.en, evidence.es
        halves = (
            half(en, es, evidence.to_en, evidence.rate_en),
            half(es, en, evidence.to_es, evidence.rate_es),
        )
        return cls(
            halves,
            evidence.edges,
            model,
            running(en.chars),
            running(es.chars),
            running(strangeness(halves[0])),
            running(strangeness(halves[1])),
        )

    def nats(self, beads: Ints) -> Floats:
        """What speaks for each of `beads` (rows of first and last English, first and last Spanish
        segments, no side empty), against the two sides having nothing to do with each other."""
        a, b, c, d = beads.T
        lengths = self.model.length(
            self.long_en[b] - self.long_en[a], self.long_es[d] - self.long_es[c]
        )
        strange = (self.strange_en[b] - self.strange_en[a]) + (
            self.strange_es[d] - self.strange_es[c]
        )
        nats = TRUST * worths(self.halves, (a, b, c, d)) + self.edges.nats(beads)
        return np.asarray(nats + lengths - _STRANGE * strange)

    def worths(self, beads: Ints) -> Floats:
        """The worth of each of `beads` in a path, empty ones too."""
        n, m = beads[:, 1] - beads[:, 0], beads[:, 3] - beads[:, 2]
        full = np.flatnonzero((n > 0) & (m > 0))
        prior = np.array([0.0, *(self.model.prior((1, size)) for size in range(1, 6))])
        result = np.full(len(beads), self.model.skip)
        result[full] = prior[(n + m - 1)[full]] + self.nats(beads[full])
        return quantised(result)
