"""`aligner find` over a project."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_accents_and_case_do_not_count(cli: Run, project: Path) -> None:
    answer = cli("find", "CORRUPCION", project)
    assert answer.code == 0
    assert "«corrupción»" in answer.out


def test_different_words_on_the_two_sides(cli: Run, project: Path) -> None:
    record = json.loads(
        cli("find", "--en", "objectives", "--es", "acciones", project, "--format", "json").out
    )
    (found,) = record["found"]
    start, end = found["es"]["spans"][0]
    assert found["es"]["text"][start:end] == "acciones"
    assert not json.loads(
        cli("find", "--en", "met", "--es", "acciones", project, "--format", "json").out
    )["found"]


def test_a_phrase_and_a_beginning(cli: Run, project: Path) -> None:
    assert "[2]" in cli("find", '"two governments"', project).out
    assert cli("find", '"governments two"', project).out == ""
    assert "«tolerate»" in cli("find", "tolera*", project).out


def test_kwic_is_the_same_verb(cli: Run, project: Path) -> None:
    assert cli("kwic", "met", project).out == cli("find", "met", project).out


def test_tabs_stay_columns(cli: Run, project: Path) -> None:
    head, *rows = cli("find", "governments", project, "--format", "tsv").out.splitlines()
    assert all(row.count("\t") == head.count("\t") for row in rows)


def test_more_is_promised_only_where_there_is_more(cli: Run, project: Path) -> None:
    hits = len(json.loads(cli("find", "govern*", project, "--format", "json").out)["found"])
    assert hits > 1
    assert "--limit" not in cli("find", "govern*", project, "--limit", str(hits)).err
    assert "--limit" in cli("find", "govern*", project, "--limit", str(hits - 1)).err
