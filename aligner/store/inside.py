"""Paths that a project names, kept inside the project.

What always holds: what is opened lies in the project's folder after every symbolic link is
followed; a loop of links is an error and not an endless walk.
"""

from __future__ import annotations

import errno
from pathlib import Path, PurePosixPath, PureWindowsPath

from aligner.errors import ConfigurationError


def inside(root: Path, written: str, *, where: str = "") -> Path:
    """The file that `written` (POSIX, relative to `root`) names. Raises ConfigurationError for an
    absolute path, one that leaves `root`, and a loop of symbolic links; `where` says in front of
    the message who named it."""
    front = f"{where}: " if where else ""
    pure = PurePosixPath(written)
    if not written or "\x00" in written:
        raise ConfigurationError(f"{front}an empty path")
    if pure.is_absolute() or PureWindowsPath(written).drive or "\\" in written:
        raise ConfigurationError(
            f"{front}{written!r} must be a path inside the project, with / between folders"
        )
    target = root / pure
    try:
        resolved = target.resolve()
        # Python 3.13 resolves a loop to itself without a word; asking for the file tells.
        if resolved.is_symlink():
            raise RuntimeError("loop")
    except PermissionError:
        # Whoever opens it is refused too, and says so of the file that it is.
        return target
    except (OSError, RuntimeError) as error:
        what = "is a loop of symbolic links"
        if isinstance(error, OSError) and error.errno != errno.ELOOP:
            what = f"cannot be looked at ({error.strerror})"
        raise ConfigurationError(f"{front}{written!r} {what}") from error
    if not resolved.is_relative_to(root.resolve()):
        raise ConfigurationError(f"{front}{written!r} lies outside the project")
    return target


def relative(root: Path, path: Path) -> str:
    """`path` as POSIX text relative to `root`, for people and keys."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
