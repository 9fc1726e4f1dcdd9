"""Which words of a text a name may be."""

from __future__ import annotations

import pytest

from aligner.language.neighbours import Neighbours
from aligner.language.reading import Reading
from tests.patience import patience

SPANISH = Reading(
    "La embajada de Varsovia invitó a los peruanos y a la Hispanoamérica entera.", "es"
)


@pytest.mark.parametrize("name", ["peru", "varsovie", "america", "hispanoamericano"])
def test_another_ending_another_letter_and_a_part_are_near(name: str) -> None:
    assert Neighbours(SPANISH).near(name)


@pytest.mark.parametrize("name", ["oslo", "kiev", "em", "santiago"])
def test_other_names_are_not(name: str) -> None:
    assert not Neighbours(SPANISH).near(name)


def test_a_name_of_thousands_of_letters_is_soon_done() -> None:
    with patience(10.0):
        assert not Neighbours(SPANISH).near("q" * 20_000)
