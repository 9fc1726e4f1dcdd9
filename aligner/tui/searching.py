"""Finding words on both sides, whatever their case and accents.

What always holds: a hit is a span of the segment's text as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from aligner.alignment.bead import Bitext
from aligner.language.folding import fold, lowered
from aligner.text.segment import SIDES, Side


@dataclass(frozen=True, slots=True)
class Hit:
    """Code points [start, end) of one segment of one side, and the bead that holds it."""

    bead: int
    side: Side
    segment: int
    start: int
    end: int


class Search:
    """The texts of a bitext, folded once, searched often."""

    def __init__(self, bitext: Bitext) -> None:
        self._bitext = bitext
        self._folded: dict[Side, tuple[str, ...]] = {}

    def _texts(self, side: Side) -> tuple[str, ...]:
        if side not in self._folded:
            document = self._bitext.en if side == "en" else self._bitext.es
            self._folded[side] = tuple(lowered(each.text) for each in document.segments)
        return self._folded[side]

    def find(self, query: str) -> tuple[Hit, ...]:
        """Every occurrence on either side in reading order."""
        return self.find_pair(query, query, either=True)

    def find_pair(self, english: str, spanish: str, *, either: bool = False) -> tuple[Hit, ...]:
        """The hits of two queries. Unless `either`, a bead counts only where each query that is
        not empty is found on its side."""
        queries: dict[Side, str] = {"en": fold(english), "es": fold(spanish)}
        asked = [side for side in SIDES if queries[side]]
        if not asked:
            return ()
        found: list[Hit] = []
        for index, bead in enumerate(self._bitext.beads):
            here: dict[Side, list[Hit]] = {}
            for side in asked:
                texts = self._texts(side)
                here[side] = [
                    Hit(index, side, segment, start, start + len(queries[side]))
                    for segment in (bead.en if side == "en" else bead.es)
                    for start in _starts(texts[segment], queries[side])
                ]
            if either or all(here[side] for side in asked):
                for side in asked:
                    found.extend(here[side])
        return tuple(found)


def _starts(text: str, query: str) -> list[int]:
    starts = []
    place = text.find(query)
    while place >= 0:
        starts.append(place)
        place = text.find(query, place + 1)
    return starts
