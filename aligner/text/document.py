"""A document: one version, English or Spanish, of one text.

What always holds: segments are in reading order and `segments[i].index == i`.
"""

from __future__ import annotations

from dataclasses import dataclass

from aligner.text.segment import Segment, Side


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a text. `region` is a BCP 47 tag (`en-US`, `es-MX`); `path` is POSIX,
    relative to the project, for people and reports; it is never opened from here."""

    side: Side
    region: str
    path: str
    segments: tuple[Segment, ...]

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of all segments in order: what a snapshot keeps."""
        return tuple(segment.digest for segment in self.segments)

    @property
    def words(self) -> int:
        """The number of blank-separated words."""
        return sum(len(segment.text.split()) for segment in self.segments)
