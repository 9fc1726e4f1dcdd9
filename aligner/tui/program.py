"""What screens may ask of the application, so that no screen has to know it.

What always holds: the application itself (app.py) knows the screens, never the other way round.
"""

from __future__ import annotations

from typing import Protocol

from textual.app import App

from aligner.tui.catalogue import Catalogue
from aligner.tui.desk import Desk
from aligner.tui.workbench import Workbench
from aligner.tui.writer import Writer


class Openings(Protocol):
    """What can be asked about documents (opening.py does it)."""

    @property
    def busy(self) -> bool:
        """Whether an edit is being completed."""

    def open(self, document: str) -> None:
        """Open a document."""

    def list_documents(self) -> None:
        """Show the documents."""

    def look_for_changes(self) -> None:
        """See whether anything changed on disk."""

    def reopen(self, desk: Desk, changed: tuple[str, ...] = ()) -> None:
        """Read a document again."""

    def complete(self, desk: Desk) -> None:
        """Have an alignment edit completed."""

    def relent(self) -> None:
        """Leave off completing an edit: it was taken back."""


class Program(App[int]):
    """The application as its screens see it."""

    workbench: Workbench
    words: Catalogue
    keymap_of_project: dict[str, str]
    writer: Writer

    @property
    def desk(self) -> Desk | None:
        """The open document, if one is."""
        raise NotImplementedError

    @property
    def documents(self) -> Openings:
        """Who opens documents."""
        raise NotImplementedError

    def show_help(self, context: str) -> None:
        """All keys, those of a screen first."""
        raise NotImplementedError

    def next_theme(self) -> None:
        """The next of the looks."""
        raise NotImplementedError

    def next_language(self) -> None:
        """The other language."""
        raise NotImplementedError

    def leave(self) -> None:
        """Back to the screen below, or the end of the program."""
        raise NotImplementedError
