"""Copies of a file beside it, before it is touched.

What always holds: an earlier copy is never overwritten.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from aligner.errors import RecordError


def copied_aside(path: Path) -> Path | None:
    """A copy of `path` beside it, named by the time; None where there is no file."""
    if not path.exists():
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    for n in range(100):
        aside = path.with_name(f"{path.name}.{stamp}{f'-{n}' if n else ''}.old")
        if not aside.exists():
            try:
                shutil.copy2(path, aside)
            except OSError as error:
                raise RecordError(f"{path}: cannot be copied aside ({error.strerror})") from error
            return aside
    raise RecordError(f"{path}: cannot be copied aside")
