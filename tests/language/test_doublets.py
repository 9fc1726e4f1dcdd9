"""The two genders of one word side by side."""

from __future__ import annotations

import pytest

from aligner.language.doublets import doublets, genders
from aligner.language.reading import Reading


@pytest.mark.parametrize(
    "text",
    [
        "el usuario o la usuaria",
        "de la trabajadora o del trabajador",
        "las niñas y los niños",
        "españoles y españolas",
        "los y las intérpretes",
        "las jefas y los jefes",
        "alcaldes y alcaldesas",
        "actores y actrices",
        "los interesados e interesadas",
        "padres y madres",
        "el fiscal o la fiscal",
        "el usuario/a",
        "los trabajadores(as)",
    ],
)
def test_two_genders_of_a_word_are_a_doublet(text: str) -> None:
    assert len(doublets(Reading(text, "es"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "el puerto o la aduana",
        "los hombres y las mujeres",
        "el usuario y los usuarios",
        "la ley y la red",
    ],
)
def test_two_things_are_no_doublet(text: str) -> None:
    assert not doublets(Reading(text, "es"))


def test_english_pronouns_of_both_genders_are_a_doublet() -> None:
    assert len(doublets(Reading("He or she shall keep his or her papers, or hers.", "en"))) == 2


def test_a_form_is_not_the_other_gender_of_itself() -> None:
    assert not genders("representante", "representante")
