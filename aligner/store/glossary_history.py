"""Changes of the glossary made through the tool: the file first, then a line of its history.

What always holds: glossary.yaml is the only truth; `review/glossary.jsonl` tells how it came to be
and is never replayed. A change is refused where the file is no longer the one that it was made
on: whoever edited it by hand loses nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

from aligner.errors import RecordError
from aligner.glossary.concept import Glossary
from aligner.glossary.deciding import Author
from aligner.glossary.history import (
    Change,
    NewerError,
    active,
    change_between,
    from_entry,
    last_of,
    to_entry,
    undo,
)
from aligner.store.aside import copied_aside
from aligner.store.atomic import write_whole
from aligner.store.files import content_of
from aligner.store.glossary_file import GlossaryText, read_glossary, write_glossary
from aligner.store.journal import Journal

HISTORY = "glossary.jsonl"
_MARKS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")


class GlossaryHistory:
    """The glossary of one project and how it changed."""

    def __init__(self, glossary: Path, journals: Path) -> None:
        self.path = glossary
        self._journal = Journal(journals / HISTORY, name=f"{journals.name}/{HISTORY}")

    def text(self) -> GlossaryText:
        """The glossary as it lies on disk. Raises RecordError."""
        return read_glossary(self.path)

    def read(self) -> tuple[Change, ...]:
        """The changes in the order of their lines; a torn last line is left out. Raises
        RecordError for a line that is none of ours."""
        try:
            lines = content_of(self._journal.path).split(b"\n")
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise RecordError(f"{self._journal.name}: cannot be read ({error.strerror})") from error
        changes: dict[str, Change] = {}
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                change = _change_of(line)
            except RecordError as error:
                raise type(error)(f"{self._journal.name}, line {number}: {error}") from None
            except (ValueError, RecursionError):
                if number == len(lines):
                    continue
                what = "a conflict mark of git" if line.startswith(_MARKS) else "no change"
                raise RecordError(
                    f"{self._journal.name}, line {number}: {what}; take the line out (the file is "
                    "for undo and the log; glossary.yaml holds every decision)"
                ) from None
            changes.setdefault(change.id, change)
        return tuple(changes.values())

    def record(
        self, before: Glossary, after: Glossary, author: Author, *, kind: str = "change"
    ) -> Change | None:
        """Makes `after` the glossary on disk and keeps what changed; None where nothing did.
        Raises RecordError where the file no longer holds `before`."""
        change = change_between(before, after, author, str(uuid4()), kind=kind)
        if change is None:
            return None
        self._write(before, after, change)
        return change

    def undo(self, author: Author) -> tuple[Glossary, Change]:
        """Takes back the author's last active change. Raises UsageError where there is none or the
        concept has changed since, RecordError where it cannot be written."""
        present = self.text().glossary
        last = last_of(self.read(), author.by)
        after, change = undo(present, last, author, str(uuid4()))
        self._write(present, after, change)
        return after, change

    def active(self) -> tuple[Change, ...]:
        """The changes that stand."""
        return active(self.read())

    def mend(self) -> str:
        """Writes the history anew from the lines that can be read; the others stay in a copy beside
        it. Says what it did. Raises RecordError, where a newer version wrote a line too."""
        with self._journal.held():
            lines = [line for line in content_of(self._journal.path).split(b"\n") if line.strip()]
            kept = [line for line in lines if _is_readable(line)]
            if len(kept) == len(lines):
                return f"{self._journal.name}: nothing left to mend"
            aside = copied_aside(self._journal.path)
            write_whole(self._journal.path, b"".join(line + b"\n" for line in kept))
        taken = f"{len(lines) - len(kept)} lines that are no changes taken out"
        old = f" (the old file: {aside.name})" if aside else ""
        return f"{self._journal.name}: {len(kept)} changes kept, {taken}{old}"

    def _write(self, before: Glossary, after: Glossary, change: Change) -> None:
        # The history's lock is held over looking, writing and noting: of two windows that save at
        # once, the second finds that the file has changed.
        with self._journal.held() as append:
            text = self.text()
            if text.glossary != before:
                raise RecordError(
                    f"{self.path.name} has changed on disk since it was read; look again and repeat"
                )
            write_glossary(self.path, after, comment=text.comment)
            try:
                append(_line(change))
            except RecordError:
                # Not noted, so not done: what people are told must be so.
                write_glossary(self.path, before, comment=text.comment)
                raise


def _line(change: Change) -> bytes:
    entry = to_entry(change)
    try:
        return json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    except UnicodeEncodeError:  # a lone surrogate that a terminal let through
        return json.dumps(entry, separators=(",", ":")).encode("ascii") + b"\n"


def _is_readable(line: bytes) -> bool:
    """Whether a line is a change. Raises RecordError for one of a newer version."""
    try:
        _change_of(line)
    except NewerError:
        raise
    except (RecordError, ValueError, RecursionError):
        return False
    return True


def _change_of(line: bytes) -> Change:
    """The change in a line. Raises RecordError, and ValueError for what is no JSON object."""
    entry = json.loads(line.decode("utf-8"))
    if not isinstance(entry, dict):
        raise ValueError("no object")
    return from_entry(entry)
