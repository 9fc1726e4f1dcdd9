"""Clauses that seem to be missing and may be said in another way."""

from __future__ import annotations

import pytest

from aligner.divergence.doubt import doubtful
from aligner.divergence.gaps import gaps
from aligner.divergence.likeness import unlike
from aligner.divergence.passage import Context, Passage
from tests.divergence.examples import bitext_of


def passage(en: str, es: str) -> Passage:
    return Context(bitext_of([en], [es])).passages[0]


def doubts(en: str, es: str) -> list[bool]:
    made = passage(en, es)
    return [doubtful(made, gap) for gap in gaps(made) if gap.kind == "clause"]


def test_the_rendering_of_a_foreign_word_that_both_versions_keep_is_doubted() -> None:
    en = "The harbour office keeps the register called pilotlog and publishes the fees every year."
    es = (
        "La oficina del puerto lleva el registro llamado pilotlog (diario de los prácticos) "
        "y publica las tarifas cada año."
    )
    assert doubts(en, es) == [True]


def test_a_clause_that_a_sign_sets_off_and_no_word_renders_is_not_doubted() -> None:
    en = "The ministers will meet every year, alternating between the two capital cities."
    assert doubts(en, "Los ministros se reunirán cada año.") == [False]


@pytest.mark.parametrize("order", ["acto seguido", "de igual manera"])
def test_a_makeweight_is_no_clause(order: str) -> None:
    en = "The clerk signs the register of the ships and closes the office of the port."
    es = f"El secretario firma el registro de los barcos y, {order}, cierra la oficina del puerto."
    assert all(doubts(en, es))


def test_one_formula_with_names_of_its_own_is_alike() -> None:
    assert not unlike(
        passage("?both(first1, second2), (first1)", "?both(prima1, segunda2), (prima1)")
    )
