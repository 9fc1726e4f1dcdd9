"""What is internal stays at home: a secret in a note, query, rationale, verdict and wording appears
in no export meant for others."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from aligner.exchange.bitext import FORMATS, export_bitext
from aligner.glossary.concept import Glossary
from aligner.report import check_json, github, gitlab, junit, markdown, sarif, text
from aligner.report.page import page
from aligner.report.papers import amendment_list, bilingual_table, query_list
from aligner.report.run import CheckRun
from tests.report.conftest import SECRET, make_run

TEXTS: dict[str, Callable[[CheckRun], str]] = {
    "text": text.render,
    "json": check_json.render,
    "jsonl": check_json.render_lines,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "markdown": markdown.render,
}
PAPERS: dict[str, Callable[..., bytes]] = {
    "table": bilingual_table.render,
    "amendments": amendment_list.render,
    "queries": query_list.render,
}


def _unzipped(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("name", TEXTS)
def test_no_secret_in_a_report(run: CheckRun, name: str) -> None:
    assert SECRET not in TEXTS[name](run)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_secret_in_the_page(run: CheckRun, terms: Glossary, language: str) -> None:
    shown = page.render(run, terms, language="es" if language == "es" else "en")
    assert SECRET not in shown
    assert "the term of the law" in shown


@pytest.mark.parametrize("name", PAPERS)
def test_no_secret_in_a_paper_unless_asked_for_and_then_it_says_so(
    run: CheckRun, name: str
) -> None:
    assert SECRET not in _unzipped(PAPERS[name](run))
    internal = _unzipped(PAPERS[name](make_run(internal=True), internal=True))
    assert SECRET in internal
    assert "INTERNAL" in internal


def test_no_secret_in_the_query_list_as_csv(run: CheckRun) -> None:
    assert SECRET.encode() not in query_list.render_csv(run)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_no_secret_in_an_exported_bitext(run: CheckRun, form: str) -> None:
    assert SECRET.encode() not in export_bitext(run.reviews[0], form)


def test_the_page_with_internal_notes_says_so(terms: Glossary) -> None:
    shown = page.render(make_run(internal=True), terms, internal=True)
    assert SECRET in shown
    assert "INTERNAL" in shown
