"""What paragraph styles of a Word file say: heading rank, list, caption, title.

What always holds: a style inherits from the one it is based on, and a circle of styles ends.
Built-in styles carry English names in the file whatever language Word speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aligner.text.ooxml import attribute, child, children, number_of, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|título|encabezado) ?([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style. `rank` is a heading's from 1, or 0; `level` the list level, or -1 where
    only the list itself knows."""

    name: str = ""
    rank: int = 0
    number: str = ""
    level: int = -1
    hidden: bool = False

    @property
    def title(self) -> bool:
        """Whether it is the style of the document's title."""
        return self.name.lower() in ("title", "título", "puesto")

    @property
    def caption(self) -> bool:
        """Whether it is the style under pictures and tables."""
        return self.name.lower() in ("caption", "descripción", "epígrafe")

    @property
    def contents(self) -> bool:
        """Whether it is a line of a table of contents, which only repeats headings."""
        return self.name.lower().startswith(("toc ", "tdc ", "table of figures"))

    @property
    def listed(self) -> bool:
        """Whether its name says that it is a list entry, number or not."""
        return self.name.lower().startswith(("list bullet", "list number", "lista con"))


def read_styles(root: _Element | None) -> dict[str, Style]:
    """The paragraph styles by their id, and the default one by the empty id."""
    elements = {
        attribute(each, "styleId"): each
        for each in children(root, "style")
        if attribute(each, "type") in ("paragraph", "")
    }
    found: dict[str, Style] = {}
    for name, element in elements.items():
        found[name] = _resolved(name, elements)
        if attribute(element, "default") in ("1", "true"):
            found[""] = found[name]
    found.setdefault("", Style())
    return found


def _resolved(name: str, elements: dict[str, _Element]) -> Style:
    chain: list[_Element] = []
    current = name
    while current in elements and len(chain) < _DEEPEST:
        chain.append(elements[current])
        current = value(elements[current], "basedOn")
    style = Style()
    for element in reversed(chain):
        # A name is the style's own, everything else is inherited.
        style = replace(_own(element, style), name=value(element, "name"))
    return style


def _own(element: _Element, inherited: Style) -> Style:
    style = inherited
    heading = _HEADING.fullmatch(value(element, "name"))
    if heading:
        style = replace(style, rank=int(heading[1]))
    properties = child(element, "pPr")
    if properties is None:
        return style
    outline = value(properties, "outlineLvl")
    if outline:
        level = number_of(outline, _BODY_LEVEL)
        style = replace(style, rank=level + 1 if level < _BODY_LEVEL else 0)
    numbering = child(properties, "numPr")
    if numbering is not None:
        number = value(numbering, "numId")
        level_text = value(numbering, "ilvl")
        style = replace(
            style,
            number=number or style.number,
            level=number_of(level_text) if level_text else style.level,
        )
    return style
