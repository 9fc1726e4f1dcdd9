"""Word files read as Word prints them, in the view of the tracked changes that was asked for."""

from __future__ import annotations

import pytest

from aligner.errors import InputError
from aligner.text.document import Document
from aligner.text.reading import Tracked, read_document
from aligner.text.segment import Kind, MarkKind, Role
from tests.text.office import dele, docx, ins, p, r

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="H1"/><w:lvlText w:val="Section %1"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
"""
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="My heading"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="a"/><w:basedOn w:val="Loop"/></w:style>
"""


def read(body: str, tracked: Tracked = "show", **parts: str) -> Document:
    content = docx(body, **parts)
    return read_document(content, path="a.docx", side="en", region="en-US", tracked=tracked)


def texts(body: str, tracked: Tracked = "show") -> list[str]:
    return [segment.text for segment in read(body, tracked).segments]


def test_numbers_are_those_that_word_prints() -> None:
    body = (
        p("one", number="1")
        + p("a", number="1", level=1)
        + p("b", number="1", level=1)
        + p("deep", number="1", level=2)
        + p("two", number="1")
        + p("a again", number="1", level=1)
        + p("dot", number="2")
        + p("anew", number="3")
        + p("on", number="5")
    )
    document = read(body, numbering=NUMBERING)
    assert [s.label for s in document.segments] == [
        "1.", "(a)", "(b)", "1.b.i", "2.", "(a)", "", "7.", "8.",
    ]  # fmt: skip
    assert {s.kind for s in document.segments} == {Kind.LIST_ITEM}
    assert document.segments[3].level == 3


def test_headings_titles_and_captions_come_from_styles_and_contents_are_left_out() -> None:
    body = (
        p("The Title", style="T")
        + p("First", style="H1")
        + p("Below", style="Sub")
        + p("First ... 1", style="Toc")
        + p("Second", style="H1")
        + p("Table 1", style="Cap")
        + p("loop", style="Loop")
    )
    document = read(body, styles=STYLES, numbering=NUMBERING)
    assert [(s.kind, s.level, s.label, s.text) for s in document.segments] == [
        (Kind.HEADING, 1, "", "The Title"),
        (Kind.HEADING, 1, "Section IV", "First"),
        (Kind.HEADING, 2, "", "Below"),
        (Kind.HEADING, 1, "Section V", "Second"),
        (Kind.CAPTION, 0, "", "Table 1"),
        (Kind.PARAGRAPH, 0, "", "loop"),
    ]


CHANGED = p("We ", ins("shall", "Ana"), dele("should", "Bob"), " act.")


@pytest.mark.parametrize(
    ("tracked", "text", "marks"),
    [
        ("show", "We shall act.", 2),
        ("accept", "We shall act.", 2),
        ("reject", "We should act.", 0),
    ],
)
def test_each_view_reads_the_text_it_names(tracked: Tracked, text: str, marks: int) -> None:
    segment = read(CHANGED, tracked).segments[0]
    assert segment.text == text
    assert len(segment.marks) == (marks if tracked == "show" else 0)


def test_shown_changes_carry_author_date_place_and_struck_words() -> None:
    inserted, deleted = read(CHANGED).segments[0].marks
    assert (inserted.kind, inserted.start, inserted.end) == (MarkKind.INSERTION, 3, 8)
    assert (inserted.author, inserted.date) == ("Ana", "2026-01-01T00:00:00Z")
    assert (deleted.kind, deleted.start, deleted.end) == (MarkKind.DELETION, 8, 8)
    assert (deleted.author, deleted.text) == ("Bob", "should")


def test_tracked_changes_can_be_refused() -> None:
    with pytest.raises(InputError, match=r"tracked changes.*Ana.*--tracked"):
        read(CHANGED, "refuse")
    assert texts(p("No changes."), "refuse") == ["No changes."]


def test_moves_are_a_deletion_and_an_insertion() -> None:
    body = p("A ", dele("moved", tag="moveFrom")) + p("B ", ins("moved", tag="moveTo"))
    assert texts(body) == ["A", "B moved"]
    assert texts(body, "reject") == ["A moved", "B"]


def test_a_deleted_paragraph_end_joins_the_next() -> None:
    body = p("First ", end="del") + p("second.")
    assert texts(body) == ["First second."]
    assert texts(body, "reject") == ["First", "second."]
    assert texts(p("First") + p("last.", end="del")) == ["First", "last."]
    body = p("First ", end="ins") + p("second.")
    assert texts(body) == ["First", "second."]
    assert texts(body, "reject") == ["First second."]


