"""Names of samples made of words of the language."""

from __future__ import annotations

import pytest

from aligner.language.compounds import renders


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("treaty_list", "lista_de_tratados"),
        ("TreatyName", "NombreTratado"),
        ("newfile", "nuevoarchivo"),
        ("user", "usuario"),
    ],
)
def test_a_sample_is_one_where_its_words_render_one_another(en: str, es: str) -> None:
    assert renders(en, es)


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("treaty_list", "lista_de_cartas"),
        ("Leeds", "Cuenca"),
        ("press-office", "oficina-legal"),
        ("archive", "archive"),
    ],
)
def test_other_words_make_another_name(en: str, es: str) -> None:
    assert not renders(en, es)
