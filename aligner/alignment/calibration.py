"""From what the lattice says of a bead to the chance that it is right.

Posteriors of a naive model are of the right order but not of the right size. The curve below was
measured on translations with known structural change (bench/alignment.py prints such a table);
what always holds: it rises, and no score is 0 or 1, which are a person's to give.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

# Log odds of the posterior, and the log odds with which such beads were right.
_TOLD = (-6.0, -1.2, -0.3, 0.5, 1.1, 1.8, 2.6, 3.7, 5.5, 8.0, 12.0)
_SEEN = (-4.0, -1.2, 0.5, 1.4, 2.3, 3.0, 3.8, 4.1, 5.0, 6.2, 7.0)

# The same for moved pairs, by the nats that speak for them beyond chance.
_MOVED_TOLD = (0.0, 1.0, 3.0, 8.0, 20.0)
_MOVED_SEEN = (-1.5, -1.0, -0.3, 2.2, 4.0)


def _odds(log_odds: np.ndarray[tuple[int], np.dtype[np.float64]]) -> list[float]:
    return [round(float(value), 4) for value in 1.0 / (1.0 + np.exp(-log_odds))]


def calibrated(shares: Sequence[float]) -> list[float]:
    """For posteriors the chance that the beads are right, rounded to 4 places."""
    share = np.clip(np.array(shares, dtype=np.float64), 1e-9, 1 - 1e-9)
    return _odds(np.interp(np.log(share / (1 - share)), _TOLD, _SEEN))


def calibrated_moved(nats: Sequence[float]) -> list[float]:
    """The same for moved pairs with `nats` beyond chance."""
    return _odds(np.interp(np.array(nats, dtype=np.float64), _MOVED_TOLD, _MOVED_SEEN))
