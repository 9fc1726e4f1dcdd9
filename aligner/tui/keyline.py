"""The lines at the edges of a screen: what can be pressed here, and how far the work is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

Parts = Sequence[tuple[str, str]]


def fitted(parts: Parts, width: int, gap: str = "  ") -> Content:
    """As many of `parts` (text, style), the first first, as `width` cells hold."""
    made: list[tuple[str, str] | str] = []
    used = 0
    for text, style in parts:
        needed = cell_len(text) + (len(gap) if made else 0)
        if used + needed > width:
            break
        if made:
            made.append(gap)
        made.append((text, style) if style else text)
        used += needed
    return Content.assemble(*made)


class EdgeLine(Static):
    """One line of parts; those that do not fit are left off from the end."""

    def __init__(self, place: str | None = None) -> None:
        super().__init__("", id=place, markup=False)
        self._parts: Parts = ()

    def tell(self, parts: Parts) -> None:
        """Show these parts (text, style)."""
        self._parts = tuple(parts)
        self.update(fitted(self._parts, self.size.width or 80))

    def on_resize(self) -> None:
        """Another width holds another number of parts."""
        self.update(fitted(self._parts, self.size.width))


class KeyLine(Static):
    """The footer: keys and what they do, the most needed first. The last one is always there: it
    is the way to all the others."""

    def __init__(self, place: str | None = None) -> None:
        super().__init__("", id=place, markup=False)
        self._keys: Parts = ()

    def tell(self, keys: Parts) -> None:
        """Show (key, words)."""
        self._keys = tuple(keys)
        self._draw()

    def on_resize(self) -> None:
        """Another width."""
        self._draw()

    def _draw(self) -> None:
        width = self.size.width or 80
        made: list[tuple[str, str] | str] = []
        used = 0
        last = self._keys[-1:]
        kept = sum(cell_len(key) + cell_len(words) + 3 for key, words in last)
        for place, (key, words) in enumerate(self._keys):
            needed = cell_len(key) + 1 + cell_len(words) + (2 if made else 0)
            final = place + 1 == len(self._keys)
            if not final and used + needed + kept > width:
                continue
            if made:
                made.append("  ")
            made += [(key, "bold $accent"), " ", words]
            used += needed
        self.update(Content.assemble(*made))
