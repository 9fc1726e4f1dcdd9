"""What a bead is worth to the last choice: exact evidence, lengths, and the share of its shape.

What always holds: an empty bead is worth the share of gaps and nothing else; worths are on the
grain.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.alignment.affinity import Evidence, quantised
from aligner.alignment.corpus import Floats, Ints
from aligner.alignment.exact import Half, half, worths
from aligner.alignment.shapes import Model

TRUST = 0.8  # how much of the witnesses' word is taken: they repeat one another


def running(values: Floats) -> Floats:
    """The sums of the first 0, 1, 2, ... of `values`."""
    return np.concatenate(([0.0], np.cumsum(values)))


@dataclass(frozen=True, slots=True)
class Judge:
    """Knows the evidence, and the model of this document."""

    halves: tuple[Half, Half]
    model: Model
    long_en: Floats
    long_es: Floats

    @classmethod
    def of(cls, evidence: Evidence, model: Model) -> Judge:
        """The judge of `evidence`."""
        en, es = evidence.en, evidence.es
        return cls(
            (
                half(en, es, evidence.to_en, evidence.rate_en),
                half(es, en, evidence.to_es, evidence.rate_es),
            ),
            model,
            running(en.chars),
            running(es.chars),
        )

    def nats(self, beads: Ints) -> Floats:
        """What speaks for each of `beads` (rows of first and last English, first and last Spanish
        segments, no side empty), against the two sides having nothing to do with each other."""
        a, b, c, d = beads.T
        lengths = self.model.length(
            self.long_en[b] - self.long_en[a], self.long_es[d] - self.long_es[c]
        )
        return TRUST * worths(self.halves, (a, b, c, d)) + lengths

    def worths(self, beads: Ints) -> Floats:
        """The worth of each of `beads` in a path, empty ones too."""
        n, m = beads[:, 1] - beads[:, 0], beads[:, 3] - beads[:, 2]
        full = np.flatnonzero((n > 0) & (m > 0))
        prior = np.array([0.0, *(self.model.prior((1, size)) for size in range(1, 6))])
        result = np.full(len(beads), self.model.skip)
        result[full] = prior[(n + m - 1)[full]] + self.nats(beads[full])
        return quantised(result)
