"""Bytes are read strictly, and what cannot be read is named by its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import InputError, UsageError
from aligner.text.decoding import decode, line_ends

WORDS = "Declaración conjunta\nñandú — 2021"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_8_and_every_marked_unicode_encoding_read_the_same(codec: str) -> None:
    assert decode(WORDS.encode(codec), name="a.txt") == WORDS


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_end_reads_as_a_newline(end: str) -> None:
    assert decode(f"one{end}two".encode(), name="a.txt") == "one\ntwo"


def test_a_paragraph_separator_is_an_empty_line() -> None:
    assert line_ends("one\u2029two") == "one\n\ntwo"


@pytest.mark.parametrize(
    ("content", "offset"),
    [
        ("año".encode("latin-1"), 1),
        (b"abc\xc0\xaf", 3),  # an overlong slash
        (b"abc\xed\xa0\x80", 3),  # half of a surrogate pair
        (b"\xef\xbb\xbfab\xff", 5),  # the mark counts
        (b"ab\xc3", 2),  # cut off
        (b"\xff\xfea\x00\x00\xd8", 4),  # UTF-16 with a lone surrogate
    ],
)
def test_what_is_not_utf_8_is_named_by_its_byte_offset(content: bytes, offset: int) -> None:
    with pytest.raises(InputError, match=rf"byte offset {offset} .*--encoding") as caught:
        decode(content, name="a.txt")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_recognized_and_refused(codec: str) -> None:
    with pytest.raises(InputError, match=f"--encoding {codec}"):
        decode(WORDS.encode(codec), name="a.txt")
    assert decode(WORDS.encode(codec), name="a.txt", encoding=codec) == WORDS


def test_a_nul_is_refused_with_its_offset() -> None:
    with pytest.raises(InputError, match="byte offset 3"):
        decode(b"abc\x00def", name="a.txt")


def test_a_named_encoding_holds_strictly() -> None:
    assert decode("año".encode("cp1252"), name="a.txt", encoding="windows-1252") == "año"
    with pytest.raises(InputError, match="ascii"):
        decode("año".encode(), name="a.txt", encoding="ascii")


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", ""])
def test_an_encoding_that_does_not_exist_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError):
        decode(b"abc", name="a.txt", encoding=name)


def test_a_file_name_cannot_act_on_the_terminal() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"\xff", name="\x1b]0;x\x07.txt")
    assert "\x1b" not in str(caught.value)


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=300)
def test_any_bytes_give_text_or_an_error_of_ours(content: bytes) -> None:
    try:
        text = decode(content, name="a.txt")
    except InputError:
        return
    assert "\r" not in text
    assert "\x00" not in text
    text.encode("utf-8")
