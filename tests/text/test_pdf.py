"""PDFs: an experiment that at least joins lines into paragraphs and says when there is no text."""

from __future__ import annotations

import pytest

from aligner.errors import InputError
from aligner.text.reading import read_document

pytest.importorskip("pypdf")


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with `lines`, by hand."""
    words = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {words}ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Font<</F1 5 0 R>>>>",
    ]
    content = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    end += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(content),
    )
    return content + end


def texts(lines: list[str]) -> list[tuple[str, str]]:
    document = read_document(pdf(lines), path="a.pdf", side="es", region="es-MX")
    return [(segment.label, segment.text) for segment in document.segments]


def test_lines_are_joined_and_a_label_or_short_last_line_parts_paragraphs() -> None:
    found = texts(
        [
            "The two governments will cooperate in good faith and in accord-",
            "ance with their law.",
            "A second paragraph begins here and runs on to the next line of it",
            "and ends.",
            "1. A numbered one.",
            "Page 3 of 9",
        ]
    )
    assert found == [
        (
            "",
            "The two governments will cooperate in good faith and in accordance with their law.",
        ),
        ("", "A second paragraph begins here and runs on to the next line of it and ends."),
        ("1.", "A numbered one."),
    ]


def test_a_page_without_text_is_said_to_be_a_picture() -> None:
    with pytest.raises(InputError, match="only pictures"):
        texts([])
