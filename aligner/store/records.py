"""What a session writes through: the journal of one document, and what follows from it.

What always holds: the event is on the medium before anything that follows from it is touched; the
equivalences that verdicts for always teach can be worked out from the journals again at any time.
"""

from __future__ import annotations

from collections.abc import Iterable

from aligner.errors import RecordError
from aligner.review.codec import line_of
from aligner.review.event import Event, EventKind
from aligner.review.state import state_of
from aligner.store.equivalences_file import brought_up_to_date, read_taught, write_taught
from aligner.store.journal import Journal, Reading
from aligner.store.project import Project

_Mark = tuple[int, int, int]
"""Inode, size and time of change of a journal: what tells whether it is another one."""

_NOTHING: _Mark = (0, 0, 0)


class DocumentRecords:
    """The records of one document of a project: a `review.session.Records` that returns when the
    event is on the medium."""

    def __init__(self, project: Project, document: str) -> None:
        self._project = project
        self._document = document
        self.journal: Journal = project.journal(document)
        self._seen: _Mark | None = None

    def append(self, event: Event) -> None:
        """Keeps `event`. Raises RecordError; then nothing was kept."""
        self.append_all([event])

    def append_all(self, events: Iterable[Event]) -> None:
        """Keeps `events` under one lock, all or none."""
        events = list(events)
        lines = b"".join(line_of(event) for event in events)
        with self.journal.held() as append:
            before = self._mark()
            append(lines)
            after = self._mark()
        # A journal that grew by what was written here and by nothing else holds no news: reading
        # ten thousand decisions again after each one would hold up the screen.
        known = before == self._seen or (self._seen == _NOTHING and not before[1])
        if known and after[:2] == (before[0], before[1] + len(lines)):
            self._seen = after
        if any(event.kind == EventKind.VERDICT for event in events):
            self.teach()

    def teach(self) -> bool:
        """Brings equivalences.yaml up to date with this document's verdicts for always; returns
        whether it changed. Two files alone keep such verdicts in their journal only."""
        if self._project.alone:
            return False
        # Under the journal's lock: two windows on one document must not undo each other's entry.
        with self.journal.held():
            return self._taught()

    def _taught(self) -> bool:
        path = self._project.equivalences_path
        state = state_of(self.journal.read().events)
        entries = brought_up_to_date(read_taught(path), state, self._document)
        if entries is None:
            return False
        write_taught(path, entries)
        return True

    def news(self) -> Reading | None:
        """What the journal holds, if it has changed since the last call; None if not. Raises
        RecordError."""
        mark = self._mark()
        if mark == self._seen:
            return None
        reading = self.journal.read()
        self._seen = mark
        return reading

    def _mark(self) -> _Mark:
        try:
            state = self.journal.path.stat()
        except FileNotFoundError:
            return _NOTHING
        except OSError as error:
            raise RecordError(f"{self.journal.name}: {error.strerror}") from error
        return state.st_ino, state.st_size, state.st_mtime_ns
