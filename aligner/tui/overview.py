"""The overview and the closing checklist: one table of lines, Enter goes where a line points."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from aligner.tui.bindings import bindings
from aligner.tui.desk import Desk
from aligner.tui.details import Line
from aligner.tui.filtering import Filter
from aligner.tui.overview_lines import Entry, checklist_entries, overview_entries, rows
from aligner.tui.table import Column, Table
from aligner.tui.tablescreen import TableScreen

_COUNT = 16
"""Cells of the column of counts."""


class OverviewScreen(TableScreen):
    """`part` is `overview` or `checklist`; Tab changes between them."""

    CONTEXT = "overview"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("overview"),
        Binding("tab", "turn", show=False),
    ]

    def __init__(self, desk: Desk, part: str = "overview") -> None:
        super().__init__()
        self.desk = desk
        self.part = part
        self.entries: list[Entry] = []

    def on_mount(self) -> None:
        """All of it."""
        self.relabel()

    def relabel(self) -> None:
        """Draw it."""
        super().relabel()
        review = self.desk.review
        if self.part == "overview":
            self.entries = overview_entries(review, self.words, max(20, self._text_width))
        else:
            self.entries = checklist_entries(review, self.desk.glossary, self.words)
        self.title_is(self.say(f"{self.part}.title", document=self.desk.document))
        overview = self.part == "overview"
        columns = (
            Column(self.say("overview.what"), share=2 if overview else 3),
            Column("", share=3 if overview else 2),
            Column(self.say("overview.count") if overview else "", _COUNT if overview else 1),
        )
        self.table.fill(columns, rows(self.entries))
        legend: list[Line] = [((self.say("overview.legend"), "quiet"),)]
        self.below(legend if overview else [])

    @property
    def _text_width(self) -> int:
        """Cells of the column in which the map is drawn."""
        return (self.app.size.width - 2 - _COUNT - 4 - 2) * 3 // 5 - 1

    def on_resize(self) -> None:
        """The map holds more or less in a line."""
        if self.is_mounted and self.part == "overview":
            self.relabel()

    def action_turn(self) -> None:
        """The other part."""
        self.part = "checklist" if self.part == "overview" else "overview"
        self.table.row = 0
        self.relabel()

    def action_overview_open(self) -> None:
        """Go where the line points; for a check, show only its blocks."""
        if not self.entries:
            return
        entry = self.entries[self.table.row]
        if entry.check and entry.bead >= 0:
            self.desk.refilter(Filter(checks=frozenset({entry.check})))
        if entry.bead >= 0:
            self.desk.visit(entry.bead)
            self.dismiss(None)

    def on_table_chosen(self, _: Table.Chosen) -> None:
        """A click on the current row."""
        self.action_overview_open()
