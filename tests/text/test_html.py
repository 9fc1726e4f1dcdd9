"""Web pages read as a browser shows them."""

from __future__ import annotations

import pytest

from aligner.errors import InputError
from aligner.text.document import Document
from aligner.text.reading import Tracked, read_document
from aligner.text.segment import Kind, MarkKind, Role


def read(content: str | bytes, tracked: Tracked = "show") -> Document:
    raw = content.encode() if isinstance(content, str) else content
    return read_document(raw, path="a.html", side="en", region="en-US", tracked=tracked)


def test_every_block_is_a_segment_in_order() -> None:
    document = read(
        "<!doctype html><html><head><title>no</title><style>no</style></head><body>\n"
        "<h2>Head</h2>\n<p>One <b>bold</b><br>line &amp; &ntilde;</p>loose\n"
        "<ol type=a start=3><li>first<li><p>second</p><p>more</p></ol>"
        "<ul><li>dot</ul><table><caption>Cap</caption><tr><th>A<td>B</table>"
        "<script>no</script><div hidden>no</div><p style='display: none'>no</p></body></html>"
    )
    assert [(s.kind, s.label, s.text) for s in document.segments] == [
        (Kind.HEADING, "", "Head"),
        (Kind.PARAGRAPH, "", "One bold line & ñ"),
        (Kind.PARAGRAPH, "", "loose"),
        (Kind.LIST_ITEM, "c.", "first"),
        (Kind.LIST_ITEM, "d.", "second"),
        (Kind.LIST_ITEM, "", "more"),
        (Kind.LIST_ITEM, "", "dot"),
        (Kind.CAPTION, "", "Cap"),
        (Kind.CELL, "", "A"),
        (Kind.CELL, "", "B"),
    ]
    assert document.segments[1].first_line == 3


def test_ins_and_del_are_tracked_changes() -> None:
    page = "<p>We <ins>shall</ins><del>should</del> act.</p>"
    segment = read(page).segments[0]
    assert segment.text == "We shall act."
    assert [m.kind for m in segment.marks] == [MarkKind.INSERTION, MarkKind.DELETION]
    assert read(page, "reject").segments[0].text == "We should act."


def test_the_declared_encoding_holds_strictly() -> None:
    head = '<meta charset="windows-1252">'
    assert read(f"{head}<p>año</p>".encode("cp1252")).segments[0].text == "año"
    with pytest.raises(InputError, match="byte offset"):
        read("<p>año</p>".encode("cp1252"))
    with pytest.raises(InputError, match="byte offset"):
        read('<meta charset="ascii"><p>año</p>')


def test_note_references_are_marks() -> None:
    segment = read('<p>Text<sup><a href="#n1">1</a></sup> and x<sup>2</sup></p>').segments[0]
    assert segment.text == "Text and x2"
    assert [(m.start, m.text) for m in segment.marks] == [(4, "1")]


def test_notes_as_word_processors_write_them() -> None:
    document = read(
        '<p>Text<a class="sdfootnoteanc" name="a" href="#s"><sup>1</sup></a> on.</p>'
        '<div><p><a class="sdfootnotesym" name="s" href="#a">1</a>The note.</p></div>'
        '<p>See <a href="#s3">3</a>.</p>'
    )
    assert [(s.label, s.text, s.role) for s in document.segments] == [
        ("", "Text on.", None),
        ("1", "The note.", Role.FOOTNOTE),
        ("", "See 3.", None),
    ]
    assert [(m.start, m.text) for m in document.segments[0].marks] == [(4, "1")]


def test_blanks_that_do_not_break_are_no_text_at_the_ends() -> None:
    document = read("<p>&nbsp;one&nbsp;two &nbsp;</p><p>&nbsp;</p>")
    assert [s.text for s in document.segments] == ["one\u00a0two"]
