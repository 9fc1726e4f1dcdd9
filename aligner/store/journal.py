"""The journal: a file of events, one line each, appended to and never rewritten.

What always holds: an event that `append` returned from is on the medium; a line is written whole
or not at all, and a tail that a crash or another program left torn is set aside, never joined to.
Guarded by a lock on the file itself, held for one append alone, so that a dead process holds none.
"""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from aligner.errors import LockedError, RecordError
from aligner.review.codec import ForeignError, event_of, line_of
from aligner.review.event import Event
from aligner.store.files import DISK, Disk, write_all

PATIENCE = 5.0
"""Seconds to wait for another process to finish its append."""

MAX_BYTES = 256 * 1024 * 1024
"""The largest journal that is read: several million decisions."""

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})


class Flaw(StrEnum):
    """What can be wrong with a line."""

    TORN = "torn"
    FOREIGN = "foreign"
    CONFLICT = "conflict"
    CORRUPT = "corrupt"
    NEWER = "newer"


_GRAVE = frozenset({Flaw.FOREIGN, Flaw.CONFLICT, Flaw.CORRUPT, Flaw.NEWER})


@dataclass(frozen=True, slots=True)
class Trouble:
    """One flaw: the line (from 1) and what is wrong, in words; `event` is the id where one id has
    two contents."""

    flaw: Flaw
    line: int
    words: str
    event: str = ""

    @property
    def grave(self) -> bool:
        """Whether decisions may be missing or wrong because of it."""
        return self.flaw in _GRAVE


