"""Small readings of Office XML, whose two editions differ in namespaces alone.

What always holds: names are compared without their namespace, so that transitional and strict
files read the same; a missing element or attribute is an empty answer, never an exception.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aligner.text.archive import Archive
from aligner.text.xml import local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = frozenset(("0", "false", "off", "none"))


def attribute(element: _Element, name: str) -> str:
    """The attribute called `name`, in whatever namespace; empty where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child called `name`."""
    return next(children(element, name), None)


def children(element: _Element | None, name: str) -> Iterator[_Element]:
    """The children called `name`."""
    if element is not None:
        for each in element:
            if local(each) == name:
                yield each


def value(element: _Element | None, *path: str) -> str:
    """The `val` of the element at `path` below `element`; empty where there is none."""
    for name in path:
        element = child(element, name)
    return attribute(element, "val") if element is not None else ""


def switched_on(element: _Element | None, name: str) -> bool:
    """Whether the property `name` is there and not turned off."""
    found = child(element, name)
    return found is not None and attribute(found, "val").lower() not in _OFF


def number_of(text: str, otherwise: int = 0) -> int:
    """The whole number in `text`, within 0 to a million; `otherwise` where there is none."""
    digits = text.strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 7:
        return otherwise
    return int(digits)


def relations(archive: Archive, part: str) -> dict[str, list[str]]:
    """The parts that `part` points to, by the last word of the relation's type."""
    folder, base = posixpath.split(part)
    content = archive.read(posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, list[str]] = {}
    if content is None:
        return found
    for each in parse_xml(content, name=archive.name):
        if each.get("TargetMode") == "External" or local(each) != "Relationship":
            continue
        target = each.get("Target") or ""
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = (each.get("Type") or "").rpartition("/")[2]
        found.setdefault(kind, []).append(posixpath.normpath(path))
    return found
