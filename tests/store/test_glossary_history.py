"""Changes of the glossary on disk."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

import pytest

from aligner.errors import RecordError, UsageError
from aligner.glossary.concept import Concept, Glossary, Term
from aligner.glossary.deciding import Author
from aligner.glossary.pairs import from_pairs
from aligner.store.glossary_file import read_glossary, write_glossary
from aligner.store.glossary_history import GlossaryHistory
from tests.store.faults import FaultyDisk

ANA, BEN = Author("Ana", "2026-01-01T00:00:00Z"), Author("Ben", "2026-01-01T00:00:01Z")


def concept(name: str, es: str = "ayuda") -> Concept:
    return Concept(name, (Term("aid"),), (Term(es),))


@pytest.fixture
def history(tmp_path: Path) -> GlossaryHistory:
    return GlossaryHistory(tmp_path / "glossary.yaml", tmp_path / "review")


def test_a_change_is_in_the_file_and_in_the_history(history: GlossaryHistory) -> None:
    one = Glossary((concept("a"),))
    history.record(Glossary(), one, ANA)
    assert history.text().glossary == one
    assert [change.by for change in history.read()] == ["Ana"]
    assert history.record(one, one, ANA) is None


def test_the_leading_comment_stays(history: GlossaryHistory) -> None:
    write_glossary(history.path, Glossary((concept("a"),)), comment="# agreed by both\n")
    history.record(Glossary((concept("a"),)), Glossary((concept("b"),)), ANA)
    assert history.path.read_text().startswith("# agreed by both\n")


def test_a_file_that_was_edited_by_hand_is_not_overwritten(history: GlossaryHistory) -> None:
    history.record(Glossary(), Glossary((concept("a"),)), ANA)
    by_hand = Glossary((concept("a", "apoyo"),))
    write_glossary(history.path, by_hand)
    with pytest.raises(RecordError, match="has changed on disk"):
        history.record(Glossary((concept("a"),)), Glossary((concept("b"),)), ANA)
    assert history.text().glossary == by_hand
    assert len(history.read()) == 1


def test_undo_takes_back_ones_own_last_change(history: GlossaryHistory) -> None:
    one = Glossary((concept("a"),))
    two = one.with_concept(concept("b"))
    history.record(Glossary(), one, ANA)
    history.record(one, two, BEN)
    after, _ = history.undo(ANA)
    assert [each.id for each in after.concepts] == ["b"]
    assert history.text().glossary == after
    with pytest.raises(UsageError):
        history.undo(ANA)


@pytest.mark.parametrize("method", ["write", "sync"])
def test_where_the_history_cannot_be_written_the_file_is_as_it_was(
    history: GlossaryHistory, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    one = Glossary((concept("a"),))
    history.record(Glossary(), one, ANA)
    monkeypatch.setattr(history._journal, "_disk", FaultyDisk(method, errno.ENOSPC))
    with pytest.raises(RecordError, match="full"):
        history.record(one, Glossary((concept("b"),)), ANA)
    assert history.text().glossary == one
    assert len(history.read()) == 1
    history.record(one, Glossary((concept("b"),)), ANA)
    assert len(history.read()) == 2


def test_of_two_that_save_at_once_one_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    told: list[str] = []
    start = threading.Barrier(4)

    def save(name: str) -> None:
        own = GlossaryHistory(tmp_path / "glossary.yaml", tmp_path / "review")
        start.wait()
        for n in range(5):
            while True:
                before = own.text().glossary
                try:
                    own.record(before, before.with_concept(concept(f"{name}-{n}")), ANA)
                    break
                except RecordError:
                    told.append(name)

    threads = [threading.Thread(target=save, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    held = read_glossary(tmp_path / "glossary.yaml").glossary
    assert sorted(each.id for each in held.concepts) == sorted(
        f"{name}-{n}" for name in "abcd" for n in range(5)
    )


def test_a_torn_line_of_the_history_is_left_out_and_a_foreign_one_named(
    history: GlossaryHistory, tmp_path: Path
) -> None:
    history.record(Glossary(), Glossary((concept("a"),)), ANA)
    path = tmp_path / "review" / "glossary.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:30])
    assert len(history.read()) == 1
    path.write_bytes(b"rubbish\n" + whole)
    with pytest.raises(RecordError, match="line 1"):
        history.read()


def test_a_whole_line_without_its_newline_is_kept_by_the_next_change(
    history: GlossaryHistory, tmp_path: Path
) -> None:
    one = Glossary((concept("a"),))
    history.record(Glossary(), one, ANA)
    path = tmp_path / "review" / "glossary.jsonl"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    history.record(one, Glossary((concept("b"),)), ANA)
    assert len(history.read()) == 2


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"\xff\n", "line 1: no change"),
        (b"<<<<<<< HEAD\n", "line 1: a conflict mark of git"),
        (b"[]\n", "line 1: no change"),
        (b'{"a": 1}\n', "line 1: no change of a glossary"),
        (b'{"v": 99}\n', "line 1: the glossary's history has version 99"),
    ],
)
def test_a_foreign_line_of_the_history_is_named(tmp_path: Path, line: bytes, words: str) -> None:
    (tmp_path / "glossary.jsonl").write_bytes(line)
    with pytest.raises(RecordError, match=words):
        GlossaryHistory(tmp_path / "glossary.yaml", tmp_path).read()


def test_half_a_character_never_gets_into_the_file(tmp_path: Path) -> None:
    history = GlossaryHistory(tmp_path / "glossary.yaml", tmp_path / "review")
    good = from_pairs([{"en": "border", "es": "frontera"}])
    history.record(Glossary(), good, Author("Ana", "2026-01-01T00:00:00Z", "reviser"))
    bad = good.with_concept(from_pairs([{"en": "a\ud800b", "es": "c"}]).concepts[0])
    with pytest.raises(RecordError, match=r"half a character \(U\+D800\)"):
        history.record(good, bad, Author("Ana", "2026-01-01T00:00:00Z", "reviser"))
    assert history.text().glossary == good
