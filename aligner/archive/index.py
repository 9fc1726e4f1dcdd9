"""The archive index: one SQLite file with a full-text index of every bead in both languages.

What always holds: it holds nothing that the texts do not; it can be thrown away and built again at
any time; a document is replaced as a whole, in one transaction, when its content digest changed.
Accents and case are folded (FTS5, unicode61); the words are stored once, as external content.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import RecordError

SCHEMA = 1

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


class Index:
    """The index in one file. Use it as a context manager."""

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        """Opens the index at `path`, making it where `writable` and absent. Raises RecordError
        where it is absent, damaged, or of another schema."""
        self.path = path
        if not writable and not path.exists():
            raise RecordError(f"{path.name}: no index yet; `aligner index` builds it")
        try:
            self._base = sqlite3.connect(path)
            self._base.execute("PRAGMA foreign_keys = ON")
            if writable:
                self._prepare()
            found = self._base.execute("SELECT schema FROM archive").fetchone()
        except sqlite3.Error as error:
            raise RecordError(f"{path.name}: the index is damaged ({error})") from error
        if found is None or found[0] != SCHEMA:
            self._base.close()
            raise RecordError(f"{path.name}: the index is of another version; build it again")

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
        """Closes the file."""
        self._base.close()

    @property
    def connection(self) -> sqlite3.Connection:
        """The open database, for queries (search.py)."""
        return self._base

    def digests(self) -> dict[str, str]:
        """Name -> digest of every document that is indexed."""
        return dict(self._base.execute("SELECT name, digest FROM document"))

    def counts(self) -> tuple[int, int]:
        """The numbers of documents and of beads."""
        documents = self._base.execute("SELECT count(*) FROM document").fetchone()[0]
        beads = self._base.execute("SELECT count(*) FROM bead").fetchone()[0]
        return documents, beads

    def put(self, document: IndexedDocument, beads: Sequence[IndexedBead]) -> None:
        """Adds `document`, or replaces it as a whole; nothing where its digest is the same. Raises
        RecordError."""
        try:
            with self._base:
                known = self._base.execute(
                    "SELECT id, digest FROM document WHERE name = ?", (document.name,)
                ).fetchone()
                if known is not None:
                    if known[1] == document.digest:
                        return
                    self._drop(known[0])
                self._add(document, beads)
        except sqlite3.Error as error:
            raise RecordError(f"{self.path.name}: cannot write the index ({error})") from error

    def keep_only(self, names: Iterable[str]) -> int:
        """Drops the documents that are not among `names`; how many went."""
        wanted = set(names)
        gone = [
            number
            for number, name in self._base.execute("SELECT id, name FROM document").fetchall()
            if name not in wanted
        ]
        with self._base:
            for number in gone:
                self._drop(number)
        return len(gone)

    def sound(self) -> bool:
        """Whether the file and its full-text index agree; reads all of it."""
        try:
            checked = self._base.execute("PRAGMA quick_check").fetchone()
            with self._base:
                self._base.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        except sqlite3.Error:
            return False
        return bool(checked and checked[0] == "ok")

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


def open_or_rebuild(path: Path) -> tuple[Index, bool]:
    """The index for writing, and whether a damaged or outdated one was thrown away first: it holds
    nothing that cannot be built again."""
    try:
        return Index(path, writable=True), False
    except RecordError:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        return Index(path, writable=True), True
