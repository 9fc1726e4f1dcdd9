"""Which countries, peoples and languages a text names."""

from __future__ import annotations

import pytest

from aligner.language.peoples import peoples
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side


def found(text: str, side: Side) -> list[str]:
    """The words of the peoples that a text names firmly."""
    return [text[each.start : each.end] for each in peoples(Reading(text, side)) if each.firm]


def meant(text: str, side: Side) -> set[str]:
    return {name for each in peoples(Reading(text, side)) for name in each.meanings}


@pytest.mark.parametrize(
    "text",
    [
        "Please polish the china; a turkey and a guinea pig were bought.",
        "Polish the brass plates.",
        "It is for us to decide.",
        "GIVE US TIME",
    ],
)
def test_english_words_without_a_capital_that_says_so_name_no_people(text: str) -> None:
    assert found(text, "en") == []


@pytest.mark.parametrize(
    "text", ["una cuba de vino", "el chile verde", "la malta", "los fines del acuerdo"]
)
def test_spanish_nouns_need_their_capital(text: str) -> None:
    assert found(text, "es") == []


def test_spanish_adjectives_are_read_in_all_forms_and_small() -> None:
    text = "la ley japonesa, los barcos japoneses, un cónsul marroquí y las aduanas guatemaltecas"
    assert found(text, "es") == ["japonesa", "japoneses", "marroquí", "guatemaltecas"]


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("the U.S. consul", "el cónsul de los EE. UU."),
        ("the US consul", "el cónsul norteamericano"),
        ("the British consul", "el cónsul inglés"),
        ("the UK’s consul", "el cónsul del Reino Unido"),
        ("a Dutch vessel", "un buque de los Países Bajos"),
        ("a Dutch vessel", "un buque de Holanda"),
        ("in Castilian", "en español"),
        ("in Spanish", "en castellano"),
        ("an Indian citizen", "un ciudadano hindú"),
        ("the Korean delegation", "la delegación de Corea del Sur"),
        ("Côte d’Ivoire", "Costa de Marfil"),
        ("southern Africa", "África meridional"),
        ("Guinea-Bissau", "Guinea-Bissáu"),
        ("an EU directive", "una directiva europea"),
    ],
)
def test_names_of_one_people_share_a_meaning(en: str, es: str) -> None:
    assert meant(en, "en") & meant(es, "es")


@pytest.mark.parametrize(
    ("longer", "side", "other"),
    [
        ("New Mexico", "en", "mexico"),
        ("Nuevo México", "es", "mexico"),
        ("the Gulf of Mexico", "en", "mexico"),
        ("el golfo de México", "es", "mexico"),
        ("South African", "en", "africa"),
        ("Guinea-Bissau", "en", "guinea"),
        ("American Samoa", "en", "united-states"),
        ("Papua Nueva Guinea", "es", "guinea"),
        ("Estados Unidos Mexicanos", "es", "united-states"),
        ("British Columbia", "en", "united-kingdom"),
        ("South Sudan", "en", "sudan"),
    ],
)
def test_what_a_longer_name_holds_is_not_named(longer: str, side: Side, other: str) -> None:
    text = f"They met in {longer}." if side == "en" else f"Se reunieron en {longer}."
    assert other not in meant(text, side)
    assert len(found(text, side)) == 1


def test_the_two_koreas_differ_where_both_are_told_apart() -> None:
    assert not meant("the North Korean envoy", "en") & meant("el enviado surcoreano", "es")


def test_every_row_is_written_on_both_sides_and_folded() -> None:
    for name, row in table("peoples")["peoples"].items():
        assert row["en"], name
        assert row.get("es") or row.get("of"), name
        for form in (form for forms in row.values() for form in forms):
            assert form == Reading(form, "es").lower, (name, form)
