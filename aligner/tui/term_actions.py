"""Actions of terms: deciding on the selected words, and looking where they stand.

What always holds: a decision goes into the glossary file through the workbench, with who, when and
why; the words are marked in the texts from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from aligner.errors import AlignerError
from aligner.glossary.concept import Concept
from aligner.tui.concept_form import concept_fields, effect_lines, wrong_in
from aligner.tui.deskscreen import DeskScreen
from aligner.tui.forms import Answers
from aligner.tui.literal import literal
from aligner.tui.term_decision import Decided, TermDraft, as_term, decided


class TermActions(DeskScreen):
    """What concerns the words of the texts."""

    def action_term(self) -> None:
        """Decide on the selected words."""
        english, spanish = self.desk.chosen()
        if not english and not spanish:
            self.tell(self.say("term.select"))
            return
        draft = TermDraft(
            as_term(english),
            as_term(spanish),
            document=self.desk.document,
            quote=english or spanish,
        )
        self.decide(None, draft)

    def decide(self, before: Concept | None, draft: TermDraft) -> None:
        """Ask what is decided on a concept, showing what it would do, and keep it."""
        glossary = self.desk.glossary
        session = self.desk.session

        def made(answers: Answers) -> Decided:
            return decided(glossary, before, draft, answers, session.by, session.role)

        def preview(answers: Answers) -> Sequence[Content]:
            if wrong_in(answers, self.words):
                return []
            try:
                return effect_lines(self.desk.review.bitext, made(answers), self.words)
            except AlignerError as error:
                return [literal(str(error))]

        def given(answers: Answers) -> None:
            self.known(lambda: self._keep(made, answers))

        self.ask(
            self.say("term.title" if before is None else "term.title.edit"),
            concept_fields(before, draft, self.words),
            given,
            check=lambda answers: wrong_in(answers, self.words),
            preview=preview,
        )

    def _keep(self, made: Callable[[Answers], Decided], answers: Answers) -> None:
        try:
            choice = made(answers)
        except AlignerError as error:
            self.tell(str(error), wrong=True)
            return
        self.save_concept(choice.before, choice.after, answers["why"])

    def save_concept(self, before: Concept | None, after: Concept | None, why: str) -> None:
        """Keep it, and mark it in the texts."""
        try:
            glossary = self.program.workbench.save_concept(before, after, why)
        except AlignerError as error:
            self.tell(str(error), wrong=True)
            return
        self.desk.take_glossary(glossary)
        self.desk.reading = None
        self.show_review(None)
        name = after or before
        self.tell(self.say("term.kept", concept=name.id if name else ""))
        self.program.documents.complete(self.desk)

    def action_occurrences(self) -> None:
        """Every block that holds the selected words."""
        from aligner.tui.occurrences import OccurrencesScreen

        english, spanish = self.desk.chosen()
        if self.desk.reading is not None:
            # Only the words under the cursor: the counterpart is a guess.
            english, spanish = (english, "") if self.desk.reading.side == "en" else ("", spanish)
        elif self.desk.query:
            english = spanish = ""
        self.app.push_screen(OccurrencesScreen(self.desk, english, spanish), self.returned)

    def returned(self, _: object = None) -> None:
        """Another screen was left: the place may be another."""
        self.show_review(None)

    def action_glossary(self) -> None:
        """The glossary screen."""
        from aligner.tui.glossary_screen import GlossaryScreen

        self.app.push_screen(GlossaryScreen(self.desk), self.returned)

    def action_suggestions(self) -> None:
        """The suggestions screen."""
        from aligner.tui.suggestions import SuggestionsScreen

        self.app.push_screen(SuggestionsScreen(self.desk), self.returned)
