"""Every block where words occur, both sides shown, with a query of its own for each side.

What always holds: an empty query asks nothing; with both filled, a block must hold both.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from aligner.text.segment import Side
from aligner.tui.bindings import bindings
from aligner.tui.desk import Desk
from aligner.tui.fields import Field
from aligner.tui.oneline import shown
from aligner.tui.searching import Hit
from aligner.tui.table import Cell, Column, Table
from aligner.tui.tablescreen import TableScreen

_AROUND = 38


class OccurrencesScreen(TableScreen):
    """A row for each block that fits."""

    CONTEXT = "occurrences"
    BINDINGS: ClassVar[list[BindingType]] = bindings("occurrences")

    def __init__(self, desk: Desk, english: str, spanish: str) -> None:
        super().__init__()
        self.desk = desk
        self.english, self.spanish = english, spanish
        self.found: list[tuple[int, Hit | None, Hit | None]] = []

    def on_mount(self) -> None:
        """Look for what was selected; ask where nothing was."""
        self.relabel()
        if not self.english and not self.spanish:
            self.action_occurrence_english()

    def relabel(self) -> None:
        """Another query or another language."""
        super().relabel()
        self._look()
        self.title_is(
            self.say(
                "occurrences.title",
                english=self.english or "–",
                spanish=self.spanish or "–",
                n=len(self.found),
            )
        )
        columns = (
            Column(self.say("block"), 7),
            Column(self.say("plain.side.en"), share=1),
            Column(self.say("plain.side.es"), share=1),
        )
        rows: list[list[Cell]] = [
            [
                (str(bead + 1), "strong"),
                (self._line(bead, "en", en), "evidence" if en else "plain"),
                (self._line(bead, "es", es), "evidence" if es else "plain"),
            ]
            for bead, en, es in self.found
        ]
        self.table.fill(columns, rows)
        self.below([])

    def _look(self) -> None:
        by_bead: dict[int, dict[Side, Hit]] = {}
        for hit in self.desk.find_pair(self.english, self.spanish):
            by_bead.setdefault(hit.bead, {}).setdefault(hit.side, hit)
        self.found = [(bead, hits.get("en"), hits.get("es")) for bead, hits in by_bead.items()]

    def _line(self, bead: int, side: Side, hit: Hit | None) -> str:
        """The words with what stands around them; the beginning where the query is not there."""
        bitext = self.desk.review.bitext
        document = bitext.en if side == "en" else bitext.es
        if hit is None:
            return shown(
                " ".join(document.segments[i].text for i in getattr(bitext.beads[bead], side))
            )
        text = document.segments[hit.segment].text
        start = max(0, hit.start - _AROUND)
        lead = "…" if start else ""
        return shown(lead + text[start : hit.end + 2 * _AROUND])

    def _ask(self, side: Side, now: str) -> None:
        def given(text: str) -> None:
            if side == "en":
                self.english = text
            else:
                self.spanish = text
            self.relabel()

        field = Field("query", "line", self.say(f"plain.side.{side}"), now)
        self.ask(self.say("occurrences.query"), (field,), lambda answers: given(answers["query"]))

    def action_occurrence_english(self) -> None:
        """Another English query."""
        self._ask("en", self.english)

    def action_occurrence_spanish(self) -> None:
        """Another Spanish query."""
        self._ask("es", self.spanish)

    def action_occurrence_open(self) -> None:
        """Go to the block."""
        if self.found:
            self.desk.visit(self.found[self.table.row][0])
            self.dismiss(None)

    def on_table_chosen(self, _: Table.Chosen) -> None:
        """A click on the current row."""
        self.action_occurrence_open()
