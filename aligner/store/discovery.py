"""Where the project is, and which files pair.

What always holds: the search goes upward and stops at the root of the repository or at home; a
file without partner and a file with two are named, never guessed at.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import ConfigurationError, InputError
from aligner.store.configuration import Listed, wrong_id
from aligner.store.inside import inside, relative
from aligner.store.reviewer import home
from aligner.text.reading import SUFFIXES

CONFIGURATION = "aligner.yaml"
_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """The folder of a project and its configuration file, if it has one."""

    root: Path
    configuration: Path | None


def find_project(start: Path, *, upward: bool = True) -> Found:
    """The project at `start` or, `upward`, in the nearest folder above: aligner.yaml, else
    texts/aligner.yaml, else en/ with es/. Raises ConfigurationError when there is none."""
    try:
        start = start.absolute()
        is_folder = stat.S_ISDIR(start.stat().st_mode)
    except FileNotFoundError:
        raise ConfigurationError(f"{start}: no such folder") from None
    except OSError as error:
        raise ConfigurationError(f"{start}: cannot be looked at ({error.strerror})") from error
    if not is_folder and start.name == CONFIGURATION:
        return Found(start.parent, start)
    if not is_folder:
        raise ConfigurationError(f"{start}: neither a folder nor aligner.yaml")
    top = home()
    for folder in [start, *start.parents] if upward else [start]:
        found = _here(folder)
        if found is not None:
            return found
        if _is(folder / ".git", _anything) or folder == top:
            break
    raise ConfigurationError(
        f"no project in {start}: neither aligner.yaml nor folders en/ and es/ "
        "(aligner init starts one; aligner EN ES opens two files)"
    )


def _here(folder: Path) -> Found | None:
    for root in (folder, folder / "texts"):
        path = root / CONFIGURATION
        if _is(path, stat.S_ISREG):
            return Found(root, path)
        if path.is_symlink() or _is(path, _anything):
            # Passed over, it would let every gate that it sets fall without a word.
            raise ConfigurationError(f"{path}: no file, or a link to nothing")
    if _is(folder / "en", stat.S_ISDIR) and _is(folder / "es", stat.S_ISDIR):
        return Found(folder, None)
    return None


def _anything(_mode: int) -> bool:
    return True


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    """Whether something of that kind stands at `path`. Raises ConfigurationError where that cannot
    be told: a project may be there, and another one further up must not take its place."""
    try:
        return kind(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be looked at ({error.strerror})") from error


def pairs(root: Path) -> tuple[Listed, ...]:
    """The documents below en/ and es/ of `root`: files of equal path, extensions left off. Raises
    InputError naming what has no partner or two."""
    sides = {side: _texts(root, side) for side in ("en", "es")}
    faults = []
    for stem in sorted(sides["en"].keys() | sides["es"].keys()):
        for side, other in (("en", "es"), ("es", "en")):
            found = sides[side].get(stem, [])
            if len(found) > 1:
                faults.append(f"{' and '.join(found)} are two candidates for one document")
            elif found and stem not in sides[other]:
                faults.append(f"{found[0]} has no counterpart below {other}/")
        wrong = wrong_id(stem)
        if wrong:
            faults.append(wrong)
    if faults:
        more = f" (and {len(faults) - 3} more)" if len(faults) > 3 else ""
        raise InputError("; ".join(faults[:3]) + more)
    if not sides["en"]:
        raise InputError(f"{root}: no texts below en/ and es/ ({', '.join(sorted(SUFFIXES))})")
    return tuple(
        Listed(stem, (files[0],), (sides["es"][stem][0],))
        for stem, files in sorted(sides["en"].items())
    )


def _texts(root: Path, side: str) -> dict[str, list[str]]:
    """Path below the side's folder without extension -> files, POSIX relative to the project."""
    out: dict[str, list[str]] = {}
    count = 0
    # Links to folders are not followed: a loop of them would never end.
    for folder, folders, files in os.walk(root / side):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if name.startswith((".", "~$")) or path.suffix.lower() not in SUFFIXES:
                continue
            count += 1
            if count > _MOST_FILES:
                raise InputError(f"{root / side}: more than {_MOST_FILES:,} texts")
            written = relative(root, path)
            inside(root, written, where=str(root))
            stem = relative(root / side, path.with_suffix(""))
            out.setdefault(stem, []).append(written)
    return out
