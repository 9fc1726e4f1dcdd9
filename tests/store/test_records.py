"""What a session writes through."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.errors import RecordError
from aligner.review.session import Session
from aligner.store.journal import Journal
from aligner.store.project import open_project
from aligner.store.records import DocumentRecords
from tests.review.examples import EN, ES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for side, paragraphs in (("en", EN), ("es", ES)):
        (tmp_path / side).mkdir()
        (tmp_path / side / "d.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    return tmp_path


def opened(root: Path, by: str) -> tuple[Session, DocumentRecords]:
    project = open_project(root)
    records = DocumentRecords(project, "d")
    return Session(project.review("d"), records, by=by), records


def test_a_second_window_follows_what_the_first_one_writes(root: Path) -> None:
    ana, _ = opened(root, "Ana")
    ben, records = opened(root, "Ben")
    assert records.news() is not None  # the first look
    assert records.news() is None
    ana.accept([0])
    news = records.news()
    assert news is not None
    ben.reload(news.events)
    assert ben.review.beads[0].by == "Ana"
    assert records.news() is None
    ben.needs_work([0])
    assert ben.review.conflicts == ()


def test_what_was_written_here_is_not_read_again_and_what_came_between_is(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, records = opened(root, "Ana")
    ben, _ = opened(root, "Ben")
    records.news()
    with monkeypatch.context() as patched:
        patched.setattr(Journal, "read", lambda *_: pytest.fail("the journal was read again"))
        ana.accept([0])
        ana.accept([1])
        assert records.news() is None
    ben.needs_work([0])
    ana.accept([2])
    news = records.news()
    assert news is not None
    assert [event.by for event in news.events if event.kind != "snapshot"] == [
        *["Ana"] * 2,
        "Ben",
        "Ana",
    ]
    ana.accept([1])
    ben.needs_work([1])
    assert records.news() is not None


def test_a_torn_tail_that_the_write_set_aside_is_read_again(root: Path) -> None:
    ana, records = opened(root, "Ana")
    ana.accept([0])
    with records.journal.path.open("ab") as stream:
        stream.write(b'{"half')
    records.news()
    ana.accept([1])
    news = records.news()
    assert news is not None
    assert news.troubles == ()


def test_a_journal_that_was_replaced_by_one_of_the_same_size_is_news(root: Path) -> None:
    ana, records = opened(root, "Ana")
    ana.accept([0])
    records.news()
    path = records.journal.path
    path.with_suffix(".new").write_bytes(path.read_bytes().replace(b'"Ana"', b'"Eva"'))
    path.with_suffix(".new").replace(path)
    news = records.news()
    assert news is not None
    assert news.events[-1].by == "Eva"


def test_news_of_a_broken_journal_is_an_error_each_time(root: Path) -> None:
    ana, records = opened(root, "Ana")
    ana.accept([0])
    with records.journal.path.open("ab") as stream:
        stream.write(b"rubbish\n")
    for _ in range(2):
        with pytest.raises(RecordError, match="line 3"):
            records.news()


def test_a_decision_that_cannot_be_written_leaves_screen_and_disk_as_they_were(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    from tests.store.faults import FaultyDisk

    ana, records = opened(root, "Ana")
    ana.accept([0])
    content = records.journal.path.read_bytes()
    before = ana.review
    monkeypatch.setattr(
        records.journal, "_disk", FaultyDisk("sync", errno.EDQUOT, taken=9, ever=True)
    )
    for _ in range(2):
        with pytest.raises(RecordError, match="quota is full"):
            ana.accept([1])
    assert ana.review == before
    assert records.journal.path.read_bytes() == content
    monkeypatch.undo()
    ana.accept([1])
    assert open_project(root).review("d").beads[1].confirmed
