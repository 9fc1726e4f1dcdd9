"""XLIFF 1.2 and 2.0/2.1 as bilingual sources.

What always holds: which side is English is read from the file's languages, never from their order;
inline codes are no text; white space counts only under `xml:space="preserve"`, which our own
exports set. In XLIFF 2 each segment is a unit, in 1.2 each trans-unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from aligner.errors import InputError
from aligner.text.hygiene import visible
from aligner.text.segment import Side
from aligner.text.tmx import place_in, side_of, words
from aligner.text.unit import Unit
from aligner.text.xml import line_of, local, stream_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

ORDER = "es:"
"""What stands before the place in the Spanish version, in `extradata` (1.2) and `name` (2)."""
NS12 = "urn:oasis:names:tc:xliff:document:1.2"
NS20 = "urn:oasis:names:tc:xliff:document:2.0"
_TAGS = (f"{{{NS12}}}trans-unit", "trans-unit", f"{{{NS20}}}unit")
_CODES = frozenset(("bpt", "ept", "ph", "it", "x", "bx", "ex", "sub", "sc", "ec", "cp", "sm", "em"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def units(stream: BinaryIO, *, name: str) -> Iterator[Unit]:
    """The units of an XLIFF file between English and Spanish. Raises InputError when its languages
    are others, and as `stream_xml` does."""
    for count, element in enumerate(stream_xml(stream, _TAGS, name=name), start=1):
        source, target, document = _frame(element)
        if source is None and target is None:
            raise InputError(
                f"{visible(name)}: the languages of the XLIFF file are not English and Spanish"
            )
        # A file without a target language holds the other of our two.
        source = source or ("es" if target == "en" else "en")
        if local(element) == "trans-unit":
            unit = _unit12(element, source, document, str(count))
            order = (element.get("extradata") or "").removeprefix(ORDER)
            yield replace(unit, order=place_in(order))
        else:
            order = (element.get("name") or "").removeprefix(ORDER)
            for unit in _units20(element, source, document, str(count)):
                yield replace(unit, order=place_in(order))


def _frame(element: _Element) -> tuple[Side | None, Side | None, str]:
    """The source and target sides, and the document's name, from the elements around."""
    source = target = ""
    document = ""
    for around in element.iterancestors():
        if local(around) == "file":
            document = around.get("original") or document
            source = around.get("source-language") or source
            target = around.get("target-language") or target
        elif local(around) == "xliff":
            source = source or around.get("srcLang") or ""
            target = target or around.get("trgLang") or ""
    return side_of(source), side_of(target), document


def _unit12(element: _Element, source: Side, document: str, number: str) -> Unit:
    texts = {"source": "", "target": ""}
    notes: list[str] = []
    for child in element:
        tag = local(child)
        if tag in texts:
            texts[tag] = _text(child)
        elif tag == "note":
            notes.append(" ".join((child.text or "").split()))
    return _unit(element.get("id") or number, texts, source, document, line_of(element), notes)


def _units20(element: _Element, source: Side, document: str, number: str) -> Iterator[Unit]:
    name = element.get("id") or number
    notes = [
        " ".join((note.text or "").split())
        for group in element
        if local(group) == "notes"
        for note in group
    ]
    segments = [child for child in element if local(child) == "segment"]
    for place, segment in enumerate(segments, start=1):
        texts = {"source": "", "target": ""}
        for child in segment:
            if local(child) in texts:
                texts[local(child)] = _text(child)
        own = name if len(segments) == 1 else f"{name}.{segment.get('id') or place}"
        yield _unit(own, texts, source, document, line_of(segment), notes)


def _unit(
    name: str, texts: dict[str, str], source: Side, document: str, line: int, notes: list[str]
) -> Unit:
    en, es = texts["source"], texts["target"]
    if source == "es":
        en, es = es, en
    return Unit(name, en, es, document, line, tuple(note for note in notes if note))


def _text(element: _Element) -> str:
    text = words(element, _CODES)
    around: _Element | None = element
    while around is not None:
        space = around.get(_SPACE)
        if space:
            return text if space == "preserve" else " ".join(text.split())
        around = around.getparent()
    return " ".join(text.split())
