"""The doctor: says what is wrong, changes nothing until asked, loses nothing then."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from aligner.errors import RecordError
from aligner.glossary.concept import Glossary
from aligner.glossary.deciding import Author
from aligner.glossary.pairs import from_pairs
from aligner.review.codec import line_of
from aligner.review.event import Event
from aligner.review.session import Session
from aligner.store.doctor import Symptom, Weight, examine, mend_journal
from aligner.store.glossary_history import GlossaryHistory
from aligner.store.project import Project, open_project
from aligner.store.records import DocumentRecords

EN = ["Joint Statement", "The two countries met in 2021.", "Done at Mexico City."]
ES = ["Declaración conjunta", "Los dos países se reunieron en 2022.", "Hecho en México."]


def texts(root: Path, en: list[str] = EN, es: list[str] = ES) -> None:
    for side, paragraphs in (("en", en), ("es", es)):
        (root / side).mkdir(parents=True, exist_ok=True)
        (root / side / "d.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    texts(tmp_path)
    return tmp_path


def session(root: Path, by: str = "Ana", document: str = "d") -> Session:
    project = open_project(root)
    return Session(project.review(document), DocumentRecords(project, document), by=by)


def faults(project: Project) -> list[Symptom]:
    return [each for each in examine(project) if each.weight is Weight.FAULT]


def notes(project: Project) -> str:
    return "\n".join(each.line for each in examine(project) if each.weight is Weight.NOTE)


def event(name: str, **value: object) -> Event:
    return Event(name, "2026-01-01T00:00:00Z", "Ana", "", "note", value=value)


def test_a_healthy_project_has_no_fault(root: Path) -> None:
    session(root).accept([0])
    assert faults(open_project(root)) == []


def test_looking_changes_no_byte(root: Path) -> None:
    session(root).accept([0])
    journal = root / "review" / "d.jsonl"
    journal.write_bytes(journal.read_bytes() + b"<<<<<<< HEAD\nrubbish\n" + b'{"v": 1')

    def state() -> str:
        content = [p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()]
        return hashlib.sha256(b"".join(content)).hexdigest()

    before = state()
    assert len(faults(open_project(root, cached=False))) == 3
    assert state() == before


def test_mending_keeps_every_event_and_the_old_file(root: Path) -> None:
    first = session(root)
    first.accept([0])
    first.note([1], "keep me")
    journal = root / "review" / "d.jsonl"
    whole = journal.read_bytes()
    broken = whole + b"<<<<<<< HEAD\n" + whole + b"=======\nrubbish\n>>>>>>> x\n" + whole[:30]
    journal.write_bytes(broken)
    with pytest.raises(RecordError):
        open_project(root).review("d")
    done = [each.mend() for each in examine(open_project(root)) if each.mend]
    assert "3 events kept" in done[0]
    assert journal.read_bytes() == whole
    (old,) = (root / "review").glob("*.old")
    assert old.read_bytes() == broken
    assert faults(open_project(root)) == []
    assert open_project(root).review("d").beads[1].notes[0].text == "keep me"


def test_one_id_with_two_contents_is_taken_out_and_lies_in_the_old_file(root: Path) -> None:
    journal = open_project(root).journal("d")
    journal.append_all([event("a", text="x"), event("a", text="y"), event("b")])
    (fault,) = faults(open_project(root))
    assert "other content" in fault.words
    mend_journal(journal)
    assert [each.id for each in journal.read().events] == ["b"]
    (old,) = (root / "review").glob("*.old")
    assert old.read_bytes().count(b'"id":"a"') == 2


def test_a_journal_of_a_newer_version_is_never_mended(root: Path) -> None:
    journal = open_project(root).journal("d")
    journal.append(event("a"))
    journal.path.write_bytes(journal.path.read_bytes() + b'{"v": 2, "id": "x", "kind": "k"}\n')
    (fault,) = faults(open_project(root))
    assert "newer version" in fault.words
    assert fault.mend is None
    with pytest.raises(RecordError, match="nothing is mended"):
        mend_journal(journal)


def test_doubled_lines_are_a_note_and_mending_joins_them(root: Path) -> None:
    journal = open_project(root).journal("d")
    journal.append_all([event("a"), event("a"), event("b")])
    assert "1 doubled lines" in notes(open_project(root))
    mend_journal(journal)
    assert journal.path.read_bytes().count(b"\n") == 2


def test_what_happened_to_decisions_on_changed_texts_is_told(root: Path) -> None:
    first = session(root)
    first.accept([0, 1])
    first.note([2], "who signs?")
    number = next(n for n, f in enumerate(first.review.findings) if f.divergence.en)
    first.verdict(number, "intended")
    texts(root, [EN[0], "The two countries met again in 2023.", "Wholly other words."], [*ES[:2]])
    told = notes(open_project(root))
    assert "note by Ana" in told
    assert "has no place any more" in told
    assert "changed since they were reviewed" in told
    assert "meets no divergence now" in told


def test_contradictions_are_faults_of_the_gate_and_not_of_the_file(root: Path) -> None:
    one, other = session(root, "Ana"), session(root, "Ben")
    one.accept([0])
    other.needs_work([0])
    (fault,) = faults(open_project(root))
    assert "Ana, Ben contradict each other on status (block 1)" in fault.words
    assert fault.code == 1


def mend_all(root: Path) -> list[str]:
    return [each.mend() for each in examine(open_project(root)) if each.mend]


def test_a_journal_whose_document_was_renamed_is_taken_to_its_new_name(root: Path) -> None:
    session(root).accept([0])
    before = (root / "review" / "d.jsonl").read_bytes()
    for side in ("en", "es"):
        (root / side / "d.txt").rename(root / side / "renamed.txt")
    assert "its paragraphs are now in renamed (100%)" in notes(open_project(root))
    assert any("2 events taken to renamed" in line for line in mend_all(root))
    assert open_project(root).review("renamed").beads[0].confirmed
    assert not (root / "review" / "d.jsonl").exists()
    (old,) = (root / "review").glob("d.jsonl.*.old")
    assert old.read_bytes() == before
    assert "without a document" not in notes(open_project(root))


def test_the_journals_of_a_text_that_was_split_or_joined_follow_its_paragraphs(
    tmp_path: Path,
) -> None:
    en = [f"Paragraph {n} tells of the {n * 7 % 11} matters that were agreed." for n in range(8)]
    es = [f"El párrafo {n} habla de los {n * 7 % 11} asuntos acordados." for n in range(8)]
    texts(tmp_path, en, es)
    session(tmp_path).accept(range(8))
    for side, paragraphs in (("en", en), ("es", es)):
        (tmp_path / side / "d.txt").unlink()
        (tmp_path / side / "first.txt").write_text("\n\n".join(paragraphs[:3]))
        (tmp_path / side / "second.txt").write_text("\n\n".join(paragraphs[3:]))
    mend_all(tmp_path)
    for name, count in (("first", 3), ("second", 5)):
        review = open_project(tmp_path).review(name)
        assert sum(bead.confirmed for bead in review.beads) == len(review.beads) == count
    session(tmp_path, document="first").needs_work([0])
    for side, paragraphs in (("en", en), ("es", es)):
        for name in ("first", "second"):
            (tmp_path / side / f"{name}.txt").unlink()
        (tmp_path / side / "whole.txt").write_text("\n\n".join(paragraphs))
    mend_all(tmp_path)
    beads = open_project(tmp_path).review("whole").beads
    assert [bead.confirmed for bead in beads] == [False] + [True] * 7


def test_a_journal_that_fits_no_document_is_named_and_left(root: Path) -> None:
    session(root).accept([0])
    (root / "review" / "d.jsonl").rename(root / "review" / "elsewhere.jsonl")
    texts(root, ["Wholly.", "Other."], ["Enteramente.", "Otro."])
    assert "if elsewhere was renamed" in notes(open_project(root))
    mend_all(root)
    assert (root / "review" / "elsewhere.jsonl").exists()


def test_equivalences_that_a_merge_lost_are_taught_again(root: Path) -> None:
    first = session(root)
    number = next(
        n for n, f in enumerate(first.review.findings) if f.divergence.en and f.divergence.es
    )
    first.verdict(number, "intended", scope="always")
    path = root / "equivalences.yaml"
    right = path.read_bytes()
    path.unlink()
    (fault,) = faults(open_project(root))
    assert fault.mend is not None
    fault.mend()
    assert path.read_bytes() == right
    path.write_text("schema: 1\nequivalences: [{verdct: x}]\n")
    assert any("did you mean verdict" in each.words for each in faults(open_project(root)))


def test_broken_texts_and_glossaries_are_told_with_their_codes(root: Path) -> None:
    (root / "en" / "d.txt").write_bytes(b"caf\xe9 " * 3)
    (root / "glossary.yaml").write_text("schema: 1\nconcepts:\n  a: [b]\n")
    found = {each.where: each.code for each in faults(open_project(root))}
    assert found == {"d": 3, "glossary.yaml": 4}


def test_a_torn_tail_that_was_set_aside_is_remembered(root: Path) -> None:
    journal = open_project(root).journal("d")
    journal.append(event("a"))
    journal.path.write_bytes(journal.path.read_bytes() + line_of(event("b"))[:10])
    journal.append(event("c"))
    assert "d.torn" in notes(open_project(root))


def test_a_lock_that_is_held_is_told(root: Path) -> None:
    session(root).accept([0])
    assert "holds its lock" not in notes(open_project(root))
    with open_project(root).journal("d").held():
        assert "holds its lock" in notes(open_project(root))


def test_a_glossary_that_is_a_link_out_of_the_project_is_told(root: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.yaml"
    outside.write_text("schema: 1\nconcepts: {}\n")
    (root / "glossary.yaml").symlink_to(outside)
    (root / "equivalences.yaml").symlink_to(outside)
    session_free = open_project(root)
    found = {each.where: each.code for each in faults(session_free)}
    assert found == {"glossary.yaml": 2, "equivalences.yaml": 2}


def test_a_glossary_history_with_foreign_lines_is_mended_and_kept(root: Path) -> None:
    history = GlossaryHistory(root / "glossary.yaml", root / "review")
    author = Author("Ana", "2026-01-01T00:00:00Z", "terminologist")
    history.record(Glossary(), from_pairs([{"en": "border", "es": "frontera"}]), author)
    path = root / "review" / "glossary.jsonl"
    good = path.read_bytes()
    broken = b"<<<<<<< HEAD\n" + good + b'\xff\n{"a": 1}\n'
    path.write_bytes(broken)
    assert ["a conflict mark" in each.words for each in faults(open_project(root))] == [True]
    said = mend_all(root)[0]
    assert "1 changes kept, 3 lines that are no changes taken out" in said
    assert path.read_bytes() == good
    (aside,) = (root / "review").glob("*.old")
    assert aside.read_bytes() == broken
    assert faults(open_project(root)) == []


def test_a_glossary_history_of_a_newer_version_is_never_mended(root: Path) -> None:
    path = root / "review" / "glossary.jsonl"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b'garbage\n{"v": 99}\n')
    with pytest.raises(RecordError, match="newer than this program"):
        mend_all(root)
    assert path.read_bytes() == b'garbage\n{"v": 99}\n'
