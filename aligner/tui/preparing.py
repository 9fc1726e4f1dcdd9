"""The screen that is seen while a large document is aligned for the first time."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import ProgressBar, Static

from aligner.tui.catalogue import Catalogue
from aligner.tui.closing import ModalClosingOnce
from aligner.tui.literal import literal
from aligner.tui.process import Running
from aligner.tui.workbench import Preparation


class PreparingScreen(ModalClosingOnce[bool]):
    """Progress, and a way to stop; True where the work was done."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "cancel", show=False)]

    def __init__(self, words: Catalogue, title: str, work: Preparation) -> None:
        super().__init__()
        self._words = words
        self._title = title
        self._work = work
        self._process: Running | None = None
        self._ready = self._left = False

    def compose(self) -> ComposeResult:
        """What is going on, how far, how to stop."""
        with Vertical(id="form"):
            yield Static(literal(self._title), id="form-title", markup=False)
            yield Static("", id="preparing-stage", markup=False)
            yield ProgressBar(total=1.0, show_eta=False, id="preparing-bar")
            yield Static(literal(self._words.say("preparing.hint")), id="form-hint", markup=False)

    def on_mount(self) -> None:
        """The process starts once this is on the screen."""
        self.call_after_refresh(self._start)

    def on_unmount(self) -> None:
        """However it is taken down, the work ends with it."""
        self._left = True
        if self._process is not None:
            self._process.cancel()

    def on_screen_resume(self) -> None:
        """What lay above has closed; the work may have been done meanwhile."""
        if self._ready:
            self.dismiss(True)

    def _start(self) -> None:
        if self._left:
            return
        self._process = Running(
            self, self._work, done=self._done, failed=self._failed, progress=self._progress
        )

    def _progress(self, stage: str, share: float) -> None:
        key = f"preparing.{stage}"
        text = self._words.say(key) if self._words.has(key) else stage
        self.query_one("#preparing-stage", Static).update(literal(text))
        self.query_one(ProgressBar).update(progress=share)

    def _done(self, _: object) -> None:
        self._ready = True
        self.dismiss(True)

    def _failed(self, why: str) -> None:
        self.query_one("#preparing-stage", Static).update(literal(why, "$error"))

    def action_cancel(self) -> None:
        """Stop."""
        self._left = True
        if self._process is not None:
            self._process.cancel()
        self.dismiss(False)
