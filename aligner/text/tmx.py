"""TMX, the exchange format of translation memories (1.1 to 1.4b), as a bilingual source.

What always holds: units come in file order, one at a time; native codes of other tools
(`bpt`, `ept`, `ph`, `it`, `ut`) are no text, the words inside `hi` are. Line breaks count only in
units that say how many segments they hold, as our own exports do: elsewhere they are layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from aligner.text.segment import Side
from aligner.text.unit import Unit
from aligner.text.xml import line_of, local, stream_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

SEGMENTS = "x-segments"
"""The property in which our export says how many segments each side of a unit has."""
DOCUMENT = "x-document"
"""The property that names the document of a unit."""

ORDER = "x-order"
"""The property that holds the place of a unit in the Spanish version, from 1."""

_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def units(stream: BinaryIO, *, name: str) -> Iterator[Unit]:
    """The units of a TMX file that have English or Spanish text. Raises InputError and LimitError
    as `stream_xml` does."""
    for number, element in enumerate(stream_xml(stream, ("tu",), name=name), start=1):
        sides: dict[Side, str] = {}
        properties: dict[str, str] = {}
        notes: list[str] = []
        variants: list[_Element] = []
        for child in element:
            match local(child):
                case "prop":
                    properties.setdefault(child.get("type") or "", (child.text or "").strip())
                case "note":
                    notes.append(" ".join((child.text or "").split()))
                case "tuv":
                    variants.append(child)
        exact = SEGMENTS in properties
        for variant in variants:
            side = side_of(variant.get(_LANG) or variant.get("lang") or "")
            segment = next((child for child in variant if local(child) == "seg"), None)
            if side and side not in sides and segment is not None:
                text = words(segment, _CODES)
                sides[side] = text if exact else " ".join(text.split())
        if sides:
            yield Unit(
                element.get("tuid") or str(number),
                sides.get("en", ""),
                sides.get("es", ""),
                properties.get(DOCUMENT, ""),
                line_of(element),
                tuple(note for note in notes if note),
                order=place_in(properties.get(ORDER, "")),
            )


def place_in(text: str) -> int:
    """The place that a file names, from 1; 0 where it names none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def side_of(tag: str) -> Side | None:
    """The side of a language tag such as `en-US`, `ES_mx`, `eng`; None for other languages."""
    primary = tag.strip().lower().replace("_", "-").partition("-")[0]
    if primary in ("en", "eng", "english"):
        return "en"
    return "es" if primary in ("es", "spa", "spanish") else None


def words(element: _Element, codes: frozenset[str]) -> str:
    """The text inside `element`, without what stands inside elements named in `codes`."""
    pieces: list[str] = [element.text or ""]
    # Each step holds an element whose words are still to come and the tail after it.
    waiting: list[_Element | str] = []
    _push(waiting, element)
    while waiting:
        step = waiting.pop()
        if isinstance(step, str):
            pieces.append(step)
        elif local(step) not in codes:
            pieces.append(step.text or "")
            _push(waiting, step)
    return "".join(pieces)


def _push(waiting: list[_Element | str], element: _Element) -> None:
    for child in reversed(element):
        if child.tail:
            waiting.append(child.tail)
        if local(child):
            waiting.append(child)
