"""The numbers that Word prints in front of paragraphs, computed as Word does.

What always holds: counters belong to the abstract list, so that lists which share one go on
counting, unless a list says that it starts anew. A bullet has no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aligner.text.counting import written
from aligner.text.ooxml import attribute, child, children, number_of
from aligner.text.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: number format, the text around the number, first number."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    style: str = ""
    restarts: bool = True


@dataclass(slots=True)
class Numbering:
    """The lists of one document and where their counters stand."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstracts: dict[str, str] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def level_of_style(self, number: str, style: str) -> int:
        """The level of list `number` that a paragraph style stands for; 0 where none does."""
        levels = self.levels.get(number, {})
        return next((n for n, level in levels.items() if level.style == style), 0)

    def bullet(self, number: str, level: int) -> bool:
        """Whether this level prints a sign and no number."""
        found = self.levels.get(number, {}).get(level)
        return found is not None and found.form == "bullet"

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of list `number` at `level`, counted on."""
        levels = self.levels.get(number)
        if levels is None:
            return ""
        level = max(0, min(level, _LEVELS - 1))
        counter = self.counters.setdefault(self.abstracts[number], [None] * _LEVELS)
        if number not in self.begun:
            self.begun.add(number)
            for place, start in self.starts.get(number, {}).items():
                counter[place] = start - 1
        own = levels.get(level, Level())
        before = counter[level]
        counter[level] = own.start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            if levels.get(deeper, own).restarts:
                counter[deeper] = None
        if own.form == "bullet":
            return ""

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = levels.get(place, Level())
            value = counter[place]
            value = other.start if value is None else value
            return written(value, "decimal" if own.legal else other.form)

        return " ".join(_PLACE.sub(shown, own.text).split())


def read_numbering(root: _Element | None) -> Numbering:
    """The lists that `numbering.xml` defines; none without it."""
    found = Numbering()
    if root is None:
        return found
    abstracts = {attribute(each, "abstractNumId"): each for each in children(root, "abstractNum")}
    # A list may name a style whose list it borrows.
    by_style = {
        attribute(link, "val"): name
        for name, each in abstracts.items()
        if (link := child(each, "styleLink")) is not None
    }
    for each in children(root, "num"):
        number = attribute(each, "numId")
        link = child(each, "abstractNumId")
        abstract = attribute(link, "val") if link is not None else ""
        if abstract not in abstracts:
            continue
        borrowed = child(abstracts[abstract], "numStyleLink")
        if borrowed is not None:
            abstract = by_style.get(attribute(borrowed, "val"), abstract)
        found.abstracts[number] = abstract
        levels = dict(map(_level, children(abstracts[abstract], "lvl")))
        for override in children(each, "lvlOverride"):
            place = number_of(attribute(override, "ilvl"))
            changed = child(override, "lvl")
            if changed is not None:
                levels[place] = _level(changed)[1]
            start = child(override, "startOverride")
            if start is not None:
                value = number_of(attribute(start, "val"), 1)
                found.starts.setdefault(number, {})[min(max(place, 0), _LEVELS - 1)] = value
        found.levels[number] = levels
    return found


def _level(element: _Element) -> tuple[int, Level]:
    values = {local(each): attribute(each, "val") for each in element if local(each)}
    return number_of(attribute(element, "ilvl")), Level(
        form=values.get("numFmt", "decimal"),
        text=values.get("lvlText", ""),
        start=number_of(values.get("start", ""), 1),
        legal="isLgl" in values and values["isLgl"] not in ("0", "false"),
        style=values.get("pStyle", ""),
        restarts=values.get("lvlRestart", "") != "0",
    )
