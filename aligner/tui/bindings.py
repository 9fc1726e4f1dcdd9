"""Textual's bindings, made from the key table."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from aligner.tui.keys import KEYS


def bindings(context: str) -> list[BindingType]:
    """The bindings of one screen (`everywhere`: of all)."""
    return [
        Binding(",".join(key.keys), key.action, key.id, id=key.id, show=False)
        for key in KEYS
        if key.context == context
    ]
