"""The papers hold what was decided and open in Word."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import docx
import pytest

from aligner.errors import GATE_FELL
from aligner.report.papers import amendment_list, bilingual_table, certificate, query_list
from aligner.report.run import CheckRun
from tests.cli.conftest import Run, cli, project  # noqa: F401  fixtures
from tests.report.conftest import make_run


def _cells(content: bytes) -> list[list[str]]:
    (table,) = docx.Document(io.BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_bilingual_table_has_a_row_for_each_bead(run: CheckRun) -> None:
    rows = _cells(bilingual_table.render(run))
    assert rows[0] == ["No.", "English", "Spanish", "Remarks"]
    assert len(rows) == 1 + len(run.reviews[0].bitext.beads)
    assert "a shared note (Ana)" in rows[2][3]


@pytest.mark.parametrize(("language", "said"), [("en", "Should read"), ("es", "Debe decir")])
def test_the_amendment_list_says_what_should_stand(language: str, said: str) -> None:
    rows = _cells(
        amendment_list.render(
            make_run(internal=True), language="es" if language == "es" else "en", internal=True
        )
    )
    assert said in rows[0]
    assert len(rows) == 2


def test_an_empty_list_says_so(run: CheckRun) -> None:
    paper = docx.Document(io.BytesIO(query_list.render(run)))
    assert not paper.tables
    assert paper.paragraphs[-1].text == "None."


def test_cells_of_the_csv_are_no_formulas() -> None:
    content = query_list.render_csv(make_run(internal=True), internal=True).decode("utf-8-sig")
    assert all(
        not cell.startswith(("=", "+", "-", "@"))
        for cell in content.replace("\r\n", ",").split(",")
    )


def test_a_page_does_not_go_to_a_terminal(
    cli: Run,  # noqa: F811
    project: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("aligner.cli.output.to_terminal", lambda: True)
    answer = cli("report", project)
    assert answer.code == 2
    assert "--out report.html" in answer.err
    assert not answer.out


def test_an_empty_cell_of_the_csv_is_empty() -> None:
    content = query_list.render_csv(make_run(internal=True), internal=True).decode("utf-8-sig")
    assert "'" not in {cell for row in csv.reader(io.StringIO(content)) for cell in row}


def test_the_certificate_is_refused_while_anything_is_open(run: CheckRun) -> None:
    assert any("without a verdict" in line for line in certificate.obstacles(run))
    assert any("reviewed" in line for line in certificate.obstacles(run))


def test_the_certificate_names_files_and_digests(run: CheckRun) -> None:
    content = certificate.render(run, {"en/a.md": "1" * 64, "es/a.md": "2" * 64}, language="es")
    tables = docx.Document(io.BytesIO(content)).tables
    assert [cell.text for cell in tables[0].rows[1].cells] == ["en/a.md", "5", "1" * 64]


def test_the_verb_refuses_with_the_reasons(cli: Run, project: object) -> None:  # noqa: F811
    answer = cli("certificate", str(project), "--out", "never.docx")
    assert answer.code == GATE_FELL
    assert "signed" in answer.err