@dataclass(frozen=True, slots=True)
class Reading:
    """What a journal holds: its events in the order of their first lines, its flaws, how many
    lines repeat another, and its size in bytes."""

    events: tuple[Event, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    doubled: int = 0
    size: int = 0

    @property
    def problems(self) -> tuple[str, ...]:
        """The flaws in words."""
        return tuple(f"line {each.line}: {each.words}" for each in self.troubles)


class Journal:
    """The journal at `path`, which need not exist yet. `name` is for messages."""

    def __init__(
        self, path: Path, *, name: str = "", patience: float = PATIENCE, disk: Disk = DISK
    ) -> None:
        self.path = path
        self.name = name or path.name
        self._patience = patience
        self._disk = disk

    @property
    def torn(self) -> Path:
        """Where torn tails are set aside: `<document>.torn`."""
        return self.path.with_suffix(".torn")

    def read(self, *, strict: bool = True) -> Reading:
        """The events. Raises RecordError where the file cannot be read and, when `strict`, where
        a line is foreign, an id has two contents or a newer version wrote; a torn tail is only
        reported. Not strict, the flaws are reported and what can be read is returned."""
        try:
            size = self.path.stat().st_size
            if size > MAX_BYTES:
                raise RecordError(f"{self.name}: {size:,} bytes; at most {MAX_BYTES:,} are read")
            content = self._disk.read(self.path)
        except FileNotFoundError:
            if self.path.is_symlink():
                raise RecordError(f"{self.name}: cannot be read (a link to nothing)") from None
            return Reading()
        except OSError as error:
            raise RecordError(f"{self.name}: cannot be read ({error.strerror})") from error
        reading = parse(content)
        if strict:
            for trouble in reading.troubles:
                if trouble.grave:
                    raise RecordError(f"{self.name}, line {trouble.line}: {trouble.words}")
        return reading

    def append(self, event: Event) -> None:
        """Keeps `event`: when this returns, it is on the medium. Raises LockedError when another
        process holds the lock for longer than the patience, RecordError when the disk is full or
        not writable; then the journal is as it was."""
        self.append_all([event])

    def append_all(self, events: Sequence[Event]) -> None:
        """Keeps `events` under one lock, all or none."""
        self.append_lines(b"".join(line_of(event) for event in events))

    def append_lines(self, lines: bytes) -> None:
        """Keeps whole lines of JSON, as `append_all` does; for records that are no events."""
        with self.held() as append:
            append(lines)

    def _append(self, descriptor: int, new: bool, lines: bytes) -> None:
        try:
            end = self._mended(descriptor)
            try:
                write_all(self._disk, descriptor, lines)
                self._disk.sync(descriptor)
            except BaseException:
                # Under the lock nobody else has appended: what was half written can be cut off.
                self._disk.truncate(descriptor, end)
                raise
            if new:
                self._disk.sync_folder(self.path.parent)
        except OSError as error:
            raise RecordError(unwritable_journal(self.name, error)) from error

    def busy(self) -> bool:
        """Whether another program is writing at this moment."""
        if not self.path.exists():
            return False
        try:
            descriptor = self._disk.open_append(self.path)
        except OSError:
            return False
        try:
            _lock(descriptor, time.monotonic(), self.name)
        except RecordError:
            return True
        finally:
            os.close(descriptor)
        return False

    @contextmanager
    def held(self) -> Iterator[Callable[[bytes], None]]:
        """Holds the lock, so that nobody appends meanwhile but through what it gives: a function
        that appends whole lines. Raises LockedError, RecordError."""
        try:
            self._disk.make_folder(self.path.parent)
            descriptor, new = self._locked()
        except OSError as error:
            raise RecordError(unwritable_journal(self.name, error)) from error
        try:
            yield lambda lines: self._append(descriptor, new, lines)
        finally:
            os.close(descriptor)  # gives the lock back

    def _locked(self) -> tuple[int, bool]:
        """A descriptor of the journal that holds its lock, and whether the file is new."""
        until = time.monotonic() + self._patience
        while True:
            new = not self.path.exists()
            descriptor = self._disk.open_append(self.path)
            try:
                _lock(descriptor, until, self.name)
                if _same_file(descriptor, self.path):
                    return descriptor, new
            except BaseException:
                os.close(descriptor)
                raise
            # Renamed over between opening and locking (git, doctor): that file is the past.
            os.close(descriptor)

    def _mended(self, descriptor: int) -> int:
        """The end of the last whole line; a torn tail behind it is set aside first."""
        size = os.lseek(descriptor, 0, os.SEEK_END)
        if not size:
            return 0
        os.lseek(descriptor, size - 1, os.SEEK_SET)
        if os.read(descriptor, 1) == b"\n":
            return size
        content = self._disk.read(self.path)
        end = content.rfind(b"\n") + 1
        tail = content[end:]
        if _is_whole(tail):
            # A whole line whose newline alone is missing (an editor took it): it stays.
            write_all(self._disk, descriptor, b"\n")
            return size + 1
        self._set_aside(tail)
        self._disk.truncate(descriptor, end)
        return end

    def _set_aside(self, tail: bytes) -> None:
        new = not self.torn.exists()
        descriptor = self._disk.open_append(self.torn)
        try:
            write_all(self._disk, descriptor, tail + b"\n")
            self._disk.sync(descriptor)
        finally:
            os.close(descriptor)
        if new:
            self._disk.sync_folder(self.torn.parent)


def parse(content: bytes) -> Reading:
    """The events and flaws in the bytes of a journal. CRLF and a byte order mark are read over;
    equal lines count once."""
    events: dict[str, Event] = {}
    first: dict[str, int] = {}
    troubles: list[Trouble] = []
    doubled = 0
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if not line:
            continue
        last = number == len(lines)
        try:
            event = event_of(line)
        except ForeignError as error:
            troubles.append(_foreign(line, number, last, error))
            continue
        except RecordError as error:
            troubles.append(Trouble(Flaw.NEWER, number, str(error)))
            continue
        earlier = events.get(event.id)
        if earlier is None:
            events[event.id] = event
            first[event.id] = number
        elif earlier == event:
            doubled += 1
        else:
            words = (
                f"the id {event.id} stands in line {first[event.id]} with other content; one of "
                "the two was changed by hand (see: aligner doctor)"
            )
            troubles.append(Trouble(Flaw.CORRUPT, number, words, event.id))
    return Reading(tuple(events.values()), tuple(troubles), doubled, len(content))


def _foreign(line: bytes, number: int, last: bool, error: ForeignError) -> Trouble:
    if last:
        return Trouble(
            Flaw.TORN, number, "a torn line, left by a crash; the next decision sets it aside"
        )
    if line.startswith((b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")):
        return Trouble(
            Flaw.CONFLICT, number, "a conflict mark of git (aligner doctor --fix takes it out)"
        )
    return Trouble(Flaw.FOREIGN, number, f"no event of a journal: {error} (see: aligner doctor)")


def _is_whole(line: bytes) -> bool:
    """Whether a line is a whole JSON object: of an event, or of another file kept this way."""
    try:
        return isinstance(json.loads(line.decode("utf-8")), dict)
    except (ValueError, RecursionError):
        return False


def unwritable_journal(name: str, error: OSError) -> str:
    """What to say when a decision cannot be kept."""
    if error.errno in _NO_SPACE:
        return f"{name}: not saved, the disk or quota is full; nothing that was saved is lost"
    return f"{name}: not saved ({error.strerror or error}); nothing that was saved is lost"


def _same_file(descriptor: int, path: Path) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    here = os.fstat(descriptor)
    return (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev)


def _lock(descriptor: int, until: float, name: str) -> None:
    # Loaded here: reading a journal needs no lock, and the import costs start-up.
    import portalocker

    pause = 0.001
    while True:
        try:
            portalocker.lock(descriptor, portalocker.LOCK_EX | portalocker.LOCK_NB)
            return
        except portalocker.AlreadyLocked:
            if time.monotonic() >= until:
                raise LockedError(
                    f"{name}: another program is writing to it and did not finish in time; "
                    "try again"
                ) from None
        except portalocker.LockException as error:
            raise RecordError(f"{name}: cannot be locked ({error})") from error
        time.sleep(pause)
        pause = min(pause * 2, 0.05)
