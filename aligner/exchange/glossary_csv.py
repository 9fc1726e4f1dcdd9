"""The glossary as CSV or TSV: for spreadsheets, and for whoever has only a list of pairs.

What always holds: every field of every term stands in some cell, and no cell can be taken for a
formula. A row holds an English and a Spanish term of one concept side by side; what belongs to the
concept stands in its first row. The term columns are called `source` and `target` because other
tools ask for those names: English is no more the source than Spanish. Read are also `en`/`es`, a
file of two or three columns without a header, and the semicolons of a Spanish spreadsheet.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence

from aligner.errors import InputError
from aligner.exchange.cells import guarded, joined, split, unguarded
from aligner.exchange.terms import Exported, Gathering, Parsed, Progress, encoded, outgoing
from aligner.glossary.concept import Concept, Glossary
from aligner.glossary.record import concept_record, nearest
from aligner.language.folding import fold
from aligner.text.decoding import decode
from aligner.text.limits import MAX_PART, check_file_size

_CONCEPT = ("kind", "domain", "scope", "authority", "definition", "concept_note")
_JSON = ("sources", "decisions")
_TERM = ("status", "part_of_speech", "gender", "number", "region", "forms", "exceptions", "note")
_LISTS = ("forms", "exceptions")
_SIDES = {"en": "source", "es": "target"}
COLUMNS = (
    "id",
    "source",
    "target",
    *(f"{column}_{field}" for column in _SIDES.values() for field in _TERM),
    *_CONCEPT,
    *_JSON,
)
_OTHER_NAMES = {
    "en": "source",
    "english": "source",
    "inglés": "source",
    "es": "target",
    "spanish": "target",
    "español": "target",
    "status": "target_status",
    "note": "target_note",
    "notes": "target_note",
    "comment": "target_note",
    "concept": "id",
}
_FORBIDDEN = "forbidden"


def export_csv(
    glossary: Glossary, *, include_internal: bool = False, delimiter: str = ","
) -> Exported:
    """CSV with every field, UTF-8 with its mark, because spreadsheets ask for it."""
    going, kept = outgoing(glossary, include_internal=include_internal)
    losses = list(kept)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for concept in going.concepts:
        for row in _rows(concept):
            writer.writerow([guarded(row.get(column, "")) for column in COLUMNS])
    return b"\xef\xbb\xbf" + encoded(out.getvalue(), losses), tuple(losses)


def export_tsv(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """The same, parted by tabs."""
    return export_csv(glossary, include_internal=include_internal, delimiter="\t")


def _rows(concept: Concept) -> Iterator[dict[str, str]]:
    record = concept_record(concept)
    english, spanish = record.pop("en", []), record.pop("es", [])
    assert isinstance(english, list)
    assert isinstance(spanish, list)
    first = {"id": concept.id}
    for key, value in record.items():
        if key in _JSON:
            first[key] = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        else:
            first["concept_note" if key == "note" else key] = str(value)
    for n in range(max(len(english), len(spanish), 1)):
        row = first if n == 0 else {"id": concept.id}
        for column, terms in (("source", english), ("target", spanish)):
            if n < len(terms):
                row[column] = terms[n]["text"]
                for field in _TERM:
                    value = terms[n].get(field, "")
                    row[f"{column}_{field}"] = joined(value) if field in _LISTS else value
        yield row


def read_csv(
    content: bytes,
    *,
    name: str = "CSV",
    progress: Progress | None = None,
    delimiter: str = "",
    encoding: str | None = None,
) -> Parsed:
    """The glossary in CSV or TSV; the delimiter is found in the first line unless given. Raises
    InputError where the bytes are no text; what is wrong in a row is a problem of the result."""
    text = plain_text(content, name, encoding)
    gathering = Gathering()
    total = text.count("\n") + 1
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text), strict=True
    )
    by_english: dict[str, str] = {}
    columns: list[str] | None = None
    before = 0
    try:
        for row in rows:
            line, before = before + 1, rows.line_num
            if not any(cell.strip() for cell in row):
                continue
            if columns is None:
                columns, is_header = _columns(row, gathering)
                if is_header:
                    continue
            if len(row) != len(columns):
                gathering.problem(line, f"{len(row)} cells, but {len(columns)} columns")
                continue
            cells = {
                column: unguarded(cell) for column, cell in zip(columns, row, strict=False) if cell
            }
            _take(cells, line, gathering, by_english)
            if progress is not None and rows.line_num % 1000 == 0:
                progress(rows.line_num, total)
    except csv.Error as error:
        gathering.problem(rows.line_num, f"cannot be read as a table ({error})")
    if columns is None:
        gathering.problem(0, "the file holds no row")
    if progress is not None:
        progress(total, total)
    return gathering.result()


def read_tsv(content: bytes, *, name: str = "TSV", progress: Progress | None = None) -> Parsed:
    """The glossary in TSV."""
    return read_csv(content, name=name, progress=progress, delimiter="\t")


def plain_text(content: bytes, name: str, encoding: str | None = None) -> str:
    """The text of a file with its line ends as they are: they may stand inside a cell. Raises
    InputError as the reader of texts does, LimitError for a file that is too large."""
    check_file_size(len(content), name=name, limit=MAX_PART)
    if encoding is None:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return decode(content, name=name)
        if "\x00" in text:
            raise InputError(f"{name}: a NUL byte at {content.index(0)}: this is no text")
        return text
    return decode(content, name=name, encoding=encoding)


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max("\t;,", key=lambda sign: (first.count(sign), sign == ","))


def _columns(row: Sequence[str], gathering: Gathering) -> tuple[list[str], bool]:
    """The column names, and whether `row` is the header that gave them."""
    names = [fold(cell).replace(" ", "_") for cell in row]
    known = [_OTHER_NAMES.get(name, name) for name in (cell.strip().lower() for cell in row)]
    if "source" not in known and "target" not in known:
        if len(row) in (2, 3):
            return ["source", "target", "target_note"][: len(row)], False
        gathering.problem(1, "the header names neither source nor target (nor en, es)")
    for given, column in zip(names, known, strict=True):
        if column and column not in COLUMNS and column != _FORBIDDEN:
            gathering.problem(1, f"unknown column {given!r}{nearest(column, COLUMNS)}")
    return known, True


def _take(
    cells: Mapping[str, str], line: int, gathering: Gathering, by_english: dict[str, str]
) -> None:
    if not any(cells.get(column, "").strip() for column in (*_SIDES.values(), "id")):
        gathering.problem(line, "neither an English nor a Spanish term")
        return
    concept_id = cells.get("id", "")
    if concept_id:
        concept_id = gathering.id_for(concept_id)
    else:
        english = fold(cells.get("source", ""))
        # Rows without an id that say what status they give belong to the concept of their term.
        concept_id = by_english.get(english, "") if english and "target_status" in cells else ""
        if not concept_id:
            concept_id = gathering.fresh_id(cells.get("source") or cells.get("target", ""))
        if english:
            by_english.setdefault(english, concept_id)
    record = gathering.records.setdefault(concept_id, {"en": [], "es": []})
    gathering.lines.setdefault(concept_id, line)
    _concept_cells(cells, record, line, gathering)
    for side, column in _SIDES.items():
        if not cells.get(column, "").strip():
            if any(f"{column}_{field}" in cells for field in _TERM if field != "status"):
                gathering.problem(line, f"{column} is empty, but its other cells are not")
            continue
        term: dict[str, object] = {"text": cells[column]}
        for field in _TERM:
            value = cells.get(f"{column}_{field}", "")
            if value:
                term[field] = split(value) if field in _LISTS else value
        _add(record, side, term)
    for form in split(cells.get(_FORBIDDEN, "").replace(";", "|")):
        if form.strip():
            _add(record, "es", {"text": form.strip(), "status": "forbidden"})


def _add(record: dict[str, object], side: str, term: dict[str, object]) -> None:
    terms = record[side]
    assert isinstance(terms, list)
    if term not in terms:
        terms.append(term)


def _concept_cells(
    cells: Mapping[str, str], record: dict[str, object], line: int, gathering: Gathering
) -> None:
    for column in (*_CONCEPT, *_JSON):
        if column not in cells:
            continue
        value: object = cells[column]
        if column in _JSON:
            try:
                value = json.loads(cells[column])
            except ValueError:
                gathering.problem(line, f"{column} is not the JSON that this column holds")
                continue
        key = "note" if column == "concept_note" else column
        if key in record and record[key] != value:
            gathering.problem(line, f"{column} is not what an earlier row of this concept says")
        record[key] = value
