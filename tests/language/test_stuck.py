"""Words, figures and brackets without a blank between them."""

from __future__ import annotations

import pytest

from aligner.language.reading import Reading
from aligner.language.stray_stops import stray_stops
from aligner.language.stuck import stuck


@pytest.mark.parametrize(
    "text",
    [
        "The Council (CNE)shall meet.",
        "The Organization(WHO) was told.",
        "The report of10 May was read.",
        "They have 30days to answer.",
        "There is one aim:the peace of all.",
    ],
)
def test_words_that_touch_a_bracket_a_figure_or_a_colon_are_stuck(text: str) -> None:
    assert len(list(stuck(Reading(text, "en")))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The judge(s) may (re)open a file.",
        "See https://example.org/of10 and call(x) at http:me.",
        "The 3rd group has 20km to go, and B12 is good.",
    ],
)
def test_endings_in_brackets_code_and_units_are_not(text: str) -> None:
    assert not list(stuck(Reading(text, "en")))


def test_a_stop_before_a_small_letter_is_stray_but_for_abbreviations() -> None:
    assert len(list(stray_stops(Reading("It holds for. the school in 2027. it ends.", "en")))) == 2
    assert not list(stray_stops(Reading("See art. the first, vs. the last, approx. ten.", "en")))
