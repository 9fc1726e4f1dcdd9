# ruff: noqa: F811  the fixture `cli` comes from another folder
"""The project's own gate, `make check`: green by its baseline, red by whatever is new."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Run, cli  # noqa: F401  a fixture

ROOT = Path(__file__).parents[1]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A copy of the declaration with its baseline."""
    folder = tmp_path / "texts"
    shutil.copytree(ROOT / "texts", folder, ignore=shutil.ignore_patterns(".aligner", "review"))
    return folder


def gate(cli: Run, texts: Path) -> Answer:
    """What `make check` runs, on `texts`."""
    (line,) = re.findall(
        r"aligner (check texts .*)", (ROOT / "Makefile").read_text(encoding="utf-8")
    )
    return cli(*(word.replace("texts", str(texts), 1) for word in line.split()))


def edit(texts: Path, side: str, old: str, new: str) -> None:
    """Changes one place of one version."""
    path = texts / side / "joint-declaration.md"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_it_is_green_by_its_baseline(cli: Run, texts: Path) -> None:
    answer = gate(cli, texts)
    assert answer.code == 0, answer.out
    assert "expired" not in answer.out


@pytest.mark.parametrize(
    ("side", "old", "new"),
    [
        ("es", "26 objetivos", "28 objetivos"),
        ("es", "8 de octubre de 2021", "9 de octubre de 2021"),
        ("en", "will tolerate no corruption", "will tolerate corruption"),
        ("en", "The two governments will tolerate no corruption.", ""),
    ],
    ids=["number", "date", "negation", "sentence"],
)
def test_a_new_divergence_turns_it_red(
    cli: Run, texts: Path, side: str, old: str, new: str
) -> None:
    edit(texts, side, old, new)
    assert gate(cli, texts).code == 1


def test_a_built_in_divergence_that_is_mended_leaves_the_baseline(cli: Run, texts: Path) -> None:
    edit(texts, "es", "110 acciones", "101 acciones")
    answer = gate(cli, texts)
    assert answer.code == 0
    assert "expired" in answer.out
