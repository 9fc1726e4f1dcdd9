"""Who else is here: it informs, and the dead are not here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aligner.store.presence import Presence, presence, windows
from aligner.store.project import open_pair, open_project

OTHER = """
import sys, time
from pathlib import Path
from aligner.store.presence import Presence
Presence(Path(sys.argv[1]), sys.argv[2], "Ben").announce()
print("here", flush=True)
time.sleep(60)
"""


def other(folder: Path, document: str) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(folder), document], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"here"
    return process


def test_a_second_window_on_a_document_is_seen_until_it_dies(tmp_path: Path) -> None:
    folder = tmp_path / ".aligner" / "presence"
    with Presence(folder, "d", "Ana") as mine:
        assert mine.others() == ()
        process = other(folder, "d")
        try:
            (seen,) = mine.others()
            assert (seen.reviewer, seen.process, seen.here) == ("Ben", process.pid, True)
            assert Presence(folder, "another document", "Ana").others() == ()
        finally:
            process.kill()
            process.wait()
        assert mine.others() == ()
    assert list(folder.iterdir()) == []


def test_one_on_another_host_counts_until_it_is_a_day_old(tmp_path: Path) -> None:
    mine = Presence(tmp_path, "d", "Ana")
    mine.announce()
    (own,) = tmp_path.iterdir()
    far = tmp_path / own.name.replace(f".{os.getpid()}.", ".77.")
    shape = {"host": "far-away", "process": 77, "reviewer": "Ben", "since": "2026-01-01T00:00:00Z"}
    far.write_text(json.dumps(shape))
    assert [present.host for present in mine.others()] == ["far-away"]
    old = time.time() - 2 * 24 * 3600
    os.utime(far, (old, old))
    assert mine.others() == ()
    assert not far.exists()


def test_a_number_that_another_process_got_since_is_not_presence(tmp_path: Path) -> None:
    mine = Presence(tmp_path, "d", "Ana")
    mine.announce()
    (own,) = tmp_path.iterdir()
    shape = json.loads(own.read_text())
    if not shape["start"]:
        return  # this system does not tell when a process began
    shape["start"] = "1"
    own.write_text(json.dumps(shape))
    assert list(windows(tmp_path)) == []


def test_a_file_that_is_no_presence_is_taken_away_and_rights_are_not_needed(
    tmp_path: Path,
) -> None:
    (tmp_path / "x.json").write_text("[")
    assert list(windows(tmp_path)) == []
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("")
    unseen = Presence(tmp_path / "file" / "presence", "d", "Ana")
    unseen.announce()
    assert unseen.others() == ()
    unseen.leave()


def test_beside_two_files_of_somebodys_nothing_appears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    en, es = tmp_path / "t" / "en.txt", tmp_path / "t" / "es.txt"
    en.parent.mkdir()
    en.write_text("One.")
    es.write_text("Uno.")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    with presence(open_pair(en, es), "en", "Ana"):
        assert sorted(path.name for path in en.parent.iterdir()) == ["en.txt", "es.txt"]


def test_the_presence_of_a_project_lies_in_its_private_folder(tmp_path: Path) -> None:
    for side in ("en", "es"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "a.txt").write_text("One.")
    with presence(open_project(tmp_path), "a", "Ana"):
        assert len(list((tmp_path / ".aligner" / "presence").iterdir())) == 1
        assert (tmp_path / ".aligner" / ".gitignore").read_text().endswith("*\n")
