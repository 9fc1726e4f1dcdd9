"""The reading position: a word or a run of words in one bead, and its counterpart on the other side.

What always holds: positions are code points of the side's whole text (segments joined by one
newline, as `Bitext.texts` gives it); `locate` turns them into places of single segments.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.language.words import words
from aligner.text.segment import Side, Span

if TYPE_CHECKING:
    from aligner.alignment.links import Link


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the reader is: a side, and the span of the chosen words; `anchor` is the word where
    the selection began (equal to the span where only one word is chosen)."""

    side: Side
    span: Span
    anchor: Span

    @property
    def selecting(self) -> bool:
        """Whether more than the word under the cursor is chosen."""
        return self.span != self.anchor


def other(side: Side) -> Side:
    """The side across."""
    return "es" if side == "en" else "en"


def at_word(text: str, side: Side, offset: int) -> Reading | None:
    """The reading position at the word that holds or follows `offset`; None without words."""
    found = words(text)
    if not found:
        return None
    starts = [word.start for word in found]
    word = found[max(0, bisect_right(starts, offset) - 1)]
    return Reading(side, (word.start, word.end), (word.start, word.end))


def over_words(text: str, side: Side, start: int, end: int) -> Reading | None:
    """The reading position over every word that [start, end) touches; None where it touches none."""
    touched = [word for word in words(text) if word.start < end and word.end > start]
    if not touched:
        return None
    span = (touched[0].start, touched[-1].end)
    return Reading(side, span, span)


def stepped(reading: Reading, text: str, step: int) -> Reading:
    """One word further (step 1) or back (-1); at the end it stays."""
    found = words(text)
    edge = reading.span[1] if step > 0 else reading.span[0]
    if step > 0:
        ahead = [word for word in found if word.start >= edge]
        word = ahead[0] if ahead else found[-1]
    else:
        behind = [word for word in found if word.end <= edge]
        word = behind[-1] if behind else found[0]
    span = (word.start, word.end)
    return Reading(reading.side, span, span)


def stretched(reading: Reading, text: str, step: int) -> Reading:
    """The selection one word longer or shorter at its moving end."""
    found = words(text)
    start, end = reading.span
    moving_right = end > reading.anchor[1] or (start == reading.anchor[0] and step > 0)
    if moving_right:
        ends = [word.end for word in found]
        place = ends.index(end) if end in ends else bisect_right(ends, end) - 1
        place = min(len(ends) - 1, max(place + step, 0))
        span = (reading.anchor[0], max(reading.anchor[1], ends[place]))
    else:
        starts = [word.start for word in found]
        place = starts.index(start) if start in starts else 0
        place = min(len(starts) - 1, max(place + step, 0))
        span = (min(reading.anchor[0], starts[place]), reading.anchor[1])
    return Reading(reading.side, span, reading.anchor)


def reached(reading: Reading, offset: int, text: str) -> Reading:
    """The selection from its anchor to the word at `offset` (the mouse was dragged there)."""
    there = at_word(text, reading.side, offset)
    if there is None:
        return reading
    start = min(reading.anchor[0], there.span[0])
    end = max(reading.anchor[1], there.span[1])
    return Reading(reading.side, (start, end), reading.anchor)


def across(reading: Reading, links: Sequence[Link]) -> Span | None:
    """The counterpart of the chosen words on the other side."""
    from aligner.alignment.links import counterpart

    return counterpart(reading.span, reading.side, links)


def locate(span: Span, texts: Sequence[str]) -> tuple[tuple[int, int, int], ...]:
    """A span of the joined text as (which text, start, end) of single texts."""
    places = []
    base = 0
    for number, text in enumerate(texts):
        start, end = max(span[0] - base, 0), min(span[1] - base, len(text))
        if start < end:
            places.append((number, start, end))
        base += len(text) + 1
    return tuple(places)


def joined(passage: int, offset: int, texts: Sequence[str]) -> int:
    """A place of one text as a place of the joined text."""
    return sum(len(text) + 1 for text in texts[:passage]) + offset
