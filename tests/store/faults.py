"""A disk that fails where a test wants it to."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from aligner.store.files import Disk


class FaultyDisk(Disk):
    """The real disk, but the `nth` call (from 1) of `method` fails with `code`; a write that fails
    takes `taken` bytes first. `ever` lets every later call fail too."""

    def __init__(
        self,
        method: str,
        code: int = errno.ENOSPC,
        *,
        nth: int = 1,
        taken: int = 0,
        ever: bool = False,
    ) -> None:
        self._method = method
        self._code = code
        self._nth = nth
        self._taken = taken
        self._ever = ever
        self.calls = 0

    def _maybe(self, method: str) -> None:
        if method == self._method:
            self.calls += 1
            if self.calls == self._nth or (self._ever and self.calls > self._nth):
                raise OSError(self._code, os.strerror(self._code))

    def open_append(self, path: Path) -> int:
        self._maybe("open_append")
        return super().open_append(path)

    def open_new(self, path: Path, mode: int = 0o666) -> int:
        self._maybe("open_new")
        return super().open_new(path, mode)

    def write(self, descriptor: int, content: bytes) -> int:
        try:
            self._maybe("write")
        except OSError:
            if self._taken:
                super().write(descriptor, content[: self._taken])
            raise
        return super().write(descriptor, content)

    def truncate(self, descriptor: int, size: int) -> None:
        self._maybe("truncate")
        super().truncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        self._maybe("sync")
        super().sync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        self._maybe("sync_folder")
        super().sync_folder(folder)

    def replace(self, source: Path, target: Path) -> None:
        self._maybe("replace")
        super().replace(source, target)

    def make_folder(self, folder: Path, *, private: bool = False) -> None:
        self._maybe("make_folder")
        super().make_folder(folder, private=private)


class SlowDisk(Disk):
    """A disk that takes three bytes at a time."""

    def write(self, descriptor: int, content: bytes) -> int:
        return super().write(descriptor, content[:3])
