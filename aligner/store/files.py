"""The few things that the store asks of the disk, in one place.

What always holds: every write of a record goes through a `Disk`, so that a test can let the disk
be full, read-only or slow at any of them. A pipe or device in the place of a file is never waited
for and never read.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

_PRIVATE_FOLDER = 0o700


class Disk:
    """The real disk. Every method raises OSError as the system does."""

    def read(self, path: Path) -> bytes:
        """All bytes of `path`."""
        return content_of(path)

    def open_append(self, path: Path) -> int:
        """A descriptor for reading and appending; the file is created when it is not there."""
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY | _AT_ONCE
        return _regular(os.open(path, flags, 0o666))

    def open_new(self, path: Path, mode: int = 0o666) -> int:
        """A descriptor for a file that must not exist yet."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)

    def write(self, descriptor: int, content: bytes) -> int:
        """Writes as much as the system takes at once and returns how much that was."""
        return os.write(descriptor, content)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cuts the file off at `size` bytes."""
        os.ftruncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        """Returns when the file's content is on the medium."""
        os.fsync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        """Returns when names in `folder` are on the medium. Windows has no such call."""
        if sys.platform == "win32":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Gives `source` the name `target`, in one step."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Removes a file; no matter if it is gone already."""
        path.unlink(missing_ok=True)

    def make_folder(self, folder: Path, *, private: bool = False) -> None:
        """Makes `folder` and those above it."""
        folder.mkdir(mode=_PRIVATE_FOLDER if private else 0o777, parents=True, exist_ok=True)


_BINARY: int = getattr(os, "O_BINARY", 0)
# Without it, opening a pipe that nobody writes to would wait for ever.
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0)

DISK = Disk()


def opened(path: Path) -> BinaryIO:
    """`path`, opened for reading. Raises OSError as the system does, and with a `strerror` for
    people where it is no file but a pipe, a device, a socket or a link to nothing."""
    try:
        return os.fdopen(_regular(os.open(path, os.O_RDONLY | _BINARY | _AT_ONCE)), "rb")
    except FileNotFoundError:
        if path.is_symlink():
            # A file that is not there may be nothing to speak of; one that should be there is.
            raise OSError(errno.EINVAL, "a link to nothing") from None
        raise


def content_of(path: Path, *, most: int | None = None) -> bytes:
    """All bytes of a file, looked at for its size before it is read. Raises OSError as `opened`
    does, and with a `strerror` for people where the file has more than `most` bytes."""
    with opened(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        if most is not None and size > most:
            raise OSError(errno.EFBIG, f"{size:,} bytes; at most {most:,} are read")
        return stream.read()


def _regular(descriptor: int) -> int:
    """`descriptor`, if it is one of a plain file; otherwise it is closed and OSError raised."""
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    raise OSError(errno.EINVAL, "a pipe or a device, where a file was expected")


def write_all(disk: Disk, descriptor: int, content: bytes) -> None:
    """Writes all of `content`; the system may take it in parts when it is large."""
    rest = memoryview(content)
    while rest:
        rest = rest[disk.write(descriptor, bytes(rest)) :]
