"""Expressions of the tables are found once, the longest first."""

from __future__ import annotations

from aligner.language.phrases import of_kind, phrases
from aligner.language.reading import Reading


def found(text: str, kind: str, side: str = "en") -> list[tuple[str, str]]:
    reading = Reading(text, side)  # type: ignore[arg-type]
    return [(each.value, text[slice(*each.span)]) for each in of_kind(reading, kind)]


def test_a_longer_expression_takes_the_words_of_a_shorter_one() -> None:
    assert found("It ends no later than May.", "negation") == [("soft-bound", "no later than")]
    assert found("It does not end.", "negation") == [("not", "not")]


def test_a_word_may_belong_to_several_tables() -> None:
    kinds = {each.kind for each in phrases(Reading("It cannot increase.", "en"))}
    assert {"negation", "modality", "antonyms"} <= kinds


def test_a_stem_is_found_in_every_form() -> None:
    assert ("increase-", "reduciremos") in found("Lo reduciremos.", "antonyms", "es")


def test_a_possessive_is_the_word_itself() -> None:
    assert found("the controller’s duty", "actors") == [("controller", "controller’s")]


def test_places_are_those_of_the_text_with_its_accents() -> None:
    assert found("Según proceda, habrá diálogo.", "safeguards", "es") == [
        ("appropriate", "Según proceda")
    ]


def test_a_text_without_words_holds_nothing() -> None:
    assert phrases(Reading("", "en")) == () == phrases(Reading("...", "es"))


def test_expressions_are_found_by_the_word_they_begin_at() -> None:
    from aligner.language.phrases import Phrase, beginning

    row = [Phrase("negation", "not", at, at + 1, (at, at + 1)) for at in (1, 4, 9)]
    assert [each.first for each in beginning(row, 2, 9)] == [4]
    assert beginning(row, 10, 20) == []
