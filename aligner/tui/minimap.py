"""One column for the whole document: what state it is in, and where the reader is.

What always holds: each line stands for the same number of beads, and shows the worst of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

# Worst last: (name, glyph).
LEVELS = (
    ("signed", "█"),
    ("accepted", "█"),
    ("unreviewed", "░"),
    ("info", "░"),
    ("minor", "▒"),
    ("stale", "≠"),
    ("major", "▲"),
    ("needs-work", "✗"),
    ("critical", "◆"),
    ("conflict", "!"),
)
_RANK = {name: place for place, (name, _) in enumerate(LEVELS)}


class Minimap(Widget, can_focus=False):
    """Give it `count` and `level_of(bead)`; it posts where a click wants to go."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "minimap--plain",
        *(f"minimap--{name}" for name, _ in LEVELS),
    }

    class Wanted(Message):
        """A click: to this row."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, place: str | None = None) -> None:
        super().__init__(id=place)
        self.rows: Sequence[int] = ()
        self.sight = (0, 0)
        self._level_of: Callable[[int], str] = lambda _: "unreviewed"
        self._lines: list[str] = []
        self._looks: dict[str, Style] = {}

    def show(self, rows: Sequence[int], level_of: Callable[[int], str]) -> None:
        """Draw the whole document anew."""
        self.rows, self._level_of = rows, level_of
        self._lines = []
        self.refresh()

    def renew(self, beads: Sequence[int]) -> None:
        """These beads are in another state: only their lines are counted again."""
        if not self._lines:
            return
        for row in {bisect_left(self.rows, bead) for bead in beads}:
            if row < len(self.rows):
                line = row * len(self._lines) // len(self.rows)
                for near in (line - 1, line, line + 1):
                    if 0 <= near < len(self._lines):
                        self._lines[near] = self._worst(near)
        self.refresh()

    def _worst(self, line: int) -> str:
        start, end = self._span(line)
        return max((self._level_of(bead) for bead in self.rows[start:end]), key=_RANK.__getitem__)

    def look_at(self, sight: tuple[int, int]) -> None:
        """Which rows are in sight."""
        if sight != self.sight:
            self.sight = sight
            self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        """Another height: other steps."""
        self._lines = []

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._looks.clear()

    def _span(self, line: int) -> tuple[int, int]:
        height = max(1, self.size.height)
        count = len(self.rows)
        if count <= height:
            return line, line + 1
        return line * count // height, max(line * count // height + 1, (line + 1) * count // height)

    def _made(self) -> list[str]:
        if not self._lines and self.rows:
            for line in range(min(self.size.height, len(self.rows))):
                self._lines.append(self._worst(line))
        return self._lines

    def render_line(self, y: int) -> Strip:
        """One line: a bar where the reader is, and the worst state."""
        if not self._looks:
            self._looks["plain"] = self.get_component_rich_style("minimap--plain")
            for name, _ in LEVELS:
                self._looks[name] = self.get_component_rich_style(f"minimap--{name}", partial=True)
        plain = self._looks["plain"]
        lines = self._made()
        if y >= len(lines):
            return Strip.blank(self.size.width, plain)
        start, end = self._span(y)
        here = start <= self.sight[1] and end > self.sight[0]
        name = lines[y]
        mark = Segment("▐" if here else " ", plain)
        glyph = Segment(LEVELS[_RANK[name]][1], plain + self._looks[name])
        return Strip([mark, glyph]).adjust_cell_length(self.size.width, plain)

    def on_click(self, event: events.Click) -> None:
        """Go there."""
        if event.y < len(self._made()):
            self.post_message(self.Wanted(self._span(event.y)[0]))
