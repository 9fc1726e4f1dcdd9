"""The line in which a search or a paragraph number is typed.

What always holds: Enter gives, Escape leaves; while it is open the keys belong to it.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from aligner.tui.fields import LineField
from aligner.tui.literal import literal


class Prompt(Horizontal):
    """A label and a line; hidden until it is opened."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    class Given(Message):
        """Enter was pressed."""

        def __init__(self, purpose: str, text: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.text = text

    def __init__(self, place: str | None = None) -> None:
        super().__init__(id=place)
        self.purpose = ""

    def compose(self) -> ComposeResult:
        """The label, then the line."""
        yield Static("", id="prompt-label", markup=False)
        line = LineField("", "prompt-line")
        line.onward = self.give
        yield line

    def on_mount(self) -> None:
        """Nothing to ask yet."""
        self.display = False

    def open(self, purpose: str, label: str, text: str = "") -> None:
        """Ask."""
        self.purpose = purpose
        self.display = True
        self.query_one("#prompt-label", Static).update(literal(label))
        line = self.query_one("#prompt-line", LineField)
        line.value = text
        line.cursor_position = len(text)
        self.screen.set_focus(line)

    def action_close(self) -> None:
        """Leave it."""
        self.display = False
        self.screen.set_focus(None)

    def give(self) -> None:
        """Enter."""
        text = self.query_one("#prompt-line", LineField).value
        self.action_close()
        self.post_message(self.Given(self.purpose, text))
