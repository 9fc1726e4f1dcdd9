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
    listed = list(divergences)
    marked = {(bead.en, bead.es) for bead in (before.beads[one.bead] for one in listed)}
    places = {
        key: index
        for index, bead in enumerate(after.beads if marked else ())
        if (key := (bead.en, bead.es)) in marked
    }
    kept = []
    for divergence in listed:
        bead = before.beads[divergence.bead]
        number = places.get((bead.en, bead.es))
        if number is not None:
            kept.append(replace(divergence, bead=number))
    return tuple(sorted(kept, key=lambda divergence: divergence.bead))
