"""Where in the file a finding's words stand: lines and columns, for editors.

What always holds: columns are code points, counted from 1, the end after the last one (as SARIF
counts); they are told only where the file says the words exactly as often as the segment that was
read from it, so that a label, markup or another form of a letter never moves a mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aligner.errors import AlignerError
from aligner.report.run import CheckRun
from aligner.review.listing import SideEntry
from aligner.store.files import content_of
from aligner.text.decoding import decode, line_ends
from aligner.text.document import Document


@dataclass(frozen=True, slots=True)
class Region:
    """From the first code point of some words to the one behind them."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


@dataclass
class Columns:
    """The texts below `root` as files; one that cannot be read, or was changed since, has none."""

    root: Path | None
    documents: Mapping[str, Document]
    _lines: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, run: CheckRun) -> Columns:
        """Those of the documents of `run`."""
        sides = (side for each in run.reviews for side in (each.bitext.en, each.bitext.es))
        return cls(run.root, {document.path: document for document in sides})

    def region(self, side: SideEntry) -> Region | None:
        """Where the first words of the evidence on `side` stand; None where that is not sure."""
        document = self.documents.get(side.path)
        if self.root is None or document is None or not side.places or not side.line:
            return None
        place, quote = side.places[0], side.quotes[0]
        segment = document.segments[place.segment]
        pattern = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
        if not pattern.pattern or not segment.first_line:
            return None
        here = [match.start() for match in pattern.finditer(segment.text)]
        block = "\n".join(self._of(side.path)[segment.first_line - 1 : segment.last_line])
        there = list(pattern.finditer(block))
        if place.start not in here or len(there) != len(here):
            return None
        found = there[here.index(place.start)]
        line, column = _at(block, found.start())
        end_line, end_column = _at(block, found.end())
        first = segment.first_line
        return Region(first + line, column, first + end_line, end_column)

    def _of(self, path: str) -> list[str]:
        if path not in self._lines:
            self._lines[path] = self._read(path)
        return self._lines[path]

    def _read(self, path: str) -> list[str]:
        if self.root is None:
            return []
        try:
            content = content_of(self.root / path)
            return line_ends(decode(content, name=path)).split("\n")
        except (OSError, AlignerError):
            return []


def _at(text: str, place: int) -> tuple[int, int]:
    """The line (from 0) and the column (from 1) of a place."""
    return text.count("\n", 0, place), place - text.rfind("\n", 0, place)
