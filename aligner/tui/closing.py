"""Screens that close once.

What always holds: what asks a screen to close while another lies above it, or after it has closed,
changes nothing. Keys typed ahead, a second click and a result that comes while the person cancels
all ask twice, and the screen below would be closed in its place.
"""

from __future__ import annotations

from typing import Any

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen, ScreenResultType


class ClosingOnce(Screen[ScreenResultType]):
    """A screen of which `dismiss` may be asked any number of times."""

    @property
    def on_top(self) -> bool:
        """Whether no other screen lies above it, and it has not closed."""
        return on_top(self)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close, where nothing lies above."""
        return super().dismiss(result) if self.on_top else AwaitComplete()


def on_top(screen: Screen[Any]) -> bool:
    """Whether keys go to `screen`. (Textual's `is_current` holds for what lies below, too.)"""
    return screen.app.screen_stack[-1:] == [screen]


class ModalClosingOnce(ModalScreen[ScreenResultType], ClosingOnce[ScreenResultType]):
    """The same for what lies over another screen. (Textual takes the looks of the first base.)"""
