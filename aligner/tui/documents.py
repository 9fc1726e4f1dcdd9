"""The documents screen: every document of the project, how far it is, what is open.

What always holds: it is there at once; figures that must be computed come one after the other, each
in its own turn, and never block a key.
"""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from aligner.errors import AlignerError
from aligner.tui.bindings import bindings
from aligner.tui.oneline import shown
from aligner.tui.progress import Progress
from aligner.tui.table import Cell, Column, Table
from aligner.tui.tablescreen import TableScreen
from aligner.tui.workbench import Card


class DocumentsScreen(TableScreen):
    """A table of documents."""

    CONTEXT = "documents"
    BINDINGS: ClassVar[list[BindingType]] = bindings("documents")

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []

    def on_mount(self) -> None:
        """The documents now, their figures one by one."""
        self.cards = list(self.program.workbench.documents())
        self.relabel()
        self._count()

    def relabel(self) -> None:
        """Another language."""
        super().relabel()
        self.title_is(self.say("documents.title", project=self.program.workbench.name))
        self._fill()

    def _fill(self) -> None:
        columns = (
            Column(self.say("documents.document"), share=1),
            Column(self.say("documents.reviewed"), 12),
            Column("EN", 6),
            Column("ES", 6),
            Column(self.say("documents.open"), 18),
        )
        self.table.fill(columns, [self._row(card) for card in self.cards])

    def _row(self, card: Card) -> list[Cell]:
        if not card.known:
            return [(shown(card.id), "strong"), ("…", "quiet")]
        total = card.severe + card.lesser
        words = self.say("documents.count", n=total, severe=card.severe)
        done = card.reviewed[0] == card.reviewed[1]
        return [
            (shown(card.id), "strong"),
            (f"{card.reviewed[0]}/{card.reviewed[1]}", "accepted" if done else "plain"),
            (Progress.percent(card.coverage_en), "plain"),
            (Progress.percent(card.coverage_es), "plain"),
            (words, "major" if card.severe else "plain"),
        ]

    @work(thread=True, exclusive=True)
    def _count(self) -> None:
        for place, card in enumerate(self.cards):
            if not self.is_running:
                return
            if card.known:
                continue
            try:
                figures = self.program.workbench.figures(card.id)
            except AlignerError as error:
                self.app.call_from_thread(self._refused, str(error))
                continue
            self.app.call_from_thread(self._counted, place, figures)

    def _counted(self, place: int, card: Card) -> None:
        if self.is_running:
            self.cards[place] = card
            self._fill()

    def _refused(self, why: str) -> None:
        if self.is_running:
            self.tell(why, wrong=True)

    def on_table_chosen(self, _: Table.Chosen) -> None:
        """A click on the current row."""
        self.action_document_open()

    def action_document_open(self) -> None:
        """Open it."""
        if self.cards:
            self.program.documents.open(self.cards[self.table.row].id)
