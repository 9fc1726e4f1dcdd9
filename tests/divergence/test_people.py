"""Peoples that take one another's place, and what the check of names says of them."""

from __future__ import annotations

import pytest

from aligner.divergence.divergence import Divergence
from aligner.divergence.name import CHECK
from aligner.divergence.passage import Context
from aligner.divergence.people import estranged
from tests.divergence.examples import bitext_of


def pairs(en: str, es: str) -> list[tuple[str, str]]:
    """The words of the peoples that differ."""
    found = estranged(Context(bitext_of([en], [es])).passages[0])
    return [(en[slice(*a)], es[slice(*b)]) for a, b, _ in found]


def said(en: str, es: str) -> list[Divergence]:
    passage = Context(bitext_of([en], [es])).passages[0]
    assert CHECK.in_bead is not None
    return list(CHECK.in_bead(passage))


@pytest.mark.parametrize(
    ("en", "es"),
    [
        (
            "Austria, Belgium, Germany and Sweden signed the treaty.",
            "Alemania, Austria, Bélgica y Suecia firmaron el tratado.",
        ),
        (
            "Mexico's ambassador met the Secretary.",
            "El embajador se reunió con la Secretaria.",
        ),
        ("Jordan Ellis spoke for the Canadian mission.", "Jordan Ellis habló por la misión."),
        ("The cooks served turkey to the guests.", "Los cocineros sirvieron pavo a los chilenos."),
        (
            "The consul in El Salvador answered.",
            "El cónsul en la capital salvadoreña respondió.",
        ),
    ],
)
def test_peoples_in_another_order_or_form_or_on_one_side_accuse_nobody(en: str, es: str) -> None:
    assert pairs(en, es) == []


def test_a_people_in_a_list_differs_though_the_order_does() -> None:
    assert pairs(
        "Austria, Germany, Norway and Sweden signed the treaty.",
        "Alemania, Austria, Dinamarca y Suecia firmaron el tratado.",
    ) == [("Norway", "Dinamarca")]


def test_a_name_that_holds_a_small_word_is_not_taken_for_one_that_stands_alike() -> None:
    assert pairs(
        "The armed forces of El Salvador were reduced.",
        "Las fuerzas armadas de Chipre se redujeron en el país.",
    ) == [("El Salvador", "Chipre")]


def test_two_languages_far_from_their_place_differ_where_they_are_alone_in_the_sentence() -> None:
    assert pairs(
        "The annex, whose wording was settled by the experts last spring, is written in Polish.",
        "Escrito en japonés, el anexo recoge el texto que los peritos acordaron en primavera.",
    ) == [("Polish", "japonés")]


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("The minutes were sent to Germany.", "Las actas se enviaron a Austria."),
        ("The envoy of Portugal spoke.", "El enviado finlandés habló."),
        (
            "They stressed trade between Peru and Chile.",
            "Subrayaron el comercio de Bolivia y Perú.",
        ),
    ],
)
def test_the_words_of_a_pair_are_in_one_finding_of_the_check_of_names(en: str, es: str) -> None:
    (only,) = said(en, es)
    assert only.wording == "name.differ"


def test_a_name_whose_people_the_other_version_has_in_another_form_does_not_stand_alone() -> None:
    assert said("The guide speaks Castilian.", "El guía habla español.") == []
