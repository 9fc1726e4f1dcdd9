"""YAML of strings: what is refused, and where it says so."""

from __future__ import annotations

import pytest

from aligner.errors import ConfigurationError, RecordError
from aligner.store.yaml_loader import load, stray_comment


def read(text: str | bytes) -> object:
    content = text.encode("utf-8") if isinstance(text, str) else text
    return load(content, name="f.yaml", error=ConfigurationError).value


def refused(text: str | bytes) -> str:
    with pytest.raises(ConfigurationError) as caught:
        read(text)
    return str(caught.value)


def test_every_value_is_the_string_that_stands_there() -> None:
    text = "es: no\na: 1.10\nb: 0x1F\nc: 2021-10-08\nd: null\ne:\nf: ~\ng: [yes, 'off', \"on\"]\n"
    assert read(text) == {
        "es": "no",
        "a": "1.10",
        "b": "0x1F",
        "c": "2021-10-08",
        "d": "null",
        "e": "",
        "f": "~",
        "g": ["yes", "off", "on"],
    }


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\ufeff"])
def test_an_empty_file_is_an_empty_mapping(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a: 1\nb: 2\na: 3\n", "line 3, column 1", "stands in line 1 already"),
        ("a: 1\nb:\n  c: 1\n  c: 2\n", "line 4, column 3", "stands in line 3"),
        ("a: &x 1\n", "line 1, column 4", "anchor"),
        ("a: *x\n", "line 1, column 4", "alias"),
        ("a: !!int 1\n", "line 1, column 4", "tag"),
        ("a: !!python/object/apply:os.system [id]\n", "line 1, column 4", "tag"),
        ("a: 1\n--- \nb: 1\n", "line 2, column 1", "second document"),
        ("? [1]\n: 2\n", "line 1, column 3", "no string"),
        ("a: [1\nb: 2\n", "line 2", ""),
        ("a:\n\tb: 1\n", "line 2", ""),
        ("a: 'x\n", "line 2", ""),
    ],
)
def test_what_is_not_plain_is_refused_with_line_and_column(
    text: str, place: str, word: str
) -> None:
    message = refused(text)
    assert message.startswith("f.yaml")
    assert place in message
    assert word in message


def test_an_alias_bomb_stops_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}, *{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "line 1" in refused(bomb)


def test_depth_and_bytes_are_bounded() -> None:
    assert "levels" in refused("[" * 200 + "]" * 200)
    assert "at most" in refused(b"a" * (16 * 1024 * 1024 + 1))
    assert "not UTF-8 (byte offset 6)" in refused(b"a: b\nc\xe9: d\n")
    assert refused("a: \x00\n").startswith("f.yaml")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# head\na: 1\n", 0),
        ("a: 1 # why\n", 1),
        ("a: 1\n# between\nb: 2\n", 2),
        ('a: "# no"\nb: c#d\n', 0),
        ("a: 'x # y'\n", 0),
        ("a: 1\n  # indented\n", 2),
    ],
)
def test_a_comment_after_the_first_value_is_found(text: str, line: int) -> None:
    loaded = load(text.encode(), name="f", error=ConfigurationError)
    assert stray_comment(loaded) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<<<<<<< HEAD\nschema: 1\n=======\nschema: 1\n>>>>>>> other\n", 1),
        (
            "schema: 1\nconcepts:\n  a:\n<<<<<<< HEAD\n    note: x\n=======\n    note: y\n>>>>>>> b\n",
            4,
        ),
        ("schema: 1\r\nkeys:\r\n  a: b\r\n<<<<<<<\r\n  c: d\r\n>>>>>>>\r\n", 4),
    ],
)
def test_conflict_marks_of_git_are_called_by_their_name(text: str, line: int) -> None:
    with pytest.raises(RecordError, match=f"f, line {line}: a conflict mark of git"):
        load(text.encode("utf-8"), name="f", error=RecordError)
