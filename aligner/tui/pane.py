"""A pane of lines that are made elsewhere, scrolled when there are more than fit."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from aligner.tui.details import Line

# Style names of the lines -> Textual styles; `plain` and unknown ones stay as they are.
LOOKS = {
    "quiet": "$quiet",
    "strong": "bold",
    "evidence": "underline",
    "critical": "bold $error",
    "major": "bold $warning",
    "minor": "$accent",
    "info": "$quiet",
    "stale": "$warning",
    "accepted": "$success",
    "needs-work": "$error",
    "heading": "bold underline",
    "gone": "$error strike",
    "come": "bold $success",
}


def drawn(lines: Sequence[Line]) -> Content:
    """Lines of (text, style name) as content; the texts are safe already."""
    parts: list[str | tuple[str, str]] = []
    for number, line in enumerate(lines):
        if number:
            parts.append("\n")
        for text, name in line:
            look = LOOKS.get(name, "")
            parts.append((text, look) if look else text)
    return Content.assemble(*parts)


class Pane(VerticalScroll, can_focus=False):
    """Shows lines."""

    def __init__(self, place: str, *, classes: str = "") -> None:
        super().__init__(id=place, classes=classes)

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static("", markup=False)

    def tell(self, lines: Sequence[Line]) -> None:
        """Other lines, from the top."""
        self.query_one(Static).update(drawn(lines))
        self.scroll_home(animate=False)
