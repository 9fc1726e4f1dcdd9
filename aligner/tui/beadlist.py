"""The two versions side by side: a Line-API list that wraps only what is in sight.

What always holds: it shows and reports, it decides nothing: clicks are posted as messages, the
screen answers. Heights out of sight are estimates; what is above the first line in sight never
makes the text jump, because the scroll offset follows the correction.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from aligner.text.segment import Side
from aligner.tui.block import MARKS, Block
from aligner.tui.drawing import Drawn, Frame, draw, guess_heights
from aligner.tui.heights import Heights, Sizes
from aligner.tui.wrapping import cells

PARTS = (
    "plain",
    "current",
    "number",
    "label",
    "heading",
    "rule",
    "missing",
    "quiet",
    "strong",
    "unreviewed",
    "accepted",
    "signed",
    "needs-work",
    "stale",
    "conflict",
    *MARKS,
)
BESIDE_FROM = 100
_KEPT = 256


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text: a bead, a side, the passage within it, a code point."""

    bead: int
    side: Side
    passage: int
    offset: int


class BeadList(ScrollView, can_focus=False):
    """Blocks of beads. Give it `show(rows, sizes, source)`; then `select(row)`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"beads--{name}" for name in PARTS}

    class Pressed(Message):
        """The mouse was pressed on a block; `spot` where it hit text."""

        def __init__(self, row: int, spot: Spot | None, *, dragged: bool) -> None:
            super().__init__()
            self.row = row
            self.spot = spot
            self.dragged = dragged

    def __init__(self, place: str | None = None) -> None:
        super().__init__(id=place)
        self.rows: Sequence[int] = ()
        self.row = 0
        self.roomy = True
        self.layout_choice = ""
        self._sizes = Sizes((), (), ())
        self._source: Callable[[int], Block] = lambda _: Block((), ())
        self._digits = 2
        self._heights = Heights(())
        self._frame = Frame(0, False, True, 2)
        self._drawn: OrderedDict[tuple[int, bool], Drawn] = OrderedDict()
        self._styles: dict[str, Style] = {}
        self._aim: int | None = None

    def show(
        self,
        rows: Sequence[int],
        sizes: Sizes,
        source: Callable[[int], Block],
        digits: int,
    ) -> None:
        """Show the beads `rows`; `sizes` estimates heights, `source(bead)` gives blocks."""
        self.rows, self._sizes, self._source, self._digits = rows, sizes, source, digits
        self._drawn.clear()
        self._lay_out(force=True)
        self.select(min(self.row, max(0, len(rows) - 1)))

    def select(self, row: int, *, top: bool = False) -> None:
        """Make `row` the current block and bring it into sight (to the top edge where asked)."""
        self.row = max(0, min(row, len(self.rows) - 1)) if self.rows else 0
        if self.size.height == 0 or not self.rows:
            self._aim = self.row
            return
        self._bring(top)
        self.refresh()

    def renew(self, beads: Sequence[int] | None = None) -> None:
        """These beads (all: None) look different now; their place in the list stays."""
        if len(self._heights) != len(self.rows):
            return
        if beads is None:
            self._drawn.clear()
            for row in range(len(self.rows)):
                self._heights.forget(row)
        else:
            for bead in beads:
                self._drawn.pop((bead, True), None)
                self._drawn.pop((bead, False), None)
            wanted = set(beads)
            near = range(max(0, self.row - 60), min(len(self.rows), self.row + 60))
            for row in near:
                if self.rows[row] in wanted:
                    self._heights.forget(row)
        self._measure_sight()
        self.refresh()

    def set_layout(self, choice: str, *, roomy: bool) -> None:
        """`choice`: `beside`, `stacked` or empty (by width)."""
        self.layout_choice, self.roomy = choice, roomy
        self._lay_out(force=True)
        self.select(self.row)

    @property
    def sight(self) -> tuple[int, int]:
        """First and last row in sight."""
        first = self._heights.at(self.scroll_offset.y)
        last = self._heights.at(self.scroll_offset.y + max(0, self.size.height - 1))
        return first, last

    def page(self, direction: int) -> int:
        """The row one screenful away."""
        top = self._heights.top(self.row)
        return self._heights.at(max(0, top + direction * max(1, self.size.height - 2)))

    # Laying out

    def _lay_out(self, *, force: bool = False) -> None:
        width = self.size.width
        beside = self.layout_choice == "beside" or (
            self.layout_choice != "stacked" and self.app.size.width >= BESIDE_FROM
        )
        frame = Frame(width, beside, self.roomy, self._digits)
        if frame == self._frame and not force:
            return
        self._frame = frame
        self._drawn.clear()
        if width:
            self._heights = Heights(guess_heights(self.rows, self._sizes, frame))
            self._resize_virtual()

    def _resize_virtual(self) -> None:
        self.virtual_size = Size(self.size.width, self._heights.total)

    def _measure(self, row: int) -> int:
        if self._heights.exact(row):
            return 0
        return self._heights.measured(row, len(self._draw(row).strips))

    def _measure_sight(self) -> None:
        """Measure what is in sight, and a little around it, keeping the first line where it is."""
        if not self.rows or not self.size.height:
            return
        before = self._heights.total
        y = self.scroll_offset.y
        first = self._heights.at(y)
        offset = y - self._heights.top(first)
        for row in range(max(0, first - 3), first):
            self._measure(row)
        line = -offset
        row = first
        while row < len(self.rows) and line < self.size.height + 8:
            self._measure(row)
            line += self._heights[row]
            row += 1
        if self._heights.total != before:
            self._resize_virtual()
            y_now = self._heights.top(first) + min(offset, max(0, self._heights[first] - 1))
            if y_now != y:
                self.set_scroll(None, y_now)

    def _bring(self, top: bool) -> None:
        """Scroll so that the current block, whole or its beginning, is in sight."""
        height = self.size.height
        row = self.row
        # Measure around the row first: what is drawn there must be where the sums say it is.
        above = 0
        before = row - 1
        while before >= 0 and above < height:
            self._measure(before)
            above += self._heights[before]
            before -= 1
        below = 0
        after = row
        while after < len(self.rows) and below < height + 8:
            self._measure(after)
            below += self._heights[after]
            after += 1
        self._resize_virtual()
        start = self._heights.top(row)
        tall = self._heights[row]
        y = self.scroll_offset.y
        if top or tall > height or start < y:
            y = start
        elif start + tall > y + height:
            y = start + tall - height
        limit = max(0, self._heights.total - height)
        self.set_scroll(None, max(0, min(y, limit)))

    def set_scroll(self, x: float | None, y: float | None) -> None:
        """Scroll at once, without animation and without waiting for a refresh."""
        self.scroll_to(x, y, animate=False, force=True, immediate=True)

    # Drawing

    def _draw(self, row: int) -> Drawn:
        bead = self.rows[row]
        key = (bead, row == self.row)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = draw(self._source(bead), self._frame, self._style_of(), current=key[1])
            self._drawn[key] = drawn
            if len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        return drawn

    def _style_of(self) -> dict[str, Style]:
        if not self._styles:
            for name in PARTS:
                partial = name != "plain"
                style = self.get_component_rich_style(f"beads--{name}", partial=partial)
                self._styles[name] = style
        return self._styles

    def notify_style_update(self) -> None:
        """The theme changed: styles are looked up again."""
        super().notify_style_update()
        self._styles.clear()
        self._drawn.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        width = self.size.width
        line = self.scroll_offset.y + y
        if not self.rows or line >= self._heights.total:
            return Strip.blank(width, self._style_of()["plain"])
        row = self._heights.at(line)
        drawn = self._draw(row)
        inside = line - self._heights.top(row)
        if inside >= len(drawn.strips):
            return Strip.blank(width, self._style_of()["plain"])
        return drawn.strips[inside]

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measure what comes into sight before it is drawn."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._measure_sight()

    def on_resize(self, _: events.Resize) -> None:
        """Another width wraps anew; the current block stays in sight."""
        self._lay_out()
        if self._aim is not None:
            self.row, self._aim = self._aim, None
            self._bring(top=False)
        elif self.rows:
            self._bring(top=False)

    # Mouse

    def spot_at(self, x: int, y: int) -> tuple[int, Spot | None]:
        """The row at a place of the widget, and the spot of text where one is there."""
        line = self.scroll_offset.y + y
        row = self._heights.at(line)
        inside = line - self._heights.top(row)
        drawn = self._draw(row)
        if not 0 <= inside < len(drawn.pieces):
            return row, None
        for piece in reversed(drawn.pieces[inside]):
            if x >= piece.x:
                block = self._source(self.rows[row])
                text = (block.en if piece.side == "en" else block.es)[piece.passage].text
                offset = piece.start
                used = piece.x
                while offset < piece.end and used + cells(text[offset]) <= x:
                    used += cells(text[offset])
                    offset += 1
                return row, Spot(self.rows[row], piece.side, piece.passage, offset)
        return row, None

    def _press(self, event: events.MouseEvent, *, dragged: bool) -> None:
        if not self.rows or not Region(0, 0, *self.size).contains(event.x, event.y):
            return
        row, spot = self.spot_at(event.x, event.y)
        self.post_message(self.Pressed(row, spot, dragged=dragged))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press chooses a block and a word."""
        if event.button == 1:
            self.capture_mouse()
            self._press(event, dragged=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """A move with the button held selects."""
        if event.button == 1 and self.app.mouse_captured is self:
            self._press(event, dragged=True)

    def on_mouse_up(self, _: events.MouseUp) -> None:
        """The selection is done."""
        self.release_mouse()
