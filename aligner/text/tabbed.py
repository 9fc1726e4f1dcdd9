"""Tables as bilingual sources: tab-separated and comma-separated.

What always holds: a first line that names its columns (`en`, `es`, and `id`, `doc`, `note` if there)
decides; a tab-separated file without one holds `en es`, `id en es` or `id en es doc`. Other columns
are ignored. Quotation marks quote between commas; between tabs they are plain signs, unless every
cell with a comma or a quote is quoted, as spreadsheets do it.
"""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from aligner.errors import InputError
from aligner.text.hygiene import visible
from aligner.text.lines import MAX_LINE, lines
from aligner.text.tmx import place_in, side_of
from aligner.text.unit import Unit

_UNNAMED = {2: ("en", "es"), 3: ("id", "en", "es"), 4: ("id", "en", "es", "doc")}
_COLUMNS = {
    "id": "id",
    "no.": "id",
    "key": "id",
    "doc": "doc",
    "document": "doc",
    "file": "doc",
    "note": "note",
    "notes": "note",
    "remarks": "note",
    "order": "order",
}
_LOOKED_AT = 200
# A quote that keeps a spreadsheet from computing, and what it stands before.
_GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r")


def tab_units(stream: BinaryIO, *, name: str, encoding: str | None = None) -> Iterator[Unit]:
    """The rows of a tab-separated file. Raises InputError with the line where it has too few
    columns or too many to know what they are."""
    numbered = lines(stream, name=name, encoding=encoding)
    rows = ((number, line.split("\t")) for number, line in numbered if line.strip())
    # A spreadsheet quotes each cell that holds a comma or a quote; nobody else does.
    first = list(itertools.islice(rows, _LOOKED_AT))
    every: Iterable[tuple[int, list[str]]] = itertools.chain(first, rows)
    if _quoted_by_spreadsheet(cell for _, cells in first for cell in cells):
        every = ((number, [_unquoted(cell) for cell in cells]) for number, cells in every)
    yield from _units(every, name, unguard=False)


def _quoted_by_spreadsheet(cells: Iterable[str]) -> bool:
    """Whether quotes stand around all cells that need them and around no other, or around all."""
    needed = needless = bare = 0
    for cell in filter(None, cells):
        wrapped = _unquoted(cell) != cell
        if wrapped:
            inside = cell[1:-1]
            needed += "," in inside or '"' in inside
            needless += "," not in inside and '"' not in inside
        elif "," in cell or '"' in cell:
            return False
        else:
            bare += 1
    return needed > 0 and not (needless and bare)


def _unquoted(cell: str) -> str:
    """`cell` without the quotes that a spreadsheet put around it; as it is where it put none."""
    inner = cell[1:-1]
    wrapped = len(cell) > 1 and cell[0] == cell[-1] == '"'
    if not wrapped or '"' in inner.replace('""', ""):
        return cell
    return inner.replace('""', '"')


def comma_units(stream: BinaryIO, *, name: str, encoding: str | None = None) -> Iterator[Unit]:
    """The rows of a comma-separated file with a line that names the columns; quoted cells may
    hold line breaks. Semicolons separate where the first line has no comma."""
    yield from _units(_comma_rows(stream, name, encoding), name, unguard=True)


def _comma_rows(
    stream: BinaryIO, name: str, encoding: str | None
) -> Iterator[tuple[int, list[str]]]:
    numbered = lines(stream, name=name, encoding=encoding)
    first = next(numbered, None)
    if first is None:
        return
    delimiter = ";" if ";" in first[1] and "," not in first[1] else ","
    texts = (f"{text}\n" for _, text in _before(first, numbered))
    csv.field_size_limit(MAX_LINE)
    reader = csv.reader(texts, delimiter=delimiter, strict=True)
    start = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield start, row
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"{visible(name)}, line {reader.line_num}: {error}") from None


def _before(first: tuple[int, str], rest: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    yield first
    yield from rest


def _units(rows: Iterable[tuple[int, list[str]]], name: str, *, unguard: bool) -> Iterator[Unit]:
    columns: tuple[str, ...] | None = None
    count = 0
    for number, cells in rows:
        if columns is None:
            named = tuple(_column(cell) for cell in cells)
            if "en" in named and "es" in named:
                columns = named
                continue
            if unguard:
                raise InputError(
                    f"{visible(name)}: the first line must name the columns, among them en and es"
                )
            columns = _UNNAMED.get(len(cells))
            if columns is None:
                raise InputError(
                    f"{visible(name)}, line {number}: {len(cells)} columns without names; give a"
                    " first line that names them: id, en, es, doc"
                )
        count += 1
        if len(cells) < max(columns.index("en"), columns.index("es")) + 1:
            raise InputError(
                f"{visible(name)}, line {number}: {len(cells)} columns where"
                f" {', '.join(filter(None, columns))} were expected"
            )
        values = [_unguarded(cell) for cell in cells] if unguard else cells
        # Of two columns with one name the first counts.
        row = dict(
            zip(reversed(columns[: len(values)]), reversed(values[: len(columns)]), strict=True)
        )
        note = row.get("note", "").strip()
        yield Unit(
            row.get("id", "").strip() or str(count),
            row["en"].strip(),
            row["es"].strip(),
            row.get("doc", "").strip(),
            number,
            (note,) if note else (),
            order=place_in(row.get("order", "").strip()),
        )


def _column(cell: str) -> str:
    word = cell.strip().strip('"').lower()
    return _COLUMNS.get(word) or side_of(word) or ""


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith(_GUARDED) else cell
