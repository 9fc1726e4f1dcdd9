"""What we read of a Word file is what LibreOffice makes of it, where LibreOffice is at hand."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from aligner.text.document import Document
from aligner.text.reading import read_document
from tests.text.office import dele, docx, ins, p, r
from tests.text.test_docx import NUMBERING, STYLES

# Where its installers put it without putting it on the path.
USUAL = ("/usr/lib/libreoffice/program", "/Applications/LibreOffice.app/Contents/MacOS")

CELL = "<w:tc><w:tcPr/>{}</w:tc>"
COMMENTED = (
    '<w:commentRangeStart w:id="0"/>',
    r("these words"),
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
)
BODY = (
    p("The Title", style="T")
    + p("First", style="H1")
    + p("one ", ins("shall"), dele("should"), " act", number="1")
    + p("letter", number="1", level=1)
    + p("letter", number="1", level=1)
    + p("deep", number="1", level=2)
    + p("two", number="1")
    + p("letter again", number="1", level=1)
    + p("Second", style="H1")
    + p("anew", number="3")
    + p("on", number="5")
    + p("Note", '<w:r><w:footnoteReference w:id="2"/></w:r>', " and ", *COMMENTED, ".")
    + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"
    + CELL.format(p("A"))
    + CELL.format(p("B") + p("more of B"))
    + "</w:tr></w:tbl>"
    + p("First part ", end="del")
    + p("second part.")
    + p(ins("All new."), end="ins")
    + p(dele("All struck."), end="del")
    + p("Below", style="Sub")
    + p("(a) typed")
)
CONTENT = docx(
    BODY,
    styles=STYLES,
    numbering=NUMBERING,
    footnotes=f'<w:footnote w:id="2">{p("The note.")}</w:footnote>',
    comments=f'<w:comment w:id="0" w:author="Eva" w:date="2026-02-01T00:00:00Z">{p("Which?")}</w:comment>',
)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the file as LibreOffice writes it: .txt, .odt, and .docx from the .odt."""
    places = os.pathsep.join((os.environ.get("PATH", ""), *USUAL))
    program = shutil.which("soffice", path=places) or shutil.which("libreoffice", path=places)
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    (folder / "a.docx").write_bytes(CONTENT)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for form, source, out in (
        ("txt:Text", folder / "a.docx", folder),
        ("odt", folder / "a.docx", folder),
        ("docx", folder / "a.odt", folder / "again"),
    ):
        command = [program, "--headless", profile, "--convert-to", form, "--outdir", out, source]
        subprocess.run(list(map(str, command)), capture_output=True, check=True, timeout=120)
    return folder


def read(content: bytes, path: str) -> Document:
    return read_document(content, path=path, side="en", region="en-US")


def shape(document: Document) -> list[tuple[object, ...]]:
    """All but dates, which OpenDocument keeps without their hour."""
    return [
        (
            segment.kind,
            segment.label,
            segment.text,
            segment.role,
            segment.level,
            tuple((m.kind, m.start, m.end, m.text, m.author) for m in segment.marks),
        )
        for segment in document.segments
    ]


def test_numbers_are_those_that_are_printed(converted: Path) -> None:
    lines = (converted / "a.txt").read_text(encoding="utf-8-sig").splitlines()
    printed = [" ".join(line.split()) for line in lines if line.strip()]
    ours = [segment.printed for segment in read(CONTENT, "a.docx").segments[:11] if segment.label]
    assert len(ours) == 10
    # The text export shows a change with both wordings.
    assert [each for each in ours if each not in printed] == ["1. one shall act"]


def test_the_opendocument_file_reads_as_the_word_file(converted: Path) -> None:
    content = (converted / "a.odt").read_bytes()
    assert shape(read(content, "a.odt")) == shape(read(CONTENT, "a.docx"))


def test_the_word_file_written_by_libreoffice_reads_the_same(converted: Path) -> None:
    content = (converted / "again" / "a.docx").read_bytes()
    assert shape(read(content, "a.docx")) == shape(read(CONTENT, "a.docx"))
