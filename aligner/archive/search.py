"""Queries to the archive index: every bead where words occur, different words on the two sides.

What always holds: what a person types is data: words and phrases are quoted before they reach the
index, so that no operator of its query language can be injected; accents and case do not count.
"""

from __future__ import annotations

from dataclasses import dataclass

from aligner.archive.index import Index
from aligner.errors import UsageError
from aligner.language.query import parse


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `either` must occur on at least one side, `en` and `es` on their own
    side. Words are joined by *and*; "quoted words" are a phrase; a word ending in `*` is a prefix.
    `document` is a part of the name; `since` and `until` are dates or years, inclusive; `region`
    is the beginning of a language tag (`es-MX`)."""

    either: str = ""
    en: str = ""
    es: str = ""
    document: str = ""
    since: str = ""
    until: str = ""
    region: str = ""
    limit: int = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """One bead that answers a query."""

    document: str
    date: str
    n: int
    en: str
    es: str
    en_path: str
    es_path: str
    en_line: int
    es_line: int
    score: float


def expression(query: Query) -> str:
    """The query in the index's own language. Raises UsageError where nothing is looked for."""
    parts = []
    for columns, text in (("{en es}", query.either), ("en", query.en), ("es", query.es)):
        words = _quoted(text)
        if words:
            if columns == "{en es}":
                # All words on one side: a word here and a word there would be no occurrence.
                parts.append(f"((en : ({words})) OR (es : ({words})))")
            else:
                parts.append(f"({columns} : ({words}))")
    if not parts:
        raise UsageError("nothing to look for: give at least one word")
    return " AND ".join(parts)


def _quoted(text: str) -> str:
    return " AND ".join(
        f'"{" ".join(part.words)}"{"*" if part.prefix else ""}' for part in parse(text)
    )


def search(index: Index, query: Query) -> list[Hit]:
    """The beads that answer `query`, at most `query.limit` of them (the first that were indexed),
    oldest document first. Raises UsageError for an empty query, DamagedError."""
    conditions = ["words MATCH ?"]
    values: list[object] = [expression(query)]
    if query.document:
        conditions.append("instr(document.name, ?) > 0")
        values.append(query.document)
    if query.since:
        conditions.append("document.date >= ?")
        values.append(query.since)
    if query.until:
        # A year or month alone includes all of it: any date that begins with it sorts below this.
        conditions.append("document.date <= ? || '\uffff' AND document.date <> ''")
        values.append(query.until)
    if query.region:
        begins = "lower(substr({}, 1, length(?))) = lower(?)"
        columns = ("document.region_en", "document.region_es")
        conditions.append(f"({' OR '.join(map(begins.format, columns))})")
        values += [query.region] * 4
    sql = (
        "SELECT document.name, document.date, bead.n, bead.en, bead.es, document.en_path, "
        "document.es_path, bead.en_line, bead.es_line, bead.score FROM words "
        "JOIN bead ON bead.id = words.rowid JOIN document ON document.id = bead.document "
        f"WHERE {' AND '.join(conditions)} ORDER BY words.rowid LIMIT ?"
    )
    found = [Hit(*row) for row in index.ask(sql, (*values, query.limit))]
    return sorted(found, key=lambda hit: (hit.date, hit.document, hit.n))
