"""Quantities without a figure, and names that replace one another."""

from __future__ import annotations

import pytest

from aligner.divergence.check import check
from tests.divergence.examples import bitext_of, one


def found(en: str, es: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    divergences = check(bitext_of([en], [es]))
    return [(each.check, each.facts_en, each.facts_es) for each in divergences]


def test_a_magnitude_in_words_faces_only_another_magnitude() -> None:
    assert found(
        "Thousands of persons crossed the border, and trade was tripled.",
        "Millones de personas cruzaron la frontera, y el comercio se duplicó.",
    ) == [("number", ("thousands",), ("millions",)), ("number", ("3",), ("2",))]


def test_a_period_is_not_said_by_another_one_with_its_figure() -> None:
    assert found(
        "The archive is kept for 6 years and the form for 2 days.",
        "El archivo se guarda 6 meses y el formulario 2 días.",
    ) == [("duration", ("72 m",), ("6 m",))]


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("Hundreds of thousands of votes were counted.", "Se contaron cientos de miles de votos."),
        ("The treaty was in force for a decade.", "El tratado estuvo en vigor diez años."),
        ("The annual report is sent every month.", "El informe anual se envía todos los meses."),
        (
            "The claim is filed within the first thirty working days.",
            "La reclamación se presenta dentro de los treinta primeros días hábiles.",
        ),
        ("The envoy may send a fourth letter.", "El enviado puede mandar una cuarta carta."),
        ("The court may hear a fourth witness.", "El tribunal puede oír a un cuarto testigo."),
        ("One ferry in four will sail on Monday.", "El lunes zarpará uno de cada cuatro barcos."),
        (
            "The families will return once the engineers have checked the dam.",
            "Las familias volverán una vez que los ingenieros hayan revisado la presa.",
        ),
        (
            "The fine is €500 (five hundred euro) for each of the ships.",
            "La multa es de 500 € (quinientos euros) por cada uno de los buques.",
        ),
        ("Add 1,2 or 3 sheets.", "Agregue 1, 2 o 3 hojas."),
        (
            "The notes (October 1998) are kept in the archive.",
            "Las notas (ocutbre de 1998) se conservan en el archivo.",
        ),
        (
            "The first chamber sits in May and the second one sits in June.",
            "La primera sala sesiona en mayo y la segunda sesiona en junio.",
        ),
        (
            "The session opens at 6.35 p.m.",
            "La sesión se abre a las seis y treinta y cinco de la tarde.",
        ),
        (
            "The session opens at 5.45 p.m.",
            "La sesión se abre a las seis menos cuarto de la tarde.",
        ),
    ],
)
def test_the_same_fact_in_other_words_accuses_nobody(en: str, es: str) -> None:
    assert not found(en, es)


@pytest.mark.parametrize(
    ("en", "es"),
    [
        (
            "The claim is filed within the first thirty working days.",
            "La reclamación se presenta dentro de los veinte primeros días hábiles.",
        ),
        ("Add 1,2 or 3 sheets.", "Agregue 1, 4 o 3 hojas."),
        (
            "The notes (October 1998) are kept in the archive.",
            "Las notas (mayo de 1998) se conservan en el archivo.",
        ),
        (
            "The session opens at 6.35 p.m.",
            "La sesión se abre a las seis y veinticinco de la tarde.",
        ),
    ],
)
def test_another_fact_in_that_form_is_found(en: str, es: str) -> None:
    assert found(en, es)


def test_names_that_replace_one_another_are_told_once() -> None:
    assert found(
        "The consul of Peru sends the form in Writer to the court.",
        "El cónsul del Perú envía el formulario de Impress al tribunal.",
    ) == [("name", ("writer",), ("impress",))]


def test_a_name_stuck_behind_a_figure_is_no_fault_of_ours() -> None:
    assert one("name", "The report was sent.", "El informe se envió en 1’Puebla.") == []


def test_hundreds_of_institutions_are_told_in_one_look() -> None:
    english = "The Ministry of Trade and the Ministry of War met. " * 400
    spanish = "El Ministerio de Pesca y el Ministerio de Salud se reunieron. " * 400
    assert len(one("name", english, spanish)) <= 2


def test_half_of_a_unit_of_time_is_that_time() -> None:
    assert not one(
        "duration", "The visit lasts an hour and a half.", "La visita dura noventa minutos."
    )
    assert not one(
        "duration", "The truce holds for half a year.", "La tregua rige durante seis meses."
    )
    assert one("duration", "The truce holds for half a year.", "La tregua rige durante tres meses.")


def test_one_in_three_is_one_of_every_three() -> None:
    assert not found("One ship in three will sail.", "Zarpará uno de cada tres buques.")


def test_the_two_are_each_of_them() -> None:
    spanish = "Las dos delegaciones pagan la mitad."
    assert not found("Half of it is paid by each delegation.", spanish)
    assert found("Half of it is paid by each of the three delegations.", spanish)


def test_ministers_are_told_apart_by_what_they_are_responsible_for() -> None:
    english = "They instructed their foreign ministers to meet."
    assert not one(
        "office", english, "Encargaron a sus ministros de Relaciones Exteriores que se reunieran."
    )
    assert one("office", english, "Encargaron a sus ministros de Transporte que se reunieran.")


def test_words_taken_over_as_they_stand_are_untranslated() -> None:
    english = "Attach the bank statement and the side letter."
    assert one("untranslated-part", english, "Adjunte el bank statement y la carta complementaria.")
    assert not one(
        "untranslated-part", english, "Adjunte el extracto bancario y la carta complementaria."
    )
    assert not one("untranslated-part", "Run make install now.", "Ejecute make install ahora.")
