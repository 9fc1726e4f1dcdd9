"""The line-by-line review: complete without a screen, and without Textual."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from aligner.errors import RecordError, UsageError
from aligner.review.review import Standing, Verdict
from aligner.tui.plain import run_plain
from aligner.tui.workbench import Preferences
from tests.tui.bench_of_memory import MemoryBench, Shelf


def sitting(*lines: str, bench: MemoryBench | None = None) -> tuple[str, MemoryBench]:
    """What is said to these lines."""
    bench = bench or MemoryBench()
    out = io.StringIO()
    assert run_plain(bench, io.StringIO("\n".join(lines) + "\n"), out) == 0
    return out.getvalue(), bench


def test_a_block_is_read_out_in_sentences() -> None:
    said, _ = sitting("n", "q")
    assert "Block 3 of 8." in said
    assert "English 3: The two governments pledge" in said
    assert "Spanish 4: Se reunirán cada año." in said
    assert "major number" in said
    assert not {"▲", "○", "│", "\x1b"} & set(said)


def test_decisions_are_made_saved_and_there_on_reopening() -> None:
    shelf = Shelf()
    said, _ = sitting(
        "ok",
        "c a note on two",
        "1",
        "n",
        "d",
        "5",
        "no difference",
        "1",
        "",
        "x wrong number",
        "u",
        "q",
        bench=MemoryBench(shelf),
    )
    assert said.count("Saved.") == 5
    assert "Undone: needs work" in said
    bench = MemoryBench(shelf)
    review = bench.open("declaration", lambda records: records).review
    assert review.beads[0].state is Standing.ACCEPTED
    assert review.beads[1].notes[0].text == "a note on two"
    assert review.findings_of(2)[0].state is Verdict.FALSE_ALARM
    assert review.beads[2].state is Standing.OPEN


def test_an_empty_answer_does_nothing() -> None:
    said, bench = sitting("x", "", "q")
    assert "Nothing was done." in said
    assert bench.shelf.events == []


def test_a_mistake_is_answered_in_one_line_and_the_review_goes_on() -> None:
    said, _ = sitting("frobnicate", "split", "s", "overview", "q")
    assert "Unknown command: frobnicate" in said
    assert "reviewed 0/8" in said


def test_the_whole_review_is_there_in_spanish() -> None:
    said, _ = sitting(
        "n", "?", "q", bench=MemoryBench(preferences=Preferences(language="es", hints=False))
    )
    assert "Bloque 3 de 8." in said
    assert "Inglés 3:" in said
    assert "Orden:" in said


def test_alignment_queries_and_agreement_have_commands() -> None:
    said, bench = sitting(
        "Q who pays?",
        "SRE",
        "2026-05-31",
        "2",
        "a both sides",
        "e",
        "3",
        "m",
        "u",
        "U",
        ": es 8",
        "/ alerta",
        "esc",
        "g",
        "1",
        "assign Luz",
        "q",
    )
    kinds = [event.kind for event in bench.shelf.events if event.kind != "snapshot"]
    assert kinds == ["query", "answer", "agreement", "merge", "merge", "merge", "assignment"]
    assert "1 hits" in said


def test_a_closed_stdin_is_at_its_end_and_a_closed_stdout_is_an_error() -> None:
    out = io.StringIO()
    assert run_plain(MemoryBench(), None, out) == 0
    assert "Goodbye." in out.getvalue()
    with pytest.raises(RecordError, match="cannot write to stdout"):
        run_plain(MemoryBench(), io.StringIO(), None)


def test_a_stdin_in_another_encoding_is_said_and_what_was_decided_is_kept() -> None:
    bench = MemoryBench()
    wrong = io.TextIOWrapper(io.BytesIO(b"accept\n" + b"\xff\xfe q\n" * 9000), encoding="utf-8")
    with pytest.raises(UsageError, match="stdin is not utf-8"):
        run_plain(bench, wrong, io.StringIO())
    lone = io.TextIOWrapper(io.BytesIO(b"q\n"), encoding="utf-16")
    with pytest.raises(UsageError, match="stdin is not utf-16"):
        run_plain(bench, lone, io.StringIO())


def test_signs_that_stdout_cannot_show_are_no_end() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert run_plain(MemoryBench(), io.StringIO("n\nq\n"), out) == 0


def test_textual_is_never_loaded() -> None:
    program = (
        "import sys; import aligner.tui.plain; "
        "sys.exit(1 if any(name.split('.')[0] in ('textual', 'rich') for name in sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_what_is_shared_is_asked_and_kept() -> None:
    said, bench = sitting("Q who pays?", "SRE", "", "2", "n", "d", "2", "so it is", "x", "q")
    assert "Nothing was done." in said
    query = next(event for event in bench.shelf.events if event.kind == "query")
    assert query.value["visibility"] == "shared"
    assert [event.kind for event in bench.shelf.events if event.kind == "verdict"] == []


def test_terms_bulk_and_old_beside_new_have_commands_too() -> None:
    shelf = Shelf()
    said, _ = sitting(
        "t border", "frontera", "1", "2", "usage", "b", "1", "o", "q", bench=MemoryBench(shelf)
    )
    concept = shelf.glossary.concept("border")
    assert (concept.es[0].text, concept.es[0].status.value) == ("frontera", "admitted")
    assert [len(event.targets) for event in shelf.events if event.kind == "accept"] == [4]
    assert "has not changed" in said
    shelf.en = (shelf.en[0] + " and Health", *shelf.en[1:])
    said, _ = sitting("o", "q", bench=MemoryBench(shelf))
    assert "English, now: Joint Declaration on Security{+ and Health+}" in said


def test_a_filter_is_asked_for_in_words_and_lifted_again() -> None:
    said, _ = sitting("f", "", "3", "", "", "j", "j", "j", "esc", "first", "q")
    assert "3 of 8 shown" in said
    assert "Block 6 of 8." not in said
    assert "Block 1 of 8." in said.partition("3 of 8 shown")[2]


def test_a_filter_that_nothing_passes_says_so_and_shows_everything() -> None:
    said, _ = sitting("f", "3", "", "", "", "last", "q")
    assert "No block fits" in said
    assert "Block 8 of 8." in said


def test_occurrences_are_looked_for_on_both_sides() -> None:
    said, _ = sitting("w governments", "", "w governments", "xyz", "q")
    assert "Block 3. EN: The two governments pledge" in said.replace("block", "Block")
    assert "English: governments · Spanish: xyz · 0 blocks" in said


def test_the_checklist_says_in_words_what_is_open() -> None:
    said, _ = sitting("V", "q")
    assert "Open: Reviewed, 0 %" in said
    assert "Done: Conflicts between reviewers, 0" in said
    assert not {"✓", "✗"} & set(said)


def test_a_term_candidate_is_decided_by_a_number() -> None:
    shelf = Shelf()
    shelf.en = (
        *shelf.en[:6],
        "The ministers support the Homicide Prevention Network.",
        "A Homicide Prevention Network needs money.",
    )
    shelf.es = (
        *shelf.es[:6],
        "Los ministros apoyan la Red de Prevención de Homicidios.",
        "Una Red de Prevención de Homicidios necesita dinero.",
    )
    before = len(shelf.glossary.concepts)
    said, _ = sitting("T", "2", "", "q", bench=MemoryBench(shelf))
    assert "Kept in the glossary" in said
    assert len(shelf.glossary.concepts) == before + 1
    added = next(c for c in shelf.glossary.concepts if c.id != "human-trafficking")
    assert added.es[0].status == "admitted"
