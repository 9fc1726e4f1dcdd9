"""Opening documents: at once where that is quick, else prepared in a spawned process that shows its
progress and can be cancelled; noticing what changes on disk; completing an alignment edit.

What always holds: no long work runs on the screen's thread, and a result whose texts are no longer
current is dropped.
"""

from __future__ import annotations

from textual.timer import Timer

from aligner.errors import AlignerError
from aligner.review.session import Records, Session
from aligner.tui.bitext import BitextScreen
from aligner.tui.desk import Desk
from aligner.tui.oneline import shown
from aligner.tui.process import Running
from aligner.tui.program import Program
from aligner.tui.queued import Queued

LOOK_EVERY = 2.0
LONG = 500
"""Beads from which on aligning again would hold up the screen."""


class Opening:
    """What the application does about documents."""

    def __init__(self, app: Program, document: str) -> None:
        self.app = app
        self.document = document
        self.failed: AlignerError | None = None
        self._session: Session | None = None
        self._completing: Running | None = None
        self._debounce: Timer | None = None

    def through(self, records: Records) -> Records:
        """The writer thread between a session and its journal."""
        return Queued(records, self.app.writer)

    # The beginning

    def early(self) -> None:
        """Before the terminal is taken over: what is quick is opened now, so that an error is one
        line on stderr."""
        workbench = self.app.workbench
        if not self.document:
            cards = workbench.documents()
            if len(cards) == 1:
                self.document = cards[0].id
        if self.document and workbench.preparation(self.document) is None:
            self._session = workbench.open(self.document, self.through)

    def begin(self) -> None:
        """The first screen."""
        self.app.set_interval(LOOK_EVERY, self.look_for_changes)
        if not self.document:
            self.list_documents()
        elif self._session is not None:
            self._show(self.document, self._session)
        else:
            self.open(self.document)

    def list_documents(self) -> None:
        """The documents screen, once."""
        from aligner.tui.documents import DocumentsScreen

        self.app.push_screen(DocumentsScreen())

    def open(self, document: str) -> None:
        """Open a document, prepared first where that takes long."""
        workbench = self.app.workbench
        try:
            preparation = workbench.preparation(document)
            if preparation is None:
                self._show(document, workbench.open(document, self.through))
                return
        except AlignerError as error:
            self._fail(error)
            return
        from aligner.tui.preparing import PreparingScreen

        def prepared(done: bool | None) -> None:
            if done:
                try:
                    self._show(document, workbench.open(document, self.through))
                except AlignerError as error:
                    self._fail(error)
            elif len(self.app.screen_stack) == 1:
                self.app.exit(0)

        title = self.app.words.say("preparing.title", document=shown(document))
        self.app.push_screen(PreparingScreen(self.app.words, title, preparation), prepared)

    def _fail(self, error: AlignerError) -> None:
        if len(self.app.screen_stack) == 1:
            self.failed = error
            self.app.exit(error.exit_code)
        else:
            self.app.notify(shown(str(error)), severity="error", markup=False, timeout=10)

    def _show(self, document: str, session: Session) -> None:
        app = self.app
        try:
            glossary = app.workbench.glossary()
        except AlignerError as error:
            self._fail(error)
            return
        desk = Desk(document, session, glossary, app.words, app.workbench.reviewer)
        desk.restore(app.workbench.position(document))
        while len(app.screen_stack) > 1:
            app.pop_screen()
        self.close()
        app.push_screen(BitextScreen(desk))

    # Changes on disk

    def look_for_changes(self) -> None:
        """Texts, journal or glossary written by somebody else: read again, nothing lost."""
        if not self.app.is_running or self.app.writer.waiting:
            return
        screen = self.app.screen
        if not isinstance(screen, BitextScreen):
            return
        changed = self.app.workbench.changed(screen.desk.document)
        if changed:
            self.reopen(screen.desk, tuple(changed))

    def reopen(self, desk: Desk, changed: tuple[str, ...] = ()) -> None:
        """Read a document again; decisions are carried over. A long one is aligned away from the
        screen first, so that reading it again finds the result."""
        app = self.app
        if app.writer.waiting or self._completing is not None:
            return
        if changed and len(desk.review.beads) > LONG:
            work = app.workbench.completion(desk.document, desk.review)

            def ready(_: object) -> None:
                self._completing = None
                if app.desk is desk:
                    self._reread(desk, changed)

            self._completing = Running(app, work, done=ready, failed=ready)
            self._show_work()
            return
        self._reread(desk, changed)

    def _reread(self, desk: Desk, changed: tuple[str, ...]) -> None:
        app = self.app
        try:
            session = app.workbench.reopen(desk.document, self.through)
            desk.take_glossary(app.workbench.glossary())
        except AlignerError as error:
            app.notify(shown(str(error)), severity="error", markup=False, timeout=10)
            return
        desk.take_session(session)
        screen = app.screen
        if isinstance(screen, BitextScreen):
            screen.show_review(None)
            screen.set_timer(0.5, screen.prepare)
        stale = sum(bead.stale for bead in session.review.beads)
        names = ", ".join(changed) or desk.document
        text = app.words.say("reopened", names=shown(names), stale=stale)
        app.notify(text, markup=False, timeout=6)

    # Completing an edit

    def complete(self, desk: Desk) -> None:
        """Have the document aligned under its pins and checked anew, away from the screen."""
        if self._completing is not None:
            self._completing.cancel()
        review = desk.review
        work = self.app.workbench.completion(desk.document, review)

        def done(result: object) -> None:
            self._completing = None
            self._adopt(desk, result)
            self._show_work()

        def failed(why: str) -> None:
            self._completing = None
            self.app.notify(shown(why), severity="error", markup=False)
            self._show_work()

        self._completing = Running(self.app, work, done=done, failed=failed)
        self._show_work()

    def _show_work(self) -> None:
        screen = self.app.screen
        if isinstance(screen, BitextScreen):
            screen.show_progress()

    def _adopt(self, desk: Desk, result: object) -> None:
        # Another document may have been opened meanwhile: what was done for this one is kept in its
        # journal, and it is aligned again when it is opened.
        if self.app.desk is not desk or not isinstance(result, tuple) or len(result) != 2:
            return
        place = desk.position()
        if desk.session.adopt(*result):
            desk.renewed(place)
            screen = self.app.screen
            if isinstance(screen, BitextScreen):
                screen.show_review(None)

    @property
    def busy(self) -> bool:
        """Whether an edit is being completed."""
        return self._completing is not None

    def relent(self) -> None:
        """Nothing is left to complete."""
        if self._completing is not None:
            self.close()
            self._show_work()

    def close(self) -> None:
        """Nothing goes on without the screen."""
        if self._completing is not None:
            self._completing.cancel()
            self._completing = None
