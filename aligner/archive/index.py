"""The archive index: one SQLite file with a full-text index of every bead in both languages.

What always holds: it holds nothing that the texts do not; it can be thrown away and built again at
any time; a document is replaced as a whole, in one transaction, when its content digest changed.
Accents and case are folded (FTS5, unicode61); the words are stored once, as external content.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aligner.errors import LockedError, RecordError

SCHEMA = 1
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
"""The last: a table that is not there."""

_TABLES = f"""
CREATE TABLE archive (schema INTEGER NOT NULL);
INSERT INTO archive VALUES ({SCHEMA});
CREATE TABLE document (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, date TEXT NOT NULL, region_en TEXT NOT NULL,
    region_es TEXT NOT NULL, en_path TEXT NOT NULL, es_path TEXT NOT NULL, digest TEXT NOT NULL
);
CREATE INDEX document_date ON document (date);
CREATE TABLE bead (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, n INTEGER NOT NULL,
    en TEXT NOT NULL, es TEXT NOT NULL, en_line INTEGER NOT NULL, es_line INTEGER NOT NULL,
    score REAL NOT NULL
);
CREATE INDEX bead_document ON bead (document);
CREATE VIRTUAL TABLE words USING fts5 (
    en, es, content='bead', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);
"""


@dataclass(frozen=True, slots=True)
class IndexedBead:
    """One bead as the index holds it: its number in the document from 0, both texts (segments
    joined by a newline), the first line of each side (0: none) and its score."""

    n: int
    en: str
    es: str
    en_line: int
    es_line: int
    score: float


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """One document pair. `date` is ISO 8601 or empty; `digest` names the content of both texts and
    the method, so that an unchanged pair is left alone."""

    name: str
    date: str
    region_en: str
    region_es: str
    en_path: str
    es_path: str
    digest: str


class DamagedError(RecordError):
    """The index cannot be used as it is; it can be thrown away and built again."""


@contextmanager
def answering(path: Path) -> Iterator[None]:
    """Turns what SQLite raises inside into DamagedError where the file is spoilt, LockedError where
    another process holds it, RecordError for everything else (disk full, no right to read)."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        # The low byte is the kind. Without a code: text that is no UTF-8 any more.
        kind = sqlite3.SQLITE_CORRUPT if code is None else code & 0xFF
        if kind in _BUSY:
            raise LockedError(f"{path}: another process is writing the index") from error
        if kind in _DAMAGED:
            raise DamagedError(
                f"{path}: the index is damaged ({error}); `aligner index DIR --check` builds it again"
            ) from error
        raise RecordError(f"{path}: the index cannot be used ({error})") from error


