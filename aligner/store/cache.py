"""What was worked out before, kept under the digest of everything that it depends on.

What always holds: a key names every byte, option, table, term, pin and line of our own code that
could matter, so an entry is right or is never asked for; a damaged entry is a miss; the folder is
private to its owner and may be deleted at any time; verdicts are never in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from aligner import __version__
from aligner.alignment.bead import Bitext, Pin
from aligner.divergence.divergence import Divergence
from aligner.divergence.settings import Settings
from aligner.errors import RecordError
from aligner.glossary.concept import Glossary
from aligner.language.tables import digest_of_tables
from aligner.review.assembly import Aligning, Checking
from aligner.store import cached_forms
from aligner.store.atomic import write_whole
from aligner.store.files import content_of
from aligner.text.document import Document

SCHEMA = 1
MAX_BYTES = 128 * 1024 * 1024
"""How much one project's cache may hold; the entries not used for longest go first."""


class Cache:
    """The cache in `folder` (`<project>/.aligner/cache`). It never raises: what it cannot read or
    write is a miss."""

    def __init__(self, folder: Path, *, most: int = MAX_BYTES) -> None:
        self.folder = folder
        self._most = most
        self._usable: bool | None = None

    def read(self, kind: str, key: str) -> Any:
        """The JSON value kept under `key`, or None."""
        if not self._trusted():
            return None
        path = self._path(kind, key)
        try:
            content = content_of(path)
            checksum, _, payload = content.partition(b"\n")
            if hashlib.sha256(payload).hexdigest().encode("ascii") != checksum:
                return None
            entry = json.loads(payload)
            if entry.get("schema") != SCHEMA or entry.get("key") != key:
                return None
            os.utime(path)
            return entry.get("value")
        except (OSError, ValueError, AttributeError, RecursionError):
            return None

    def write(self, kind: str, key: str, value: object) -> None:
        """Keeps a JSON value under `key`, if the folder can be written."""
        try:
            entry = {"schema": SCHEMA, "key": key, "value": value}
            payload = json.dumps(entry, separators=(",", ":")).encode("ascii")
            if len(payload) > self._most // 2 or not self._prepared():
                return
            checksum = hashlib.sha256(payload).hexdigest().encode("ascii")
            content = checksum + b"\n" + payload
            write_whole(self._path(kind, key), content, mode=0o600, sync=False)
            self._bound()
        except (OSError, RecordError):
            return

    def document(self, key: str) -> Document | None:
        """The parsed document kept under `key` (see reading.py), or None."""
        return cached_forms.document_of(self.read("segments", _key("segments", key)))

    def keep_document(self, key: str, document: Document) -> None:
        """Keeps a parsed document."""
        full = _key("segments", key)
        self.write("segments", full, cached_forms.document_form(document))

    def keeping(
        self,
        texts: str,
        glossary: Glossary,
        settings: Settings,
        memories: Sequence[tuple[str, str]] = (),
    ) -> Keeping:
        """What keeps the alignment and divergences of one document, whose texts have that key."""
        return Keeping(self, texts, repr(glossary), _settings_key(settings), repr(tuple(memories)))

    def clear(self) -> int:
        """Removes every entry; returns how many there were."""
        count = 0
        for entry in self._entries():
            try:
                entry.unlink()
                count += 1
            except OSError:
                continue
        return count

    def size(self) -> int:
        """The bytes that all entries take."""
        return sum(path.stat().st_size for path in self._entries())

    def _entries(self) -> list[Path]:
        if self.folder.is_symlink() or self.folder.parent.is_symlink():
            return []
        return [path for path in self.folder.glob("*.json") if path.is_file()]

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / f"{kind}-{key}.json"

    def _trusted(self) -> bool:
        """Whether the folder is ours alone. One that came with a copied project is not: its
        entries could say anything."""
        if self._usable is None:
            try:
                state = self.folder.lstat()
                self._usable = (
                    stat.S_ISDIR(state.st_mode)
                    and not self.folder.parent.is_symlink()
                    and (os.name == "nt" or _private(state))
                )
            except OSError:
                return False
        return self._usable

    def _prepared(self) -> bool:
        """Whether the folder can be written to; it is made where it is missing."""
        if self.folder.parent.is_symlink() or self.folder.is_symlink():
            return False
        if not self.folder.exists():
            self.folder.mkdir(mode=0o700, parents=True)
            self.folder.chmod(0o700)
            self._usable = None
        elif not self._trusted():
            # Not ours as it stands: empty it and take it over.
            self.clear()
            self.folder.chmod(0o700)
            self._usable = None
        mark = self.folder.parent / ".gitignore"
        if not mark.exists():
            mark.write_bytes(b"# Derived from the texts; never to be shared.\n*\n")
        return self._trusted()

    def _bound(self) -> None:
        entries = [(path.stat(), path) for path in self._entries()]
        total = sum(state.st_size for state, _ in entries)
        for state, path in sorted(entries, key=lambda each: each[0].st_mtime_ns):
            if total <= self._most:
                break
            path.unlink(missing_ok=True)
            total -= state.st_size


