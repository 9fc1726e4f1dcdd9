"""Forms written out from a word."""

from __future__ import annotations

import pytest

from aligner.language.inflection import forms, kinds
from aligner.language.spanish_verbs import is_infinitive


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("organización", {"organizaciones"}),
        ("joven", {"jóvenes"}),
        ("país", {"países"}),
        ("interés", {"intereses"}),
        ("crisis", set()),
        ("vez", {"veces"}),
        ("ley", {"leyes"}),
        ("régimen", {"regímenes"}),
        ("redes", {"red"}),
        ("ciudadano", {"ciudadana", "ciudadanos", "ciudadanas"}),
    ],
)
def test_a_spanish_noun_has_its_plural_with_the_accents_of_the_rules(
    word: str, others: set[str]
) -> None:
    assert forms(word, "noun", "es") >= {word, *others}


@pytest.mark.parametrize(
    ("word", "other"),
    [("caso", "casa"), ("política", "político"), ("parte", "partido"), ("año", "ano")],
)
def test_two_words_stay_two(word: str, other: str) -> None:
    assert other not in forms(word, "noun", "es")


def test_an_adjective_has_four_forms() -> None:
    assert forms("delictivo", "adjective", "es") >= {
        "delictivo",
        "delictiva",
        "delictivos",
        "delictivas",
    }


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("perseguir", "persiguieron"),
        ("prevenir", "prevengan"),
        ("construir", "construyó"),
        ("reducir", "redujo"),
        ("comprometerse", "comprometen"),
        ("combatir", "combatiéndolo"),
        ("reconocer", "reconozcan"),
        ("obtener", "obtuvieron"),
    ],
)
def test_a_spanish_verb_is_conjugated(verb: str, form: str) -> None:
    assert form in forms(verb, "verb", "es")


def test_a_noun_that_ends_like_an_infinitive_is_none() -> None:
    assert not is_infinitive("lugar")
    assert is_infinitive("cooperar")


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("party", "parties"),
        ("memorandum", "memoranda"),
        ("organization", "organisations"),
        ("program", "programmes"),
        ("crisis", "crises"),
        ("children", "child"),
    ],
)
def test_an_english_noun_has_its_plural_and_its_other_spelling(word: str, other: str) -> None:
    assert other in forms(word, "noun", "en")


def test_words_whose_plural_means_something_else_stay_apart() -> None:
    assert forms("goods", "noun", "en") == {"goods"}
    assert "customs" not in forms("custom", "noun", "en")


def test_the_place_in_a_term_says_how_a_word_inflects() -> None:
    assert kinds(("red", "delictiva", "de", "armas"), "es") == (
        "noun",
        "adjective",
        "fixed",
        "noun",
    )
    assert kinds(("combatir", "el", "delito"), "es") == ("verb", "fixed", "noun")
    assert kinds(("attorney", "general"), "en") == ("noun", "noun")
    assert kinds(("public", "policy"), "en") == ("adjective", "noun")
    assert kinds(("take", "note"), "en", "verb") == ("verb", "noun")
