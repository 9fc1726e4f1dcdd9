"""Opposites of a word are found under any of its forms, from the table or by a prefix."""

from __future__ import annotations

import pytest

from aligner.language.opposites import negative, opposites, prefixed_opposites
from aligner.language.tables import table
from aligner.language.vocabulary import en_first_keys, en_keys
from aligner.text.segment import Side


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("serious", "leves"),
        ("refused", "concedida"),
        ("adequate", "insuficientes"),
        ("unilateral", "multilateral"),
        ("substantially", "ligeramente"),
    ],
)
def test_the_opposite_of_a_spanish_word_renders_the_english_one(english: str, spanish: str) -> None:
    assert en_keys(english) & opposites("es", spanish)


@pytest.mark.parametrize(
    ("english", "spanish"), [("unlawful", "legales"), ("unnecessary", "necesaria")]
)
def test_a_negative_prefix_makes_an_opposite(english: str, spanish: str) -> None:
    assert negative("en", english) and not negative("es", spanish)
    assert en_keys(english) & prefixed_opposites("es", spanish)


def test_an_opposite_is_no_word_that_only_shares_a_changed_root_with_it() -> None:
    # Privado, as privó, and prever, as previó.
    assert "prev" not in opposites("es", "publica")


def test_a_further_sense_of_an_english_word_opposes_nothing() -> None:
    assert "abandon" in en_keys("leave") & opposites("es", "mantener")
    assert not en_first_keys("leave") & opposites("es", "mantener")


@pytest.mark.parametrize("word", ["desear", "destino", "imagen"])
def test_a_word_that_only_begins_like_a_prefix_has_none(word: str) -> None:
    assert not negative("es", word)


@pytest.mark.parametrize("side", ["en", "es"])
def test_every_line_of_the_table_has_two_poles_without_a_common_word(side: Side) -> None:
    for line in table("opposites")[side]:
        left, right = (set(pole.split()) for pole in line.split("|"))
        assert left and right and not left & right, line
