"""Tab-separated: the bitext for the shell and for spreadsheets.

What always holds: one line a bead with six columns named in the first line; a tab or line break
inside a text is a blank, so several segments of one side run together. CSV keeps them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.exchange.row import Sheet

COLUMNS = ("id", "en", "es", "doc", "state", "order")


def write(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The lines of the file."""
    yield "\t".join(COLUMNS) + "\n"
    for sheet in sheets:
        for row in sheet.rows:
            en, es = row.texts
            order = str(row.order or "")
            cells = (str(row.number), en, es, sheet.name, row.progress.value, order)
            yield "\t".join(" ".join(cell.split()) for cell in cells) + "\n"
