"""A live decision at a bead of today."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.review.state import Live
from aligner.text.segment import Side


@dataclass(frozen=True, slots=True)
class Placed:
    """`live` stands at bead number `bead`, on these of today's `segments`; `exact` when the bead
    is just those segments and their words are what they were."""

    live: Live
    bead: int
    exact: bool
    segments: frozenset[tuple[Side, int]] = frozenset()
