"""The application: it opens documents, keeps the one writer, and hands out words and looks.

What always holds: screens decide about a document, the application about the program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from difflib import get_close_matches
from typing import ClassVar

from textual import events
from textual.command import Provider

from aligner.tui.bitext import BitextScreen
from aligner.tui.catalogue import Catalogue, language_of
from aligner.tui.desk import Desk
from aligner.tui.fields import typed_ahead
from aligner.tui.keys import BY_ID
from aligner.tui.oneline import shown
from aligner.tui.opening import Opening
from aligner.tui.palette import ActionProvider
from aligner.tui.program import Openings, Program
from aligner.tui.themes import CHOICES, THEMES
from aligner.tui.workbench import Workbench
from aligner.tui.writer import Writer


class AlignerApp(Program):
    """The program on a terminal."""

    TITLE = "aligner"
    CSS_PATH = "aligner.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionProvider}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+backslash"

    def __init__(self, workbench: Workbench, document: str = "") -> None:
        super().__init__()
        self.workbench = workbench
        preferences = workbench.preferences
        self.words = Catalogue(preferences.language or language_of())
        self.keymap_of_project = dict(preferences.keys)
        self.writer = Writer(self._written)
        self.opening = Opening(self, document)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = preferences.theme if preferences.theme in CHOICES else "dark"
        self.set_keymap(self.keymap_of_project)

    def on_mount(self) -> None:
        """The document, or the list of them."""
        self.opening.begin()
        for name in self.keymap_of_project:
            if name not in BY_ID:
                nearest = next(iter(get_close_matches(name, BY_ID, 1, 0.0)), "")
                text = self.words.say("keys.unknown", name=name, nearest=nearest)
                self.notify(shown(text), severity="warning", markup=False, timeout=10)

    def on_key(self, event: events.Key) -> None:
        """Keys typed ahead of a field that has just been opened reach it."""
        if typed_ahead(self.screen.focused, event):
            event.stop()
            event.prevent_default()

    # The writer

    def _written(self) -> None:
        """From the writer's thread: the screen shows it."""
        if self.is_running:
            self.call_later(self.show_saved)

    def show_saved(self) -> None:
        """What is on disk changed."""
        for screen in self.screen_stack if self.is_running else ():
            if isinstance(screen, BitextScreen):
                screen.show_progress()

    @property
    def desk(self) -> Desk | None:
        """The open document, if one is."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, BitextScreen):
                return screen.desk
        return None

    @property
    def documents(self) -> Openings:
        """Who opens documents."""
        return self.opening

    # Looks and words

    def show_help(self, context: str) -> None:
        """All keys, those of a screen first."""
        from aligner.tui.helpscreen import HelpScreen

        self.push_screen(HelpScreen(context))

    def next_theme(self) -> None:
        """The next of the four looks."""
        self.theme = CHOICES[(CHOICES.index(self.theme) + 1) % len(CHOICES)]
        self.workbench.prefer(theme=self.theme)

    def next_language(self) -> None:
        """English and Spanish take turns."""
        self.words = Catalogue("en" if self.words.language == "es" else "es")
        self.workbench.prefer(language=self.words.language)
        if (desk := self.desk) is not None:
            desk.words = self.words
        for screen in self.screen_stack:
            relabel = getattr(screen, "relabel", None)
            if relabel is not None:
                relabel()

    # The end

    def leave(self) -> None:
        """Back to the screen below, or the end of the program."""
        if len(self.screen_stack) > 2:
            self.pop_screen()
        else:
            self.exit(0)


def run(workbench: Workbench, document: str = "") -> int:
    """Show the project on the terminal until the person leaves; the exit code. `document` opens
    first (empty: the only one, or the list). Raises AlignerError for what cannot be opened."""
    app = AlignerApp(workbench, document)
    app.opening.early()
    ended: int | None = None
    try:
        ended = app.run()
    finally:
        app.opening.close()
        lost = app.writer.close()
    if lost:
        print(app.words.say("end.unsaved", n=lost, why=app.writer.wrong), file=sys.stderr)  # noqa: T201
        return 4
    if app.opening.failed:
        raise app.opening.failed
    return ended if ended is not None else (app.return_code or 0)
