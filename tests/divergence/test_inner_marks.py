"""Marks between clauses that one version lost, and stops where no sentence ends."""

from __future__ import annotations

from aligner.divergence.inner_marks import inner_marks
from aligner.divergence.passage import Context
from tests.divergence.examples import bitext_of, one

PLAIN_EN = "The fund pays for the school; the council pays for the road."
PLAIN_ES = "El fondo paga la escuela; el consejo paga el camino."


def marks(en: str, es: str) -> list[tuple[str, str, str]]:
    passage = Context(bitext_of([en], [es])).passages[0]
    return [
        (mark.side, mark.sign + mark.instead, mark.fault.value) for mark in inner_marks(passage)
    ]


def test_versions_with_the_same_marks_miss_none() -> None:
    assert marks(PLAIN_EN, PLAIN_ES) == []


def test_a_semicolon_that_only_one_version_has_was_lost() -> None:
    assert marks(PLAIN_EN, PLAIN_ES.replace(";", "")) == [("en", ";", "lost-mark")]
    assert marks(PLAIN_EN.replace(";", ""), PLAIN_ES) == [("es", ";", "lost-mark")]


def test_a_comma_a_dash_or_a_conjunction_stands_for_a_semicolon() -> None:
    for instead in (",", " —", " y", ", mientras que"):
        assert marks(PLAIN_EN, PLAIN_ES.replace(";", instead)) == []


def test_a_mark_that_stands_elsewhere_in_the_other_version_was_not_lost() -> None:
    spanish = "El fondo paga la escuela el consejo paga el camino; así es."
    assert marks(PLAIN_EN, spanish) == []


def test_a_colon_before_a_label_or_behind_a_small_word_is_left_alone() -> None:
    assert marks("See the option Configure the road.", "Vea la opción: Configurar el camino.") == []
    assert marks("The two results are good and bad.", "Los dos resultados son: bueno y malo.") == []


def test_a_stop_whose_sentence_begins_with_a_capital_in_both_versions_was_lost() -> None:
    english = "The fund pays for the school. Councils pay for the road."
    spanish = "El fondo paga la escuela Los consejos pagan el camino."
    assert marks(english, spanish) == [("en", ".", "lost-stop")]
    assert marks(english, spanish.replace("Los", "y los")) == []


def test_a_name_that_follows_is_no_lost_stop() -> None:
    english = "The board was chaired by Ms. Ottilie Brand of the council."
    assert marks(english, "La junta estuvo presidida por Ottilie Brand, del consejo.") == []


def test_a_conjunction_that_both_versions_have_stands_for_no_mark() -> None:
    english = "The fund pays for the school; if the council agrees, it pays for the road."
    spanish = "El fondo paga la escuela si el consejo lo acuerda, paga el camino."
    assert marks(english, spanish) == [("en", ";", "lost-mark")]


def test_a_colon_that_became_a_comma_or_a_semicolon_was_exchanged() -> None:
    english = "The fund has one task: to pay for the school."
    for instead in ",;":
        spanish = f"El fondo tiene una tarea{instead} pagar la escuela."
        assert marks(english, spanish) == [("en", ":" + instead, "exchanged")]


def test_a_semicolon_that_became_a_comma_was_exchanged_where_its_list_has_others() -> None:
    english = (
        "The fund pays for the school; the council pays for the road; the State pays the port."
    )
    spanish = "El fondo paga la escuela, el consejo paga el camino; el Estado paga el puerto."
    assert marks(english, spanish) == [("en", ";,", "exchanged")]


def test_a_stop_that_both_versions_have_there_parts_two_sentences() -> None:
    english = "The fund pays for the school. gzip pays for the road."
    assert marks(english, "El fondo paga la escuela. gzip paga el camino.") == []


def test_an_english_comma_does_not_part_two_clauses() -> None:
    english = "On the first day, visit the port; sign the register before noon."
    spanish = "El primer día, visite el puerto; firme el registro antes del mediodía."
    assert marks(english, spanish) == []
    assert marks(english.replace(";", ","), spanish) == [("es", ";,", "exchanged")]


def test_a_lost_bracket_is_missed_behind_a_word_of_two_letters() -> None:
    english = "Lock the gate at the pier a red lamp shows it). Then leave."
    spanish = "Cierre la puerta del muelle (una luz roja lo indica). Después, váyase."
    assert one("punctuation", english, spanish)
