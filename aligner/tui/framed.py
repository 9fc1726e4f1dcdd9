"""What all screens share: the words, the footer by context, help, palette, theme, language.

What always holds: a screen draws itself anew in `relabel`, so that the language can change at any
time; outside text reaches a notification only as literal text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.command import CommandPalette
from textual.content import Content

from aligner.tui.bindings import bindings
from aligner.tui.catalogue import Catalogue
from aligner.tui.closing import ClosingOnce
from aligner.tui.fields import Field
from aligner.tui.forms import Answers, FormScreen
from aligner.tui.keyline import KeyLine
from aligner.tui.keys import footer
from aligner.tui.oneline import shown
from aligner.tui.program import Program


class Framed(ClosingOnce[None]):
    """A screen of the program."""

    # Keys belong to the screen; a field gets the focus only when it is opened.
    AUTO_FOCUS = ""
    CONTEXT = "everywhere"
    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")

    @property
    def program(self) -> Program:
        """The application, as what it is."""
        return cast(Program, self.app)

    @property
    def words(self) -> Catalogue:
        """The words of the language chosen."""
        return self.program.words

    def say(self, key: str, /, **slots: object) -> str:
        """A text of the interface."""
        return self.words.say(key, **slots)

    def relabel(self) -> None:
        """Draw everything that holds words anew."""
        self.show_keys()

    def show_keys(self, first: Sequence[str] = ()) -> None:
        """The footer; `first` are ids that matter most just now."""
        named = footer(self.CONTEXT, self.program.keymap_of_project)
        parts = [(self.words.sign(key), self.say(f"key.{name}"), name) for key, name in named]
        urgent = [part for name in first for part in parts if part[2] == name]
        rest = [part for part in parts if part[2] not in (*first, "help")]
        rest += [part for part in parts if part[2] == "help"]
        for line in self.query(KeyLine):
            line.tell([(key, words) for key, words, _ in (*urgent, *rest)])

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """A short notice in the corner."""
        if wrong:
            self.notify(shown(text), severity="error", markup=False, timeout=8)
        else:
            self.notify(shown(text), markup=False, timeout=4)

    def ask(
        self,
        title: str,
        fields: Sequence[Field],
        then: Callable[[Answers], None],
        *,
        about: Sequence[Content] = (),
        check: Callable[[Answers], str] | None = None,
        preview: Callable[[Answers], Sequence[Content]] | None = None,
        editor: bool = False,
    ) -> None:
        """Ask, and go on with the answers; nothing happens when the form is left."""

        def answered(answers: Answers | None) -> None:
            if answers is not None:
                then(answers)

        form = FormScreen(
            self.words, title, fields, about=about, check=check, preview=preview, editor=editor
        )
        self.app.push_screen(form, answered)

    def confirm(self, title: str, about: Sequence[Content], then: Callable[[], None]) -> None:
        """Show what would happen; Enter does it."""
        self.ask(title, (), lambda _: then(), about=about)

    def read_out(self, title: str, about: Sequence[Content], *, passing: bool = False) -> None:
        """Show something to be read; nothing follows. `passing`: any key closes it and is done."""
        form = FormScreen(self.words, title, (), about=about, reading=True, passing=passing)
        self.app.push_screen(form)

    # Everywhere

    def action_help(self) -> None:
        """All keys of this screen, and all others."""
        self.program.show_help(self.CONTEXT)

    def action_palette(self) -> None:
        """Every action by its name."""
        if not CommandPalette.is_open(self.app):
            placeholder = self.say("palette.placeholder")
            self.app.push_screen(CommandPalette(placeholder=placeholder, id="--command-palette"))

    def action_theme(self) -> None:
        """The next look."""
        self.program.next_theme()

    def action_language(self) -> None:
        """The other language."""
        self.program.next_language()

    def action_leave(self) -> None:
        """Back, or out."""
        self.program.leave()
