"""Actions of seeing: old beside new, other screens, the layout, the text itself.

What always holds: nothing here changes what anybody decided.
"""

from __future__ import annotations

import subprocess
from threading import Thread

from textual.app import SuspendNotSupported
from textual.content import Content

from aligner.errors import AlignerError
from aligner.tui.beadlist import BeadList
from aligner.tui.changes import marked
from aligner.tui.deskscreen import DeskScreen
from aligner.tui.filtering import Filter
from aligner.tui.forms import editor_command
from aligner.tui.literal import paragraph
from aligner.tui.pane import Pane, drawn


class ViewActions(DeskScreen):
    """What shows the document otherwise."""

    def started(self) -> None:
        """The first time ever: what to press."""
        workbench = self.program.workbench
        # The words' links need numpy: loaded while the person begins to read.
        self.set_timer(1.5, lambda: Thread(target=_load_links, daemon=True).start())
        # What the first decision needs is made while nobody waits for an answer.
        self.set_timer(0.5, self.prepare)
        if workbench.preferences.hints:
            workbench.prefer(hints=False)
            about = [paragraph(self.say(f"hints.{n}")) for n in range(1, 7)]
            self.read_out(self.say("hints.title"), about, passing=True)

    def prepare(self) -> None:
        """Have what the first decision needs ready."""
        if not self.program.workbench.read_only:
            self.desk.session.prepare()

    def action_old_new(self) -> None:
        """What stood there when it was decided, beside what stands there now."""
        if not self.desk.rows:
            return
        state = self.desk.review.beads[self.desk.bead]
        if state.was is None:
            self.tell(self.say("old-new.none"))
            return
        about: list[Content] = []
        for side, old, new in (
            ("EN", state.was[0], self.desk.joined_text("en")),
            ("ES", state.was[1], self.desk.joined_text("es")),
        ):
            before, after = (drawn([line]) for line in marked(old, new))
            about.append(paragraph((f"{side} {self.say('old-new.before')}\n", "bold"), before))
            about.append(paragraph((f"{side} {self.say('old-new.now')}\n", "bold"), after))
        who = self.say("old-new.who", who=state.by, at=state.at[:10])
        self.read_out(f"{self.say('old-new.title')} {who}", about)

    def action_changes(self) -> None:
        """Show only what changed since it was decided."""
        desk = self.desk
        stale = Filter(states=frozenset({"stale"}))
        if desk.filter == stale:
            desk.refilter(Filter())
        elif not desk.refilter(stale):
            desk.refilter(Filter())
            orphans = len(desk.review.orphans)
            self.tell(
                self.say("changes.orphans", n=orphans) if orphans else self.say("changes.none")
            )
        self.show_review(None)

    def action_earlier(self) -> None:
        """How the archive said it before."""
        from aligner.tui.earlier import EarlierScreen

        desk = self.desk
        if not desk.rows:
            return
        en, es = desk.joined_text("en"), desk.joined_text("es")
        try:
            found = tuple(self.program.workbench.earlier(desk.document, en, es))
        except AlignerError as error:
            self.tell(str(error), wrong=True)
            return
        if not found:
            self.tell(self.say("earlier.none"))
            return
        bead = desk.bead
        self.app.push_screen(EarlierScreen(desk, found), lambda _: self.show_review((bead,)))

    def action_documents(self) -> None:
        """The documents screen."""
        self.program.documents.list_documents()

    def action_overview(self) -> None:
        """The document on one screen."""
        from aligner.tui.overview import OverviewScreen

        self.app.push_screen(OverviewScreen(self.desk), lambda _: self.show_review(None))

    def action_checklist(self) -> None:
        """What still stands between this text and signature."""
        from aligner.tui.overview import OverviewScreen

        self.app.push_screen(
            OverviewScreen(self.desk, part="checklist"), lambda _: self.show_review(None)
        )

    def action_details(self) -> None:
        """The pane, or more room for the texts."""
        pane = self.query_one("#details", Pane)
        pane.display = not pane.display
        self.show_place()

    def action_density(self) -> None:
        """Roomy or compact."""
        beads = self.query_one("#beads", BeadList)
        beads.set_layout(beads.layout_choice, roomy=not beads.roomy)

    def action_layout(self) -> None:
        """By width, side by side, stacked."""
        beads = self.query_one("#beads", BeadList)
        choices = ("", "beside", "stacked")
        choice = choices[(choices.index(beads.layout_choice) + 1) % 3]
        beads.set_layout(choice, roomy=beads.roomy)
        self.tell(self.say(f"layout.{choice or 'width'}"))

    def action_open_text(self) -> None:
        """The file itself, at this paragraph."""
        if not self.desk.rows:
            return
        bead = self.desk.review.bitext.beads[self.desk.bead]
        side = self.desk.reading.side if self.desk.reading else ("en" if bead.en else "es")
        document = self.desk.review.bitext.en if side == "en" else self.desk.review.bitext.es
        segments = bead.en if side == "en" else bead.es
        if not segments:
            return
        line = document.segments[segments[0]].first_line or 1
        try:
            path, line = self.program.workbench.text_place(self.desk.document, side, line)
            with self.app.suspend():
                subprocess.run([*editor_command(), f"+{line}", path], check=False)
        except SuspendNotSupported:
            self.tell(self.say("open-text.not-here", path=path, line=line), wrong=True)
        except (AlignerError, OSError) as error:
            self.tell(str(error), wrong=True)
        else:
            self.program.documents.look_for_changes()

    def action_reload(self) -> None:
        """Texts and journal from disk."""
        self.program.documents.reopen(self.desk)


def _load_links() -> None:
    import aligner.alignment.links  # noqa: F401
