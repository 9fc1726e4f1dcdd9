"""Earlier wording of the archive for the current block: where it stood, how alike, where we depart.

What always holds: nothing is taken over without the person; what is taken becomes a proposal in the
review, with the place that it came from as its reason.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from aligner.errors import AlignerError
from aligner.text.segment import Side
from aligner.tui.bindings import bindings
from aligner.tui.changes import marked
from aligner.tui.desk import Desk
from aligner.tui.details import Line
from aligner.tui.oneline import shown
from aligner.tui.table import Cell, Column
from aligner.tui.tablescreen import TableScreen
from aligner.tui.workbench import Earlier


class EarlierScreen(TableScreen):
    """A row for each earlier paragraph, the likest first."""

    CONTEXT = "earlier"
    BINDINGS: ClassVar[list[BindingType]] = bindings("earlier")

    def __init__(self, desk: Desk, found: tuple[Earlier, ...]) -> None:
        super().__init__()
        self.desk = desk
        self.found = found

    def on_mount(self) -> None:
        """All of it."""
        self.relabel()

    def relabel(self) -> None:
        """Draw it."""
        super().relabel()
        departed = sum(each.departed for each in self.found)
        self.title_is(
            self.say(
                "earlier.title", n=len(self.found), block=self.desk.bead + 1, departed=departed
            )
        )
        columns = (
            Column(self.say("documents.document"), share=2),
            Column(self.say("earlier.date"), 11),
            Column(self.say("earlier.alike"), 8),
            Column(self.say("earlier.wording"), share=3),
        )
        self.table.fill(columns, [self._row(each) for each in self.found])
        self._show_place()

    def _row(self, each: Earlier) -> list[Cell]:
        said = self.say("earlier.departed") if each.departed else shown(each.es)
        return [
            (shown(each.document), "strong"),
            (shown(each.date), "quiet"),
            (f"{100 * each.score:.0f} %", "plain"),
            (said, "major" if each.departed else "plain"),
        ]

    def on_table_moved(self) -> None:
        """Both sides of it, against ours."""
        self._show_place()

    def _show_place(self) -> None:
        if not self.found:
            self.below([])
            return
        each = self.found[self.table.row]
        lines: list[Line] = []
        for side, earlier in (("EN", each.en), ("ES", each.es)):
            ours = self.desk.joined_text("en" if side == "EN" else "es")
            old, new = marked(earlier, ours)
            lines.append(((f"{side} {self.say('old-new.before')}: ", "quiet"), *old))
            lines.append(((f"{side} {self.say('old-new.now')}: ", "quiet"), *new))
        self.below(lines)

    def _propose(self, side: Side) -> None:
        if not self.found:
            return
        each = self.found[self.table.row]
        session = self.desk.session
        if self.program.workbench.read_only or not session.by:
            read_only = self.program.workbench.read_only
            self.tell(self.say("wrong.read-only" if read_only else "suggestions.who"), wrong=True)
            return
        text = each.en if side == "en" else each.es
        try:
            session.proposal(
                self.desk.bead,
                side,
                text,
                reason=self.say("earlier.reason", document=each.document, date=each.date),
            )
        except AlignerError as error:
            self.tell(str(error), wrong=True)
            return
        self.dismiss(None)

    def action_earlier_english(self) -> None:
        """Its English as a proposal."""
        self._propose("en")

    def action_earlier_spanish(self) -> None:
        """Its Spanish as a proposal."""
        self._propose("es")
