"""Whole files: written beside, synced, renamed.

What always holds: at any moment the file is either the old one or the new one, whole; a file left
beside by a process that died is removed at the next start, one of a living process never.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from aligner.errors import RecordError
from aligner.store.files import DISK, Disk, write_all
from aligner.store.processes import alive, host

_MARK = ".aligner-tmp"


def write_whole(
    path: Path, content: bytes, *, mode: int = 0o666, sync: bool = True, disk: Disk = DISK
) -> None:
    """Makes `content` the content of `path`. Raises RecordError, and then the old file stands.
    `sync` False is for what may be lost at any time (the cache)."""
    beside = path.with_name(f".{path.name}.{host()}.{os.getpid()}.{uuid4().hex[:8]}{_MARK}")
    try:
        disk.make_folder(path.parent)
        descriptor = disk.open_new(beside, _mode(path, mode))
        try:
            write_all(disk, descriptor, content)
            if sync:
                disk.sync(descriptor)
        finally:
            os.close(descriptor)
        disk.replace(beside, path)
        if sync:
            disk.sync_folder(path.parent)
    except OSError as error:
        _give_up(lambda: disk.remove(beside))
        raise RecordError(unwritable(path, error)) from error
    except BaseException:
        _give_up(lambda: disk.remove(beside))
        raise


def _mode(path: Path, otherwise: int) -> int:
    """The rights of the file that is replaced, else `otherwise`."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return otherwise


def _give_up(action: Callable[[], None]) -> None:
    try:
        action()
    except OSError:
        return


def unwritable(path: Path, error: OSError) -> str:
    """What to say when `path` cannot be written."""
    why = error.strerror or type(error).__name__
    return f"{path}: cannot be written ({why}); nothing that was saved before is lost"


def sweep(folder: Path, *, disk: Disk = DISK) -> tuple[Path, ...]:
    """Removes what died in the middle of writing in `folder`; returns what it removed."""
    gone = []
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return ()
    for name in names:
        if not (name.startswith(".") and name.endswith(_MARK)):
            continue
        parts = name.removesuffix(_MARK).rsplit(".", 3)
        if len(parts) != 4 or parts[1] != host() or not parts[2].isdecimal():
            continue
        if alive(int(parts[2])):
            continue
        try:
            disk.remove(folder / name)
        except OSError:
            continue
        gone.append(folder / name)
    return tuple(gone)
