"""The project behind the terminal UI: what is decided there is on disk here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aligner.cli.preparing import Location, complete, prepare, ready
from aligner.cli.workbench import ProjectBench
from aligner.errors import RecordError, UsageError
from aligner.glossary.concept import Concept, Status, Term
from aligner.review.review import Standing
from aligner.review.session import Records
from aligner.tui.workbench import Position
from tests.cli.conftest import project  # noqa: F401  a fixture

NAME = "statement"
CONCEPT = Concept("organized-crime", (Term("organized crime"),), (Term("delincuencia organizada"),))


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The person's own settings go into a folder of the test."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def bench(folder: Path, by: str = "Ana") -> ProjectBench:
    """A window on the project in `folder`."""
    return ProjectBench(Location((str(folder),)), by=by, role="reviser", language="en")


def through(records: Records) -> Records:
    """No writer thread: straight to disk."""
    return records


def test_decisions_are_there_on_reopening_and_undo_too(project: Path) -> None:  # noqa: F811
    session = bench(project).open(NAME, through)
    session.accept([0])
    session.accept([1])
    session.note([2], "ask the drafter")
    session.undo()
    session.accept([3])
    session.undo()
    beads = bench(project).open(NAME, through).review.beads
    assert [bead.state for bead in beads] == [
        Standing.ACCEPTED,
        Standing.ACCEPTED,
        Standing.OPEN,
        Standing.OPEN,
    ]
    assert not beads[2].notes


def test_the_place_is_found_again(project: Path) -> None:  # noqa: F811
    bench(project).remember(NAME, Position(2, "es", "abc"))
    assert bench(project).position(NAME) == Position(2, "es", "abc")
    assert bench(project).position("another") == Position()


def test_only_what_others_changed_is_news(project: Path) -> None:  # noqa: F811
    mine, other = bench(project), bench(project, "Luis")
    session = mine.open(NAME, through)
    session.accept([0])
    assert mine.changed(NAME) == []
    other.open(NAME, through).accept([1])
    (journal,) = mine.changed(NAME)
    assert journal.endswith("statement.jsonl")
    reopened = mine.reopen(NAME, through)
    assert [bead.by for bead in reopened.review.beads[:2]] == ["Ana", "Luis"]


def test_a_text_that_changed_is_news_and_decisions_follow_it(project: Path) -> None:  # noqa: F811
    mine = bench(project)
    mine.open(NAME, through).accept([3])
    text = project / "en" / "statement.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("26 objectives", "27 objectives"), encoding="utf-8"
    )
    assert [Path(path).name for path in mine.changed(NAME)] == ["statement.md"]
    assert mine.reopen(NAME, through).review.beads[3].confirmed


def test_other_windows_are_told_of(project: Path) -> None:  # noqa: F811
    mine = bench(project)
    mine.open(NAME, through)
    assert mine.others() == []
    mine.close()


def test_terms_are_saved_told_and_undone(project: Path) -> None:  # noqa: F811
    mine = bench(project)
    mine.save_concept(None, CONCEPT, "the statute's term")
    assert "delincuencia organizada" in (project / "glossary.yaml").read_text(encoding="utf-8")
    assert mine.changed(NAME) == []
    assert mine.concept_history(CONCEPT.id)[0][1] == "Ana"
    glossary, concept = mine.undo_concept()
    assert (glossary.concepts, concept) == ((), CONCEPT.id)
    with pytest.raises(UsageError):
        mine.undo_concept()


def test_a_concept_that_somebody_else_changed_is_not_overwritten(project: Path) -> None:  # noqa: F811
    mine, other = bench(project), bench(project, "Luis")
    assert mine.glossary().concepts == ()
    other.save_concept(None, CONCEPT, "first")
    with pytest.raises(RecordError, match="changed on disk"):
        mine.save_concept(
            None, Concept(CONCEPT.id, CONCEPT.en, (Term("x", Status.ADMITTED),)), "second"
        )
    assert "delincuencia" in (project / "glossary.yaml").read_text(encoding="utf-8")


def test_the_glossary_is_exported_beside_it(project: Path) -> None:  # noqa: F811
    mine = bench(project)
    mine.save_concept(None, CONCEPT, "")
    name = mine.export_glossary()
    assert "delincuencia organizada" in (project / name).read_text(encoding="utf-8-sig")


def test_two_files_alone_take_decisions_but_no_terms(project: Path, tmp_path: Path) -> None:  # noqa: F811
    files = [
        shutil.copy(project / side / "statement.md", tmp_path / f"{side}.md")
        for side in ("en", "es")
    ]
    mine = ProjectBench(Location(tuple(map(str, files))), by="Ana", role="", language="")
    mine.open("en", through).accept([0])
    assert (tmp_path / "en.review.jsonl").exists()
    with pytest.raises(UsageError):
        mine.save_concept(None, CONCEPT, "")


def test_long_work_leaves_its_result_in_the_cache(project: Path) -> None:  # noqa: F811
    location = Location((str(project),))
    told: list[str] = []
    assert ready(location.open(), NAME) is None
    prepare(location, NAME, lambda stage, _: told.append(stage))
    assert told == ["reading", "aligning", "checking", "done"]
    assert ready(location.open(), NAME) is not None
    mine = bench(project)
    session = mine.open(NAME, through)
    session.merge([1, 2])
    assert session.review.provisional
    bitext, divergences = complete(location, NAME, session.review.pins, lambda *_: None)
    assert session.adopt(bitext, divergences)
    assert session.review.bitext.beads[1].shape == "2-2"


def test_choices_of_a_person_are_kept(project: Path) -> None:  # noqa: F811
    bench(project).prefer(theme="contrast", hints=False)
    kept = ProjectBench(Location((str(project),)), by="", role="", language="").preferences
    assert (kept.theme, kept.hints) == ("contrast", False)
