"""The shapes of beads that the dynamic programme knows, and how much each costs.

What always holds: shapes stand in pairs of mirror images with the same cost; the order of the
list is the order in which equal solutions are preferred.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log

import numpy as np

from aligner.alignment.corpus import Floats

SHAPES: tuple[tuple[int, int], ...] = (
    (1, 1),
    (2, 1),
    (1, 2),
    (2, 2),
    (3, 1),
    (1, 3),
    (3, 2),
    (2, 3),
    (4, 1),
    (1, 4),
)
LARGEST = 4

# Shares of beads in published English-Spanish text that has been edited on both sides; a start
# that the document's own counts replace.
_SHARES = {1: 0.86, 2: 0.035, 3: 0.006, 4: 0.003, 5: 0.002}
_GAP = 0.04


def size_class(shape: tuple[int, int]) -> int:
    """1 for 1-1, 2 for 2-1, 3 for 3-1 and 2-2, and so on: n + m - 1 segments beyond one."""
    return shape[0] + shape[1] - 1


@dataclass(frozen=True, slots=True)
class Model:
    """What beads look like in this document. `shares` by size class, `gap` for an empty bead;
    `drift` is the log of Spanish over English length; `spread` and `noise` make the variance of a
    bead's log length ratio: spread + noise (1/a + 1/b); `wide` is that of segments at random."""

    shares: dict[int, float] = field(default_factory=lambda: dict(_SHARES))
    gap: float = _GAP
    drift: float = 0.0
    spread: float = 0.03
    noise: float = 3.0
    wide: float = 1.2

    def prior(self, shape: tuple[int, int]) -> float:
        """The log share of beads of `shape`, against a pair of gaps' worth of nothing."""
        return log(self.shares[size_class(shape)])

    @property
    def skip(self) -> float:
        """The log share of an empty bead."""
        return log(self.gap)

    def length(self, a: Floats, b: Floats) -> Floats:
        """How much the lengths `a` and `b` (in characters) speak for belonging together."""
        off = np.log(b) - np.log(a) - self.drift
        near = self.spread + self.noise * (1.0 / a + 1.0 / b)
        far = self.wide + near
        return 0.5 * (np.log(far / near) - off * off * (1.0 / near - 1.0 / far))
