"""Lines come out the same wherever the stream is cut."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import InputError
from aligner.text.lines import lines


class Slow(io.BytesIO):
    """A stream that gives a few bytes at a time."""

    def __init__(self, content: bytes, most: int) -> None:
        super().__init__(content)
        self.most = most

    def read(self, size: int | None = -1, /) -> bytes:
        """At most the few bytes."""
        return super().read(self.most)


@given(st.text(st.sampled_from("añ€😀\r\n\u2028\t "), max_size=30), st.integers(1, 5))
@settings(deadline=None, max_examples=300)
def test_cutting_the_stream_anywhere_changes_nothing(text: str, most: int) -> None:
    expected = re.split("\r\n|\r|\n", text)
    if expected[-1] == "":
        expected.pop()
    found = list(lines(Slow(text.encode(), most), name="a.tsv"))
    assert found == list(enumerate(expected, start=1))


@given(st.integers(0, 20), st.integers(1, 5))
@settings(deadline=None, max_examples=60)
def test_the_offset_of_a_wrong_byte_is_that_in_the_file(before: int, most: int) -> None:
    content = "ñ".encode() * before + b"\xff" + b"more"
    with pytest.raises(InputError, match=f"byte offset {2 * before};"):
        list(lines(Slow(content, most), name="a.tsv"))


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(codec: str) -> None:
    assert list(lines(io.BytesIO("ñ\nb".encode(codec)), name="a.tsv")) == [(1, "ñ"), (2, "b")]
