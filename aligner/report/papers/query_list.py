"""The list of queries, as a Word file and as CSV."""

from __future__ import annotations

import csv
import io

from aligner.report.papers.sheet import Sheet
from aligner.report.papers.words import CATALOGUES, Language
from aligner.report.run import CheckRun


def _rows(run: CheckRun, language: Language, internal: bool) -> list[tuple[str, ...]]:
    words = CATALOGUES[language]
    rows: list[tuple[str, ...]] = []
    for review in run.reviews:
        for number, state in enumerate(review.beads):
            for query in state.queries:
                if not (internal or query.shared):
                    continue
                options = "; ".join(f"EN: {en} / ES: {es}" for en, es in query.options)
                answers = "\n".join(
                    f"{answer.text} ({answer.by})"
                    for answer in query.answers
                    if internal or answer.shared
                )
                rows.append(
                    (
                        query.number,
                        f"{review.document} [{number + 1}]",
                        query.addressee,
                        query.question,
                        options,
                        query.due,
                        answers,
                        words["open" if query.open else "answered"],
                    )
                )
    return rows


def _head(language: Language) -> tuple[str, ...]:
    words = CATALOGUES[language]
    names = ("number", "place", "addressee", "query", "options", "due", "answer", "status")
    return tuple(words[name] for name in names)


def render(run: CheckRun, *, language: Language = "en", internal: bool = False) -> bytes:
    """The list as a Word file. Queries that are not shared are left out, unless `internal`."""
    words = CATALOGUES[language]
    sheet = Sheet(f"{run.project}: {words['queries_title']}", language=language, landscape=True)
    if internal:
        sheet.stamp(words["internal"])
    rows = _rows(run, language, internal)
    if rows:
        sheet.table(_head(language), rows, shares=(2, 4, 4, 9, 6, 3, 7, 4))
    else:
        sheet.line(words["none"])
    return sheet.content()


def render_csv(run: CheckRun, *, language: Language = "en", internal: bool = False) -> bytes:
    """The list as CSV: UTF-8 with a byte-order mark, as spreadsheets want it; a cell that a
    spreadsheet would take for a formula gets an apostrophe in front."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(_head(language))
    for row in _rows(run, language, internal):
        writer.writerow(
            [f"'{cell}" if cell.startswith(tuple("=+-@\t\r")) else cell for cell in row]
        )
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8", "replace")
