"""A segment: the unit that is aligned. A paragraph, a heading, a list entry, a cell or a caption.

What always holds: `text` is what a reader sees, without the printed label and without markup;
it is never mutated. Spans everywhere in the project are code points of `text`, half open.
The digest names the words, not their spelling in Unicode: NFC and NFD, typographic and straight
quotes, one blank or two give the same digest.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Side = Literal["en", "es"]
SIDES: tuple[Side, Side] = ("en", "es")

Span = tuple[int, int]
"""Start and end in code points of a text, half open."""


class Kind(StrEnum):
    """What a segment is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CELL = "cell"
    CAPTION = "caption"


class Role(StrEnum):
    """What a segment does in a declaration."""

    TITLE = "title"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    ANNEX = "annex"
    FOOTNOTE = "footnote"
    CLOSING_FORMULA = "closing-formula"
    SIGNATURE_BLOCK = "signature-block"


class MarkKind(StrEnum):
    """What a word processor remembers beside the text."""

    INSERTION = "insertion"
    DELETION = "deletion"
    COMMENT = "comment"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change, a comment or a note reference at a place in a segment.

    `start` and `end` are code points of the segment's text. A deletion stands nowhere in the text
    as compared: its span is empty and `text` holds the words that were struck. `date` is as found
    (ISO 8601 in Word files), or empty.
    """

    kind: MarkKind
    start: int
    end: int
    text: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of one document.

    `label` is its printed number or bullet letter ("3.", "(a)", "IV.") or empty; `index` counts
    from 0 in document order; `level` is a heading's rank or a list's depth from 1, else 0;
    `first_line` and `last_line` count from 1 in the file (0 where a file has no lines).
    """

    kind: Kind
    text: str
    index: int
    digest: str
    label: str = ""
    role: Role | None = None
    level: int = 0
    first_line: int = 0
    last_line: int = 0
    marks: tuple[Mark, ...] = ()

    @property
    def printed(self) -> str:
        """The segment as a reader sees it, its label in front."""
        return f"{self.label} {self.text}" if self.label else self.text
