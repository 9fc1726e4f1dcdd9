"""Commands that stand in a text without quotes."""

from __future__ import annotations

from aligner.language.code import code_spans
from aligner.language.numbers import numbers
from aligner.language.reading import Reading
from tests.patience import patience


def _code(text: str) -> list[str]:
    return [text[a:b] for a, b in code_spans(Reading(text, "en"))]


def test_a_loop_a_pipe_and_a_substitution_are_code() -> None:
    assert _code("run for i in 1 2 3; do echo $i; done now") == ["for i in 1 2 3; do echo $i; done"]
    assert _code("run seq 9 | while read n; do echo $n; done now") == [
        "run seq 9 | while read n; do echo $n; done"
    ]
    assert _code("set x to $(date -d 2) first") == ["$(date -d 2)"]


def test_prose_with_the_same_words_is_none() -> None:
    assert not _code("while we wait; do not forget it, and for all in 5 days; do it")
    assert not _code("the prices ($5) rise")


def test_figures_in_code_are_no_numbers() -> None:
    found = numbers(Reading("for i in 1 2 3; do echo 4; done prints five lines", "en"))
    assert [each.values for each in found] == [("5",)]


def test_hostile_code_is_read_soon() -> None:
    with patience():
        code_spans(Reading("for x in " * 40_000 + "; do $(" * 40_000, "en"))