def _private(state: os.stat_result) -> bool:
    return state.st_uid == os.getuid() and not stat.S_IMODE(state.st_mode) & 0o077


@dataclass(frozen=True, slots=True)
class Keeping:
    """Wraps the engines for one document so that their results are kept."""

    cache: Cache
    texts: str
    glossary: str
    settings: str
    memories: str

    def alignment_key(self, pins: Sequence[Pin]) -> str:
        """The key of the alignment under `pins`."""
        return _key(
            "alignment",
            self.texts,
            self.glossary,
            self.memories,
            repr(sorted((pin.en, pin.es) for pin in pins)),
        )

    def aligning(self, align: Aligning) -> Aligning:
        """`align`, asked only where no entry answers."""

        def work(en: Document, es: Document, pins: Sequence[Pin]) -> Bitext:
            key = self.alignment_key(pins)
            known = cached_forms.bitext_of(self.cache.read("alignment", key), en, es)
            if known is None:
                known = align(en, es, pins)
                self.cache.write("alignment", key, cached_forms.bitext_form(known))
            return known

        return work

    def checking(self, check: Checking) -> Checking:
        """`check`, asked only where no entry answers. The beads themselves are in the key: they
        are what the checks see."""

        def work(bitext: Bitext) -> Sequence[Divergence]:
            beads = json.dumps(cached_forms.bitext_form(bitext))
            key = _key(
                "divergences", self.texts, self.glossary, self.memories, self.settings, beads
            )
            known = cached_forms.divergences_of(self.cache.read("divergences", key), bitext)
            if known is None:
                known = tuple(check(bitext))
                self.cache.write("divergences", key, cached_forms.divergences_form(known))
            return known

        return work


def _key(*parts: str) -> str:
    """The digest of `parts` and of all that every result depends on."""
    shape = json.dumps(
        [SCHEMA, __version__, code_stamp(), surroundings(), digest_of_tables(), *parts]
    )
    return hashlib.sha256(shape.encode("utf-8")).hexdigest()


def _settings_key(settings: Settings) -> str:
    return json.dumps(
        [
            sorted(
                (name, "off" if each is None else each.word)
                for name, each in settings.severities.items()
            ),
            sorted((name, sorted(options.items())) for name, options in settings.options.items()),
            [repr(each) for each in settings.equivalences],
            settings.authenticity,
            settings.instrument,
            settings.document,
        ]
    )


@cache
def surroundings() -> str:
    """What results may depend on outside our code: Python (its Unicode tables) and the word list
    that terms are looked up in, if it is installed."""
    lemmas = find_spec("simplemma") is not None
    return f"python {sys.version_info[0]}.{sys.version_info[1]} simplemma {lemmas}"


_STAMP: list[str] = []


def code_stamp() -> str:
    """A mark that changes when a file of the engines does: whoever works on the checks must never
    see yesterday's findings. A version number alone would not tell."""
    if not _STAMP:
        state = hashlib.sha256()
        package = Path(__file__).resolve().parent.parent
        for room in ("text", "language", "alignment", "glossary", "divergence"):
            for entry in sorted(os.scandir(package / room), key=lambda each: each.name):
                if entry.name.endswith(".py"):
                    about = entry.stat()
                    mark = f"{room}/{entry.name} {about.st_size} {about.st_mtime_ns}\n"
                    state.update(mark.encode("utf-8"))
        _STAMP.append(state.hexdigest()[:16])
    return _STAMP[0]
