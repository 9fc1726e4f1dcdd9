"""docs/from-draft-to-signature.md as it is walked: mend, sign, certify, and what undoes it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from aligner.cli.main import run
from tests.docs.fixtures import lay_out
from tests.docs.pages import ROOT, fences

docx = pytest.importorskip("docx", reason="python-docx is not installed")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(ROOT, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def reviewing(monkeypatch: pytest.MonkeyPatch, by: str, *lines: str) -> None:
    """What `by` types in the review without a screen."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join((*lines, "q")) + "\n"))
    assert run(["review", "v4", "--plain", "--reviewer", by, "--ui", "en"]) == 0


def cells(path: Path) -> str:
    tables = docx.Document(str(path)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


def certificate() -> int:
    return run(["certificate", "v4", "-o", "certificate.docx", "--place", "Monterrey"])


def test_from_a_divergence_to_the_certificate(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    # Ana finds that the versions differ and says how the English should read.
    mend = "The two countries will meet every year."
    reviewing(monkeypatch, "Ana", "n", "d", "3", "Agreed on 5 October.", mend, "1")
    internal = ["report", "v4", "--kind", "amendments", "--include-internal", "-o", "a.docx"]
    assert run(internal) == 0
    assert mend in cells(folder / "a.docx")
    assert run(["report", "v4", "--kind", "amendments", "-o", "b.docx"]) == 0
    assert mend not in cells(folder / "b.docx"), "it was not shared"

    # The amendment is made in the text; the finding goes by itself.
    english = folder / "v4" / "en" / "statement.md"
    english.write_text(english.read_text("utf-8").replace("twice a year", "every year"), "utf-8")
    accepted = ("first", "accept", "accept", "accept", "Q May we publish?", "the drafter", "")
    reviewing(monkeypatch, "Ana", *accepted)
    capfd.readouterr()

    # Nobody signs what they accepted alone; a query stands in the way, and so does the second name.
    reviewing(monkeypatch, "Ana", "first", "sign-off")
    assert certificate() == 1
    said = capfd.readouterr().err
    assert "signed is 0 %" in said
    assert "queries.open is 1" in said

    reviewing(monkeypatch, "Luis", "first", "s", "next", "s", "next", "s", "a Yes, on Friday.")
    assert run(["check", "v4", "--gate", "signature"]) == 0
    assert certificate() == 0
    assert "Luis" in cells(folder / "certificate.docx")

    # Changed since: refused.
    english.write_text(english.read_text("utf-8").replace("share data", "share all data"), "utf-8")
    capfd.readouterr()
    assert certificate() == 1
    assert "stale" in capfd.readouterr().err


def test_two_word_files_keep_decisions_beside_the_english_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = folder / "EN-v3.review.jsonl"
    assert run(["check", "EN-v3.docx", "ES-v3.docx"]) == 0
    assert not journal.exists(), "looking writes nothing"
    monkeypatch.setattr(sys, "stdin", io.StringIO("accept\naccept\naccept\nq\n"))
    assert run(["review", "EN-v3.docx", "ES-v3.docx", "--plain", "--reviewer", "Ana"]) == 0
    assert journal.exists()

    # The next version, with the journal under its name: one paragraph of three is to be seen again.
    journal.rename(folder / "EN-v4.review.jsonl")
    words = ["check", "EN-v4.docx", "ES-v4.docx", "--exit-zero", "--output", "json:out.json"]
    assert run(words) == 0
    metrics = json.loads((folder / "out.json").read_text("utf-8"))["metrics"]
    assert metrics["stale"]["n"] == 2
    assert metrics["coverage.confirmed"]["n"] == 4


def kinds(folder: Path, *words: str) -> set[str]:
    """The names of what is found in the two drafts."""
    out = str(folder / "found.json")
    run(["check", "EN.docx", "ES.docx", *words, "--output", f"json:{out}"])
    record = json.loads(Path(out).read_text("utf-8"))
    return {each["type"] for each in record["documents"][0]["divergences"]}


def test_tracked_changes_are_read_as_the_page_says(folder: Path) -> None:
    assert {"tracked-change", "frequency", "brackets"} <= kinds(folder, "--tracked", "show")
    accepted = kinds(folder, "--tracked", "accept")
    assert "frequency" in accepted
    assert "tracked-change" not in accepted
    assert not {"tracked-change", "frequency"} & kinds(folder, "--tracked", "reject")


def test_edits_by_hand_are_pins_that_outlive_the_session(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    reviewing(monkeypatch, "Ana", "last", "unlink")
    capfd.readouterr()

    def shapes() -> list[tuple[list[int], list[int], bool]]:
        run(["align", "v4", "--format", "json"])
        beads = json.loads(capfd.readouterr().out)["documents"][0]["beads"]
        return [(bead["en"], bead["es"], bead["pinned"]) for bead in beads]

    assert ([2], [], True) in shapes()
    assert ([], [2], True) in shapes()
    reviewing(monkeypatch, "Ana", "undo")
    capfd.readouterr()
    assert ([2], [2], False) in shapes()


def test_a_gap_with_its_reason_counts_as_covered(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    spanish = folder / "v4" / "es" / "statement.md"
    spanish.write_text(spanish.read_text("utf-8").replace("\n\nCompartirán datos.", ""), "utf-8")
    words = ["coverage", "v4", "--format", "total", "--metric", "coverage.en"]
    run(words)
    assert capfd.readouterr().out == "66\n"
    reviewing(monkeypatch, "Ana", "last", "accept Only the English side asked for it.")
    capfd.readouterr()
    run(words)
    assert capfd.readouterr().out == "100\n"
    reviewing(monkeypatch, "Ana", "last", "sign-off")
    assert "nobody signs off" in capfd.readouterr().out


def test_the_equivalences_of_the_page_settle_what_they_say(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pair = {
        "en": "The two sides met on Columbus Day.\n\nThe experts met in the Duarte Building on Monday.\n",
        "es": "Las dos partes se reunieron el Día de la Raza.\n\n"
        "Los expertos se reunieron el lunes en el edificio Zubieta.\n",
    }
    for side, text in pair.items():
        (tmp_path / side).mkdir()
        (tmp_path / side / "declaration.md").write_text(text, encoding="utf-8")

    def names() -> int:
        run(["check", str(tmp_path), "--select", "name", "--format", "json"])
        record = json.loads(capfd.readouterr().out)
        return len(record["documents"][0]["divergences"])

    assert names() == 2
    block = next(
        fence for fence in fences("docs/configuration.md") if fence.lines[0] == "equivalences:"
    )
    written = "\n".join(("schema: 1", *block.lines))
    (tmp_path / "aligner.yaml").write_text(written + "\n", encoding="utf-8")
    assert names() == 0
