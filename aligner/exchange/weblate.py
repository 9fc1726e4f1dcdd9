"""Weblate's CSV for glossaries: source, target, context and the flags of a term.

What always holds: one row a pair of terms; a Spanish term that must not be used carries the flag
`forbidden`, as Weblate calls it, and our own status beside it, so that deprecated comes back as
deprecated. No cell can be taken for a formula. Nothing that the columns cannot hold is dropped
unnamed.
"""

from __future__ import annotations

import csv
import io
import re

from aligner.exchange.cells import guarded, unguarded
from aligner.exchange.glossary_csv import plain_text
from aligner.exchange.terms import (
    Exported,
    Gathering,
    Parsed,
    Progress,
    encoded,
    losses_in,
    outgoing,
    paired,
)
from aligner.glossary.concept import Concept, Glossary, Status, Term

COLUMNS = (
    "context",
    "source",
    "target",
    "flags",
    "translator_comments",
    "developer_comments",
)
_STATUS = re.compile(r"(source|target)-status:(\w+)")
_WRONG = (Status.FORBIDDEN, Status.DEPRECATED, Status.SUPERSEDED)


def export_weblate(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """CSV as Weblate reads it. The context is the concept's id, the comments the term's note and the
    concept's definition."""
    going, kept = outgoing(glossary, include_internal=include_internal)
    losses = [*kept, *losses_in(going, ("definition", "term note"))]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for concept in going.concepts:
        if any(term.note for term in concept.en) and concept.es:
            losses.append(f"{concept.id}: notes on English terms were left out")
        for en, es in paired(concept):
            if en is None:
                losses.append(f"{concept.id} has no English term, which Weblate needs: left out")
                break
            writer.writerow([guarded(cell) for cell in _row(concept, en, es)])
    return encoded(out.getvalue(), losses), tuple(losses)


def _row(concept: Concept, en: Term, es: Term | None) -> tuple[str, ...]:
    flags = []
    if es is not None and es.status in _WRONG:
        flags.append("forbidden")
    for name, term in (("source", en), ("target", es)):
        if term is not None and term.status is not Status.PREFERRED:
            flags.append(f"{name}-status:{term.status.value}")
    spanish = es.text if es is not None else ""
    said = es.note if es is not None else en.note
    return concept.id, en.text, spanish, ", ".join(flags), said, concept.definition


def read_weblate(
    content: bytes, *, name: str = "Weblate CSV", progress: Progress | None = None
) -> Parsed:
    """The glossary in Weblate's CSV, ours or Weblate's own; columns that a glossary has no place for
    are named."""
    gathering = Gathering()
    text = plain_text(content, name)
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    total = text.count("\n") + 1
    by_source: dict[str, str] = {}
    try:
        given = rows.fieldnames or []
        if "source" not in given or "target" not in given:
            gathering.problem(1, "the header names no source and target")
            return gathering.result()
        for column in given:
            if column not in COLUMNS and column not in ("location", "id", "fuzzy"):
                gathering.notice(f"the column {column} is not read")
        before = 1
        for row in rows:
            line, before = before + 1, rows.line_num
            if None in row or None in row.values():
                gathering.problem(line, f"not as many cells as the header's {len(given)}")
                continue
            _take({key: unguarded(cell) for key, cell in row.items()}, line, gathering, by_source)
            if progress is not None and rows.line_num % 1000 == 0:
                progress(rows.line_num, total)
    except csv.Error as error:
        gathering.problem(rows.line_num, f"cannot be read as a table ({error})")
    if progress is not None:
        progress(total, total)
    return gathering.result()


def _take(
    cells: dict[str, str], line: int, gathering: Gathering, by_source: dict[str, str]
) -> None:
    source, target = cells["source"], cells["target"]
    if not source.strip():
        gathering.problem(line, "the source is empty")
        return
    flags = [flag.strip() for flag in cells.get("flags", "").split(",") if flag.strip()]
    statuses = {"source": "preferred", "target": "preferred"}
    if "forbidden" in flags:
        statuses["target"] = "forbidden"
    for flag in flags:
        ours = _STATUS.fullmatch(flag)
        if ours:
            statuses[ours[1]] = ours[2]
        elif flag not in ("forbidden", "terminology"):
            gathering.notice(f"the flag {flag} is not read")
    context = cells.get("context", "") or by_source.get(source, "")
    concept_id = gathering.id_for(context) if context else gathering.fresh_id(source)
    by_source.setdefault(source, concept_id)
    record = gathering.records.setdefault(concept_id, {"en": [], "es": []})
    gathering.lines.setdefault(concept_id, line)
    if cells.get("developer_comments"):
        record["definition"] = cells["developer_comments"]
    note = cells.get("translator_comments", "")
    for side, text, status, said in (
        ("en", source, statuses["source"], "" if target.strip() else note),
        ("es", target, statuses["target"], note),
    ):
        terms = record[side]
        assert isinstance(terms, list)
        if text.strip() and not any(term["text"] == text for term in terms):
            terms.append({"text": text, "status": status, "note": said})
