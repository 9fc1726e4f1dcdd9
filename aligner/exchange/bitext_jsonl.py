"""JSON lines: the bitext as programs like it, and as `check --bitext` reads it back.

What always holds: one object a line with `id`, `doc`, `en`, `es`; segments of one side are parted by
a newline inside the string.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from aligner.exchange.row import Sheet


def write(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The lines of the file."""
    for sheet in sheets:
        for row in sheet.rows:
            en, es = row.texts
            line: dict[str, object] = {
                "id": f"{sheet.name}#{row.number}",
                "doc": sheet.name,
                "n": row.number,
                "en": en,
                "es": es,
                "score": row.score,
            }
            if row.order:
                line["order"] = row.order
            if row.progress:
                line["state"] = row.progress.value
            if row.remarks:
                line["notes"] = [{"by": each.by, "text": each.text} for each in row.remarks]
            yield json.dumps(line, ensure_ascii=False) + "\n"
