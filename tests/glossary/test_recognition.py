"""Recognition in running text, judged by tables: recognition.*.yaml, which rules were tuned on, and
unseen.*.yaml, which were written after them."""

from __future__ import annotations

import pytest

from aligner.text.segment import SIDES, Side
from tests.glossary.recognition import Case, cases

ALL = [case for side in SIDES for table in ("recognition", "unseen") for case in cases(side, table)]


def test_the_table_is_large_enough_to_mean_something() -> None:
    for side in SIDES:
        table = [case for case in ALL if case.side == side]
        assert len(table) >= 150
        assert sum(1 for case in table if not case.expected) >= 75


@pytest.mark.parametrize("side", SIDES)
def test_98_in_100_occurrences_are_found(side: Side) -> None:
    table = [case for case in ALL if case.side == side]
    wanted = sum(len(case.expected) for case in table)
    missed = [
        (case.term.text, case.text, span)
        for case in table
        for span in case.expected
        if span not in case.found
    ]
    assert len(missed) <= 0.02 * wanted, missed


@pytest.mark.parametrize("side", SIDES)
def test_nothing_else_is_taken_for_a_term(side: Side) -> None:
    over = [
        (case.term.text, case.text, case.text[start:end])
        for case in ALL
        if case.side == side
        for start, end in case.found
        if (start, end) not in case.expected
    ]
    assert not over


def test_a_case_that_is_altered_would_be_noticed() -> None:
    case = Case("en", ALL[0].term, "Nothing here.", ())
    assert not case.found
