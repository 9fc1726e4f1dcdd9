"""What is shipped for pipelines: the composite action and the pre-commit hooks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from aligner.cli.main import VERBS

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="a script of bash")


@pytest.fixture
def script() -> str:
    """The step of the action that checks."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (check,) = [step for step in action["runs"]["steps"] if step.get("name") == "Check"]
    text: str = check["run"]
    return text


def _run(script: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    tools = folder / "tools"
    tools.mkdir()
    for name, words in (
        ("aligner", f'exec "{sys.executable}" -m aligner "$@"'),
        ("python", f'exec "{sys.executable}" "$@"'),
    ):
        (tools / name).write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    given = {"GATE": "", "ARGUMENTS": "", **inputs}
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [shutil.which("bash") or "bash", "--noprofile", "-eo", "pipefail", "-c", script],
        env={
            **os.environ,
            **given,
            "PATH": path,
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        },
        capture_output=True,
        text=True,
        check=False,
    )


@posix
def test_the_action_annotates_sums_up_and_hands_on_the_exit_code(
    script: str, project: Path, tmp_path: Path
) -> None:
    done = _run(script, tmp_path, PROJECT=str(project))
    assert done.returncode == 1
    assert "::error file=en/statement.md,line=5" in done.stdout
    assert "a gate fell" in (tmp_path / "summary.md").read_text(encoding="utf-8")


@posix
def test_arguments_of_the_action_are_read_and_not_run(
    script: str, project: Path, tmp_path: Path
) -> None:
    sarif = tmp_path / "two words.sarif"
    planted = tmp_path / "planted"
    arguments = f"--max 'divergence.open.major=5' --output 'sarif:{sarif}'"
    done = _run(script, tmp_path, PROJECT=str(project), GATE="concordance", ARGUMENTS=arguments)
    assert done.returncode == 0, done.stderr
    assert sarif.exists()
    shutil.rmtree(tmp_path / "tools")
    done = _run(script, tmp_path, PROJECT=str(project), ARGUMENTS=f"$(touch {planted}) *")
    assert done.returncode == 2
    assert not planted.exists()


def test_every_hook_names_a_verb_that_there_is() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        program, verb, *_ = hook["entry"].split()
        assert program == "aligner"
        assert verb in VERBS


def test_the_lint_hook_takes_several_files(project: Path) -> None:
    (project / "glossary.yaml").write_text("schema: 1\nconcepts: {}\n", encoding="utf-8")
    files = [str(project / "es" / "statement.md")] * 2
    done = subprocess.run(
        [sys.executable, "-m", "aligner", "glossary", "lint", "--lang", "es", *files],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
