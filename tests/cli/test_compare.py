"""`aligner compare` in its four ways to name two versions, and its four formats."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run


@pytest.fixture
def versions(project: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The project and a later version in which a paragraph changed in English alone."""
    later = tmp_path / "later"
    shutil.copytree(project, later)
    text = later / "en" / "statement.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("corruption", "any corruption"), encoding="utf-8"
    )
    return project, later


def test_two_projects_tell_the_side(cli: Run, versions: tuple[Path, Path]) -> None:
    answer = cli("compare", *versions)
    assert answer.code == 0
    assert "changed in EN only" in answer.out
    assert "{+any+}" in answer.out


def test_two_files_and_four_files(cli: Run, versions: tuple[Path, Path]) -> None:
    files = [folder / side / "statement.md" for folder in versions for side in ("en", "es")]
    assert "{+any+}" in cli("compare", files[0], files[2]).out
    assert "changed in EN only" in cli("compare", *files).out


def test_a_git_revision_against_now(cli: Run, versions: tuple[Path, Path]) -> None:
    project, later = versions
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@t", "-C", str(project)]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "v3"]):
        subprocess.run([*git, *command], check=True)
    shutil.copy(later / "en" / "statement.md", project / "en" / "statement.md")
    assert "changed in EN only" in cli("compare", project, "--rev", "HEAD").out


def test_json_carries_spans_and_signed_scores(cli: Run, versions: tuple[Path, Path]) -> None:
    record = json.loads(cli("compare", *versions, "--format", "json").out)
    (document,) = record["documents"]
    (change,) = document["changes"]
    ((start, end),) = change["new"]["spans"]
    assert change["new"]["text"][start:end] == "any"
    assert {score["metric"] for score in document["scores"]} == {"TER", "chrF", "BLEU"}
    assert all("version:" in score["signature"] for score in document["scores"])


def test_html_marks_with_ins_and_del(cli: Run, versions: tuple[Path, Path]) -> None:
    page = cli("compare", *versions, "--format", "html", "--lang", "es").out
    assert "<ins>any</ins>" in page
    assert "cambió solo en inglés" in page


def test_the_record_of_changes_opens_in_word(
    cli: Run, versions: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "changes.docx"
    cli("compare", *versions, "--format", "docx", "--out", out)
    (table,) = docx.Document(io.BytesIO(out.read_bytes())).tables
    assert "{+any+}" in table.rows[1].cells[3].text


def test_no_change_is_said(cli: Run, project: Path) -> None:
    assert "no change" in cli("compare", project, project).out


NUMBERED_EN = """# Statement

1. The two governments met in Washington to speak of security.

2. They agreed on a plan against the traffic of weapons.

3. Both will share what they know about missing persons.

4. The next meeting takes place in the City of Mexico.
"""
NUMBERED_ES = """# Declaración

1. Los dos gobiernos se reunieron en Washington para hablar de seguridad.

2. Acordaron un plan contra el tráfico de armas.

3. Ambos compartirán lo que saben sobre las personas desaparecidas.

4. La próxima reunión se celebrará en la Ciudad de México.
"""


def _moved(text: str) -> str:
    """The text whose second paragraph now stands last and took its number there."""
    paragraphs = text.rstrip("\n").split("\n\n")
    order = [paragraphs[n] for n in (0, 1, 3, 4, 2)]
    numbered = [f"{n}.{part.split('.', 1)[1]}" for n, part in enumerate(order[1:], start=1)]
    return "\n\n".join([order[0], *numbered]) + "\n"


def test_a_paragraph_that_was_moved_and_renumbered_is_no_change_of_its_words(
    cli: Run, tmp_path: Path
) -> None:
    for name, change in (("old", str), ("new", _moved)):
        for side, text in (("en", NUMBERED_EN), ("es", NUMBERED_ES)):
            folder = tmp_path / name / side
            folder.mkdir(parents=True)
            (folder / "statement.md").write_text(change(text), encoding="utf-8")
        (tmp_path / name / "aligner.yaml").write_text("schema: 1\n", encoding="utf-8")
    record = json.loads(cli("compare", tmp_path / "old", tmp_path / "new", "--format", "json").out)
    (document,) = record["documents"]
    kinds = {change["kind"] for change in document["changes"]}
    assert kinds <= {"moved", "renumbered", "moved and renumbered"}, kinds
    shown = cli("compare", tmp_path / "old", tmp_path / "new").out
    assert "moved" in shown
    assert "renumbered" in shown
    assert "{+" not in shown
    assert "{-" not in shown
