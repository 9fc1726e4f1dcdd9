"""Outcomes on disk: one file for each pair that was judged, found again by what it depends on.

What always holds: a file appears whole or not at all; its name is the digest of the texts and the
rules, so an outcome is never stale and a run that was killed goes on where it was; the same pair
gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from aligner.archive.work import SCHEMA
from aligner.errors import RecordError
from aligner.store.atomic import sweep, unwritable, write_whole


def encoded(outcome: dict[str, Any]) -> bytes:
    """The bytes of an outcome: the same for the same outcome, wherever it was worked out."""
    text = json.dumps(outcome, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"


class Outcomes:
    """The folder of outcomes of one archive."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepare(self) -> None:
        """Makes the folder, private to its owner, and removes what a killed run left beside.
        Raises RecordError where it cannot."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise RecordError(unwritable(self.folder, error)) from error
        mark = self.folder / ".gitignore"
        if not mark.exists():
            write_whole(mark, b"# Derived from the texts; never to be shared.\n*\n")
        sweep(self.folder)

    def path(self, digest: str) -> Path:
        """Where the outcome with that digest lies."""
        return self.folder / f"{digest}.json"

    def known(self) -> frozenset[str]:
        """The digests of all outcomes."""
        return frozenset(path.stem for path in self.folder.glob("*.json"))

    def oldest_first(self) -> list[str]:
        """The digests of all outcomes in the order in which they were written."""
        written = [(path.stat().st_mtime_ns, path.stem) for path in self.folder.glob("*.json")]
        return [digest for _, digest in sorted(written)]

    def read(self, digest: str) -> dict[str, Any] | None:
        """An outcome, or None where there is none or it cannot be read."""
        try:
            record = json.loads(self.path(digest).read_bytes().decode("utf-8", "surrogatepass"))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(record, dict) or record.get("schema") != SCHEMA:
            return None
        return record if record.get("digest") == digest else None

    def write(self, outcome: dict[str, Any]) -> None:
        """Keeps an outcome. Raises RecordError."""
        # Not synced: after a power cut a missing or broken outcome is worked out again.
        write_whole(self.path(outcome["digest"]), encoded(outcome), mode=0o600, sync=False)

    def keep_only(self, digests: Iterable[str]) -> int:
        """Removes outcomes that no pair stands for any more; how many."""
        wanted = set(digests)
        gone = 0
        for path in self.folder.glob("*.json"):
            if path.stem not in wanted:
                path.unlink(missing_ok=True)
                gone += 1
        return gone
