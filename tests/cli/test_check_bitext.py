"""`aligner check --bitext`: gates of a bitext that is aligned already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def bitext(tmp_path: Path) -> Path:
    """Two units, one with a differing number."""
    path = tmp_path / "units.jsonl"
    units = [
        {"id": "a", "en": "They agreed on 26 objectives.", "es": "Acordaron 62 objetivos."},
        {"id": "b", "en": "The text is short.", "es": "El texto es corto."},
    ]
    path.write_text("".join(json.dumps(unit) + "\n" for unit in units), encoding="utf-8")
    return path


def test_a_major_divergence_makes_the_gate_fall_whatever_is_shown(cli: Run, bitext: Path) -> None:
    assert cli("check", "--bitext", bitext).code == 1
    assert cli("check", "--bitext", bitext, "--min-severity", "critical").code == 1
    assert cli("check", "--bitext", bitext, "--exit-zero").code == 0


def test_gates_of_the_command_line_count(cli: Run, bitext: Path) -> None:
    assert cli("check", "--bitext", bitext, "--max", "divergence.open.major=1").code == 0
    assert cli("check", "--bitext", bitext, "--gate", "draft").code == 0
    answer = cli("check", "--bitext", bitext, "--gate", "draft", "--max", "divergence.open.major=0")
    assert answer.code == 1
    assert "divergence.open.major is 1, wanted <= 0" in answer.err


@pytest.mark.parametrize(
    "options",
    [
        ("--output", "json:x.json"),
        ("--baseline", "x.json"),
        ("--diff-base", "HEAD"),
        ("--fail-under", "coverage.en=1"),
        ("--max", "queries.open=0"),
        ("--format", "sarif"),
    ],
)
def test_what_needs_a_project_is_refused_and_not_passed_over(
    cli: Run, bitext: Path, options: tuple[str, ...]
) -> None:
    answer = cli("check", "--bitext", bitext, *options)
    assert answer.code == 2
    assert not answer.out
