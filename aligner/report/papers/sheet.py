"""A Word document of headings, lines and tables: what the papers are made of.

What always holds: text is shown, never interpreted; control characters, which Word files cannot
hold, are shown as symbols; a table's first row repeats on every page.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from aligner.errors import UsageError
from aligner.text.hygiene import visible


class Sheet:
    """One paper under construction; `content` gives its bytes."""

    def __init__(self, title: str, *, language: str, landscape: bool = False) -> None:
        """Raises UsageError where python-docx is not installed."""
        try:
            # Loaded when a paper is made: it is an extra, and slow to import.
            from docx import Document
            from docx.enum.section import WD_ORIENT
            from docx.shared import Cm
        except ImportError:
            raise UsageError(
                "papers for Word need python-docx: pip install 'aligner[docx]'"
            ) from None
        self._document: Any = Document()
        properties = self._document.core_properties
        properties.title = visible(title)
        properties.author = ""
        properties.comments = ""
        properties.language = "es-MX" if language == "es" else "en-US"
        if landscape:
            section = self._document.sections[0]
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
            section.left_margin = section.right_margin = Cm(1.8)
            section.top_margin = section.bottom_margin = Cm(1.8)
        self._document.add_heading(visible(title), level=1)

    def stamp(self, text: str) -> None:
        """A line in bold at the head of every page."""
        header = self._document.sections[0].header
        header.paragraphs[0].add_run(visible(text)).bold = True

    def heading(self, text: str) -> None:
        """A heading of the second level."""
        self._document.add_heading(visible(text), level=2)

    def line(self, text: str, *, strong: bool = False) -> None:
        """A paragraph."""
        self._document.add_paragraph().add_run(visible(text)).bold = strong or None

    def table(
        self, head: Sequence[str], rows: Iterable[Sequence[str]], *, shares: Sequence[int]
    ) -> None:
        """A table; `shares` are the widths of its columns in proportion."""
        from docx.oxml import OxmlElement

        table = self._document.add_table(rows=1, cols=len(head))
        table.style = "Table Grid"
        table.autofit = False
        section = self._document.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        widths = [int(room * share / sum(shares)) for share in shares]
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            cell.paragraphs[0].add_run(visible(text)).bold = True
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
        for row in rows:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = visible(text)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width  # the grid, which LibreOffice goes by
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width  # the cells, which Word goes by

    def content(self) -> bytes:
        """The finished file."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()
