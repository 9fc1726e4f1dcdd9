"""The glossary: every concept with its terms, searched and sorted, decided upon, looked up.

What always holds: it shows the glossary as the workbench last gave it; a change goes through the
workbench and comes back as the new glossary.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from aligner.errors import AlignerError
from aligner.glossary.concept import Concept, Glossary, Status
from aligner.glossary.conflicts import Conflict, conflicts
from aligner.language.folding import fold
from aligner.text.segment import Side
from aligner.tui.bindings import bindings
from aligner.tui.concept_form import concept_fields, effect_lines, wrong_in
from aligner.tui.desk import Desk
from aligner.tui.details import Line
from aligner.tui.fields import Field
from aligner.tui.forms import Answers
from aligner.tui.literal import literal
from aligner.tui.oneline import shown
from aligner.tui.table import Cell, Column, Table
from aligner.tui.tablescreen import TableScreen
from aligner.tui.term_decision import TermDraft, decided

SORTS = ("en", "es", "decisions")


class GlossaryScreen(TableScreen):
    """A row for each concept."""

    CONTEXT = "glossary"
    BINDINGS: ClassVar[list[BindingType]] = bindings("glossary")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.query_text = ""
        self.sort = "en"
        self.conflicts_only = False
        self.concepts: list[Concept] = []
        self.clashes: tuple[Conflict, ...] = ()

    def on_mount(self) -> None:
        """All of it."""
        self.relabel()

    def relabel(self) -> None:
        """Draw it."""
        super().relabel()
        self.clashes = conflicts(self.desk.glossary)
        clashing = {name for clash in self.clashes for name in clash.concepts}
        wanted = fold(self.query_text).split()
        self.concepts = [
            concept
            for concept in self.desk.glossary.concepts
            if (not self.conflicts_only or concept.id in clashing)
            and all(part in _words_of(concept) for part in wanted)
        ]
        if self.sort == "decisions":
            self.concepts.sort(key=lambda concept: (-len(concept.decisions), concept.id))
        else:
            side: Side = "en" if self.sort == "en" else "es"
            self.concepts.sort(key=lambda concept: fold(_first(concept, side)))
        title = self.say(
            "glossary.title",
            n=len(self.concepts),
            m=len(self.desk.glossary.concepts),
            conflicts=len(self.clashes),
        )
        if self.query_text:
            title += f"  /{self.query_text}"
        self.title_is(title)
        columns = (
            Column(self.say("plain.side.en"), share=3),
            Column(self.say("plain.side.es"), share=3),
            Column(self.say("glossary.not"), share=2),
            Column(self.say("glossary.decisions"), 11),
        )
        self.table.fill(columns, [self._row(each, each.id in clashing) for each in self.concepts])
        self._show_place()

    def _row(self, concept: Concept, clashing: bool) -> list[Cell]:
        not_used = [term.text for term in (*concept.en, *concept.es) if not term.status.live]
        mark = "! " if clashing else ""
        return [
            (mark + shown(_live(concept, "en")), "strong"),
            (shown(_live(concept, "es")), "strong"),
            (shown(", ".join(not_used)), "needs-work"),
            (str(len(concept.decisions)), "quiet"),
        ]

    @property
    def concept(self) -> Concept | None:
        """The current one."""
        return self.concepts[self.table.row] if self.concepts else None

    def on_table_moved(self, _: Table.Moved) -> None:
        """What is known of it."""
        self._show_place()

    def on_table_chosen(self, _: Table.Chosen) -> None:
        """A second click decides on it, as Enter does."""
        self.action_concept_edit()

    def _show_place(self) -> None:
        concept = self.concept
        if concept is None:
            empty = "glossary.none" if self.desk.glossary.concepts else "glossary.empty"
            self.below([((self.say(empty), "quiet"),)])
            return
        lines: list[Line] = [((concept.id, "quiet"), (f"  {shown(concept.definition)}", "plain"))]
        for side in ("en", "es"):
            for term in concept.en if side == "en" else concept.es:
                status = self.say(f"status.{term.status.value}")
                style = "plain" if term.status.live else "needs-work"
                note = f"  {shown(term.note)}" if term.note else ""
                lines.append(
                    ((f"{side.upper()} ", "quiet"), (f"{shown(term.text)} · {status}{note}", style))
                )
        if concept.decisions:
            last = concept.decisions[-1]
            said = f"{shown(last.by)}, {last.at[:10]}: {shown(last.why)}"
            lines.append(((said, "quiet"),))
        lines += [
            ((f"! {shown(str(clash))}", "major"),)
            for clash in self.clashes
            if concept.id in clash.concepts
        ]
        self.below(lines)

    # Changing

    def action_concept_new(self) -> None:
        """A new concept."""
        self._decide(None, TermDraft())

    def action_concept_edit(self) -> None:
        """Decide on the current one."""
        concept = self.concept
        if concept is None:
            return
        en = next(iter(concept.en), None)
        es = next(iter(concept.es), None)
        draft = TermDraft(
            en.text if en else "",
            es.text if es else "",
            en.status if en else Status.PREFERRED,
            es.status if es else Status.PREFERRED,
        )
        self._decide(concept, draft)

    def _decide(self, concept: Concept | None, draft: TermDraft) -> None:
        session = self.desk.session
        if not session.by:
            self.tell(self.say("suggestions.who"), wrong=True)
            return
        glossary = self.desk.glossary

        def preview(answers: Answers) -> list[Content]:
            if wrong_in(answers, self.words):
                return []
            try:
                made = decided(glossary, concept, draft, answers, session.by, session.role)
            except AlignerError as error:
                return [literal(str(error))]
            return list(effect_lines(self.desk.review.bitext, made, self.words))

        def given(answers: Answers) -> None:
            try:
                made = decided(glossary, concept, draft, answers, session.by, session.role)
                kept = self.program.workbench.save_concept(made.before, made.after, answers["why"])
            except AlignerError as error:
                self.tell(str(error), wrong=True)
                return
            self._take(kept, made.after.id)

        self.ask(
            self.say("term.title.edit" if concept else "term.title"),
            concept_fields(concept, draft, self.words),
            given,
            check=lambda answers: wrong_in(answers, self.words),
            preview=preview,
        )

    def _take(self, glossary: Glossary, concept: str) -> None:
        self.desk.take_glossary(glossary)
        self.tell(self.say("term.kept", concept=concept))
        self.relabel()
        names = [each.id for each in self.concepts]
        if concept in names:
            self.table.select(names.index(concept))
        self.program.documents.complete(self.desk)

    def action_concept_undo(self) -> None:
        """Take back the last change."""
        try:
            glossary, concept = self.program.workbench.undo_concept()
        except AlignerError as error:
            self.tell(str(error), wrong=True)
            return
        self._take(glossary, concept)

    # Looking

    def action_concept_search(self) -> None:
        """Narrow it."""

        def given(answers: Answers) -> None:
            self.query_text = answers["query"]
            self.relabel()

        field = Field("query", "line", self.say("glossary.search"), self.query_text)
        self.ask(self.say("key.concept-search"), (field,), given)

    def action_concept_sort(self) -> None:
        """By the next thing."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self.tell(self.say(f"glossary.sort.{self.sort}"))
        self.relabel()

    def action_concept_conflicts(self) -> None:
        """Only what contradicts itself, or everything again."""
        self.conflicts_only = not self.conflicts_only
        if self.conflicts_only and not self.clashes:
            self.conflicts_only = False
            self.tell(self.say("glossary.no-conflicts"))
        self.relabel()

    def action_concept_occurrences(self) -> None:
        """Where it stands."""
        concept = self.concept
        if concept is not None:
            from aligner.tui.occurrences import OccurrencesScreen

            self.app.push_screen(OccurrencesScreen(self.desk, _first(concept, "en"), ""))

    def action_concept_history(self) -> None:
        """Who decided what."""
        concept = self.concept
        if concept is None:
            return
        lines = [
            literal(
                f"{decision.at[:10]}  {decision.by}: {decision.term} → "
                f"{decision.status} ({decision.why})"
            )
            for decision in reversed(concept.decisions)
        ]
        try:
            lines += [
                literal(f"{at[:16]}  {by}: {what}")
                for at, by, what in self.program.workbench.concept_history(concept.id)
            ]
        except AlignerError as error:
            lines.append(literal(str(error)))
        self.read_out(
            self.say("glossary.history", concept=concept.id),
            lines or [literal(self.say("glossary.no-history"))],
        )

    def action_concept_export(self) -> None:
        """As a file for others."""
        try:
            self.tell(self.say("glossary.exported", path=self.program.workbench.export_glossary()))
        except AlignerError as error:
            self.tell(str(error), wrong=True)


def _live(concept: Concept, side: Side) -> str:
    return ", ".join(term.text for term in concept.terms(side) if term.status.live) or "–"


def _first(concept: Concept, side: Side) -> str:
    terms = concept.terms(side)
    return terms[0].text if terms else ""


def _words_of(concept: Concept) -> str:
    texts = [term.text for term in (*concept.en, *concept.es)]
    return fold(" ".join([concept.id, *texts, concept.definition, concept.domain]))
