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
    ],
)
def test_the_same_step_in_other_words_accuses_nobody(en: str, es: str) -> None:
    assert not found(en, es)


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
