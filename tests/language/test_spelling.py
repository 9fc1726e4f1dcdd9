"""Words with two spellings."""

from __future__ import annotations

import pytest

from aligner.language.spelling import variant
from aligner.text.segment import Side


@pytest.mark.parametrize(
    ("side", "one", "other"),
    [
        ("en", "organize", "organise"),
        ("en", "Organizations", "organisations"),
        ("en", "colors", "colours"),
        ("en", "center", "centre"),
        ("es", "periodo", "período"),
        ("es", "vídeos", "videos"),
    ],
)
def test_two_spellings_are_one_word(side: Side, one: str, other: str) -> None:
    first, second = variant(one, side), variant(other, side)
    assert first is not None and second is not None
    assert first[0] == second[0] and first[1] != second[1]


@pytest.mark.parametrize("word", ["exercise", "advise", "promise", "size", "prize", "border"])
def test_a_word_with_one_spelling_has_no_variant(word: str) -> None:
    assert variant(word, "en") is None
