"""Forms: a few questions over the texts, which stay in sight behind them.

What always holds: Escape leaves nothing behind; Enter goes through the fields and hands in; what
comes back are plain strings by field name, or None; what has to be filled in says so before and is
asked for where it stands.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from aligner.tui.catalogue import Catalogue
from aligner.tui.closing import ModalClosingOnce
from aligner.tui.fields import ChoiceField, Field, LineField, LongField, cleaned
from aligner.tui.literal import literal

Answers = Mapping[str, str]
_SCROLLING = ("down", "up", "pagedown", "pageup")


class FormScreen(ModalClosingOnce[Answers | None]):
    """Questions and a way out. `about` are lines above the questions; `check` says what is wrong
    with the answers, or nothing; `preview` gives lines below them, made anew as answers change;
    `passing`: any other key closes it too, and does what it does on the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("ctrl+s", "submit", show=False),
        Binding("enter", "submit", show=False),
        Binding("ctrl+e", "editor", show=False),
        # What is only to be read may be longer than the screen.
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(
        self,
        words: Catalogue,
        title: str,
        fields: Sequence[Field],
        *,
        about: Sequence[Content] = (),
        check: Callable[[Answers], str] | None = None,
        preview: Callable[[Answers], Sequence[Content]] | None = None,
        editor: bool = False,
        reading: bool = False,
        passing: bool = False,
    ) -> None:
        super().__init__()
        self._reading = reading
        self._passing = passing
        self._words = words
        self._title = title
        self._fields = tuple(fields)
        self._about = tuple(about)
        self._check = check
        self._preview = preview
        self._editor_first = editor
        self._by_digit = ""

    def compose(self) -> ComposeResult:
        """Title, what it is about, questions, hint."""
        with Vertical(id="form"):
            yield Static(literal(self._title), id="form-title", markup=False)
            with VerticalScroll(id="form-body", can_focus=False):
                for line in self._about:
                    yield Static(line, classes="form-about", markup=False)
                for field in self._fields:
                    yield Static(
                        literal(self._label(field, here=False)),
                        id=f"label-{field.name}",
                        classes="form-label",
                        markup=False,
                    )
                    yield self._widget(field)
                if self._preview:
                    yield Static("", id="form-preview", markup=False)
            yield Static("", id="form-wrong", markup=False)
            yield Static(literal(self._hint()), id="form-hint", markup=False)

    def _label(self, field: Field, *, here: bool) -> str:
        needed = f" ({self._words.say('form.needed')})" if field.required else ""
        return f"{field.label}{needed}{' ◂' if here else ''}"

    def _hint(self) -> str:
        if not self._fields:
            return self._words.say("form.hint.read" if self._reading else "form.hint.confirm")
        if len(self._fields) == 1 and self._fields[0].kind == "line":
            return self._words.say("form.hint.one")
        long = any(field.kind == "long" for field in self._fields)
        return self._words.say("form.hint.long" if long else "form.hint")

    def _widget(self, field: Field) -> Widget:
        name = f"field-{field.name}"
        made: ChoiceField | LongField | LineField
        if field.kind == "choice":
            made = ChoiceField(field.choices, field.value, name)
        elif field.kind == "long":
            made = LongField(field.value, name)
        else:
            made = LineField(field.value, name)
        made.onward = self.onward
        if isinstance(made, ChoiceField):
            made.chosen_by_digit = self._chosen_by_digit
        return made

    def _chosen_by_digit(self) -> None:
        """A digit goes on by itself; an Enter that follows it at once is meant for the choice."""
        self._by_digit = ""
        self.onward()
        here = self._here()
        if here is not None and here.kind != "choice" and not self.answers[here.name]:
            self._by_digit = here.name

    def _here(self) -> Field | None:
        """The field that has the focus."""
        place = (self.focused.id if self.focused else None) or ""
        return next((each for each in self._fields if f"field-{each.name}" == place), None)

    def on_descendant_focus(self) -> None:
        """The field that has the focus is told by a sign, not by its color alone."""
        here = self._here()
        for field in self._fields:
            label = self.query_one(f"#label-{field.name}", Static)
            label.update(literal(self._label(field, here=field is here)))
        if here is not None:
            # A label that scrolled out of sight would leave the field without a name.
            self.query_one(f"#label-{here.name}").scroll_visible(animate=False)
            self.query_one(f"#field-{here.name}").scroll_visible(animate=False)

    def on_mount(self) -> None:
        """The first field has the focus."""
        if self._fields:
            self.query_one(f"#field-{self._fields[0].name}").focus()
        self._show_preview()
        if self._editor_first:
            self.call_after_refresh(self.action_editor)

    @property
    def answers(self) -> dict[str, str]:
        """What the fields hold now."""
        found = {}
        for field in self._fields:
            widget = self.query_one(f"#field-{field.name}")
            if isinstance(widget, LongField):
                found[field.name] = widget.text.strip()
            elif isinstance(widget, (LineField, ChoiceField)):
                found[field.name] = widget.value.strip()
        return found

    def onward(self) -> None:
        """Enter: to the next field, or hand in."""
        here = self._here()
        meant_before, self._by_digit = self._by_digit, ""
        if here is not None and not self.answers[here.name]:
            if here.name == meant_before:
                return
            if here.required:
                self._wrong(self._words.say("form.required", field=here.label))
                return
        place = self._fields.index(here) if here is not None else -1
        if place + 1 < len(self._fields):
            self._wrong("")
            self.set_focus(self.query_one(f"#field-{self._fields[place + 1].name}"))
            self._show_preview()
        else:
            self.action_submit()

    def _show_preview(self) -> None:
        if self._preview:
            lines = self._preview(self.answers)
            self.query_one("#form-preview", Static).update(Content("\n").join(lines))

    def on_descendant_blur(self) -> None:
        """An answer may have changed."""
        self._show_preview()

    def action_submit(self) -> None:
        """Hand in, where nothing is wrong."""
        answers = self.answers
        for field in self._fields:
            if field.required and not answers[field.name]:
                self._wrong(self._words.say("form.required", field=field.label))
                self.query_one(f"#field-{field.name}").focus()
                return
        if self._check and (wrong := self._check(answers)):
            self._wrong(wrong)
            return
        self.dismiss(answers)

    def _wrong(self, text: str) -> None:
        self.query_one("#form-wrong", Static).update(literal(text))

    def on_key(self, event: events.Key) -> None:
        """A key that the text to be read names does what the text says."""
        if self._passing and event.key not in ("escape", "enter", *_SCROLLING):
            event.stop()
            event.prevent_default()
            app, key = self.app, event.key
            self.dismiss(None)
            app.call_later(app.simulate_key, key)

    def action_scroll(self, by: int) -> None:
        """So many lines on."""
        self.query_one("#form-body", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_cancel(self) -> None:
        """Nothing happens."""
        self.dismiss(None)

    def action_editor(self) -> None:
        """The long text in the person's own editor; where that cannot be, it is written here."""
        field = next((each for each in self._fields if each.kind == "long"), None)
        if field is None:
            return
        area = self.query_one(f"#field-{field.name}", LongField)
        try:
            with self.app.suspend():
                text = edited(area.text)
        except SuspendNotSupported:
            self._wrong(self._words.say("form.no-editor"))
            return
        if text is None:
            self._wrong(self._words.say("form.editor-failed"))
        else:
            area.load_text(cleaned(text))
            area.focus()


def editor_command() -> list[str]:
    """$VISUAL, else $EDITOR, else vi."""
    return shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")


def edited(text: str) -> str | None:
    """`text` after the person's editor; None where the editor failed."""
    with tempfile.TemporaryDirectory(prefix="aligner-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, encoding="utf-8")
        try:
            ended = subprocess.run([*editor_command(), str(path)], check=False)
        except OSError:
            return None
        if ended.returncode != 0:
            return None
        return path.read_text(encoding="utf-8", errors="replace").strip()
