"""Names that are another name with a letter wrong."""

from __future__ import annotations

import pytest

from aligner.divergence.misspelled import misspelled
from aligner.divergence.passage import Context
from tests.divergence.examples import bitext_of


def slips(en: str, es: str) -> list[tuple[str, str]]:
    passage = Context(bitext_of([en], [es])).passages[0]
    return [(a.folded, b.folded) for a, b in misspelled(passage)]


@pytest.mark.parametrize("wrong", ["Tarfina", "Tafrna", "Tafrinna", "Tafpina"])
def test_a_letter_turned_lost_or_exchanged_is_a_slip(wrong: str) -> None:
    found = slips("The fleet left Tafrina at noon.", f"La flota zarpó de {wrong} a mediodía.")
    assert found == ([] if wrong == "Tafrinna" else [("tafrina", wrong.lower())])


def test_what_spelling_or_an_ending_explains_is_none() -> None:
    assert not slips("They met in Kenya and Belize.", "Se reunieron en Kenia y Belice.")
    assert not slips("He saw the Tafirian fleet.", "Vio la flota de Tafiriana.")


def test_a_name_that_both_versions_have_is_misspelled_nowhere() -> None:
    english = "The towns of Tafira and Tarifa signed."
    assert not slips(english, "Firmaron las localidades de Tafira y Tarifa.")
