"""Spanish papers speak Spanish: names of checks, metrics and roles, and figures."""

from __future__ import annotations

import io
import json
import re
from importlib import resources

import docx
import pytest
from lxml import html

from aligner.divergence.registry import NAMES
from aligner.report.naming import CHECKS, METRICS, ROLES, figure_in
from aligner.report.page import page
from aligner.report.papers import certificate
from aligner.report.run import CheckRun
from aligner.review import metrics
from aligner.review.event import Role
from tests.report.conftest import glossary


def test_every_check_metric_and_role_has_the_name_that_the_screen_gives_it() -> None:
    shown = json.loads((resources.files("aligner.tui") / "catalogue" / "es.json").read_bytes())
    for prefix, names in (("check", CHECKS), ("metric", METRICS), ("role", ROLES)):
        said = {
            key.partition(".")[2].replace("-", " " if prefix == "role" else "-"): text
            for key, text in shown.items()
            if key.startswith(f"{prefix}.")
        }
        assert names == said
    assert set(NAMES) == CHECKS.keys()
    assert set(metrics.METRICS) <= METRICS.keys()
    assert {role.value for role in Role} == ROLES.keys()


@pytest.mark.parametrize(
    ("printed", "spanish"),
    [
        ("98 % (45/46 segments, 98 % of words)", "98 % (45/46 segmentos, 98 % de las palabras)"),
        ("94 % (75/79)", "94 % (75/79)"),
        ("n/a", "no aplica"),
        ("3", "3"),
    ],
)
def test_figures_are_said_in_spanish(printed: str, spanish: str) -> None:
    assert figure_in(printed, "es") == spanish
    assert figure_in(printed, "en") == printed


def test_the_certificate_in_spanish_has_no_english_but_that_of_the_texts(run: CheckRun) -> None:
    digests = {"en/a.md": "1" * 64, "es/a.md": "2" * 64}
    paper = docx.Document(io.BytesIO(certificate.render(run, digests, language="es")))
    tables = ["\n".join(cell.text for row in t.rows for cell in row.cells) for t in paper.tables]
    assert "Inglés cubierto" in tables[1]
    assert "de las palabras" in tables[1]
    assert not re.search(r"coverage|segments|words|signed|reviewed", tables[1])
    people = tables[-1]
    assert not re.search("reviser|translator", people)
    assert "revisor/a" in people or "traductor/a" in people


def test_the_page_in_spanish_names_checks_and_metrics_in_spanish(run: CheckRun) -> None:
    tree = html.fromstring(page.render(run, glossary(), language="es"))
    tables = "\n".join(each.text_content() for each in tree.iter("table"))
    assert "Inglés cubierto" in tables
    assert not re.search(r"coverage\.|divergence\.open|segments| words|n/a", tables)
    named = [each.text for each in tree.xpath("//ul[@class='findings']//code")]
    assert named
    assert not {name for name in named if name in NAMES and CHECKS[name] != name}
