"""Negations are counted as each language counts them."""

from __future__ import annotations

import pytest

from aligner.language.negation import negations
from aligner.language.reading import Reading
from aligner.language.weak_negation import weak_negations
from aligner.text.segment import Side


def words(text: str, side: Side) -> list[str]:
    return [text[slice(*each.span)] for each in negations(Reading(text, side))]


@pytest.mark.parametrize(
    ("side", "text", "expected"),
    [
        ("es", "No tiene ningún derecho.", ["No"]),
        ("es", "Ninguna persona lo sabe.", ["Ninguna"]),
        ("es", "La persona tiene ningún derecho.", []),
        ("es", "Ni México ni Canadá firmaron.", ["Ni", "ni"]),
        ("es", "A más tardar en mayo, sin perjuicio de la ley.", []),
        ("en", "No more than two, not only three.", []),
        ("en", "A non-violent protest failed to convince the members.", ["non", "failed to"]),
        (
            "es",
            "Un acuerdo no vinculante para las Partes que dice que ningún Estado paga.",
            ["no", "ningún"],
        ),
        ("es", "No creo que ningún Estado pague.", ["No"]),
        ("es", "Toda Parte podrá devolverlo en modo alguno.", []),
        ("en", "Rule No. 1 holds.", []),
        ("en", "It returns None here.", []),
        ("en", "They cannot and don’t agree.", ["cannot", "don’t"]),
        ("en", "Set status=none or why-not in the form.", []),
        ("en", "They decide whether to sign or not.", []),
        ("en", "The list names the judges and nothing else.", []),
        ("es", "El acuerdo no obliga únicamente a los jueces, sino también a la policía.", []),
        ("es", "El acuerdo no obliga únicamente a los jueces.", ["no"]),
        ("es", "Importa saber si firman, o no.", []),
        ("es", "El cónsul o, si no, el notario firma el acta.", []),
        ("es", "No lo envíe a EE. UU. ni a México.", ["No", "ni"]),
        ("es", "Con este tratado ni México ni Canadá ceden.", ["ni", "ni"]),
    ],
)
def test_each_negation_counts_once(side: Side, text: str, expected: list[str]) -> None:
    assert words(text, side) == expected


def test_a_repeated_negation_needs_no_partner() -> None:
    values = [each.value for each in negations(Reading("no police and no army", "en"))]
    assert values == ["not", "again"]


def test_a_prefix_holds_a_negation() -> None:
    weak = weak_negations(Reading("an untapped and unequal market under a united front", "en"))
    assert [each.first for each in weak if each.value == "soft"] == [1, 3]


def test_a_question_tag_and_an_alternative_negate_nothing() -> None:
    assert negations(Reading("You have signed the minutes, haven't you?", "en")) == ()
    assert negations(Reading("La Mesa decidirá si procede o no el recurso.", "es")) == ()
    assert negations(Reading("Debe avisar tanto si asiste como si no.", "es")) == ()


def test_a_phrase_of_concord_after_its_verb_needs_a_negation_before_it() -> None:
    kept = negations(Reading("Los peritos no intervinieron en ningún momento.", "es"))
    assert [each.first for each in kept] == [2]
    assert negations(Reading("Los peritos intervinieron en ningún momento.", "es")) == ()


def test_a_compound_with_no_is_a_weak_negation() -> None:
    reading = Reading("a no-fly zone and a nonmember state", "en")
    assert negations(reading) == ()
    assert [each.first for each in weak_negations(reading)] == [1, 6]


@pytest.mark.parametrize(
    "text", ["It is none other than the chair.", "Not until Monday may the ship leave."]
)
def test_what_only_seems_to_negate_stands_whole_in_the_table(text: str) -> None:
    assert words(text, "en") == []


@pytest.mark.parametrize(
    "word", ["rotación", "rotonda", "rotativo", "supervisar", "superficie", "exclusivo"]
)
def test_a_word_that_only_begins_alike_holds_no_negation(word: str) -> None:
    assert weak_negations(Reading(f"La {word} sigue.", "es")) == ()


def test_a_relative_clause_behind_sin_negates_for_itself() -> None:
    kept = negations(Reading("Es un apoyo sin el cual nada se habría firmado.", "es"))
    assert [each.first for each in kept] == [3, 6]


def test_ni_and_ni_behind_no_are_one_more_negation() -> None:
    kept = negations(Reading("La oficina que no haga ni lo uno ni lo otro cerrará.", "es"))
    assert [each.value for each in kept] == ["not", "again"]
