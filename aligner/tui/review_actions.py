"""Actions of review: what people say of blocks and divergences, and taking it back.

What always holds: one action of a person is one event; who decides is known before it; a block or
divergence is named by what it was when the form opened, never by a number that may have moved.
"""

from __future__ import annotations

from collections.abc import Callable

from aligner.review.review import Agreement, Query, Review
from aligner.tui.fields import Field
from aligner.tui.filtering import people
from aligner.tui.forms import Answers
from aligner.tui.literal import literal
from aligner.tui.verdict_actions import VerdictActions


class ReviewActions(VerdictActions):
    """What a reviewer says."""

    def _here(self, action: Callable[[int], object], *, onward: bool = False) -> None:
        """`action` on the current bead, once it is known who decides."""
        if not self.desk.rows:
            return
        review, bead = self.desk.review, self.desk.bead
        self.known(lambda: self._act(review, bead, action, onward=onward))

    def _act(
        self, review: Review, bead: int, action: Callable[[int], object], *, onward: bool
    ) -> None:
        if not self.still(review):
            return
        if self.do(lambda: action(bead), beads=(bead,)) and onward:
            self.desk.step(1)
            self.show_place()

    def action_accept(self) -> None:
        """Conforme, and on to the next."""
        if not self.desk.rows:
            return
        if not self.desk.review.bitext.beads[self.desk.bead].empty:
            self._here(lambda bead: self.desk.session.accept([bead]), onward=True)
            return
        field = Field("reason", "line", self.say("accept.reason"), required=True)

        def given(answers: Answers) -> None:
            reason = answers["reason"]
            self._here(lambda bead: self.desk.session.justify(bead, reason), onward=True)

        self.ask(self.say("accept.empty"), (field,), given)

    def action_needs_work(self) -> None:
        """Por corregir."""
        self._text(
            "needs-work", lambda bead, text, _: self.desk.session.needs_work([bead], reason=text)
        )

    def action_note(self, *, editor: bool = False) -> None:
        """A note."""
        self._text(
            "note",
            lambda bead, text, shared: self.desk.session.note([bead], text, shared=shared),
            required=True,
            visibility=True,
            editor=editor,
        )

    def action_note_editor(self) -> None:
        """A note in one's own editor."""
        self.action_note(editor=True)

    def _text(
        self,
        name: str,
        action: Callable[[int, str, bool], object],
        *,
        required: bool = False,
        visibility: bool = False,
        editor: bool = False,
    ) -> None:
        if not self.desk.rows:
            return
        fields = [Field("text", "long", self.say(f"{name}.label"), required=required)]
        if visibility:
            fields.append(self._visibility())

        def given(answers: Answers) -> None:
            text, shared = answers["text"], answers.get("shared") == "shared"
            self._here(lambda bead: action(bead, text, shared))

        self.ask(self.say(f"{name}.title"), fields, given, editor=editor)

    def action_query(self) -> None:
        """A question to somebody."""
        if not self.desk.rows:
            return
        fields = (
            Field("question", "long", self.say("query.question"), required=True),
            Field("addressee", "line", self.say("query.addressee"), required=True),
            Field("en", "line", self.say("query.option-en")),
            Field("es", "line", self.say("query.option-es")),
            Field("due", "line", self.say("query.due")),
            self._visibility(),
        )

        def given(answers: Answers) -> None:
            option = (answers["en"], answers["es"])
            self._here(
                lambda bead: self.desk.session.query(
                    [bead],
                    answers["question"],
                    addressee=answers["addressee"],
                    options=[option] if any(option) else [],
                    due=answers["due"],
                    shared=answers["shared"] == "shared",
                )
            )

        self.ask(self.say("query.title"), fields, given)

    def action_answer(self) -> None:
        """The answer to the open query of this block."""
        if not self.desk.rows:
            return
        waiting = [q for q in self.desk.review.beads[self.desk.bead].queries if q.open]
        if not waiting:
            self.tell(self.say("answer.none"))
            return
        choices = tuple((q.id, f"{q.number} {q.question}") for q in waiting)
        fields = [
            *(
                [Field("query", "choice", self.say("answer.which"), choices=choices)]
                * (len(choices) > 1)
            ),
            Field("text", "long", self.say("answer.text"), required=True),
            Field(
                "closes",
                "choice",
                self.say("answer.closes"),
                choices=(("yes", self.say("answer.closed")), ("no", self.say("answer.stays"))),
            ),
            self._visibility(),
        ]
        about = [literal(query_words(q)) for q in waiting]

        def given(answers: Answers) -> None:
            self._here(
                lambda _: self.desk.session.answer(
                    answers.get("query", waiting[0].id),
                    answers["text"],
                    closes=answers["closes"] == "yes",
                    shared=answers["shared"] == "shared",
                )
            )

        self.ask(self.say("answer.title"), fields, given, about=about)

    def action_sign_off(self) -> None:
        """The second person's word."""
        self._here(lambda bead: self.desk.session.sign_off([bead]), onward=True)

    def action_agreement(self) -> None:
        """How far the two sides agree."""
        if not self.desk.rows:
            return
        now = self.desk.review.beads[self.desk.bead].agreement
        choices = tuple(
            (each.value, self.say("agreement." + each.value.replace(" ", "-")))
            for each in Agreement
        )
        field = Field("stage", "choice", self.say("agreement.label"), now.value, choices)
        self.ask(
            self.say("agreement.title"),
            (field,),
            lambda answers: self._here(
                lambda bead: self.desk.session.agreement([bead], answers["stage"])
            ),
        )

    def action_proposal(self) -> None:
        """Another wording for one version."""
        if not self.desk.rows:
            return
        side = self.desk.reading.side if self.desk.reading else "es"
        if not self.desk.texts_of(side):
            side = "en" if side == "es" else "es"
        fields = (
            Field("text", "long", self.say(f"proposal.should.{side}"), self.desk.joined_text(side)),
            Field("reason", "line", self.say("form.reason")),
            self._visibility(),
        )
        reads = f"{self.say(f'proposal.reads.{side}')}: {self.desk.joined_text(side)}"
        self.ask(
            self.say(f"proposal.title.{side}"),
            fields,
            lambda answers: self._here(
                lambda bead: self.desk.session.proposal(
                    bead,
                    side,
                    answers["text"],
                    reason=answers["reason"],
                    shared=answers["shared"] == "shared",
                )
            ),
            about=(literal(reads),),
        )

    def action_assign(self) -> None:
        """So many blocks from here to somebody."""
        if not self.desk.rows:
            return
        left = len(self.desk.rows) - self.desk.row
        names = ", ".join(people(self.desk.review))
        fields = (
            Field("to", "line", self.say("assign.to"), self.desk.reviewer),
            Field("count", "line", self.say("assign.count", n=left), "1"),
        )

        def wrong(answers: Answers) -> str:
            count = answers["count"]
            fine = count.isdecimal() and 1 <= int(count) <= left
            return "" if fine else self.say("assign.wrong", n=left)

        def given(answers: Answers) -> None:
            row = self.desk.row
            beads = tuple(self.desk.rows[row : row + int(answers["count"])])
            self.known(
                lambda: self.all_of(
                    lambda: self.desk.session.assignment(beads, answers["to"]), beads
                )
            )

        about = [literal(self.say("assign.people", names=names))] if names else []
        self.ask(self.say("assign.title"), fields, given, check=wrong, about=about)

    # Taking back

    def action_undo(self) -> None:
        """Take back one's own last action."""
        self.known(lambda: self._back(self.desk.session.undo, "undo"))

    def action_redo(self) -> None:
        """And take that back."""
        self.known(lambda: self._back(self.desk.session.redo, "redo"))

    def _back(self, action: Callable[[], object], name: str) -> None:
        count = self.desk.session.to_undo() if name == "undo" else self.desk.session.to_redo()
        if count is None:
            self.tell(self.say(f"{name}.none"))
            return
        if self.do(action, shape=True):
            self.tell(self.say(f"{name}.done", what=self.say(f"event.{count.kind}")))


def query_words(query: Query) -> str:
    """A query on one line."""
    return f"{query.number} → {query.addressee}: {query.question}"
