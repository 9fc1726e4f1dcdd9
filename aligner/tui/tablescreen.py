"""A screen that is one table: a title, the rows, what is known of the current one, the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from aligner.tui.details import Line
from aligner.tui.framed import Framed
from aligner.tui.keyline import KeyLine
from aligner.tui.literal import literal
from aligner.tui.pane import Pane
from aligner.tui.table import Table

_FAR = 10**9


class TableScreen(Framed):
    """What all tables share: moving, the title, the pane below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("pagedown,ctrl+f", "step(15)", show=False),
        Binding("pageup,ctrl+b", "step(-15)", show=False),
        Binding("home", f"step({-_FAR})", show=False),
        Binding("end", f"step({_FAR})", show=False),
        Binding("escape", "leave", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Title, table, pane, keys."""
        yield Static("", classes="screen-title", markup=False)
        yield Table("table")
        yield Pane("below", classes="screen-below")
        yield KeyLine("keys")

    @property
    def table(self) -> Table:
        """The table."""
        return self.query_one("#table", Table)

    def title_is(self, text: str) -> None:
        """The line on top."""
        self.query_one(".screen-title", Static).update(literal(text))

    def below(self, lines: Sequence[Line]) -> None:
        """What is known of the current row."""
        pane = self.query_one("#below", Pane)
        pane.display = bool(lines)
        pane.tell(lines)

    def action_step(self, by: int) -> None:
        """Up and down."""
        self.table.step(by)
