"""Remarks in brackets that one version leaves out."""

from __future__ import annotations

import pytest

from aligner.divergence.coverage import coverage
from aligner.divergence.passage import Context
from aligner.divergence.remark import remarks
from tests.divergence.examples import bitext_of

LEFT_OUT = "La oficina del puerto lleva el registro de los prácticos y publica las tarifas."


def count(en: str, es: str) -> int:
    passage = Context(bitext_of([en], [es])).passages[0]
    return sum(1 for _ in remarks(passage, passage.of(coverage), "en"))


def test_a_remark_that_the_other_version_lacks_is_found() -> None:
    en = "The harbour office keeps the register of the pilots (it may ask for a copy) and publishes the fees."
    assert count(en, LEFT_OUT) == 1


@pytest.mark.parametrize(
    "en",
    [
        "The harbour office keeps the register of the “pilots” (guides of big ships) and publishes the fees.",
        "The harbour office (Harbour Authority of Tampico) keeps the register of the pilots and publishes the fees.",
        "The harbour office keeps the register (once) of the pilots and publishes the fees.",
    ],
)
def test_a_gloss_a_name_and_a_word_are_no_remarks(en: str) -> None:
    assert count(en, LEFT_OUT) == 0


def test_a_remark_that_the_other_version_sets_apart_with_dashes_is_there() -> None:
    en = "The office keeps the register (it may ask for copies) of the pilots."
    assert count(en, "La oficina lleva el registro — puede pedirlas — de los prácticos.") == 0
