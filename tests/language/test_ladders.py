"""A word on another step of a ladder is found under the forms of a verb, and not under its nouns."""

from __future__ import annotations

import pytest

from aligner.language.ladders import Ladder, other_steps, own_keys
from aligner.language.tables import table
from aligner.language.vocabulary import en_keys


@pytest.mark.parametrize(
    ("kind", "english", "spanish"),
    [
        ("acts", "recommends", "exige"),
        ("acts", "requires", "toleran"),
        ("acts", "verify", "suponga"),
        ("force", "possible", "necesarias"),
        ("force", "voluntary", "obligatorio"),
    ],
)
def test_a_rendering_on_another_step_is_met(kind: Ladder, english: str, spanish: str) -> None:
    assert en_keys(english) & other_steps(kind, spanish)


@pytest.mark.parametrize("word", ["orden", "ordenes", "ordenamiento"])
def test_a_noun_of_the_root_of_a_verb_is_on_no_step(word: str) -> None:
    assert not other_steps("acts", word)


def test_a_pronoun_at_the_end_of_a_verb_changes_nothing() -> None:
    assert en_keys("ensure") & own_keys("asegurese")


@pytest.mark.parametrize("kind", ["acts", "force"])
def test_no_word_stands_on_two_steps_of_a_line(kind: Ladder) -> None:
    for line in table("ladders")[kind]:
        words = [word for step in line.split("|") for word in step.split()]
        assert len(words) == len(set(words)) and "|" in line, line
