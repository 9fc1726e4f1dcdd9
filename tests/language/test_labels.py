"""Printed numbers are compared by value."""

from __future__ import annotations

import pytest

from aligner.language.labels import readings, shifted, value


@pytest.mark.parametrize(
    ("one", "other"), [("(a)", "a)"), ("IV.", "4."), ("(iii)", "3)"), ("07", "7."), ("2.1", "2.1.")]
)
def test_different_marks_of_one_number_are_equal(one: str, other: str) -> None:
    assert readings(one) & readings(other)


@pytest.mark.parametrize(("one", "other"), [("(a)", "b)"), ("IV", "5"), ("2.1", "2.2")])
def test_different_numbers_differ(one: str, other: str) -> None:
    assert not readings(one) & readings(other)


def test_a_bullet_has_no_value() -> None:
    assert value("•") == () and readings("-") == set()


def test_letters_after_the_spanish_enye_count_one_more() -> None:
    assert [shifted((letter,)) for letter in ("n", "ñ", "o")] == [("n",), ("o",), ("p",)]
