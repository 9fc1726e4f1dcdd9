"""A small project on disk, and a way to run a command line as the console script does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from aligner.cli.main import run

EN = """# Joint Statement

The two governments met on 8 October 2021.

They agreed on 26 objectives and 101 actions.

No government shall tolerate corruption.
"""
ES = """# Declaración conjunta

Los dos gobiernos se reunieron el 8 de octubre de 2021.

Acordaron 26 objetivos y 110 acciones.

Ningún gobierno tolerará la corrupción.
"""


@dataclass
class Answer:
    """What a command line came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture
def cli(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line in this process."""
    monkeypatch.setenv("ALIGNER_REVIEWER", "Ana")

    def work(*arguments: str | Path) -> Answer:
        capfdbinary.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Answer(code, out.decode("utf-8"), err.decode("utf-8"))

    return work


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one document with one divergence in its numbers."""
    folder = tmp_path / "project"
    for side, text in (("en", EN), ("es", ES)):
        (folder / side).mkdir(parents=True)
        (folder / side / "statement.md").write_text(text, encoding="utf-8")
    (folder / "aligner.yaml").write_text("schema: 1\n", encoding="utf-8")
    return folder
