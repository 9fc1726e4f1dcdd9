"""The parts of beads: what a bead of several segments could be cut into.

The dynamic programme counts a word of two segments twice, so that a bead of near-identical
segments may look so good to it that nothing else is a candidate. What always holds: with a bead
all its parts are candidates, so that the judge may take it apart; order is that of the programme.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from aligner.alignment.corpus import Ints
from aligner.alignment.shapes import SHAPES

_KINDS = np.array([*SHAPES, (1, 0), (0, 1)], dtype=np.int64)
_BASE = 16  # more than any bead has segments, and than there are kinds


@cache
def _inside(height: int, across: int) -> Ints:
    """The parts of a bead of this shape: rows of (first English, first Spanish, kind)."""
    return np.array(
        [
            (i, j, kind)
            for kind, (down, right) in enumerate(_KINDS.tolist())
            for i in range(height - down + 1)
            for j in range(across - right + 1)
        ],
        dtype=np.int64,
    )


def with_parts(beads: Ints) -> Ints:
    """`beads` (rows of first and last English, first and last Spanish segments, half open) and
    their parts, each once, sorted by their first node and kind."""
    height, across = beads[:, 1] - beads[:, 0], beads[:, 3] - beads[:, 2]
    kind_of = np.zeros((_BASE, _BASE), dtype=np.int64)
    kind_of[tuple(_KINDS.T)] = np.arange(len(_KINDS))
    wide = np.int64(beads[:, 3].max(initial=0) + 1)
    keys = [((beads[:, 0] * wide + beads[:, 2]) * _BASE) + kind_of[height, across]]
    for shape in SHAPES[1:]:
        whole = beads[(height == shape[0]) & (across == shape[1])]
        part = _inside(*shape)
        first = (whole[:, :1] + part[:, 0]) * wide + whole[:, 2:3] + part[:, 1]
        keys.append((first * _BASE + part[:, 2]).ravel())
    key = np.unique(np.concatenate(keys))
    size = _KINDS[key % _BASE]
    first, second = key // _BASE // wide, key // _BASE % wide
    rows = (first, first + size[:, 0], second, second + size[:, 1])
    return np.stack([row.astype(np.int32) for row in rows], axis=1)
