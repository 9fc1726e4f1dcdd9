"""A list of lines with columns, drawn by the Line API: documents, concepts, candidates, places.

What always holds: any number of rows costs what is in sight; cells are already safe text; a choice
is posted, not acted upon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from aligner.tui.wrapping import cells

Cell = tuple[str, str]
"""A text and the name of its style (empty: plain)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and its width in cells, or its share of what is left (share > 0)."""

    heading: str
    width: int = 0
    share: int = 0


class Table(ScrollView, can_focus=False):
    """Rows with one of them current."""

    STYLES = (
        "heading",
        "current",
        "quiet",
        "strong",
        "evidence",
        "critical",
        "major",
        "minor",
        "info",
        "accepted",
        "needs-work",
        "stale",
        "plain",
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"table--{name}" for name in STYLES}

    class Chosen(Message):
        """A row was clicked twice, or clicked while current."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class Moved(Message):
        """Another row is current."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, place: str | None = None) -> None:
        super().__init__(id=place)
        self.columns: tuple[Column, ...] = ()
        self.rows: Sequence[Sequence[Cell]] = ()
        self.row = 0
        self._looks: dict[str, Style] = {}

    def fill(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows; the current row keeps its number."""
        self.columns, self.rows = tuple(columns), rows
        self.row = max(0, min(self.row, len(rows) - 1))
        self._resize()
        self.refresh()

    def select(self, row: int) -> None:
        """Make a row current and bring it into sight."""
        self.row = max(0, min(row, len(self.rows) - 1))
        height = self.size.height - 1
        top = self.scroll_offset.y
        if self.row < top:
            top = self.row
        elif height > 0 and self.row >= top + height:
            top = self.row - height + 1
        self.scroll_to(0, top, animate=False, force=True, immediate=True)
        self.refresh()
        self.post_message(self.Moved(self.row))

    def step(self, by: int) -> None:
        """So many rows on."""
        self.select(self.row + by)

    def _resize(self) -> None:
        self.virtual_size = Size(self._width, len(self.rows) + 1)

    def on_resize(self, _: events.Resize) -> None:
        """Another size: widths are shared out anew."""
        self._resize()
        if self.rows:
            self.select(self.row)

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._looks.clear()

    def _look(self, name: str) -> Style:
        if not self._looks:
            for each in self.STYLES:
                partial = each != "plain"
                self._looks[each] = self.get_component_rich_style(f"table--{each}", partial=partial)
        return self._looks.get(name) or self._looks["plain"]

    @property
    def _width(self) -> int:
        """The cells beside the scrollbar."""
        return self.scrollable_content_region.width

    def _widths(self) -> list[int]:
        fixed = sum(column.width for column in self.columns if not column.share)
        shares = sum(column.share for column in self.columns) or 1
        left = max(0, self._width - 2 - fixed - 2 * (len(self.columns) - 1))
        return [
            column.width if not column.share else left * column.share // shares
            for column in self.columns
        ]

    def render_line(self, y: int) -> Strip:
        """One line: the headings stay on top."""
        width = self._width
        if y == 0:
            cells_here: Sequence[Cell] = [(each.heading, "heading") for each in self.columns]
            return self._strip(cells_here, self._look("plain"), width, "  ")
        row = y - 1 + self.scroll_offset.y
        if row >= len(self.rows):
            return Strip.blank(width, self._look("plain"))
        here = row == self.row
        base = self._look("plain") + self._look("current") if here else self._look("plain")
        return self._strip(self.rows[row], base, width, "▸ " if here else "  ")

    def _strip(self, row: Sequence[Cell], base: Style, width: int, lead: str) -> Strip:
        segments = [Segment(lead, base)]
        for (text, name), space in zip(row, self._widths(), strict=False):
            cut = text if cells(text) <= space else set_cell_size(text, max(0, space - 1)) + "…"
            style = base + self._look(name) if name and name != "plain" else base
            segments.append(Segment(set_cell_size(cut, space), style))
            segments.append(Segment("  ", base))
        return Strip(segments).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        """One click makes a row current, a second opens it."""
        row = event.y - 1 + self.scroll_offset.y
        if event.y < 1 or row >= len(self.rows):
            return
        if row == self.row:
            self.post_message(self.Chosen(row))
        else:
            self.select(row)
