"""Styles of OpenDocument texts: headings, and the labels that lists print.

What always holds: a list counts from its start unless it continues another; a level shows as many
numbers as its style says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aligner.text.counting import written
from aligner.text.ooxml import attribute, number_of
from aligner.text.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_LEVELS = frozenset(
    (f"list-level-style-{kind}" for kind in ("number", "bullet", "image")),
) | {"outline-level-style"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list style; an empty `form` prints no number."""

    form: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


@dataclass(slots=True)
class Counters:
    """The numbers that one list, or the headings, have reached, by level from 1."""

    reached: dict[int, int] = field(default_factory=dict)

    def label(self, levels: dict[int, Level], depth: int, start: int | None = None) -> str:
        """The label of the next entry at `depth`."""
        own = levels.get(depth, Level())
        before = self.reached.get(depth)
        first = own.start if before is None else before + 1
        self.reached[depth] = first if start is None else start
        for deeper in [level for level in self.reached if level > depth]:
            del self.reached[deeper]
        if not own.form:
            return ""
        shown = range(max(1, depth - own.shown + 1), depth + 1)
        numbers = [
            written(
                self.reached.get(level, levels.get(level, own).start), levels.get(level, own).form
            )
            for level in shown
            if levels.get(level, own).form
        ]
        return f"{own.prefix}{'.'.join(numbers)}{own.suffix}".strip()


def read_list_styles(*roots: _Element | None) -> dict[str, dict[int, Level]]:
    """The list styles by name, each level by its depth; the numbering of headings by the empty
    name. Later roots win."""
    found: dict[str, dict[int, Level]] = {}
    for root in roots:
        for style in root.iter() if root is not None else ():
            if local(style) not in ("list-style", "outline-style"):
                continue
            name = attribute(style, "name") if local(style) == "list-style" else ""
            found[name] = {
                number_of(attribute(level, "level"), 1): _level(level)
                for level in style
                if local(level) in _LEVELS
            }
    return found


_HEADING = re.compile(r"heading_20_([1-9])", re.IGNORECASE)
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a text: for each the one that it is based on."""

    parents: dict[str, str]

    def rank(self, name: str) -> int:
        """The rank of the heading that style `name` makes, 1 for a title, 0 for none."""
        for each in self._chain(name):
            heading = _HEADING.fullmatch(each)
            if heading or each == "Title":
                return int(heading[1]) if heading else 1
        return 0

    def caption(self, name: str) -> bool:
        """Whether style `name` stands under pictures and tables."""
        return "Caption" in self._chain(name)

    def _chain(self, name: str) -> list[str]:
        chain: list[str] = []
        while name and len(chain) < _DEEPEST:
            chain.append(name)
            name = self.parents.get(name, "")
        return chain


def read_styles(*roots: _Element | None) -> Styles:
    """The paragraph styles that `roots` define."""
    parents: dict[str, str] = {}
    for root in roots:
        for style in root.iter() if root is not None else ():
            if local(style) == "style" and attribute(style, "family") == "paragraph":
                parents[attribute(style, "name")] = attribute(style, "parent-style-name")
    return Styles(parents)


def _level(element: _Element) -> Level:
    return Level(
        _FORMS.get(attribute(element, "num-format"), ""),
        attribute(element, "num-prefix"),
        attribute(element, "num-suffix"),
        number_of(attribute(element, "start-value"), 1),
        number_of(attribute(element, "display-levels"), 1),
    )
