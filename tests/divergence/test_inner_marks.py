"""Marks between clauses that one version lost, and stops where no sentence ends."""

from __future__ import annotations

from aligner.divergence.inner_marks import inner_marks
from aligner.divergence.passage import Context
from tests.divergence.examples import bitext_of

PLAIN_EN = "The fund pays for the school; the council pays for the road."
PLAIN_ES = "El fondo paga la escuela; el consejo paga el camino."


def marks(en: str, es: str) -> list[tuple[str, str, bool]]:
    passage = Context(bitext_of([en], [es])).passages[0]
    return [(mark.side, mark.sign, mark.lost) for mark in inner_marks(passage)]


def test_versions_with_the_same_marks_miss_none() -> None:
    assert marks(PLAIN_EN, PLAIN_ES) == []


def test_a_semicolon_that_only_one_version_has_was_lost() -> None:
    assert marks(PLAIN_EN, PLAIN_ES.replace(";", "")) == [("en", ";", True)]
    assert marks(PLAIN_EN.replace(";", ""), PLAIN_ES) == [("es", ";", True)]


def test_a_comma_a_dash_or_a_conjunction_stands_for_a_semicolon() -> None:
    for instead in (",", " —", " y", ", mientras que"):
        assert marks(PLAIN_EN, PLAIN_ES.replace(";", instead)) == []


def test_a_mark_that_stands_elsewhere_in_the_other_version_was_not_lost() -> None:
    spanish = "El fondo paga la escuela el consejo paga el camino; así es."
    assert marks(PLAIN_EN, spanish) == []


def test_a_colon_before_a_label_or_behind_a_small_word_is_left_alone() -> None:
    assert marks("See the option Configure the road.", "Vea la opción: Configurar el camino.") == []
    assert marks("The two results are good and bad.", "Los dos resultados son: bueno y malo.") == []


def test_a_stop_before_a_word_in_small_letters_ends_no_sentence() -> None:
    english = "The fund pays for the school. and for the road of the council."
    spanish = "El fondo paga la escuela y el camino del consejo."
    assert marks(english, spanish) == [("en", ".", False)]


def test_a_stop_that_both_versions_have_there_parts_two_sentences() -> None:
    english = "The fund pays for the school. gzip pays for the road."
    assert marks(english, "El fondo paga la escuela. gzip paga el camino.") == []
