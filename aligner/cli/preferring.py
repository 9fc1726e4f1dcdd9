"""What a person chose and where they were reading; small, and nobody's loss if it cannot be kept.

What always holds: choices lie in the user's own folder; places lie in the project's private folder,
since they tell of its texts; a file that cannot be read is an empty one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from aligner.errors import RecordError
from aligner.store.atomic import write_whole
from aligner.store.reviewer import user_folder
from aligner.text.segment import Side

_CHOICES = "preferences.json"
_PLACES = "places.json"
_MOST = 2000


def _read(path: Path) -> dict[str, object]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def _write(path: Path, record: Mapping[str, object]) -> None:
    try:
        content = json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8", "replace")
        write_whole(path, content, mode=0o600, sync=False)
    except (OSError, RecordError):
        return


def read() -> dict[str, str]:
    """The person's choices."""
    found = _read(user_folder() / _CHOICES)
    return {name: value for name, value in found.items() if isinstance(value, str)}


def keep(chosen: Mapping[str, str]) -> None:
    """Keeps `chosen` beside the other choices."""
    if chosen:
        _write(user_folder() / _CHOICES, {**read(), **chosen})


def read_position(folder: Path | None, document: str) -> tuple[int, Side, str] | None:
    """The bead, side and digest where this person was in `document`."""
    if folder is None:
        return None
    match _read(folder / _PLACES).get(document):
        case [int(bead), ("en" | "es") as side, str(digest)] if bead >= 0:
            return bead, side, digest
    return None


def keep_position(folder: Path | None, document: str, place: tuple[int, Side, str]) -> None:
    """Keeps the place in `document`."""
    if folder is None:
        return
    places = _read(folder / _PLACES)
    places.pop(document, None)
    recent = list(places.items())[-_MOST:]
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        mark = folder / ".gitignore"
        if not mark.exists():
            mark.write_bytes(b"*\n")
    except OSError:
        return
    _write(folder / _PLACES, {**dict(recent), document: list(place)})
