"""No file, however spoiled, brings out an exception that is not ours or a document that is unsound."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.corpus import SAMPLES, read_anyhow, sound, variant


@pytest.mark.parametrize("path", SAMPLES)
def test_the_unspoiled_sample_is_read(path: str) -> None:
    document = read_anyhow(SAMPLES[path], path, random.Random(0), tracked="show")
    assert document is not None
    assert document.segments
    sound(document)


@pytest.mark.parametrize("path", SAMPLES)
@given(seed=st.integers(0, 2**32))
@settings(deadline=None, max_examples=60)
def test_a_spoiled_file_is_read_or_refused(path: str, seed: int) -> None:
    chance = random.Random(seed)
    document = read_anyhow(variant(path, chance), path, chance)
    if document is not None:
        sound(document)


@pytest.mark.parametrize("path", SAMPLES)
@given(content=st.binary(max_size=300))
@settings(deadline=None, max_examples=30)
def test_any_bytes_are_read_or_refused(path: str, content: bytes) -> None:
    document = read_anyhow(content, path, random.Random(0))
    if document is not None:
        sound(document)
