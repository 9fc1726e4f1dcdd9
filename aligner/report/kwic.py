"""Occurrences of words with their surroundings on both sides, as text, JSON or tab-separated.

What always holds: the side that was searched shows the words in their line; the other side shows
the whole paragraph, shortened to the width.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.report.places import at
from aligner.text.hygiene import visible


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One bead that answers a query. Spans are code points of `en` and `es`."""

    document: str
    bead: int
    en: str
    es: str
    en_spans: tuple[tuple[int, int], ...]
    es_spans: tuple[tuple[int, int], ...]
    en_path: str
    es_path: str
    en_line: int
    es_line: int
    date: str = ""


def render(found: Sequence[Occurrence], *, width: int = 80, colour: bool = False) -> str:
    """For people: three lines an occurrence."""
    lines = []
    for each in found:
        date = f" {each.date}" if each.date else ""
        lines.append(
            visible(
                f"{each.document}{date} [{each.bead + 1}] "
                f"{at(each.en_path, each.en_line)} | {at(each.es_path, each.es_line)}"
            )
        )
        for label, text, spans in (("EN", each.en, each.en_spans), ("ES", each.es, each.es_spans)):
            lines.append(f"  {label} {_window(text, spans, max(width, 40) - 6, colour)}")
    return "".join(line + "\n" for line in lines)


def _window(text: str, spans: Sequence[tuple[int, int]], room: int, colour: bool) -> str:
    """A line of `text` around its first span, the spans in «» or in colour."""
    if not text:
        return "(nothing on this side)"
    centre = (spans[0][0] + spans[0][1]) // 2 if spans else 0
    start = max(0, min(centre - room // 2, len(text) - room))
    end = min(len(text), start + room)
    opening, closing = ("\x1b[1m", "\x1b[0m") if colour else ("«", "»")
    out, at = [], start
    for a, b in spans:
        if a < at or b > end:
            continue
        out += [_flat(text[at:a]), opening, _flat(text[a:b]), closing]
        at = b
    out.append(_flat(text[at:end]))
    return ("…" if start else "") + "".join(out) + ("…" if end < len(text) else "")


def _flat(text: str) -> str:
    return visible(text.replace("\n", " ").replace("\t", " "))


def render_json(found: Sequence[Occurrence]) -> str:
    """A JSON list."""
    records = [
        {
            "document": each.document,
            "date": each.date or None,
            "bead": each.bead,
            "en": {
                "path": each.en_path,
                "line": each.en_line,
                "text": each.en,
                "spans": [list(span) for span in each.en_spans],
            },
            "es": {
                "path": each.es_path,
                "line": each.es_line,
                "text": each.es,
                "spans": [list(span) for span in each.es_spans],
            },
        }
        for each in found
    ]
    return json.dumps({"schema": 1, "found": records}, ensure_ascii=False, indent=1) + "\n"


def render_tsv(found: Sequence[Occurrence]) -> str:
    """A line an occurrence: document, date, block, both places, both texts."""
    rows = ["document\tdate\tblock\ten_place\tes_place\tenglish\tspanish"]
    rows += [
        "\t".join(
            _flat(cell)
            for cell in (
                each.document,
                each.date,
                str(each.bead + 1),
                at(each.en_path, each.en_line),
                at(each.es_path, each.es_line),
                each.en,
                each.es,
            )
        )
        for each in found
    ]
    return "\n".join(rows) + "\n"
