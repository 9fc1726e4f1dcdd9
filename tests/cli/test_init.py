"""`aligner init`: a project to begin with, the sample, a bitext from elsewhere, git."""

from __future__ import annotations

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
    assert "1-1" in cli("align", tmp_path / "back").out


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
