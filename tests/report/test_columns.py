"""The columns of a finding are those of its words in the file, or none."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aligner.report import sarif
from aligner.report.columns import Columns, Region
from aligner.report.run import CheckRun
from tests.report.conftest import EN, ES


@pytest.fixture
def filed(run: CheckRun, tmp_path: Path) -> CheckRun:
    """The run, with its texts as files."""
    for name, text in (("en/a.md", EN), ("es/a.md", ES)):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return replace(run, root=tmp_path)


def regions(run: CheckRun, check: str) -> tuple[dict[str, Any], dict[str, Any]]:
    (only,) = json.loads(sarif.render(run))["runs"]
    found = next(each for each in only["results"] if each["ruleId"] == check)
    english, spanish = (
        found[key][0]["physicalLocation"]["region"] for key in ("locations", "relatedLocations")
    )
    return english, spanish


def test_columns_count_code_points_from_one_and_end_behind_the_words(filed: CheckRun) -> None:
    english, spanish = regions(filed, "number")
    line = EN.split("\n")[english["startLine"] - 1]
    assert line[english["startColumn"] - 1 : english["endColumn"] - 1] == "101"
    line = ES.split("\n")[spanish["startLine"] - 1]
    assert line[spanish["startColumn"] - 1 : spanish["endColumn"] - 1] == "110"


def test_a_file_that_is_gone_or_says_it_otherwise_has_lines_alone(
    filed: CheckRun, tmp_path: Path
) -> None:
    before = regions(filed, "number")[0]["startLine"]
    text = tmp_path / "en" / "a.md"
    text.write_text(EN.replace("101 actions", "101 and 101 actions"), encoding="utf-8")
    assert regions(filed, "number")[0] == {"startLine": before}
    text.unlink()
    assert regions(filed, "number")[0] == {"startLine": before}
    assert "startColumn" not in regions(replace(filed, root=None), "number")[1]


def test_words_that_go_over_a_line_end_on_the_next(filed: CheckRun, tmp_path: Path) -> None:
    text = tmp_path / "es" / "a.md"
    text.write_text(ES.replace("tráfico de personas", "tráfico\n  de personas"), encoding="utf-8")
    review = filed.reviews[0]
    document = review.bitext.es
    segments = tuple(
        replace(each, last_line=each.last_line + ("tráfico" in each.text))
        for each in document.segments
    )
    moved = replace(document, segments=segments)
    columns = Columns(tmp_path, {document.path: moved})
    side = next(each.es for each in filed.entries if "tráfico de personas" in each.es.quotes)
    found = columns.region(side)
    first = text.read_text("utf-8").split("\n")[side.line - 1]
    assert found == Region(
        side.line, first.index("tráfico") + 1, side.line + 1, len("  de personas") + 1
    )