class Index:
    """The index in one file. Use it as a context manager."""

    def __init__(self, path: Path, *, writable: bool = False, patience: float = 5.0) -> None:
        """Opens the index at `path`, making it where `writable` and absent. Raises DamagedError
        where it is spoilt or of another schema, LockedError where another process writes for longer
        than `patience` seconds, RecordError where it is absent or cannot be used."""
        self.path = path
        self._writable = writable
        if not writable and not path.is_file():
            raise RecordError(f"{path}: no index here; `aligner batch` builds one")
        mode = "rwc" if writable else "ro"
        with answering(path):
            address = f"{path.absolute().as_uri()}?mode={mode}"
            self._base = sqlite3.connect(address, uri=True, timeout=patience)
        try:
            with answering(path):
                self._base.execute("PRAGMA foreign_keys = ON")
                if writable:
                    self._prepare()
                found = self._base.execute("SELECT schema FROM archive").fetchone()
            if found is None or found[0] != SCHEMA:
                raise DamagedError(f"{path}: the index is of another version; build it again")
        except BaseException:
            self._base.close()
            raise

    def _prepare(self) -> None:
        # One writer; a power cut costs the last transaction, and the texts are still there.
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        tables = self._base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not tables:
            self._base.executescript(_TABLES)

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; after writing it is one file again, which can be read from a folder
        where nothing may be written."""
        if self._writable:
            with suppress(sqlite3.Error):  # somebody reads: the next writer does it
                self._base.execute("PRAGMA journal_mode = DELETE")
        self._base.close()

    def ask(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows that answer `query`. Raises DamagedError, LockedError, RecordError."""
        with answering(self.path):
            yield from self._base.execute(query, values)

    def digests(self) -> dict[str, str]:
        """Name -> digest of every document that is indexed."""
        return dict(self.ask("SELECT name, digest FROM document"))

    def counts(self) -> tuple[int, int]:
        """The numbers of documents and of beads."""
        ((documents,),) = self.ask("SELECT count(*) FROM document")
        ((beads,),) = self.ask("SELECT count(*) FROM bead")
        return documents, beads

    def put(self, document: IndexedDocument, beads: Sequence[IndexedBead]) -> None:
        """Adds `document`, or replaces it as a whole; nothing where its digest is the same. Raises
        RecordError."""
        with answering(self.path), self._base:
            known = self._base.execute(
                "SELECT id, digest FROM document WHERE name = ?", (document.name,)
            ).fetchone()
            if known is not None:
                if known[1] == document.digest:
                    return
                self._drop(known[0])
            self._add(document, beads)

    def keep_only(self, names: Iterable[str]) -> int:
        """Drops the documents that are not among `names`; how many went."""
        wanted = set(names)
        gone = [
            number
            for number, name in self.ask("SELECT id, name FROM document")
            if name not in wanted
        ]
        with answering(self.path), self._base:
            for number in gone:
                self._drop(number)
        return len(gone)

    def whole(self) -> bool:
        """Whether the pages of the file hang together; quicker than `sound`, which also compares
        the words with the texts."""
        with suppress(DamagedError):
            return list(self.ask("PRAGMA quick_check(1)")) == [("ok",)]
        return False

    def sound(self) -> bool:
        """Whether the file and its full-text index agree; reads all of it, and needs the index
        open for writing."""
        if not self.whole():
            return False
        with suppress(DamagedError), answering(self.path), self._base:
            self._base.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
            return True
        return False

    def _drop(self, number: int) -> None:
        self._base.execute(
            "INSERT INTO words (words, rowid, en, es) "
            "SELECT 'delete', id, en, es FROM bead WHERE document = ?",
            (number,),
        )
        self._base.execute("DELETE FROM bead WHERE document = ?", (number,))
        self._base.execute("DELETE FROM document WHERE id = ?", (number,))

    def _add(self, document: IndexedDocument, beads: Sequence[IndexedBead]) -> None:
        cursor = self._base.execute(
            "INSERT INTO document (name, date, region_en, region_es, en_path, es_path, digest) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                document.name,
                document.date,
                document.region_en,
                document.region_es,
                document.en_path,
                document.es_path,
                document.digest,
            ),
        )
        number = cursor.lastrowid
        first = self._base.execute("SELECT coalesce(max(id), 0) + 1 FROM bead").fetchone()[0]
        self._base.executemany(
            "INSERT INTO bead (id, document, n, en, es, en_line, es_line, score) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (first + k, number, b.n, b.en, b.es, b.en_line, b.es_line, b.score)
                for k, b in enumerate(beads)
            ],
        )
        self._base.executemany(
            "INSERT INTO words (rowid, en, es) VALUES (?, ?, ?)",
            [(first + k, b.en, b.es) for k, b in enumerate(beads)],
        )


def discard(path: Path) -> None:
    """Removes the index at `path` with what SQLite left beside it. Raises RecordError."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        try:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            raise RecordError(f"{path}: cannot be removed ({error.strerror})") from error


def open_or_rebuild(path: Path, *, patience: float = 5.0) -> tuple[Index, bool]:
    """The index for writing, and whether a damaged or outdated one was thrown away first: it holds
    nothing that cannot be built again. Raises RecordError where it is in use or cannot be written;
    then it is left alone."""
    try:
        index = Index(path, writable=True, patience=patience)
        if index.whole():
            return index, False
        index.close()
    except DamagedError:
        pass
    discard(path)
    return Index(path, writable=True), True
