"""A pipe, a device or an endless path in the place of a file is refused at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from aligner.cli.main import run
from aligner.errors import ConfigurationError, InputError, RecordError
from aligner.store.files import DISK, content_of
from aligner.store.journal import Journal
from aligner.store.project import open_pair, open_project

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def _pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to("/dev/zero")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for side, words in (("en", "The Parties agree."), ("es", "Las Partes acuerdan.")):
        (tmp_path / side).mkdir()
        (tmp_path / side / "a.md").write_text(words + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("place", ["review/a.jsonl", "glossary.yaml", "review/glossary.jsonl"])
def test_a_pipe_among_the_records_is_refused(
    project: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _pipe(project / place)
    verb = "doctor" if place.endswith("glossary.jsonl") else "check"
    assert run([verb, str(project)]) == 4
    said = capsys.readouterr()
    assert "a pipe or a device" in said.err + said.out


def test_a_pipe_among_the_texts_is_refused(project: Path) -> None:
    _pipe(project / "es" / "a.md")
    with pytest.raises(InputError, match="a pipe or a device"):
        open_project(project).review("a")


@pytest.mark.parametrize("spoil", [_pipe, _device])
def test_a_pipe_or_device_given_as_a_text_is_refused(
    project: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(project / "b.md")
    with pytest.raises(InputError, match="a pipe or a device"):
        open_pair(project / "b.md", project / "es" / "a.md").review("b")


def test_nothing_is_ever_appended_to_a_device(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    place.symlink_to("/dev/null")
    with pytest.raises(RecordError, match="a pipe or a device"):
        Journal(place).append_lines(b"{}\n")


def test_a_private_entry_that_is_a_pipe_is_a_miss(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "entry")
    with pytest.raises(OSError, match="a pipe or a device"):
        content_of(tmp_path / "entry")
    with pytest.raises(OSError, match="a pipe or a device"):
        DISK.read(tmp_path / "entry")


def test_a_path_that_the_system_does_not_take_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be looked at"):
        open_project(tmp_path / ("a" * 5000))
    with pytest.raises(InputError, match="cannot be read"):
        open_pair(tmp_path / ("a" * 5000 + ".md"), tmp_path / "b.md")


@pytest.mark.parametrize("place", ["aligner.yaml", "texts/aligner.yaml"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "link to nothing"])
def test_a_configuration_that_is_no_file_is_never_passed_over(
    project: Path, place: str, kind: str
) -> None:
    path = project / place
    path.parent.mkdir(exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere.yaml")
    with pytest.raises(ConfigurationError, match="no file, or a link to nothing"):
        open_project(project)


@pytest.mark.parametrize(
    ("place", "code"), [("glossary.yaml", 4), ("review/a.jsonl", 4), ("es/a.md", 3)]
)
def test_a_link_to_nothing_is_not_taken_for_a_file_that_is_not_there(
    project: Path, place: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / place
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("nothing")
    assert run(["check", str(project)]) == code
    assert "a link to nothing" in capsys.readouterr().err
