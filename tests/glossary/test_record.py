"""The glossary as a record and as the canonical text of its file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import RecordError
from aligner.glossary.canonical import canonical, leading_comment, scalar
from aligner.glossary.concept import (
    Authority,
    Concept,
    ConceptKind,
    Decision,
    Evidence,
    Glossary,
    Source,
    Status,
    Term,
)
from aligner.glossary.record import from_record, to_record
from tests.language.generate import StringLoader

words = st.text(max_size=12)
filled = st.text(min_size=1, max_size=12).filter(lambda text: text.strip() != "")
terms = st.builds(
    Term,
    filled,
    st.sampled_from(Status),
    *[words] * 4,
    st.lists(words, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    words,
)
decisions = st.builds(
    Decision,
    *[words] * 7,
    evidence=st.lists(st.builds(Evidence, words, words, words), max_size=2).map(tuple),
    shared=st.booleans(),
)
concepts = st.builds(
    Concept,
    st.from_regex(r"[A-Za-z][A-Za-z0-9_.-]{0,8}", fullmatch=True),
    st.lists(terms, max_size=2).map(tuple),
    st.lists(terms, max_size=2).map(tuple),
    st.sampled_from(ConceptKind),
    words,
    words,
    words,
    st.sampled_from(Authority),
    st.lists(st.builds(Source, words, words, words, words), max_size=2).map(tuple),
    st.lists(decisions, max_size=2).map(tuple),
    words,
)
glossaries = st.lists(concepts, max_size=3, unique_by=lambda concept: concept.id).map(
    lambda found: Glossary(tuple(sorted(found, key=lambda concept: concept.id)))
)


def loaded(text: str) -> dict[str, object]:
    return yaml.load(text, Loader=StringLoader)


@given(glossaries)
@settings(max_examples=120, deadline=None)
def test_every_glossary_comes_back_from_its_record(glossary: Glossary) -> None:
    assert from_record(to_record(glossary)) == glossary


@given(glossaries)
@settings(max_examples=120, deadline=None)
def test_every_glossary_comes_back_from_its_file_and_gives_the_same_bytes(
    glossary: Glossary,
) -> None:
    text = canonical(glossary, comment="# Ours.\n")
    again = from_record(loaded(text))
    assert again == glossary
    assert canonical(again, comment=leading_comment(text)) == text


@pytest.mark.parametrize("word", ["no", "yes", "on", "null", "~", "1", "1.5", "2026-01-01", "a: b"])
def test_a_word_that_a_plain_reader_would_not_take_for_text_is_quoted(word: str) -> None:
    assert yaml.safe_load(f"key: {scalar(word)}") == {"key": word}
    assert scalar(word).startswith('"')


def test_invisible_characters_stand_as_escapes() -> None:
    assert scalar("a\u202eb") == '"a\\u202eb"'
    assert scalar("a\u200bb") == '"a\\u200bb"'


def test_ordinary_spanish_needs_no_quotes() -> None:
    assert scalar("tráfico ilícito de migrantes, ¿no?") == "tráfico ilícito de migrantes, ¿no?"


def test_an_unknown_key_is_refused_with_the_nearest_known_one() -> None:
    record = {"concepts": {"c": {"en": [{"text": "a", "statuss": "preferred"}]}}}
    with pytest.raises(RecordError, match=r"concept c, en 1: unknown key 'statuss'.*status"):
        from_record(record)


def test_an_unknown_status_names_the_known_ones() -> None:
    record = {"concepts": {"c": {"en": [{"text": "a", "status": "prefered"}]}}}
    with pytest.raises(RecordError, match="did you mean preferred"):
        from_record(record)


@pytest.mark.parametrize("concept_id", ["", "1a", "a b", "ñandú", "a/b", "x" * 101])
def test_an_id_that_cannot_pass_everywhere_is_refused(concept_id: str) -> None:
    with pytest.raises(RecordError, match="an id starts with a letter"):
        from_record({"concepts": {concept_id: {}}})


def test_a_newer_schema_is_refused() -> None:
    with pytest.raises(RecordError, match="newer than this version"):
        from_record({"schema": "2", "concepts": {}})


@pytest.mark.parametrize(
    "record",
    [
        {"concepts": ["a"]},
        {"concepts": {"c": "text"}},
        {"concepts": {"c": {"en": "text"}}},
        {"concepts": {"c": {"en": [{"text": 1}]}}},
        {"concepts": {"c": {"en": [{"text": " "}]}}},
        {"concepts": {"c": {"decisions": [{"visibility": "public"}]}}},
    ],
)
def test_a_record_of_the_wrong_shape_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(RecordError):
        from_record(record)
