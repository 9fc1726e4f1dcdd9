"""Finding and opening projects."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aligner.errors import ConfigurationError, InputError, RecordError
from aligner.review.session import Session
from aligner.store.project import open_pair, open_project
from aligner.store.records import DocumentRecords

EN = "Joint Statement\n\nThe two countries met in 2021.\n\nDone at Mexico City.\n"
ES = "Declaración conjunta\n\nLos dos países se reunieron en 2022.\n\nHecho en México.\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "p"
    write(root / "en" / "a.txt", EN)
    write(root / "es" / "a.txt", ES)
    (root / ".git").mkdir()
    return root


def test_a_folder_with_en_and_es_is_a_project(folder: Path) -> None:
    project = open_project(folder)
    assert [listed.id for listed in project.documents] == ["a"]
    assert len(project.review("a").bitext.beads) == 3


def test_the_search_goes_upward_and_stops_at_the_repository(folder: Path) -> None:
    inner = folder / "x" / "y"
    inner.mkdir(parents=True)
    assert open_project(inner, upward=True).root == folder
    with pytest.raises(ConfigurationError, match="no project"):
        open_project(inner)
    other = folder / "z"
    (other / ".git").mkdir(parents=True)
    with pytest.raises(ConfigurationError, match="no project"):
        open_project(other, upward=True)


def test_texts_aligner_yaml_is_found_from_the_root(folder: Path) -> None:
    write(folder / "texts" / "aligner.yaml", "schema: 1\n")
    write(folder / "texts" / "en" / "b.md", EN)
    write(folder / "texts" / "es" / "b.txt", ES)
    project = open_project(folder)
    assert project.root == folder / "texts"
    assert [listed.id for listed in project.documents] == ["b"]


def test_unpaired_files_and_two_candidates_are_named(folder: Path) -> None:
    write(folder / "en" / "b.txt", EN)
    write(folder / "es" / "sub" / "c.txt", ES)
    write(folder / "en" / "a.md", EN)
    with pytest.raises(InputError) as caught:
        open_project(folder)
    message = str(caught.value)
    assert "en/a.md and en/a.txt are two candidates" in message
    assert "en/b.txt has no counterpart below es/" in message
    assert "es/sub/c.txt has no counterpart below en/" in message


def test_a_project_without_texts_says_so(tmp_path: Path) -> None:
    write(tmp_path / "aligner.yaml", "schema: 1\n")
    with pytest.raises(InputError, match="no texts"):
        open_project(tmp_path)
    with pytest.raises(ConfigurationError, match="no such folder"):
        open_project(tmp_path / "nowhere")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_loop_of_folders_ends(folder: Path) -> None:
    (folder / "en" / "loop").symlink_to(folder / "en")
    assert [listed.id for listed in open_project(folder).documents] == ["a"]


def test_several_files_of_one_side_are_read_as_one(folder: Path) -> None:
    write(folder / "es" / "b.txt", "Más.\n")
    write(
        folder / "aligner.yaml",
        "schema: 1\ndocuments: [{id: a, en: en/a.txt, es: [es/a.txt, es/b.txt]}]\n",
    )
    texts = open_project(folder).texts("a")
    assert [segment.index for segment in texts.es.segments] == [0, 1, 2, 3]
    assert texts.es.segments[3].text == "Más."


def test_two_files_are_a_project_of_one_document(folder: Path, tmp_path: Path) -> None:
    es = write(tmp_path / "elsewhere" / "b.txt", ES)
    project = open_pair(folder / "en" / "a.txt", es)
    assert project.documents[0].id == "a"
    review = project.review("a")
    assert not (folder / "en" / "a.review.jsonl").exists()
    Session(review, DocumentRecords(project, "a"), by="Ana").accept([0])
    assert (folder / "en" / "a.review.jsonl").exists()
    assert sorted(path.name for path in (folder / "en").iterdir()) == ["a.review.jsonl", "a.txt"]
    assert open_pair(folder / "en" / "a.txt", es).review("a").beads[0].confirmed


def test_a_missing_file_and_a_folder_are_input_errors(folder: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        open_pair(folder / "en" / "none.txt", folder / "es" / "a.txt")
    with pytest.raises(InputError, match="a folder"):
        open_pair(folder / "en", folder / "es" / "a.txt")


def test_decisions_of_a_project_lie_below_review(folder: Path) -> None:
    write(folder / "en" / "sub" / "b.txt", EN)
    write(folder / "es" / "sub" / "b.txt", ES)
    project = open_project(folder)
    session = Session(project.review("sub/b"), DocumentRecords(project, "sub/b"), by="Ana")
    session.accept([1])
    assert (folder / "review" / "sub" / "b.jsonl").is_file()
    assert open_project(folder).review("sub/b").beads[1].confirmed
    assert not open_project(folder).review("a").beads[1].confirmed


def test_a_journal_folder_that_leads_out_of_the_project_is_refused(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "outside").mkdir()
    (folder / "review").symlink_to(tmp_path / "outside")
    with pytest.raises(ConfigurationError, match="outside"):
        open_project(folder).review("a")


def test_a_verdict_for_always_teaches_an_equivalence_and_undo_takes_it_back(folder: Path) -> None:
    project = open_project(folder)
    session = Session(project.review("a"), DocumentRecords(project, "a"), by="Ana")
    number = next(
        n for n, f in enumerate(session.review.findings) if f.divergence.en and f.divergence.es
    )
    key = session.review.findings[number].divergence.key
    session.verdict(number, "intended", scope="always", reason="two calendars")
    written = (folder / "equivalences.yaml").read_text(encoding="utf-8")
    assert "two calendars" in written
    again = open_project(folder)
    assert key not in [f.divergence.key for f in again.review("a").findings]
    assert again.review("a").idle == ()
    later = Session(again.review("a"), DocumentRecords(again, "a"), by="Ana")
    later.undo()
    assert key in [f.divergence.key for f in open_project(folder).review("a").findings]


def test_a_glossary_is_read_strictly(folder: Path) -> None:
    write(folder / "glossary.yaml", "schema: 1\nconcepts: {} # none yet\n")
    with pytest.raises(RecordError, match="line 2: a comment inside"):
        _ = open_project(folder).glossary
    write(folder / "glossary.yaml", "schema: 9\nconcepts: {}\n")
    with pytest.raises(RecordError):
        _ = open_project(folder).glossary


def test_an_unknown_document_is_a_configuration_error(folder: Path) -> None:
    with pytest.raises(ConfigurationError, match="no document is called"):
        open_project(folder).review("b")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("name", ["glossary.yaml", "equivalences.yaml"])
def test_a_glossary_that_is_a_link_out_of_the_project_is_not_read(
    folder: Path, tmp_path: Path, name: str
) -> None:
    write(tmp_path / "secret.yaml", "password: x\n")
    (folder / name).symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(ConfigurationError, match="outside") as caught:
        open_project(folder).review("a")
    assert "password" not in str(caught.value)


def test_without_a_home_folder_the_search_still_ends(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", nobody)
    assert open_project(folder / "en", upward=True).root == folder
