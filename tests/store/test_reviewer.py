"""Who is at work."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from aligner.errors import UsageError
from aligner.store.reviewer import checked, remember, remembered, reviewer


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment without git's own configuration."""
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return {"XDG_CONFIG_HOME": str(tmp_path), "APPDATA": str(tmp_path)}


def git_name(home: dict[str, str], name: str) -> None:
    (Path(home["APPDATA"]) / "gitconfig").write_text(f"[user]\n\tname = {name}\n")


def test_the_option_goes_before_the_environment_git_and_what_was_answered_once(
    home: dict[str, str], tmp_path: Path
) -> None:
    assert reviewer(folder=tmp_path, environment=home) == ""
    remember("Rita Remembered", home)
    assert reviewer(folder=tmp_path, environment=home) == "Rita Remembered"
    git_name(home, "Gil Git")
    assert reviewer(folder=tmp_path, environment=home) == "Gil Git"
    with_variable = {**home, "ALIGNER_REVIEWER": "Eva Environment"}
    assert reviewer(folder=tmp_path, environment=with_variable) == "Eva Environment"
    assert reviewer("Ana  Option", folder=tmp_path, environment=with_variable) == "Ana Option"


def test_an_address_is_never_taken_from_git_but_may_be_typed(
    home: dict[str, str], tmp_path: Path
) -> None:
    git_name(home, "ana@example.org")
    assert reviewer(folder=tmp_path, environment=home) == ""
    assert reviewer("ana@example.org", environment=home) == "ana@example.org"


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[31m", "a\u202eb", "x" * 201])
def test_a_name_that_no_list_could_show_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        checked(name)


def test_what_is_remembered_is_private_and_rubbish_there_is_nothing(
    home: dict[str, str],
) -> None:
    remember("Ana", home)
    path = Path(home["XDG_CONFIG_HOME"]) / "aligner" / "reviewer"
    if path.exists():  # elsewhere on macOS
        assert path.stat().st_mode & 0o077 == 0
        path.write_bytes(b"\xff")
        assert remembered(home) == ""


def test_without_git_the_name_is_asked_for(
    home: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_git(*_: object, **__: object) -> object:
        raise FileNotFoundError("git")

    monkeypatch.setattr(subprocess, "run", no_git)
    assert reviewer(folder=tmp_path, environment=home) == ""
