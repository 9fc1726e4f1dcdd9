"""Names, acronyms, punctuation and the language of a stretch of text."""

from __future__ import annotations

import pytest

from aligner.language.acronyms import acronyms
from aligner.language.idiom import votes
from aligner.language.name_kinds import vouched
from aligner.language.names import names
from aligner.language.punctuation import ending, slips
from aligner.language.reading import Reading
from aligner.text.segment import Side
from tests.patience import patience


def test_the_same_letters_stand_for_other_things_on_the_other_side() -> None:
    assert acronyms(Reading("the EU", "en"))[0].key == "eu"
    assert acronyms(Reading("la EU", "es"))[0].key == "us"
    for form in ("EE. UU.", "EEUU", "EUA", "E.U.A."):
        assert acronyms(Reading(f"los {form} y", "es"))[0].key == "us"


def test_stress_runs_of_capitals_and_roman_figures_are_no_acronyms() -> None:
    assert not acronyms(Reading("You may NOT use chapter IV", "en"))
    assert not acronyms(Reading("THIS IS ALL WRITTEN LOUD here", "en"))


def test_a_capital_that_begins_something_is_initial() -> None:
    found = names(Reading("Peace with Guatemala. Talks in Oaxaca: “Order”", "en"))
    assert [(each.folded, each.initial) for each in found] == [
        ("peace", True),
        ("guatemala", False),
        ("talks", True),
        ("oaxaca", False),
        ("order", True),
    ]


def test_a_heading_in_title_case_and_the_label_of_a_menu_hold_no_firm_name() -> None:
    heading = names(Reading("New Rules for Border Crossings and Ferry Ports", "en"))
    assert all(each.initial for each in heading)
    label = names(Reading("Choose Undo → Paste in the Tools menu of Guatemala", "en"))
    assert [each.folded for each in label if not each.initial] == ["guatemala"]
    assert not names(Reading("pulse ~Borrar", "es"))


def test_small_words_that_both_languages_have_vote_for_neither() -> None:
    text = "a no me the los"
    assert votes(Reading(text, "en")) == (0, 0, 0, 1, -1)
    assert votes(Reading("if/else", "en")) == (0, 0)


@pytest.mark.parametrize(
    ("text", "side", "kinds"),
    [
        ("one (two", "en", ["bracket"]),
        ("one) two", "en", ["bracket"]),
        ("a) one; b) two", "en", []),
        ("uno «dos", "es", ["quote"]),
        ("“uno” y “dos“", "es", []),
        ("Cómo?", "es", ["inverted"]),
        ("¿Cómo será. Bien.", "es", ["unclosed"]),
        ("¿Vendrá la Sra. Ana? ¡¿Sí?!", "es", []),
        ("¿Cómo? ¡Sí!", "es", []),
        ("How?", "en", []),
        ("uno , dos", "es", ["space"]),
        ("uno  dos", "es", ["space"]),
        ("unos,dos", "es", ["no-space"]),
        ("uno.. Dos", "es", ["doubled-mark"]),
        ("EE. UU.. Dos", "es", []),
        ("de de la", "es", ["doubled-word"]),
        ("the world had had enough", "en", []),
        ("nested ((one) [two])", "en", []),
        ("«uno« y «dos»", "es", ["turned-quote"]),
        ("«uno« de dos", "es", ["turned-quote"]),
        ('“uno "dos" tres”', "es", []),
        ("unos,y dos", "es", ["no-space"]),
        ("el párrafo 8) dos", "es", ["bracket"]),
        ("1) uno y 2) dos", "es", []),
        ('ponga "[" y "]"', "es", []),
        (r'la barra "\\" y "uno"', "es", []),
        ('el signo "?" y no', "es", []),
        ("escriba :salir!", "es", []),
        ("... y cuándo?", "es", []),
        ("Etc... Y cuándo?", "es", ["inverted"]),
        ("Sur o Norte/Este?", "es", ["inverted"]),
        ("para para dos", "es", ["doubled-word"]),
    ],
)
def test_a_slip_is_seen_where_there_is_one(text: str, side: str, kinds: list[str]) -> None:
    assert [slip.kind for slip in slips(Reading(text, side))] == kinds  # type: ignore[arg-type]


def test_the_end_mark_stands_before_what_closes() -> None:
    assert ending("He said “yes.”")[0] == "."
    assert ending("He said so")[0] == ""
    assert ending("And so on...")[0] == "…"


@pytest.mark.parametrize(
    "text", ["(" * 200_000, "()" * 100_000, "[" * 100_000 + ")" * 100_000, "a? " * 60_000,
             "A " * 100_000, "«" * 100_000, "la la " * 60_000, '"' * 100_000, "(a. " * 50_000],
    ids=lambda text: text[:4],
)  # fmt: skip
def test_a_long_text_ends(text: str) -> None:
    for read in (slips, acronyms, names):
        with patience():
            read(Reading(text, "es"))


def test_words_beside_a_name_vouch_for_it() -> None:
    def seen(text: str, side: Side) -> list[str]:
        reading = Reading(text, side)
        return [each.folded for each in names(reading) if vouched(reading, each)]

    assert seen("we met Ms. Irene Salcedo near Toluca", "en") == ["irene", "salcedo", "toluca"]
    assert seen("the chair, Irene Salcedo, spoke", "en") == ["irene", "salcedo"]
    assert seen("the Suchiate River and the Navigator", "en") == ["suchiate"]
    assert seen("los estados de Colima, Nayarit y Durango", "es") == [
        "colima",
        "nayarit",
        "durango",
    ]
    assert not seen("the Navigator shows Bookmarks", "en")


def test_a_way_through_labels_holds_no_name_and_a_border_of_two_states_does() -> None:
    way = names(Reading("then open Format - Text Box", "en"))
    assert all(each.initial for each in way)
    border = names(Reading("along the Guatemala - Belize border", "en"))
    assert not any(each.initial for each in border)


def test_a_sentence_full_of_long_names_is_no_heading() -> None:
    text = "The Supreme Court of Justice of the Nation and the Court of Tabasco signed in Oslo."
    assert "oslo" in [each.folded for each in names(Reading(text, "en")) if not each.initial]


def test_acronyms_joined_by_a_stroke_are_two_and_a_path_is_none() -> None:
    found = acronyms(Reading("the data (API/PNR) in /ETC/PNR, a Letter of Intent (LoI)", "en"))
    assert [each.form for each in found] == ["API", "PNR", "LOI"]
