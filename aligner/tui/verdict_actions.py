"""Actions on divergences: one verdict, or one for everything alike.

What always holds: a divergence is named by its fingerprint from the moment a form opens, so that a
verdict never lands on another one; a settled divergence has a reason.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from aligner.review.review import Finding, Review, Scope, Verdict
from aligner.tui.blocks import verdict_word
from aligner.tui.deskscreen import DeskScreen
from aligner.tui.details import finding_lines
from aligner.tui.fields import Field
from aligner.tui.forms import Answers
from aligner.tui.pane import drawn


class VerdictActions(DeskScreen):
    """What a reviewer says of divergences."""

    def all_of(self, action: Callable[[], object], beads: tuple[int, ...]) -> None:
        """One action on many beads."""
        self.do(action, beads=beads)

    def still(self, review: Review) -> bool:
        """Whether the texts are those that the person was looking at; says so if not."""
        now = self.desk.review.bitext
        if now.en is review.bitext.en and now.es is review.bitext.es:
            return True
        self.tell(self.say("wrong.changed"), wrong=True)
        return False

    def _visibility(self) -> Field:
        choices = (("", self.say("internal.long")), ("shared", self.say("shared.long")))
        return Field("shared", "choice", self.say("form.visibility"), choices=choices)

    def action_verdict(self) -> None:
        """What becomes of the current divergence."""
        finding = self.desk.finding
        if finding is None:
            self.tell(self.say("verdict.none"))
            return
        self._verdict(finding, self.say("verdict.title"), Scope.PLACE)

    def action_bulk(self) -> None:
        """One word for everything alike: the divergence's facts, else blocks without any."""
        finding = self.desk.finding
        if finding is not None and finding.open:
            key = finding.divergence.key
            alike = sum(f.open and f.divergence.key == key for f in self.desk.review.findings)
            self._verdict(finding, self.say("bulk.title", n=alike), Scope.DOCUMENT)
            return
        clean = self.desk.clean()
        if not clean:
            self.tell(self.say("bulk.none"))
            return
        self.confirm(
            self.say("bulk.accept", n=len(clean)),
            (Content(self.say("bulk.about")),),
            lambda: self.known(lambda: self.all_of(lambda: self.desk.session.accept(clean), clean)),
        )

    def _verdict(self, finding: Finding, title: str, scope: Scope) -> None:
        verdicts = (
            Verdict.INTENDED,
            Verdict.MEND_ES,
            Verdict.MEND_EN,
            Verdict.FALSE_ALARM,
            Verdict.OPEN,
        )
        fields = (
            Field(
                "verdict",
                "choice",
                self.say("verdict.label"),
                finding.state.value,
                tuple((each.value, verdict_word(each, self.words)) for each in verdicts),
            ),
            Field("reason", "line", self.say("verdict.why"), finding.reason),
            Field("proposed", "line", self.say("verdict.proposed"), finding.proposed),
            Field(
                "scope",
                "choice",
                self.say("verdict.scope"),
                scope.value,
                tuple((each.value, self.say(f"scope.{each.value}")) for each in Scope),
            ),
            self._visibility(),
        )

        def wrong(answers: Answers) -> str:
            if answers["verdict"] == Verdict.OPEN.value:
                return self.say("verdict.choose") if finding.state is Verdict.OPEN else ""
            return "" if answers["reason"] else self.say("verdict.reason")

        self.ask(
            title,
            fields,
            lambda answers: self.known(lambda: self._judge(finding, answers)),
            about=(drawn(finding_lines(self.desk.review, finding, self.words)),),
            check=wrong,
        )

    def _judge(self, finding: Finding, answers: Answers) -> None:
        names = [each.fingerprint for each in self.desk.review.findings]
        if finding.fingerprint not in names:
            self.tell(self.say("wrong.changed"), wrong=True)
            return
        place = names.index(finding.fingerprint)
        key = finding.divergence.key
        beads = tuple(
            {f.divergence.bead for f in self.desk.review.findings if f.divergence.key == key}
        )
        self.do(
            lambda: self.desk.session.verdict(
                place,
                answers["verdict"],
                reason=answers["reason"],
                proposed=answers["proposed"],
                scope=answers["scope"],
                shared=answers["shared"] == "shared",
            ),
            beads=(self.desk.bead, *beads),
        )
