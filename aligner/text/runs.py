"""The words of one paragraph while it is read, with tracked changes, comments and notes.

What always holds: the text is that of the view asked for. `show` and `accept` read insertions and not
deletions, `reject` the other way round; only `show` keeps the changes as marks, and `refuse` ends
at the first one. Comments and note references are marks in every view.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from aligner.errors import InputError
from aligner.text.hygiene import visible
from aligner.text.segment import Mark, MarkKind

Tracked = Literal["show", "accept", "reject", "refuse"]


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change around some words."""

    deleted: bool
    author: str = ""
    date: str = ""


class Runs:
    """Gathers the words of one paragraph. `changes` are the tracked changes that are open where
    the reader stands, the innermost last."""

    def __init__(self, tracked: Tracked, name: str) -> None:
        self.tracked = tracked
        self.name = name
        self.pieces: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self._comments: dict[str, int] = {}

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self.pieces)

    def add(self, text: str, changes: tuple[Change, ...] = ()) -> None:
        """Add words, under the changes that are open. Raises InputError under `refuse`."""
        if not text:
            return
        if not changes:
            self._append(text)
            return
        if self.tracked == "refuse":
            raise InputError(refused(self.name, changes[-1], text))
        deleted = [change for change in changes if change.deleted]
        inserted = [change for change in changes if not change.deleted]
        if self.tracked == "reject":
            # What was inserted and struck again was never there.
            if not inserted:
                self._append(text)
            return
        if not deleted:
            start = self.length
            self._append(text)
            if self.tracked == "show":
                self._mark(MarkKind.INSERTION, start, self.length, "", inserted[-1])
        elif self.tracked == "show":
            self._mark(MarkKind.DELETION, self.length, self.length, text, deleted[-1])

    def note(self, label: str) -> None:
        """A reference to the footnote or endnote that is printed as `label`."""
        self.marks.append(Mark(MarkKind.FOOTNOTE, self.length, self.length, label))

    def open_comment(self, name: str) -> None:
        """A comment begins here."""
        self._comments[name] = self.length

    def close_comment(self, name: str, text: str, author: str, date: str) -> None:
        """The comment `name` ends here; one that never began stands at this place."""
        start = self._comments.pop(name, self.length)
        self.marks.append(Mark(MarkKind.COMMENT, start, self.length, text, author, date))

    @property
    def open_comments(self) -> tuple[str, ...]:
        """The comments that have begun and not ended."""
        return tuple(self._comments)

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _mark(self, kind: MarkKind, start: int, end: int, text: str, change: Change) -> None:
        last = self.marks[-1] if self.marks else None
        # Word cuts one change into many runs; a reader sees one.
        if last and last.kind is kind and last.end == start and last.author == change.author:
            whole = replace(last, end=end, text=last.text + text)
            self.marks[-1] = whole
        else:
            self.marks.append(Mark(kind, start, end, text, change.author, change.date))


def refused(name: str, change: Change, text: str) -> str:
    """What to say when tracked changes are not allowed."""
    verb = "deleted" if change.deleted else "inserted"
    who = f" by {visible(change.author[:60])}" if change.author else ""
    words = visible(" ".join(text.split())[:40])
    return (
        f'{visible(name)}: has tracked changes ("{words}" {verb}{who}); accept or reject them in'
        " the word processor, or use --tracked show, accept or reject"
    )
