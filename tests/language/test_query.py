"""Words, "phrases" and beginnings* are found without regard to accents and case."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.language.query import parse, places


def found(query: str, text: str) -> list[str]:
    """The words that answer."""
    return [text[a:b] for a, b in places(parse(query), text)]


def test_accents_and_case_do_not_count() -> None:
    assert found("CORRUPCION", "La corrupción y la Corrupción") == ["corrupción", "Corrupción"]


def test_every_part_must_occur() -> None:
    assert found("trata personas", "La trata de personas") == ["trata", "personas"]
    assert found("trata armas", "La trata de personas") == []


def test_a_phrase_stands_in_one_piece_across_punctuation() -> None:
    assert found('"security, public"', "Security; public health") == ["Security; public"]
    assert found('"public security"', "Security; public health") == []


def test_a_beginning_is_enough_with_a_star() -> None:
    assert found("gobern*", "Los gobernadores del gobierno") == ["gobernadores"]


def test_a_query_without_a_word_finds_nothing() -> None:
    assert parse(' "" * - ') == ()


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=40), st.text(max_size=80))
def test_any_query_on_any_text_gives_spans_inside_it(query: str, text: str) -> None:
    for start, end in places(parse(query), text):
        assert 0 <= start < end <= len(text)
