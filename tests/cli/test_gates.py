"""Each gate: held on a text that deserves it, and red once something happens that it is there for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from aligner.review.session import Session
from aligner.store.project import open_project
from aligner.store.records import DocumentRecords
from tests.cli.conftest import Run

EN = """# Joint Statement

The two governments met on 8 October 2021.

They agreed on 26 objectives against human trafficking.
"""
ES = """# Declaración conjunta

Los dos gobiernos se reunieron el 8 de octubre de 2021.

Acordaron 26 objetivos contra la trata de personas.
"""
GLOSSARY = """schema: 1
concepts:
  human-trafficking:
    en:
      - text: human trafficking
        status: preferred
    es:
      - text: trata de personas
        status: preferred
      - text: tráfico de personas
        status: forbidden
"""


def session(project: Path, by: str) -> Session:
    """A person at work on the document."""
    opened = open_project(project)
    return Session(opened.review("a"), DocumentRecords(opened, "a"), by=by, role="reviser")


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A project in which everything is accepted by one person and signed by another."""
    for side, text in (("en", EN), ("es", ES)):
        (tmp_path / side).mkdir()
        (tmp_path / side / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "aligner.yaml").write_text("schema: 1\ngates: signature\n", encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    session(tmp_path, "Ana").accept([0, 1, 2])
    session(tmp_path, "Luis").sign_off([0, 1, 2])
    return tmp_path


def _edit(side: str, old: str, new: str) -> Callable[[Path], None]:
    def work(project: Path) -> None:
        for path in (project / side / "a.md", project / "glossary.yaml"):
            text = path.read_text(encoding="utf-8")
            if old in text and (side != "glossary") == (path.suffix == ".md"):
                path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return work


def _glossary(project: Path) -> None:
    text = GLOSSARY.replace(
        "tráfico de personas\n        status: forbidden",
        "comercio de personas\n        status: preferred",
    )
    (project / "glossary.yaml").write_text(text, encoding="utf-8")


def _critical(project: Path) -> None:
    (project / "aligner.yaml").write_text(
        "schema: 1\ngates: signature\nchecks:\n  number: critical\n", encoding="utf-8"
    )
    _edit("es", "26", "62")(project)


def _conflict(project: Path) -> None:
    one, other = session(project, "Ana"), session(project, "Luis")
    one.accept([1], reason="right")
    other.needs_work([1], reason="wrong")


CASES: dict[str, Callable[[Path], None]] = {
    "coverage.en": _edit("en", "They agreed", "Nobody else was ever there.\n\nThey agreed"),
    "coverage.es": _edit("es", "Acordaron", "Hubo además una cena muy larga.\n\nAcordaron"),
    "review.conflicts": _conflict,
    "glossary.conflicts": _glossary,
    "divergence.open.critical": _critical,
    "divergence.open.major": _edit("es", "26", "62"),
    "glossary.forbidden": _edit("es", "trata", "tráfico"),
    "reviewed": _edit("en", "met on", "came together solemnly in the old palace of the capital on"),
    "signed": lambda project: session(project, "Ana").needs_work([0]) and None,
    "stale": _edit("en", "They agreed", "They have agreed"),
    "brackets.open": _edit("en", "26 objectives", "[26 objectives]"),
    "queries.open": lambda project: session(project, "Ana").query([1], "Which date?") and None,
}


def fallen(cli: Run, project: Path) -> tuple[int, set[str]]:
    """The exit code, and the gates that fell."""
    answer = cli("check", project, "--format", "json")
    gates = json.loads(answer.out)["gates"]
    return answer.code, {gate["metric"] for gate in gates if not gate["held"]}


def test_a_text_that_was_accepted_and_signed_passes_every_gate(cli: Run, signed: Path) -> None:
    assert fallen(cli, signed) == (0, set())


@pytest.mark.parametrize("gate", CASES)
def test_the_gate_turns_red(cli: Run, signed: Path, gate: str) -> None:
    CASES[gate](signed)
    code, gates = fallen(cli, signed)
    assert code == 1
    assert gate in gates


def test_every_gate_of_the_strictest_profile_has_its_case() -> None:
    from aligner.review.gates import PROFILES

    assert set(CASES) == {gate.metric for gate in PROFILES["signature"]}


def test_the_certificate_is_given_when_nothing_is_open_and_refused_after_a_change(
    cli: Run, signed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "certificate.docx"
    assert cli("certificate", signed, "--out", out).code == 0
    assert out.read_bytes().startswith(b"PK")
    _edit("en", "They agreed", "They have agreed")(signed)
    answer = cli("certificate", signed, "--out", tmp_path / "never.docx")
    assert answer.code == 1
    assert "stale" in answer.err
    assert not (tmp_path / "never.docx").exists()
