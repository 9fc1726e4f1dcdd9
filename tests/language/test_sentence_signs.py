"""Sentences are told from titles, captions and entries of lists."""

from __future__ import annotations

import pytest

from aligner.language.reading import Reading
from aligner.language.sentence_signs import announces, breaks_off, has_inner_stop, is_sentence
from aligner.text.segment import Side


@pytest.mark.parametrize(
    ("side", "text"),
    [
        ("en", "The Parties will meet in Geneva"),
        ("en", "See the note on visas"),
        ("es", "Las Partes se reunirán en Ginebra"),
        ("es", "Los ministros firmaron el acta"),
        ("es", "la sala tercera del tribunal visita hoy con toda su comitiva el puerto nuevo"),
    ],
)
def test_a_finite_verb_or_many_words_make_a_sentence(side: Side, text: str) -> None:
    assert is_sentence(Reading(text, side))


@pytest.mark.parametrize(
    ("side", "text"),
    [
        ("en", "List of participants of the first round"),
        ("en", "Table 4. Visas that were granted in 2019"),
        ("es", "Lista de participantes de la primera ronda"),
        ("es", "Cuadro 4. Visas que fueron concedidas en 2019"),
        ("es", "Se firmó"),
    ],
)
def test_a_title_a_caption_and_two_words_are_no_sentence(side: Side, text: str) -> None:
    assert not is_sentence(Reading(text, side))


def test_a_stop_inside_parts_two_sentences_but_ends_no_initial() -> None:
    assert has_inner_stop("They met. They signed")
    assert not has_inner_stop("Report by J. Rivera")


@pytest.mark.parametrize(
    ("side", "text", "expected"),
    [
        ("en", "The annexes are the following.", True),
        ("en", "The following day they left. The talks had failed.", False),
        ("es", "Se adjuntan varios documentos:", True),
        ("es", "Las conversaciones terminaron:", False),
    ],
)
def test_only_the_last_sentence_announces(side: Side, text: str, expected: bool) -> None:
    assert announces(Reading(text, side)) is expected


def test_a_sentence_cannot_end_in_a_preposition() -> None:
    assert breaks_off(Reading("El fondo se divide en:", "es"))
    assert not breaks_off(Reading("El fondo se divide:", "es"))
    assert not breaks_off(Reading("", "es"))
