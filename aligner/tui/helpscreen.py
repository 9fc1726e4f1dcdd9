"""Help: every key and what it does, made from the key table, searched as one types."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from aligner.language.folding import fold
from aligner.tui.fields import LineField
from aligner.tui.framed import Framed
from aligner.tui.keys import KEYS, Key, in_context, keys_of
from aligner.tui.literal import literal
from aligner.tui.table import Cell, Column, Table


class HelpScreen(Framed):
    """A table of keys; the line on top narrows it."""

    CONTEXT = "everywhere"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("pagedown", "step(10)", show=False, priority=True),
        Binding("pageup", "step(-10)", show=False, priority=True),
    ]

    def __init__(self, context: str) -> None:
        super().__init__()
        self._for = context

    def compose(self) -> ComposeResult:
        """Title, search line, table."""
        yield Static("", id="help-title", markup=False)
        yield LineField("", "help-line")
        yield Table("help")
        yield Static("", id="help-what", markup=False)
        yield Static("", id="help-hint", markup=False)

    def on_mount(self) -> None:
        """All of it."""
        self.relabel()
        self.query_one("#help-line").focus()

    def relabel(self) -> None:
        """Another language."""
        self.query_one("#help-title", Static).update(literal(self.say("help.title"), "bold"))
        self.query_one("#help-hint", Static).update(literal(self.say("help.hint")))
        self._fill()

    def on_input_changed(self) -> None:
        """Narrow it."""
        self._fill()

    def action_step(self, by: int) -> None:
        """Up and down."""
        self.query_one(Table).step(by)

    def on_resize(self) -> None:
        """Another width has other columns."""
        self._fill()

    def on_table_moved(self, _: Table.Moved) -> None:
        """All that is said of the action: a column may be too narrow for it."""
        self._tell_all()

    def _tell_all(self) -> None:
        table = self.query_one(Table)
        told = table.rows[table.row] if table.rows else ()
        words = f"{told[2][0]} ({told[3][0]})" if told else self.say("help.nothing")
        self.query_one("#help-what", Static).update(literal(words))

    def _fill(self) -> None:
        query = fold(self.query_one("#help-line", LineField).value)
        first = in_context(self._for)
        rows: list[list[Cell]] = []
        for key in (*first, *(key for key in KEYS if key not in first)):
            row = self._row(key)
            if all(part in fold(" ".join(text for text, _ in row)) for part in query.split()):
                rows.append(row)
        columns = (
            Column(self.say("help.keys"), 14),
            Column(self.say("help.action"), 18),
            Column(self.say("help.what"), share=1),
            Column(self.say("help.where"), 27),
        )
        wide = self.size.width >= 110
        self.query_one(Table).fill(columns if wide else columns[:3], rows)
        self._tell_all()

    def _row(self, key: Key) -> list[Cell]:
        signs = " ".join(
            self.words.sign(each) for each in keys_of(key, self.program.keymap_of_project)
        )
        return [
            (signs, "strong"),
            (self.say(f"key.{key.id}"), "plain"),
            (self.say(f"help.{key.id}"), "plain"),
            (self.say(f"group.{key.group}"), "quiet"),
        ]
