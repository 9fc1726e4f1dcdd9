"""The formats that people read, letter by letter: a change in one is seen in a diff and is meant.

`ALIGNER_GOLDEN=write pytest tests/report/test_golden.py` writes the files of tests/golden anew.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from aligner.divergence.divergence import Place, Severity
from aligner.report import github, markdown, text
from aligner.report.run import CheckRun
from aligner.review.gates import judge, profile
from aligner.review.listing import Entry, Shape, SideEntry
from aligner.review.metrics import METRICS, Metric

GOLDEN = Path(__file__).parents[1] / "golden"


def _side(path: str, line: int, segment: int, quote: str = "") -> SideEntry:
    places = (Place(segment, 10, 10 + len(quote)),) if quote else ()
    return SideEntry(path, line, line, (segment,), places, (quote,) if quote else (), ("",))


_ENTRIES = (
    Entry(
        "declaration",
        "number",
        Severity.MAJOR,
        "open",
        "mistranslation",
        2,
        _side("en/declaration.md", 5, 2, "101"),
        _side("es/declaration.md", 7, 2, "110"),
        ("101",),
        ("110",),
        "“101” in English, “110” in Spanish: the values differ.",
        "a" * 64,
    ),
    Entry(
        "declaration",
        "punctuation",
        Severity.MINOR,
        "open",
        "punctuation",
        0,
        _side("en/declaration.md", 1, 0, "100 % | `code` <b>"),
        _side("es/declaration.md", 1, 0),
        (),
        (),
        "A mark: “100 %, done” \x1b[31mred\n::error::not a command.",
        "b" * 64,
    ),
    Entry(
        "letter",
        "gap",
        Severity.CRITICAL,
        "open",
        "omission",
        9,
        _side("en/letter.docx", 0, 9, "The next meeting takes place in Washington."),
        _side("es/letter.docx", 0, 8),
        (),
        (),
        "Present in English alone.",
        "c" * 64,
    ),
    Entry(
        "letter",
        "negation",
        Severity.MAJOR,
        "intended",
        "mistranslation",
        1,
        _side("en/letter.docx", 0, 1, "never"),
        _side("es/letter.docx", 0, 1, "nunca"),
        (),
        (),
        "A negation on one side.",
        "d" * 64,
        settled=True,
        reason="agreed by both",
    ),
)


def _run() -> CheckRun:
    metrics = {name: Metric(name, 0, 0) for name in METRICS}
    metrics["coverage.en"] = Metric("coverage.en", 45, 46, 880, 900)
    metrics["coverage.es"] = Metric("coverage.es", 46, 46, 950, 950)
    for name, n in (("critical", 1), ("major", 1), ("minor", 1)):
        metrics[f"divergence.open.{name}"] = Metric(f"divergence.open.{name}", n, n)
    return CheckRun(
        "Joint declaration",
        (
            Shape("declaration", 40, 41, (("1-1", 38), ("1-2", 1), ("1-0", 1)), 2),
            Shape("letter", 6, 5, (("1-1", 5), ("1-0", 1)), 0),
        ),
        _ENTRIES,
        metrics,
        judge(metrics, profile("concordance")),
        "aligner:0.0.0|tables:0|beads:4-1",
        "concordance",
        expired=("e" * 64,),
        notes=("letter: 2 decisions have no place in today's text",),
    )


SHOWN = {
    "check.txt": lambda run: text.render(run),
    "check-narrow-settled.txt": lambda run: text.render(run, width=40, settled=True),
    "check-colour.txt": lambda run: text.render(run, colour=True),
    "batch.txt": lambda run: text.render_summary(run),
    "check.md": lambda run: markdown.render(run),
    "check-github.txt": lambda run: github.render(run),
    "check-clean.txt": lambda run: text.render(_clean(run)),
    "check-clean.md": lambda run: markdown.render(_clean(run)),
    "check-clean-github.txt": lambda run: github.render(_clean(run)),
}


def _clean(run: CheckRun) -> CheckRun:
    """The run in which nothing is open and every gate holds."""
    metrics = {name: Metric(name, 0, 0) for name in METRICS}
    gates = judge(metrics, profile("concordance"))
    return replace(run, found=(), metrics=metrics, gates=gates, expired=(), notes=())


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_is_the_one_that_was_looked_at(name: str) -> None:
    shown = SHOWN[name](_run())
    if os.environ.get("ALIGNER_GOLDEN") == "write":
        (GOLDEN / name).write_text(shown, encoding="utf-8", newline="")
    assert shown == (GOLDEN / name).read_bytes().decode("utf-8")