def test_what_was_inserted_and_struck_again_is_in_no_view() -> None:
    both = f'<w:ins w:id="1" w:author="Ana">{dele("fleeting")}</w:ins>'
    assert texts(p("x", both)) == ["x"]
    assert texts(p("x", both), "reject") == ["x"]


def test_a_deleted_row_is_gone_when_accepted() -> None:
    row = "<w:tr>{0}<w:tc>{1}</w:tc></w:tr>"
    deleted = '<w:trPr><w:del w:id="1" w:author="Ana"/></w:trPr>'
    body = f"<w:tbl>{row.format(deleted, p('gone'))}{row.format('', p('kept'))}</w:tbl>"
    assert texts(body) == ["kept"]
    assert texts(body, "reject") == ["gone", "kept"]
    assert read(body).segments[0].kind is Kind.CELL


def test_footnotes_and_endnotes_follow_the_body_as_segments() -> None:
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    document = read(
        p("One", reference.format(5), " two", reference.format(2), end),
        footnotes=(
            f'<w:footnote w:id="2">{p("Second note.")}</w:footnote>'
            f'<w:footnote w:id="5">{p("First note.")}{p("More.")}</w:footnote>'
        ),
        endnotes=f'<w:endnote w:id="1">{p("Last.")}</w:endnote>',
    )
    assert [(m.start, m.text) for m in document.segments[0].marks] == [(3, "1"), (7, "2"), (7, "i")]
    assert [(s.label, s.text) for s in document.segments[1:]] == [
        ("1", "First note."),
        ("", "More."),
        ("2", "Second note."),
        ("i", "Last."),
    ]
    assert {s.role for s in document.segments[1:]} == {Role.FOOTNOTE}


def test_comments_are_marks_with_place_author_and_date() -> None:
    body = p(
        "The ",
        '<w:commentRangeStart w:id="0"/>',
        r("parties"),
        '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
        " agree.",
    )
    comment = f'<w:comment w:id="0" w:author="Eva" w:date="2026-02-01T00:00:00Z">{p("Which?")}</w:comment>'
    segment = read(body, comments=comment).segments[0]
    assert segment.text == "The parties agree."
    assert [(m.kind, m.start, m.end, m.text, m.author) for m in segment.marks] == [
        (MarkKind.COMMENT, 4, 11, "Which?", "Eva")
    ]


def test_field_results_are_text_and_field_codes_are_not() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>REF _1</w:instrText></w:r>"
    body = p("See ", char("begin"), code, char("separate"), r("section 3"), char("end"), ".")
    assert texts(body) == ["See section 3."]
    assert texts(p("x", char("begin"), code) + p("y")) == ["x", "y"]


def test_hidden_runs_are_skipped_and_signs_kept() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    signs = "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:tab/><w:t>x</w:t><w:br/></w:r>"
    assert texts(p(hidden, signs, "y")) == ["co-op x y"]


def test_text_boxes_and_content_controls_are_read_once() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('In a box')}</w:txbxContent></w:pict></w:r>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Controlled')}</w:sdtContent></w:sdt>"
    assert texts(p("Around", box) + control) == ["Around", "In a box", "Controlled"]


def test_typed_labels_are_split_off_as_elsewhere() -> None:
    document = read(p("(a) typed") + p("12.\u00a0also"))
    assert [(s.label, s.text) for s in document.segments] == [("(a)", "typed"), ("12.", "also")]


def test_the_strict_edition_reads_the_same() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    from tests.text.office import W, archive

    content = f'<w:document xmlns:w="{W}"><w:body>{p("x")}</w:body></w:document>'
    parts: dict[str, str | bytes] = {"word/document.xml": content.replace(W, strict)}
    document = read_document(archive(parts), path="a.docx", side="en", region="en-US")
    assert [s.text for s in document.segments] == ["x"]


def test_a_file_written_by_another_library_is_read() -> None:
    library = pytest.importorskip("docx")
    import io

    made = library.Document()
    made.add_heading("Joint Declaration", 0)
    made.add_paragraph("first", style="List Number")
    made.add_paragraph("second", style="List Number")
    stream = io.BytesIO()
    made.save(stream)
    document = read_document(stream.getvalue(), path="a.docx", side="en", region="en-US")
    assert [(s.label, s.text) for s in document.segments] == [
        ("", "Joint Declaration"),
        ("1.", "first"),
        ("2.", "second"),
    ]
