"""A bead joins n English segments with m Spanish ones; a bitext is two documents and their beads.

What always holds in a bitext: every segment of both documents is in exactly one bead; a segment
is never cut; beads are ordered by their first English index, and a Spanish-only bead follows the
bead that holds the Spanish segment before it (`order` does this); `crossing` is true for a bead
outside the longest increasing chain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.text.document import Document


@dataclass(frozen=True, slots=True)
class Pin:
    """A person's word that these segments belong together: a hard constraint. One empty side says
    that the segment has no counterpart."""

    en: tuple[int, ...]
    es: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bead:
    """Segment indices on both sides, ascending. `score` is a probability rounded to 4 places: that
    the bead is right; for an empty bead, that the segment has no counterpart."""

    en: tuple[int, ...]
    es: tuple[int, ...]
    score: float = 0.0
    crossing: bool = False
    pinned: bool = False

    @property
    def empty(self) -> bool:
        """Whether one side is missing."""
        return not (self.en and self.es)

    @property
    def shape(self) -> str:
        """`1-1`, `2-1`, `0-1`: the numbers of segments, English first."""
        return f"{len(self.en)}-{len(self.es)}"


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two documents and the beads between them, with the signature of the method that made it."""

    en: Document
    es: Document
    beads: tuple[Bead, ...]
    signature: str = ""

    def bead_at(self, side: str, segment: int) -> int:
        """The index of the bead that holds `segment` of `side`. Raises LookupError if none does."""
        for index, bead in enumerate(self.beads):
            if segment in (bead.en if side == "en" else bead.es):
                return index
        raise LookupError(f"no bead holds {side} segment {segment}")

    def texts(self, bead: Bead) -> tuple[str, str]:
        """The two sides of `bead` as text, segments joined by a newline."""
        return (
            "\n".join(self.en.segments[i].text for i in bead.en),
            "\n".join(self.es.segments[j].text for j in bead.es),
        )


def order(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """`beads` in the order that every part of the project relies on, in linear time."""
    listed = list(beads)
    english = sorted((bead for bead in listed if bead.en), key=lambda bead: bead.en[0])
    spanish_only = sorted((bead for bead in listed if not bead.en), key=lambda bead: bead.es[0])
    if not spanish_only:
        return tuple(english)
    holder = {j: number for number, bead in enumerate(english) for j in bead.es}
    # What follows each English bead; what follows none stands at the head.
    head: list[Bead] = []
    after: list[list[Bead]] = [[] for _ in english]
    home: dict[int, list[Bead]] = {}
    for bead in spanish_only:
        before = bead.es[0] - 1
        place = after[holder[before]] if before in holder else home.get(before, head)
        place.append(bead)
        for j in bead.es:
            home[j] = place
    ordered = head
    for bead, followers in zip(english, after, strict=True):
        ordered.append(bead)
        ordered += followers
    return tuple(ordered)
