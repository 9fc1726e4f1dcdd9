"""The general word table reaches inflected forms and cognates."""

from __future__ import annotations

import pytest

from aligner.language.vocabulary import (
    cognate,
    en_empty,
    en_keys,
    en_known,
    es_empty,
    es_keys,
    es_known,
)


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("weapons", "armas"),
        ("strengthening", "fortalecimiento"),
        ("strengthen", "fortalezca"),
        ("shared", "compartidas"),
        ("begins", "comienza"),
        ("found", "encuentran"),
        ("kept", "mantuvo"),
        ("policies", "politicas"),
        ("security", "seguridad"),
        ("information", "informaciones"),
        ("architecture", "arquitectura"),
        ("project's", "proyecto"),
        ("2021", "2021"),
    ],
)
def test_a_word_meets_its_rendering_in_any_form(en: str, es: str) -> None:
    assert en_keys(en) & es_keys(es)


@pytest.mark.parametrize(
    ("en", "es"), [("weapons", "derecho"), ("interest", "internet"), ("contract", "control")]
)
def test_words_that_only_begin_alike_do_not_meet(en: str, es: str) -> None:
    assert not en_keys(en) & es_keys(es)


def test_words_without_content_of_their_own_are_told_apart() -> None:
    assert en_empty("the") and es_empty("los")
    assert not en_empty("police") and not es_empty("policia")


def test_the_table_says_which_words_it_knows() -> None:
    assert en_known("borders") and es_known("fronteras")
    assert not en_known("xyzzy") and not es_known("xyzzy")


def test_a_short_word_has_no_cognate_key() -> None:
    assert cognate("arma") == ()
    assert set(cognate("philosophy")) & set(cognate("filosofia"))
    assert set(cognate("problem")) & set(cognate("problema"))
