"""In Markdown each heading, paragraph, list entry and cell is a segment, and markup is none."""

from __future__ import annotations

import pytest

from aligner.text.document import Document
from aligner.text.reading import read_document
from aligner.text.segment import Kind, MarkKind, Role


def read(text: str) -> Document:
    return read_document(text.encode(), path="a.md", side="en", region="en-US")


def texts(text: str) -> list[str]:
    return [segment.text for segment in read(text).segments]


def test_every_block_is_a_segment_with_kind_label_and_line() -> None:
    document = read(
        "# Title\n\nPara\ngraph\n\n3. three\n4. four\n   - inner\n\n| A | B |\n|---|---|\n| c | d |\n"
    )
    found = [(s.kind, s.label, s.text, s.level, s.first_line) for s in document.segments]
    assert found == [
        (Kind.HEADING, "", "Title", 1, 1),
        (Kind.PARAGRAPH, "", "Para graph", 0, 3),
        (Kind.LIST_ITEM, "3.", "three", 1, 6),
        (Kind.LIST_ITEM, "4.", "four", 1, 7),
        (Kind.LIST_ITEM, "", "inner", 2, 8),
        (Kind.CELL, "", "A", 0, 10),
        (Kind.CELL, "", "B", 0, 10),
        (Kind.CELL, "", "c", 0, 12),
        (Kind.CELL, "", "d", 0, 12),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**bold** and *italic* and `code`", "bold and italic and code"),
        ("[link](http://x.org) <b>b</b>", "link b"),
        (r"1\. not a list \[x\]", "not a list [x]"),
        ("a &amp; b &ntilde; &#241;", "a & b ñ ñ"),
        ("one<br>two  \nthree", "one two three"),
        ("[shall] [MX: foo] [/] [@click=app.quit]", "[shall] [MX: foo] [/] [@click=app.quit]"),
        ("![alt words](x.png)", "alt words"),
        ("    indented, not code", "indented, not code"),
        ("> quoted", "quoted"),
        ("~~struck~~", "struck"),
    ],
)
def test_inline_markup_is_dropped_and_its_words_stay(source: str, text: str) -> None:
    assert texts(source) == [text]


def test_negotiated_brackets_are_never_taken_for_link_definitions() -> None:
    assert texts("[MX]: texto\n\n[US: a](b)") == ["[MX]: texto", "US: a"]
    assert texts("see [this][1]\n\n[1]: http://x.org") == ["see this"]


def test_comments_front_matter_and_scripts_are_no_segments() -> None:
    source = "---\ntitle: x\n---\n<!-- not\n\nthis -->\n\nText <!-- nor this --> here\n\n<script>x</script>"
    document = read(source)
    assert [s.text for s in document.segments] == ["Text here"]
    assert document.segments[0].first_line == 8


def test_words_inside_html_blocks_are_kept() -> None:
    assert texts("<div>\n<p>One &amp; two</p>\n<p>Three</p>\n</div>") == ["One & two", "Three"]


def test_footnotes_are_marks_and_segments() -> None:
    document = read("Text[^1] goes on.\n\n[^1]: The *note*.\n")
    body, note = document.segments
    assert body.text == "Text goes on."
    assert [(m.kind, m.start, m.text) for m in body.marks] == [(MarkKind.FOOTNOTE, 4, "1")]
    assert (note.text, note.label, note.role) == ("The note.", "1", Role.FOOTNOTE)


def test_a_paragraph_of_a_list_entry_belongs_to_the_list() -> None:
    document = read("1. one\n\n   more\n\n2. two")
    assert [(s.kind, s.label, s.text) for s in document.segments] == [
        (Kind.LIST_ITEM, "1.", "one"),
        (Kind.LIST_ITEM, "", "more"),
        (Kind.LIST_ITEM, "2.", "two"),
    ]


def test_labels_inside_emphasis_are_labels_all_the_same() -> None:
    assert [(s.label, s.text) for s in read("**12.** The parties").segments] == [
        ("12.", "The parties")
    ]
