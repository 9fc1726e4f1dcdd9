"""The way from the text that checks work on back to the raw text of the segments.

What always holds: checks see segments composed (NFC) and joined by a newline; a span of that text
maps to raw code points of each segment it touches.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from aligner.divergence.divergence import Place
from aligner.text.segment import Segment

# What may change in composing, with the letter before it: all letters below stay as they are.
_RARE = re.compile("[\x00-\u02ff]?[\u0300-\U0010ffff]+")


def composed(text: str) -> str:
    """`text` in NFC; quick for plain letters."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


class Way:
    """The way back for the segments of one side of a bead."""

    __slots__ = ("_offsets", "_segments", "_starts")

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._starts: list[int] = []
        self._offsets: list[list[int] | None] = []
        at = 0
        for segment in segments:
            text = composed(segment.text)
            self._starts.append(at)
            self._offsets.append(None if text == segment.text else _offsets(segment.text))
            at += len(text) + 1

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """One place for each segment that [start, end) of the joined text touches."""
        if not self._segments:
            return ()
        found = []
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self._segments) and (
            self._starts[index] < end or self._starts[index] <= start
        ):
            base = self._starts[index]
            offsets = self._offsets[index]
            segment = self._segments[index]
            length = len(segment.text) if offsets is None else len(offsets) - 1
            first, last = min(max(start - base, 0), length), min(end - base, length)
            if first < last or start >= end:
                if offsets is not None:
                    first, last = offsets[first], offsets[max(last, first)]
                found.append(Place(segment.index, first, max(last, first)))
            index += 1
        return tuple(found)


def _offsets(raw: str) -> list[int]:
    """For each code point of the composed form, where it starts in `raw`; and the end of `raw`.

    A run that begins with a starter and holds its marks composes by itself, except for Hangul and
    a few others that no text here has; where a run grows or shrinks inside, its start is used.
    """
    starts: list[int] = []
    at = 0
    for rare in _RARE.finditer(raw):
        starts.extend(range(at, rare.start()))
        at = rare.start()
        while at < rare.end():
            end = at + 1
            while end < rare.end() and unicodedata.combining(raw[end]):
                end += 1
            starts.extend([at] * len(unicodedata.normalize("NFC", raw[at:end])))
            at = end
    starts.extend(range(at, len(raw) + 1))
    return starts
