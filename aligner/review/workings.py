"""What may be kept from one putting together of a review to the next.

What always holds: it saves work and changes nothing: an entry is used only for the very texts,
beads, divergences and events that it was made from. A person's key press must have its answer
at once in a text of ten thousand paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aligner.alignment.bead import Bead, Bitext
from aligner.divergence.divergence import Divergence
from aligner.review.fingerprint import fingerprints
from aligner.review.placed import Placed
from aligner.review.reanchoring import Anchoring
from aligner.review.review import BeadState, Conflict, Finding
from aligner.text.segment import Side

Slot = tuple[str, int]
"""An event's id and one of its targets."""


@dataclass
class Workings:
    """Kept by a session; `fit` throws away what the values at hand no longer bear out."""

    bitext: Bitext | None = None
    anchoring: Anchoring | None = None
    divergences: tuple[Divergence, ...] = ()
    holder: dict[Side, dict[int, int]] = field(default_factory=dict)
    empty: frozenset[int] = frozenset()
    placed: dict[Slot, Placed | None] = field(default_factory=dict)
    stood: dict[int, tuple[object, BeadState, tuple[Conflict, ...]]] = field(default_factory=dict)
    untouched: tuple[BeadState, ...] = ()
    plain: tuple[Finding, ...] = ()
    ranks: tuple[tuple[tuple[int, str], int, int], ...] = ()

    def fit(
        self,
        document: str,
        bitext: Bitext,
        divergences: Sequence[Divergence],
        anchoring: Anchoring,
    ) -> None:
        """Makes these the values that everything kept is about."""
        if self.bitext is not bitext or self.anchoring is not anchoring:
            self.bitext, self.anchoring = bitext, anchoring
            self.placed.clear()
            self.stood.clear()
            self.holder = {
                "en": {i: index for index, bead in enumerate(bitext.beads) for i in bead.en},
                "es": {j: index for index, bead in enumerate(bitext.beads) for j in bead.es},
            }
            self.empty = frozenset(
                index for index, bead in enumerate(bitext.beads) if not (bead.en and bead.es)
            )
            # The states of beads that nobody touched depend on nothing but their number.
            known, count = self.untouched, len(bitext.beads)
            self.untouched = known[:count] + tuple(map(BeadState, range(len(known), count)))
        found = tuple(divergences)
        if len(self.plain) != len(found) or self.divergences != found:
            self.divergences = found
            names = fingerprints(document, found)
            self.plain = tuple(map(Finding, found, names))
            self.ranks = _ranks(found)

    def fresh(self) -> Workings:
        """New ones for another alignment, with what does not depend on any."""
        return Workings(untouched=self.untouched)


def segments_of(bead: Bead) -> list[tuple[Side, int]]:
    """The segments of `bead` with their sides."""
    english: list[tuple[Side, int]] = [("en", i) for i in bead.en]
    spanish: list[tuple[Side, int]] = [("es", j) for j in bead.es]
    return english + spanish


def _ranks(
    divergences: Sequence[Divergence],
) -> tuple[tuple[tuple[int, str], int, int], ...]:
    """For each divergence: (bead, key), how many equal ones come before it there, and how many
    there are."""
    totals: dict[tuple[int, str], int] = {}
    for each in divergences:
        place = (each.bead, each.key)
        totals[place] = totals.get(place, 0) + 1
    seen: dict[tuple[int, str], int] = {}
    out = []
    for each in divergences:
        place = (each.bead, each.key)
        nth = seen.get(place, 0)
        seen[place] = nth + 1
        out.append((place, nth, totals[place]))
    return tuple(out)
