"""The reading position of an open document: the chosen words and what answers them across.

What always holds: it belongs to the current bead; word links are found when they are first asked
for, and again when the bead is another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from aligner.review.review import Review
from aligner.review.session import Session
from aligner.text.segment import Side
from aligner.tui.block import Marking
from aligner.tui.reading import Reading, across, at_word, joined, locate, other, reached

if TYPE_CHECKING:
    from aligner.alignment.links import Link

Marks = dict[tuple[Side, int], list[Marking]]


class WordDesk:
    """Where the reader is, down to the word."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.bead = 0
        self.reading: Reading | None = None
        self._links: tuple[int, object, tuple[Link, ...]] | None = None

    @property
    def review(self) -> Review:
        """The review as it stands now."""
        return self.session.review

    def texts_of(self, side: Side) -> list[str]:
        """The texts of the current bead on one side, segment by segment."""
        bead = self.review.bitext.beads[self.bead]
        document = self.review.bitext.en if side == "en" else self.review.bitext.es
        return [document.segments[index].text for index in getattr(bead, side)]

    def joined_text(self, side: Side) -> str:
        """The current bead's side as one text."""
        return "\n".join(self.texts_of(side))

    def read(self, change: Callable[[Reading, str], Reading]) -> None:
        """Move the reading position; the first move puts it on the first word."""
        if self.reading is None:
            side: Side = "en" if self.texts_of("en") else "es"
            self.reading = at_word(self.joined_text(side), side, 0)
            return
        self.reading = change(self.reading, self.joined_text(self.reading.side))

    def cross(self) -> None:
        """Carry the reading position to the other side, to the counterpart where one is known."""
        if self.reading is None:
            self.read(lambda reading, _: reading)
        if self.reading is None or not self.texts_of(other(self.reading.side)):
            return
        there = other(self.reading.side)
        span = across(self.reading, self.links())
        text = self.joined_text(there)
        if span is not None:
            self.reading = Reading(there, span, span)
            return
        ratio = self.reading.span[0] / max(1, len(self.joined_text(self.reading.side)))
        self.reading = at_word(text, there, int(ratio * len(text)))

    def links(self) -> tuple[Link, ...]:
        """The word links of the current bead."""
        bead = self.review.bitext.beads[self.bead]
        if self._links is None or self._links[0] != self.bead or self._links[1] is not bead:
            from aligner.alignment.links import word_links

            made = word_links(self.joined_text("en"), self.joined_text("es"))
            self._links = (self.bead, bead, tuple(made))
        return self._links[2]

    def point(self, side: Side, passage: int, offset: int, *, drag: bool) -> None:
        """The mouse is at a code point of a passage; `drag` stretches what is chosen."""
        texts = self.texts_of(side)
        place = joined(passage, offset, texts)
        text = "\n".join(texts)
        if drag and self.reading is not None and self.reading.side == side:
            self.reading = reached(self.reading, place, text)
        elif not drag:
            self.reading = at_word(text, side, place)

    def chosen(self) -> tuple[str, str]:
        """The chosen words and their counterpart, as (English, Spanish); empty where unknown."""
        if self.reading is None:
            return "", ""
        side = self.reading.side
        start, end = self.reading.span
        mine = self.joined_text(side)[start:end]
        span = across(self.reading, self.links())
        theirs = self.joined_text(other(side))[span[0] : span[1]] if span else ""
        mine, theirs = " ".join(mine.split()), " ".join(theirs.split())
        return (mine, theirs) if side == "en" else (theirs, mine)

    def mark_reading(self, marks: Marks) -> None:
        """Mark the chosen words and their counterpart."""
        if self.reading is None:
            return
        side = self.reading.side
        kind = "selection" if self.reading.selecting else "cursor"
        self._mark(marks, side, self.reading.span, kind)
        span = across(self.reading, self.links())
        if span is not None:
            self._mark(marks, other(side), span, "counterpart")

    def _mark(
        self,
        marks: Marks,
        side: Side,
        span: tuple[int, int],
        kind: str,
    ) -> None:
        segments = getattr(self.review.bitext.beads[self.bead], side)
        for place, start, end in locate(span, self.texts_of(side)):
            marks.setdefault((side, segments[place]), []).append(Marking(start, end, kind))
