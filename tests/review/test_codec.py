"""Events as lines: nothing is lost, nothing foreign gets in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import RecordError
from aligner.review.codec import ForeignError, decode, encode, event_of, line_of
from aligner.review.event import Event
from aligner.review.target import Reference, Target

texts = st.text(max_size=12)
references = st.builds(Reference, st.just("en"), texts, st.integers(0, 5), texts, texts)
targets = st.builds(Target, texts, st.lists(references, max_size=2).map(tuple))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
events = st.builds(
    Event,
    id=st.text(min_size=1, max_size=8),
    at=texts,
    by=texts,
    role=texts,
    kind=st.text(min_size=1, max_size=8),
    targets=st.lists(targets, max_size=3).map(tuple),
    value=st.dictionaries(texts, json_values, max_size=3),
    replaces=st.lists(texts, max_size=2).map(tuple),
    undoes=texts,
    snap=texts,
    slots=st.dictionaries(texts, st.lists(st.integers(0, 9), max_size=2).map(tuple), max_size=2),
    extra=st.dictionaries(
        st.text(min_size=1, max_size=4).map(lambda key: f"x-{key}"), json_values, max_size=2
    ),
)


@given(events)
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_back_on_one_line(event: Event) -> None:
    line = line_of(event)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert event_of(line) == event


def test_unknown_keys_and_kinds_come_back_as_they_came() -> None:
    shape = {"v": 1, "id": "a", "at": "", "by": "", "role": "", "kind": "haiku", "colour": [1]}
    assert encode(decode(shape)) == shape


def test_half_a_surrogate_pair_in_a_note_still_makes_a_line() -> None:
    event = Event("a", "", "", "", "note", value={"text": "x\ud800"})
    assert event_of(line_of(event)) == event


def test_a_newer_version_is_refused_as_such() -> None:
    line = json.dumps({"v": 2, "id": "a", "kind": "accept"})
    with pytest.raises(RecordError, match="newer version") as caught:
        event_of(line)
    assert not isinstance(caught.value, ForeignError)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b"\xff",
        b'{"v": true, "id": "a", "kind": "k"}',
        b'{"v": 0, "id": "a", "kind": "k"}',
        b'{"v": "1", "id": "a", "kind": "k"}',
        b'{"v": 1, "id": 3, "kind": "k"}',
        b'{"v": 1, "id": "a"}',
        b'{"v": 1, "id": "a", "kind": "k", "target": 3}',
        b'{"v": 1, "id": "a", "kind": "k", "target": [3]}',
        b'{"v": 1, "id": "a", "kind": "k", "target": {"en": [{"side": "es", "digest": "d"}]}}',
        b'{"v": 1, "id": "a", "kind": "k", "target": {"en": [{"digest": "d", "k": -1}]}}',
        b'{"v": 1, "id": "a", "kind": "k", "replaces": "b"}',
        b'{"v": 1, "id": "a", "kind": "k", "slots": {"b": 1}}',
        b'{"v": 1, "id": "a", "kind": "k", "value": []}',
        b"<<<<<<< HEAD",
        b"[" * 100_000,
    ],
)
def test_a_line_that_is_no_event_is_foreign(line: bytes) -> None:
    with pytest.raises(ForeignError):
        event_of(line)
