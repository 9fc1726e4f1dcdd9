"""The classes of quantifiers, conjunctions, actors, opposites, commitments and safeguards."""

from __future__ import annotations

import pytest

from aligner.language.actors import actors
from aligner.language.antonyms import poles
from aligner.language.conjunctions import conjunctions
from aligner.language.performatives import performatives, same_step
from aligner.language.quantifiers import agree, quantifiers, same_family
from aligner.language.reading import Reading
from aligner.language.register import openings, register
from aligner.language.safeguards import kin, safeguards
from aligner.text.segment import Side


@pytest.mark.parametrize(
    ("side", "text", "expected"),
    [
        ("en", "All victims, at least one witness and most judges", ["all", "atleast", "most"]),
        ("en", "the most used port", []),
        ("en", "each other", []),
        ("es", "sin discriminación alguna.", ["zero"]),
        ("es", "alguna comunidad", ["some"]),
        ("es", "la mayoría de los casos", ["most"]),
        ("es", "hasta el diez por ciento de las cuotas", ["atmost"]),
        ("es", "hasta el diez de mayo", []),
        ("es", "menos de 12 años o más de 60", ["lessthan", "morethan"]),
        ("es", "No votó por alguna de las opciones", ["some"]),
        ("en", "not all members", ["notall"]),
        ("es", "Dijeron que no, todos ellos", ["all"]),
    ],
)
def test_quantifiers_have_a_class(side: Side, text: str, expected: list[str]) -> None:
    assert [each.value for each in quantifiers(Reading(text, side))] == expected


def test_quantifiers_of_one_family_may_still_disagree() -> None:
    assert same_family("all", "some") and not agree("all", "some")
    assert agree("each", "all") and not same_family("all", "atleast")


@pytest.mark.parametrize(
    ("side", "text", "expected"),
    [
        ("en", "men and women or children", ["and", "or"]),
        ("en", "men and/or women", ["both"]),
        ("es", "hombres y/o mujeres", ["both"]),
        ("es", "México e Italia, así como Perú", ["and", "and"]),
        ("es", "Francia, o bien Italia", ["or"]),
        ("es", "siete u ocho", ["or"]),
        ("en", "the Heads of State or Government and their deputies", ["and"]),
        ("es", "las vocales «o» y «u»", ["and"]),
        ("es", "Firme en la casilla O del formulario.", []),
        ("es", "No vino. Y luego firmó.", ["and"]),
    ],
)
def test_conjunctions_have_a_class(side: Side, text: str, expected: list[str]) -> None:
    assert [each.value for each in conjunctions(Reading(text, side))] == expected


def test_a_word_for_two_actors_has_both_classes() -> None:
    (actor,) = actors(Reading("El proveedor cumplirá.", "es"))
    assert set(actor.value.split("|")) == {"provider", "vendor"}


def test_us_in_capitals_is_a_state_and_us_is_not() -> None:
    assert [each.value for each in actors(Reading("They told us of US efforts.", "en"))] == [
        "united-states"
    ]


def test_opposites_lie_on_the_two_poles_of_an_axis() -> None:
    (increase,) = poles(Reading("increased", "en"))["increase"]
    (reduce,) = poles(Reading("redujeron", "es")).get(
        "increase", poles(Reading("reducirán", "es"))["increase"]
    )
    assert {increase.value, reduce.value} == {"+", "-"}


def test_a_step_of_the_ladder_is_the_same_in_both_languages() -> None:
    (pledge,) = performatives(Reading("They pledge peace.", "en"))
    (commit,) = performatives(Reading("Se comprometen con la paz.", "es"))
    (seek,) = performatives(Reading("Procurarán la paz.", "es"))
    assert same_step(pledge, commit) and not same_step(pledge, seek)


def test_kindred_safeguards_may_render_one_another() -> None:
    (one,) = safeguards(Reading("as appropriate", "en"))
    (other,) = safeguards(Reading("en la medida de lo posible", "es"))
    assert kin(one.value, other.value) and not kin("resources", "prejudice")


def test_the_law_of_somebody_named_is_no_safeguard() -> None:
    assert safeguards(Reading("in accordance with the law of the Member State", "en")) == ()
    assert safeguards(Reading("in accordance with the law", "en"))


def test_treaty_language_and_openings_are_found() -> None:
    assert [e.value for e in register(Reading("Las Partes firmaron.", "es"))] == ["parties"]
    assert [e.value for e in openings(Reading("crimes, including fraud", "en"))] == ["open"]
