"""Divergences carried over an alignment edit, until the checks have run again.

What always holds: a divergence stays with its bead where that bead is still there, and is left out
where it is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from aligner.alignment.bead import Bitext
from aligner.divergence.divergence import Divergence


def carry(
    before: Bitext, after: Bitext, divergences: Iterable[Divergence]
) -> tuple[Divergence, ...]:
    """`divergences` of `before` with the bead numbers of `after`."""
    places = {(bead.en, bead.es): index for index, bead in enumerate(after.beads)}
    numbers = [places.get((bead.en, bead.es)) for bead in before.beads]
    kept = [
        replace(divergence, bead=number)
        for divergence in divergences
        if (number := numbers[divergence.bead]) is not None
    ]
    return tuple(sorted(kept, key=lambda divergence: divergence.bead))
