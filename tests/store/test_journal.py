"""The journal on disk: what is confirmed is there, what is torn is set aside."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from aligner.errors import LockedError, RecordError
from aligner.review.codec import line_of
from aligner.review.event import Event
from aligner.store import journal as journals
from aligner.store.journal import Flaw, Journal, parse
from tests.store.faults import FaultyDisk, SlowDisk


def event(name: str, **more: object) -> Event:
    return Event(name, "2026-01-01T00:00:00Z", "Ana", "", "note", value={"text": name, **more})


def ids(journal: Journal) -> list[str]:
    return [each.id for each in journal.read().events]


def test_what_is_appended_is_read_back_in_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "sub" / "d.jsonl")
    assert journal.read().events == ()
    journal.append(event("a"))
    journal.append_all([event("b"), event("c")])
    assert ids(journal) == ["a", "b", "c"]
    assert journal.path.read_bytes().count(b"\n") == 3


def test_crlf_blank_lines_a_byte_order_mark_and_doubled_lines_cost_nothing() -> None:
    lines = line_of(event("a")) + b"\n" + line_of(event("b")) + line_of(event("a"))
    reading = parse(b"\xef\xbb\xbf" + lines.replace(b"\n", b"\r\n"))
    assert [each.id for each in reading.events] == ["a", "b"]
    assert reading.troubles == ()
    assert reading.doubled == 1


def test_a_torn_tail_is_reported_and_set_aside_by_the_next_append(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    torn = line_of(event("b"))[:-20]
    path.write_bytes(line_of(event("a")) + torn)
    journal = Journal(path)
    assert ids(journal) == ["a"]
    assert [trouble.flaw for trouble in journal.read().troubles] == [Flaw.TORN]
    journal.append(event("c"))
    assert ids(journal) == ["a", "c"]
    assert journal.read().troubles == ()
    assert (tmp_path / "d.torn").read_bytes() == torn + b"\n"


def test_a_whole_event_that_lacks_only_its_newline_stays(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(line_of(event("a"))[:-1])
    journal = Journal(path)
    journal.append(event("b"))
    assert ids(journal) == ["a", "b"]
    assert not journal.torn.exists()


@pytest.mark.parametrize(
    ("line", "flaw", "words"),
    [
        (b"hello\n", Flaw.FOREIGN, "line 2: no event of a journal: not a JSON object"),
        (b'{"a": 1}\n', Flaw.FOREIGN, "line 2: no event of a journal"),
        (b"<<<<<<< HEAD\n", Flaw.CONFLICT, "line 2: a conflict mark of git"),
        (b'{"v": 2, "id": "x", "kind": "k"}\n', Flaw.NEWER, "line 2: written by a newer version"),
        (line_of(event("a", more=1)), Flaw.CORRUPT, "line 2: the id a stands in line 1 with other"),
        (b"\xff\xfe\n", Flaw.FOREIGN, "not UTF-8 (byte 0)"),
    ],
)
def test_a_grave_flaw_is_one_clear_error_with_its_line(
    tmp_path: Path, line: bytes, flaw: Flaw, words: str
) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(line_of(event("a")) + line + line_of(event("z")))
    journal = Journal(path, name="review/d.jsonl")
    with pytest.raises(RecordError) as caught:
        journal.read()
    assert words in str(caught.value)
    assert str(caught.value).startswith("review/d.jsonl, line 2")
    assert caught.value.exit_code == 4
    reading = journal.read(strict=False)
    assert [trouble.flaw for trouble in reading.troubles] == [flaw]
    assert [each.id for each in reading.events] == ["a", "z"]


CODES = [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("method", ["open_append", "write", "sync", "make_folder"])
@pytest.mark.parametrize("taken", [0, 17])
def test_a_failing_disk_is_a_clear_error_and_leaves_the_journal_as_it_was(
    tmp_path: Path, code: int, method: str, taken: int
) -> None:
    path = tmp_path / "d.jsonl"
    Journal(path).append(event("a"))
    before = path.read_bytes()
    failing = Journal(path, disk=FaultyDisk(method, code, taken=taken))
    with pytest.raises(RecordError) as caught:
        failing.append(event("b"))
    assert "nothing that was saved is lost" in str(caught.value)
    assert path.read_bytes() == before
    failing.append(event("c"))  # the disk has room again
    assert ids(failing) == ["a", "c"]


def test_even_where_a_half_line_cannot_be_cut_off_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    Journal(path).append(event("a"))

    class Broken(FaultyDisk):
        def truncate(self, descriptor: int, size: int) -> None:
            raise OSError(errno.EIO, "no")

    with pytest.raises(RecordError):
        Journal(path, disk=Broken("write", taken=25)).append(event("b"))
    journal = Journal(path)
    assert ids(journal) == ["a"]
    journal.append(event("c"))
    assert ids(journal) == ["a", "c"]
    assert journal.torn.exists()


def test_several_events_are_kept_together_or_not_at_all(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "d.jsonl", disk=FaultyDisk("sync", errno.ENOSPC))
    with pytest.raises(RecordError, match="full"):
        journal.append_all([event("a"), event("b")])
    assert ids(journal) == []


def test_a_disk_that_takes_a_few_bytes_at_a_time_still_gets_whole_lines(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "d.jsonl", disk=SlowDisk())
    journal.append(event("a"))
    journal.append(event("b"))
    assert ids(journal) == ["a", "b"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_rights_is_a_clear_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(RecordError, match="not saved"):
            Journal(tmp_path / "d.jsonl").append(event("a"))
    finally:
        tmp_path.chmod(0o700)


HOLDER = """
import sys
from pathlib import Path
from aligner.store.journal import Journal
with Journal(Path(sys.argv[1])).held():
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(path: Path) -> subprocess.Popen[bytes]:
    """Another process that holds the lock until its stdin is closed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"held"
    return process


class Clock:
    """A clock that goes on only while somebody waits, and does something each time."""

    def __init__(self, waited: Callable[[], object] = lambda: None) -> None:
        self.now = 0.0
        self._waited = waited

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self._waited()


def test_a_lock_that_is_held_too_long_is_an_error_and_that_of_a_dead_process_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "d.jsonl"
    clock = Clock()
    monkeypatch.setattr(journals, "time", clock)
    other = holder(path)
    try:
        with pytest.raises(LockedError, match="another program"):
            Journal(path, patience=0.3).append(event("a"))
        assert 0.3 <= clock.now < 0.4
        assert LockedError("").exit_code == 4
    finally:
        other.kill()
        other.wait()
    Journal(path, patience=0).append(event("a"))
    assert ids(Journal(path)) == ["a"]


def test_a_lock_that_is_held_briefly_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "d.jsonl"
    other = holder(path)
    # It lets go at the first wait: reading to the end of stdin is the last thing that it does.
    clock = Clock(waited=other.communicate)
    monkeypatch.setattr(journals, "time", clock)
    Journal(path).append(event("b"))
    assert 0 < clock.now < 0.1
    assert ids(Journal(path)) == ["b"]


def test_a_journal_that_was_replaced_while_waiting_gets_the_event(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    path = tmp_path / "d.jsonl"
    Journal(path).append(event("a"))
    waiting = threading.Thread(target=lambda: Journal(path, patience=120).append(event("b")))
    waits = threading.Event()

    def waited(seconds: float) -> None:
        waits.set()
        time.sleep(seconds)

    seen = SimpleNamespace(monotonic=time.monotonic, sleep=waited)
    monkeypatch.setattr(journals, "time", seen)
    with Journal(path).held():
        waiting.start()
        assert waits.wait(120)
        beside = tmp_path / "new"
        beside.write_bytes(path.read_bytes() + line_of(event("merged")))
        beside.replace(path)
    waiting.join()
    assert ids(Journal(path)) == ["a", "merged", "b"]
