"""Term candidates of the open document: an English phrase, its Spanish renderings, one key each.

What always holds: nothing is decided without the reviewer; a candidate that was decided or left
goes to the next one.
"""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from aligner.errors import AlignerError
from aligner.glossary.concept import Status
from aligner.glossary.suggest import Candidate, suggest
from aligner.tui.bindings import bindings
from aligner.tui.desk import Desk
from aligner.tui.details import Line
from aligner.tui.oneline import shown
from aligner.tui.table import Cell, Column, Table
from aligner.tui.tablescreen import TableScreen
from aligner.tui.term_decision import TermDraft, decided


class SuggestionsScreen(TableScreen):
    """A row for each candidate and rendering."""

    CONTEXT = "suggestions"
    BINDINGS: ClassVar[list[BindingType]] = bindings("suggestions")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.found: list[tuple[Candidate, int]] = []
        self.left: set[str] = set()
        self.ready = False

    def on_mount(self) -> None:
        """Candidates come when they are found."""
        self.relabel()
        self._find()

    @work(thread=True, exclusive=True)
    def _find(self) -> None:
        found = suggest(self.desk.review.bitext, glossary=self.desk.glossary)
        self.app.call_from_thread(self._have, found)

    def _have(self, candidates: tuple[Candidate, ...]) -> None:
        if not self.is_running:
            return
        self.ready = True
        self.found = [
            (candidate, place)
            for candidate in candidates
            if not candidate.concept and candidate.text not in self.left
            for place in range(len(candidate.renderings))
        ]
        self.relabel()

    def relabel(self) -> None:
        """Draw it."""
        super().relabel()
        if self.ready:
            self.title_is(self.say("suggestions.title", n=len({c.text for c, _ in self.found})))
        else:
            self.title_is(self.say("suggestions.looking"))
        columns = (
            Column(self.say("plain.side.en"), share=1),
            Column(self.say("plain.side.es"), share=1),
            Column(self.say("suggestions.times"), 9),
        )
        rows: list[list[Cell]] = []
        for candidate, place in self.found:
            rendering = candidate.renderings[place]
            first = shown(candidate.text) if place == 0 else "  〃"
            style = "major" if candidate.divided else "plain"
            rows.append(
                [
                    (first, "strong" if place == 0 else "quiet"),
                    (shown(rendering.text), style),
                    (f"{rendering.count}/{candidate.count}", "quiet"),
                ]
            )
        self.table.fill(columns, rows)
        self._show_place()

    def on_table_moved(self, _: Table.Moved) -> None:
        """What stands where."""
        self._show_place()

    def _show_place(self) -> None:
        if not self.found:
            self.below([])
            return
        candidate, place = self.found[min(self.table.row, len(self.found) - 1)]
        lines: list[Line] = []
        for each in candidate.renderings[place].places[:4]:
            en, es = self.desk.review.bitext.texts(self.desk.review.bitext.beads[each.bead])
            lines.append(((f"{self.say('block')} {each.bead + 1}  EN ", "quiet"), (shown(en), "")))
            lines.append((("   ES ", "quiet"), (shown(es), "")))
        self.below(lines)

    def _decide(self, status: Status) -> None:
        if not self.found:
            return
        candidate, place = self.found[self.table.row]
        rendering = candidate.renderings[place]
        draft = TermDraft(candidate.text, rendering.text, document=self.desk.document)
        answers = {
            "en": candidate.text,
            "en_status": Status.PREFERRED.value,
            "es": rendering.text,
            "es_status": status.value,
            "why": self.say("suggestions.why", n=rendering.count, m=candidate.count),
            "former": "",
            "authority": "house",
            "definition": "",
        }
        workbench = self.program.workbench
        session = self.desk.session
        if not session.by:
            self.tell(self.say("suggestions.who"), wrong=True)
            return
        try:
            made = decided(self.desk.glossary, None, draft, answers, session.by, session.role)
            glossary = workbench.save_concept(made.before, made.after, answers["why"])
        except AlignerError as error:
            self.tell(str(error), wrong=True)
            return
        self.desk.take_glossary(glossary)
        self.tell(self.say("term.kept", concept=made.after.id))
        if status is Status.PREFERRED:
            self._drop(candidate.text)
        else:
            del self.found[self.table.row]
            self.relabel()

    def _drop(self, text: str) -> None:
        self.left.add(text)
        self.found = [each for each in self.found if each[0].text != text]
        self.relabel()

    def action_suggestion_prefer(self) -> None:
        """Preferred."""
        self._decide(Status.PREFERRED)

    def action_suggestion_admit(self) -> None:
        """Admitted."""
        self._decide(Status.ADMITTED)

    def action_suggestion_skip(self) -> None:
        """Not now."""
        if self.found:
            self._drop(self.found[self.table.row][0].text)

    def action_suggestion_occurrences(self) -> None:
        """Where it stands."""
        if self.found:
            from aligner.tui.occurrences import OccurrencesScreen

            candidate, _ = self.found[self.table.row]
            self.app.push_screen(OccurrencesScreen(self.desk, candidate.text, ""))
