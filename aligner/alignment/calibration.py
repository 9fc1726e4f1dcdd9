"""From what the lattice says of a bead to the chance that it is right.

Posteriors of a naive model are of the right order but not of the right size. The curve below was
measured on translations with known structural change (bench/alignment.py prints such a table);
what always holds: it rises, and no score is 0 or 1, which are a person's to give.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

# Log odds of the posterior, and the log odds with which such beads were right.
_TOLD = (-6.0, -1.3, -0.75, -0.2, 0.2, 0.6, 1.0, 1.4, 1.8, 2.25, 2.75, 3.5, 4.5, 5.5, 9.0, 13.0)
_SEEN = (-4.0, -0.9, -0.6, 0.2, 0.5, 1.15, 1.55, 2.2, 2.9, 3.4, 3.9, 4.3, 5.1, 5.9, 6.8, 7.4)

# The same for moved pairs, by the nats that speak for them beyond chance.
_MOVED_TOLD = (0.5, 2.0, 3.0, 5.5, 9.0, 15.0, 27.0)
_MOVED_SEEN = (-1.9, -1.6, -0.4, 1.2, 1.7, 2.6, 3.0)


def _odds(log_odds: np.ndarray[tuple[int], np.dtype[np.float64]]) -> list[float]:
    return [round(float(value), 4) for value in 1.0 / (1.0 + np.exp(-log_odds))]


def calibrated(shares: Sequence[float]) -> list[float]:
    """For posteriors the chance that the beads are right, rounded to 4 places."""
    share = np.clip(np.array(shares, dtype=np.float64), 1e-9, 1 - 1e-9)
    return _odds(np.interp(np.log(share / (1 - share)), _TOLD, _SEEN))


def calibrated_moved(nats: Sequence[float]) -> list[float]:
    """The same for moved pairs with `nats` beyond chance."""
    return _odds(np.interp(np.array(nats, dtype=np.float64), _MOVED_TOLD, _MOVED_SEEN))
