"""Patterns that people write are looked for, and stopped where they would not end."""

from __future__ import annotations

import pytest

from aligner.errors import UsageError
from aligner.language.pattern import spans


def test_matches_are_spans_and_case_does_not_count() -> None:
    assert spans(r"art[íi]culo \d+", "El ARTÍCULO 7 y el artículo 12") == ((3, 13), (19, 30))


def test_empty_matches_are_left_out() -> None:
    assert spans(r"x*", "aaa") == ()


def test_what_is_no_pattern_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError, match="no pattern"):
        spans("(", "text")


def test_a_pattern_that_would_not_end_is_stopped() -> None:
    with pytest.raises(UsageError, match="too slow"):
        spans(r"(a|aa|aaa)+(b|c)+$", "a" * 200 + "!")
