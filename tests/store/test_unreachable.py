"""Folders that may not be entered, and a folder that is gone, are told in one line."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.cli.main import run
from aligner.errors import ConfigurationError
from aligner.store.discovery import find_project
from aligner.store.inside import inside

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")

NOBODY = 65534


@pytest.fixture
def project() -> Iterator[Path]:
    # Not below the folder of pytest, which no other user may enter.
    root = Path(tempfile.mkdtemp())
    for side, words in (("en", "The Parties agree."), ("es", "Las Partes acuerdan.")):
        (root / side).mkdir()
        (root / side / "a.md").write_text(words + "\n", encoding="utf-8")
    (root / "review").mkdir()
    (root / "review" / "a.jsonl").write_bytes(b"")
    root.chmod(0o755)
    # Root may enter every folder; so the tests are somebody else meanwhile.
    as_root = os.geteuid() == 0
    try:
        yield root
    finally:
        if as_root:
            os.seteuid(0)
        for folder in (root, root / "review"):
            folder.chmod(0o755)
        shutil.rmtree(root)


def _unprivileged(project: Path) -> None:
    # All that a run loads is loaded first: somebody else may not be allowed to read Python either.
    assert run(["check", str(project)]) == 0
    if os.geteuid() == 0:
        os.seteuid(NOBODY)


def _as_owner(folder: Path, mode: int) -> None:
    """Gives `folder` the rights `mode`, whoever the tests are meanwhile."""
    meanwhile = os.geteuid()
    if os.getuid() == 0:
        os.seteuid(0)
    folder.chmod(mode)
    os.seteuid(meanwhile)


def test_a_project_that_may_not_be_entered(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _unprivileged(project)
    _as_owner(project, 0)
    assert run(["check", str(project)]) == 2
    assert "cannot be looked at" in capsys.readouterr().err


def test_journals_that_may_not_be_reached_are_no_loop_of_links(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _unprivileged(project)
    _as_owner(project / "review", 0)
    assert run(["check", str(project)]) == 4
    assert "review/a.jsonl: cannot be read" in capsys.readouterr().err


def test_a_name_that_is_too_long_is_no_loop_of_links(project: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be looked at"):
        inside(project, "a" * 5000)
    (project / "loop").symlink_to("loop")
    with pytest.raises(ConfigurationError, match="a loop of symbolic links"):
        inside(project, "loop")


def test_a_current_folder_that_is_gone(project: Path) -> None:
    before = Path.cwd()
    gone = project / "gone"
    gone.mkdir()
    os.chdir(gone)
    try:
        gone.rmdir()
        with pytest.raises(ConfigurationError):
            find_project(Path())
    finally:
        os.chdir(before)


def test_shared_decisions_that_may_not_be_reached(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = project.parent / f"{project.name}-terms"
    shared.mkdir()
    try:
        (shared / "glossary.yaml").write_text("schema: 1\nconcepts: {}\n", encoding="utf-8")
        (project / "aligner.yaml").write_text(
            f"schema: 1\nextends: ../{shared.name}\n", encoding="utf-8"
        )
        _unprivileged(project)
        _as_owner(shared, 0)
        assert run(["check", str(project)]) == 2
        assert "cannot be looked at" in capsys.readouterr().err
    finally:
        _as_owner(shared, 0o755)
        if os.getuid() == 0:
            os.seteuid(0)
        shutil.rmtree(shared)
