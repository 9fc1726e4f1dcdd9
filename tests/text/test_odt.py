"""OpenDocument texts read as LibreOffice shows them."""

from __future__ import annotations

import pytest

from aligner.errors import InputError
from aligner.text.document import Document
from aligner.text.reading import Tracked, read_document
from aligner.text.segment import Kind, MarkKind, Role
from tests.text.office import odt

LIST = """<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>"""
OUTLINE = """<office:styles><text:outline-style style:name="Outline">
<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>
<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
</text:outline-style></office:styles>"""
TRACKED = """<text:tracked-changes>
<text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>Ana</dc:creator><dc:date>2026-01-01</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>Bob</dc:creator></office:change-info><text:p>should</text:p></text:deletion></text:changed-region>
</text:tracked-changes>
<text:p>We <text:change-start text:change-id="c1"/>shall<text:change-end text:change-id="c1"/><text:change text:change-id="c2"/> act.</text:p>"""


def read(body: str, tracked: Tracked = "show", automatic: str = "", styles: str = "") -> Document:
    content = odt(body, automatic=automatic, styles=styles)
    return read_document(content, path="a.odt", side="es", region="es-MX", tracked=tracked)


def test_headings_lists_cells_and_signs() -> None:
    body = (
        '<text:h text:outline-level="1">Uno</text:h><text:h text:outline-level="2">Dos</text:h>'
        '<text:list text:style-name="L1"><text:list-item><text:p>a</text:p><text:p>más</text:p>'
        "<text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>"
        "</text:list-item><text:list-item><text:p>c</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>d</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        '<text:p>x<text:s text:c="3"/>y<text:tab/>z <text:span>w</text:span></text:p>'
    )
    document = read(body, automatic=LIST, styles=OUTLINE)
    assert [(s.kind, s.label, s.text, s.level) for s in document.segments] == [
        (Kind.HEADING, "I.", "Uno", 1),
        (Kind.HEADING, "I.1", "Dos", 2),
        (Kind.LIST_ITEM, "1.", "a", 1),
        (Kind.LIST_ITEM, "", "más", 1),
        (Kind.LIST_ITEM, "(a)", "b", 2),
        (Kind.LIST_ITEM, "2.", "c", 1),
        (Kind.CELL, "", "d", 0),
        (Kind.PARAGRAPH, "", "x y z w", 0),
    ]


def test_a_list_counts_anew_unless_it_continues() -> None:
    entry = '<text:list {0} text:style-name="L1"><text:list-item><text:p>x</text:p></text:list-item></text:list>'
    body = entry.format("") + entry.format("") + entry.format('text:continue-numbering="true"')
    assert [s.label for s in read(body, automatic=LIST).segments] == ["1.", "1.", "2."]


def test_tracked_changes_in_each_view() -> None:
    segment = read(TRACKED).segments[0]
    assert segment.text == "We shall act."
    assert [(m.kind, m.start, m.end, m.text, m.author) for m in segment.marks] == [
        (MarkKind.INSERTION, 3, 8, "", "Ana"),
        (MarkKind.DELETION, 8, 8, "should", "Bob"),
    ]
    assert read(TRACKED, "reject").segments[0].text == "We should act."
    assert read(TRACKED, "accept").segments[0].marks == ()
    with pytest.raises(InputError, match="tracked changes"):
        read(TRACKED, "refuse")


def _changed(kind: str, *paragraphs: str, name: str = "c1") -> str:
    struck = "".join(f"<text:p>{words}</text:p>" for words in paragraphs)
    return (
        f'<text:changed-region text:id="{name}"><text:{kind}><office:change-info>'
        f"<dc:creator>Ana</dc:creator></office:change-info>{struck}</text:{kind}></text:changed-region>"
    )


def _texts(changes: str, body: str, tracked: Tracked) -> list[str]:
    whole = f"<text:tracked-changes>{changes}</text:tracked-changes>{body}"
    return [segment.text for segment in read(whole, tracked).segments]


def test_a_struck_end_of_a_paragraph_comes_back_when_rejected() -> None:
    changes = _changed("deletion", "", "")
    body = '<text:p>First <text:change text:change-id="c1"/>second.</text:p><text:p>Last.</text:p>'
    assert _texts(changes, body, "show") == ["First second.", "Last."]
    assert _texts(changes, body, "accept") == ["First second.", "Last."]
    assert _texts(changes, body, "reject") == ["First", "second.", "Last."]
    changes = _changed("deletion", "one ends.", "Whole.", "And now ")
    body = '<text:p>First <text:change text:change-id="c1"/>the second.</text:p>'
    assert _texts(changes, body, "accept") == ["First the second."]
    assert _texts(changes, body, "reject") == ["First one ends.", "Whole.", "And now the second."]


def test_an_inserted_end_of_a_paragraph_is_gone_when_rejected() -> None:
    changes = _changed("insertion")
    start, end = (f'<text:change-{at} text:change-id="c1"/>' for at in ("start", "end"))
    body = f"<text:p>First {start}</text:p><text:p>{end}second.</text:p><text:p>Last.</text:p>"
    assert _texts(changes, body, "show") == ["First", "second.", "Last."]
    assert _texts(changes, body, "reject") == ["First second.", "Last."]
    body = f"<text:p>First.{start}</text:p><text:p>New.{end}</text:p><text:p>Last.</text:p>"
    assert _texts(changes, body, "accept") == ["First.", "New.", "Last."]
    assert _texts(changes, body, "reject") == ["First.", "Last."]
    body = f"<text:p>{start}New.</text:p><text:p>{end}Next.</text:p>"
    assert _texts(changes, body, "reject") == ["Next."]
    body = f"<text:p>First.</text:p>{start}<text:p>New.</text:p>{end}<text:p>Last.</text:p>"
    assert _texts(changes, body, "reject") == ["First.", "Last."]
    # Never ended: nothing that stood there before is lost.
    assert _texts(changes, f"<text:p>First {start}and.</text:p><text:p>x</text:p>", "reject") == [
        "First"
    ]


def test_what_was_inserted_and_struck_again_was_never_there() -> None:
    changes = _changed("insertion") + _changed("deletion", "fleeting ", "more", name="c2")
    start, end = (f'<text:change-{at} text:change-id="c1"/>' for at in ("start", "end"))
    body = f'<text:p>A {start}b <text:change text:change-id="c2"/>c{end} d.</text:p>'
    assert _texts(changes, body, "accept") == ["A b c d."]
    assert _texts(changes, body, "reject") == ["A d."]


def test_notes_and_comments() -> None:
    body = (
        "<text:p>Texto<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>La nota.</text:p></text:note-body></text:note> y "
        '<office:annotation office:name="k"><dc:creator>Eva</dc:creator><dc:date>2026</dc:date>'
        '<text:p>¿Qué?</text:p></office:annotation>más<office:annotation-end office:name="k"/></text:p>'
    )
    body_segment, note = read(body).segments
    assert body_segment.text == "Texto y más"
    assert [(m.kind, m.start, m.end, m.text) for m in body_segment.marks] == [
        (MarkKind.FOOTNOTE, 5, 5, "1"),
        (MarkKind.COMMENT, 8, 11, "¿Qué?"),
    ]
    assert (note.text, note.label, note.role) == ("La nota.", "1", Role.FOOTNOTE)
