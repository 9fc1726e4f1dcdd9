"""Who else has this document open: it informs, and guards nothing.

What always holds: each window has a file of its own, removed when it closes; one of a process that
is dead on this host is removed by whoever looks; one from another host counts until it is a day
old, since nobody here can tell. What guards the journal is its lock (journal.py).
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from aligner.errors import RecordError
from aligner.store.atomic import write_whole
from aligner.store.files import content_of
from aligner.store.processes import alive, host, started
from aligner.store.project import PRIVATE, Project
from aligner.store.reviewer import user_folder

_DAY = 24 * 60 * 60
_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Present:
    """One window: its host, process, reviewer, and since when (RFC 3339)."""

    host: str
    process: int
    reviewer: str
    since: str

    @property
    def here(self) -> bool:
        """Whether it is on this machine."""
        return self.host == host()


class Presence:
    """The presence of one window on one document. Without rights to write it stays unseen."""

    def __init__(self, folder: Path, document: str, reviewer: str) -> None:
        self._folder = folder
        self._prefix = hashlib.sha256(document.encode("utf-8")).hexdigest()[:16]
        self._path = folder / f"{self._prefix}.{host()}.{os.getpid()}{_SUFFIX}"
        self._reviewer = reviewer

    def announce(self) -> None:
        """Says that this window is here."""
        since = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        shape = {
            "host": host(),
            "process": os.getpid(),
            "start": started(os.getpid()),
            "reviewer": self._reviewer,
            "since": since,
        }
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _shut_out_git(self._folder)
            write_whole(self._path, json.dumps(shape).encode("ascii"), mode=0o600, sync=False)
        except (OSError, RecordError):
            return

    def leave(self) -> None:
        """Says that it is gone."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return

    def others(self) -> tuple[Present, ...]:
        """The other windows on this document, the oldest first."""
        found = [
            present
            for path, present in windows(self._folder)
            if path != self._path and path.name.startswith(f"{self._prefix}.")
        ]
        return tuple(sorted(found, key=lambda each: (each.since, each.host, each.process)))

    def __enter__(self) -> Presence:
        self.announce()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.leave()


def presence(project: Project, document: str, reviewer: str) -> Presence:
    """The presence of this window on a document of `project`."""
    if project.alone:
        # No folder of ours beside two files of somebody's: known to this user alone.
        where = str(project.journal_path(document).resolve())
        return Presence(user_folder() / "presence", where, reviewer)
    return Presence(project.root / PRIVATE / "presence", document, reviewer)


def windows(folder: Path) -> Iterator[tuple[Path, Present]]:
    """Every living window in `folder`; the files of dead ones are removed on the way."""
    try:
        paths = sorted(folder.glob(f"*{_SUFFIX}"))
    except OSError:
        return
    for path in paths:
        present = _read(path)
        if present is not None:
            yield path, present
            continue
        try:
            path.unlink(missing_ok=True)
        except OSError:
            continue


def _read(path: Path) -> Present | None:
    """The window that `path` speaks of; None for a dead or unreadable one."""
    try:
        shape = json.loads(content_of(path))
        present = Present(
            str(shape["host"]), int(shape["process"]), str(shape["reviewer"]), str(shape["since"])
        )
        if present.here:
            return present if alive(present.process, str(shape.get("start", ""))) else None
        return present if time.time() - path.stat().st_mtime < _DAY else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _shut_out_git(folder: Path) -> None:
    mark = folder.parent / ".gitignore"
    if folder.parent.name == PRIVATE and not mark.exists():
        mark.write_bytes(b"# Of this machine alone; never to be shared.\n*\n")
