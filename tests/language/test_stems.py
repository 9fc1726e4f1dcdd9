"""Forms of one word fall together."""

from __future__ import annotations

import pytest

from aligner.language.stems import en_stem, es_stem


@pytest.mark.parametrize(("one", "other"), [("modules", "module"), ("networks", "network")])
def test_english_number_is_cut(one: str, other: str) -> None:
    assert en_stem(one).startswith(en_stem(other)) or en_stem(other).startswith(en_stem(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("redes", "red"), ("interesados", "interesada"), ("meses", "mes"), ("modulos", "modulo")],
)
def test_spanish_number_and_gender_are_cut(one: str, other: str) -> None:
    assert es_stem(one) == es_stem(other)


def test_a_short_word_is_its_own_stem() -> None:
    assert (
        en_stem("gas") in ("gas", "ga") and es_stem("paz") == "paz" and en_stem("class") == "class"
    )
