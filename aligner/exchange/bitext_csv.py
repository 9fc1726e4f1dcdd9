"""Comma-separated: the bitext for spreadsheets.

What always holds: no cell can be taken for a formula: one that begins with `=`, `+`, `-`, `@`, a
tab or a carriage return gets a single quote in front, which our reader takes off again. UTF-8
with its mark, because Excel asks for it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from aligner.exchange.row import Sheet

COLUMNS = ("id", "en", "es", "doc", "state", "score", "notes", "order")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'=", "'+", "'-", "'@")


def guarded(cell: str) -> str:
    """`cell` so that no spreadsheet computes it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The lines of the file, each with the CRLF of RFC 4180."""
    yield "\ufeff" + _line(COLUMNS)
    for sheet in sheets:
        for row in sheet.rows:
            en, es = row.texts
            remarks = (f"{each.by}: {each.text}" if each.by else each.text for each in row.remarks)
            notes = "\n".join(remarks)
            state = row.progress.value
            cells = (str(row.number), en, es, sheet.name, state, str(row.score), notes)
            yield _line(guarded(cell) for cell in (*cells, str(row.order or "")))


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
