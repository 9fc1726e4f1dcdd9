"""`aligner init`: a project to begin with, the sample, a bitext from elsewhere, git."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_new_project_has_what_check_needs_and_nothing_is_overwritten(
    cli: Run, tmp_path: Path
) -> None:
    assert cli("init", tmp_path / "p").code == 0
    (tmp_path / "p" / "aligner.yaml").write_text("schema: 1\n", encoding="utf-8")
    answer = cli("init", tmp_path / "p")
    assert (tmp_path / "p" / "aligner.yaml").read_text(encoding="utf-8") == "schema: 1\n"
    assert "nothing was changed" in answer.err


def test_the_sample_is_a_project_that_passes_its_own_gates(cli: Run, tmp_path: Path) -> None:
    cli("init", "--sample", tmp_path / "s")
    assert not (tmp_path / "s" / "review").exists()
    assert not (tmp_path / "s" / ".aligner").exists()
    assert cli("coverage", tmp_path / "s", "--format", "total").out == "98\n"


@pytest.mark.parametrize("form", ["tmx", "xliff1.2", "xliff2.1", "tsv", "csv", "jsonl", "po"])
def test_an_exported_bitext_comes_back_as_a_project(
    cli: Run, project: Path, tmp_path: Path, form: str
) -> None:
    suffix = form.split("1.")[0].split("2.")[0].replace("xliff", "xlf")
    file = tmp_path / f"statement.{suffix}"
    assert cli("export", project, "--format", form, "--out", file).code == 0
    assert cli("init", tmp_path / "back", "--from", file).code == 0
    texts = [
        json.loads(cli("find", '"two governments"', where, "--format", "json").out)["found"][0][
            "en"
        ]["text"]
        for where in (project, tmp_path / "back")
    ]
    assert texts[0] == texts[1]
    assert beads(cli, tmp_path / "back") == beads(cli, project)


def beads(cli: Run, where: Path) -> list[tuple[list[int], list[int]]]:
    """The pairs of the one document at `where`."""
    (document,) = json.loads(cli("align", where, "--format", "json").out)["documents"]
    return [(bead["en"], bead["es"]) for bead in document["beads"]]


def test_pairs_that_no_aligner_would_make_are_kept_and_can_be_undone(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        {"id": 1, "en": "The Parties met in Lima.", "es": "El plazo vence en marzo.", "doc": "d"},
        {
            "id": 2,
            "en": "The deadline ends in March.",
            "es": "Las Partes se reunieron.",
            "doc": "d",
        },
        {"id": 3, "en": "One more thing.", "es": "", "doc": "d"},
    ]
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    monkeypatch.setenv("ALIGNER_REVIEWER", "Ana")
    assert cli("init", tmp_path / "p", "--from", file).code == 0
    assert beads(cli, tmp_path / "p") == [([0], [0]), ([1], [1]), ([2], [])]
    journal = tmp_path / "p" / "review" / "d.jsonl"
    kinds = [json.loads(line)["kind"] for line in journal.read_text("utf-8").splitlines()]
    assert kinds == ["snapshot", "pin"]
    # Once more, with the texts there: nobody's decisions are added to.
    before = journal.read_bytes()
    assert cli("init", tmp_path / "p", "--from", file).code == 0
    assert journal.read_bytes() == before
    monkeypatch.setattr("sys.stdin", io.StringIO("undo\nq\n"))
    assert cli("review", tmp_path / "p", "--plain").code == 0
    assert '"undoes"' in journal.read_text("utf-8")


def test_git_learns_attributes_and_the_merge_driver(cli: Run, tmp_path: Path) -> None:
    assert cli("init", tmp_path, "--git").code == 2
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert cli("init", tmp_path, "--git").code == 0
    attributes = (tmp_path / ".gitattributes").read_text(encoding="utf-8")
    assert "review/**/*.jsonl text eol=lf merge=union" in attributes
    driver = subprocess.run(
        ["git", "-C", str(tmp_path), "config", "merge.aligner-glossary.driver"],
        capture_output=True,
        text=True,
    ).stdout
    assert driver.startswith("aligner glossary merge %O %A %B")
    before = attributes
    cli("init", tmp_path, "--git")
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8") == before


def test_a_project_that_cannot_be_opened_gets_the_texts_without_their_pairs(
    cli: Run, tmp_path: Path
) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(json.dumps({"id": 1, "en": "One.", "es": "Uno.", "doc": "d"}), "utf-8")
    (tmp_path / "p" / "en").mkdir(parents=True)
    (tmp_path / "p" / "en" / "alone.txt").write_text("Alone.", encoding="utf-8")
    answer = cli("init", tmp_path / "p", "--from", file)
    assert answer.code == 0
    assert "pairs not kept" in answer.err
    assert "alone" in answer.err
    assert (tmp_path / "p" / "es" / "d.md").exists()
