"""The fields of a form: a line, a longer text, a choice.

What always holds: what is pasted or prefilled loses its control characters before it is drawn;
Enter calls `onward` at once, so that keys typed ahead reach the next field and not this one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from aligner.text.hygiene import visible
from aligner.tui.closing import on_top


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form. `choices` are (value, words); `value` is what it starts with."""

    name: str
    kind: Literal["line", "long", "choice"]
    label: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False


def cleaned(text: str) -> str:
    """`text` without the characters that a terminal obeys or nobody sees."""
    shown = visible(text)
    return "".join(sign for sign, seen in zip(text, shown, strict=True) if sign == seen)


def _nowhere() -> None:
    """Enter leads nowhere."""


def typed_ahead(focused: Widget | None, event: events.Key) -> bool:
    """A key that nobody took, because it was typed before the field that has the focus now was
    there (a slow line delivers several keys at once): the field gets it."""
    if not isinstance(focused, (LineField, LongField, ChoiceField)):
        return False
    # Each field takes every printable key and Enter itself: what comes by here was not sent to it.
    # (Other keys are bindings, which hold for the field that has the focus when they come by.)
    if not event.is_printable and event.key != "enter":
        return False
    focused.post_message(events.Key(event.key, event.character))
    return True


def _passed_on(field: Widget, event: events.Key) -> bool:
    """Keys typed ahead, while the focus moved on: they belong to the field that has it now, and
    once the form has closed, to the screen below it."""
    now = field.screen.focused
    if now is field and on_top(field.screen):
        return False
    event.stop()
    event.prevent_default()
    if not on_top(field.screen):
        field.app.post_message(events.Key(event.key, event.character))
        return True
    # Where no field has the focus any more, the key is one of the screen's.
    (now or field.screen).post_message(events.Key(event.key, event.character))
    return True


class LineField(Input):
    """One line of text."""

    onward: Callable[[], None] = staticmethod(_nowhere)

    def __init__(self, value: str, place: str) -> None:
        super().__init__(cleaned(value).replace("\n", " "), id=place, select_on_focus=False)

    def validate_value(self, value: str) -> str:
        """Whatever way text came in, control characters stay out."""
        return cleaned(value)

    async def _on_key(self, event: events.Key) -> None:
        if _passed_on(self, event):
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.onward()
            return
        await super()._on_key(event)


class LongField(TextArea):
    """A text of several lines; Enter hands it on, ctrl+j begins a new line."""

    onward: Callable[[], None] = staticmethod(_nowhere)

    def __init__(self, value: str, place: str) -> None:
        super().__init__(cleaned(value), id=place, soft_wrap=True, tab_behavior="focus")

    def edit(self, edit: Edit) -> EditResult:
        """Whatever way text came in, control characters stay out."""
        return super().edit(replace(edit, text=cleaned(edit.text)))

    async def _on_key(self, event: events.Key) -> None:
        if _passed_on(self, event):
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.onward()
            return
        if event.key in ("ctrl+j", "shift+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")
            return
        await super()._on_key(event)


class ChoiceField(Widget, can_focus=True):
    """One of several: arrows choose, Enter goes on; a digit chooses and goes on."""

    onward: Callable[[], None] = staticmethod(_nowhere)
    chosen_by_digit: Callable[[], None] = staticmethod(_nowhere)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "step(-1)", show=False),
        Binding("down,right", "step(1)", show=False),
    ]

    chosen: reactive[int] = reactive(0)

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, place: str) -> None:
        super().__init__(id=place)
        self.choices = tuple(choices)
        values = [each for each, _ in self.choices]
        self.set_reactive(ChoiceField.chosen, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """The value chosen."""
        return self.choices[self.chosen][0] if self.choices else ""

    def _flow(self, width: int) -> list[tuple[int, int, int]]:
        """(line, column, width) of each choice: as many on a line as fit."""
        places = []
        line = column = 0
        for number, (_, words) in enumerate(self.choices):
            wide = cell_len(self._text(number, words))
            if column and column + wide > width:
                line, column = line + 1, 0
            places.append((line, column, wide))
            column += wide + 2
        return places

    def _text(self, number: int, words: str) -> str:
        digit = f"{number + 1} " if number < 9 else ""
        return f"{'●' if number == self.chosen else '○'} {digit}{visible(words)}"

    def render(self) -> Content:
        """The chosen one has a filled circle."""
        parts: list[str | tuple[str, str]] = []
        at = 0
        for number, (line, _, _) in enumerate(self._flow(self.size.width)):
            if number:
                parts.append("\n" if line != at else "  ")
            at = line
            text = self._text(number, self.choices[number][1])
            here = number == self.chosen
            style = "bold reverse" if here and self.has_focus else "bold" if here else ""
            parts.append((text, style) if style else text)
        return Content.assemble(*parts)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual asks so
        """As many lines as the choices take."""
        places = self._flow(width)
        return places[-1][0] + 1 if places else 1

    def action_step(self, by: int) -> None:
        """The next or previous choice."""
        if self.choices:
            self.chosen = (self.chosen + by) % len(self.choices)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses and goes on; Enter goes on."""
        if _passed_on(self, event):
            return
        if not event.is_printable and event.key != "enter":
            return
        event.stop()
        event.prevent_default()
        number = int(event.key) if event.key in "123456789" else 0
        if event.key == "enter" or 0 < number <= len(self.choices):
            if number:
                self.chosen = number - 1
                self.chosen_by_digit()
            else:
                self.onward()
        elif event.key in ("k", "h"):
            self.action_step(-1)
        elif event.key in ("j", "l"):
            self.action_step(1)

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        for number, (line, column, wide) in enumerate(self._flow(self.size.width)):
            if line == event.y and column <= event.x < column + wide:
                self.chosen = number

    def on_focus(self) -> None:
        """The chosen line shows the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """And loses it."""
        self.refresh()
