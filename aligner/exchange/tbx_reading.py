"""Reading TBX of any version and style: v3 DCA and DCT, v2 martif.

What always holds: elements are read by what they mean, not by where a style puts the name of the
category; a language or a category that a glossary has no place for is named, never dropped in
silence; text of files that we wrote is taken as it stands, of others without outer white space.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aligner.errors import InputError
from aligner.exchange.tbx import GENERATOR, STATUSES
from aligner.exchange.terms import Gathering, Parsed, Progress
from aligner.glossary.concept import Status
from aligner.glossary.record import valid_id
from aligner.text.xml import line_of, local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTRIES = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
# Elements whose category is their type attribute (DCA); all others are named after it (DCT).
_META = ("descrip", "admin", "termNote", "transac", "transacNote", "adminNote", "descripNote")
_GROUPS = ("descripGrp", "adminGrp", "termNoteGrp", "termGrp")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OURS = re.compile(r"aligner\.(\w+): (.*)", re.DOTALL)
_READ_STATUSES = {
    **{value: status.value for status, value in reversed(STATUSES.items())},
    STATUSES[Status.ADMITTED]: "admitted",
    STATUSES[Status.DEPRECATED]: "deprecated",
    "preferred": "preferred",
    "admitted": "admitted",
    "deprecated": "deprecated",
    "superseded": "superseded",
    "forbidden": "forbidden",
    "obsolete": "superseded",
    "preferredTerm": "preferred",
    "admittedTerm": "admitted",
    "deprecatedTerm": "deprecated",
    "supersededTerm": "superseded",
}
Record = dict[str, object]


def read_tbx(content: bytes, *, name: str = "TBX", progress: Progress | None = None) -> Parsed:
    """The glossary in a TBX file. Raises InputError or LimitError for what is no XML, declares
    entities, or is no TBX; what is wrong in an entry is a problem of the result."""
    root = parse_xml(content, name=name)
    if local(root) not in ("tbx", "martif"):
        raise InputError(f"{name}: not a TBX file (its root is {local(root) or 'no element'})")
    exact = any(GENERATOR in (p.text or "") for p in root.iter() if local(p) == "p")
    reading = _Reading(exact)
    entries = [element for element in root.iter() if local(element) in _ENTRIES]
    for number, entry in enumerate(entries, 1):
        reading.entry(entry)
        if progress is not None and (number % 500 == 0 or number == len(entries)):
            progress(number, len(entries))
    return reading.gathering.result()


class _Reading:
    def __init__(self, exact: bool) -> None:
        self.exact = exact
        self.gathering = Gathering()

    def entry(self, element: _Element) -> None:
        line = line_of(element)
        record: Record = {"sources": [], "decisions": [], "en": [], "es": []}
        for child in element:
            tag = local(child)
            if tag in _LANGUAGES:
                self._language(child, record)
            elif tag == "transacGrp":
                _list(record, "decisions").append(self._decision(child))
            elif tag in _GROUPS:
                self._group(child, record)
            else:
                self._concept_field(child, record)
        given = element.get("id") or ""
        taken = self.gathering.records
        first = _first_term(record)
        if given in taken:
            self.gathering.problem(line, f"the id {given!r} stands twice")
            return
        if not first:
            called = given or f"in line {line}"
            self.gathering.notice(f"the entry {called} has no English or Spanish term: left out")
            return
        concept_id = given if valid_id(given) else self.gathering.fresh_id(given or first)
        if given and given != concept_id:
            self.gathering.notice(f"the id {given!r} is read as {concept_id}")
        taken[concept_id] = {key: value for key, value in record.items() if value}
        self.gathering.lines[concept_id] = line

    def _text(self, element: _Element) -> str:
        text = "".join(str(part) for part in element.itertext())
        return text if self.exact else text.strip()

    def _category(self, element: _Element) -> str:
        tag = local(element)
        return (element.get("type") or "") if tag in _META else tag

    def _language(self, element: _Element, record: Record) -> None:
        tag = element.get(_LANG) or element.get("lang") or ""
        side = tag.lower().replace("_", "-").split("-")[0]
        if side not in ("en", "es"):
            self.gathering.notice(f"terms in {tag or 'an unnamed language'} are not read")
            return
        for child in element:
            kind = local(child)
            if kind in _TERMS:
                term = self._term(child, tag if "-" in tag else "")
                if term:
                    _list(record, side).append(term)
            elif kind in _GROUPS:
                self._group(child, record)
            elif kind != "transacGrp":
                self._concept_field(child, record)

    def _group(self, element: _Element, record: Record) -> None:
        """A group is its first category with notes on it: only those of a source are ours to hold."""
        source: Record = {}
        for child in element:
            category = self._category(child)
            if category == "source":
                source["instrument"] = self._text(child)
            elif category == "note" and source:
                ours = _OURS.fullmatch(self._text(child))
                if ours and ours[1] in ("article", "record", "date"):
                    source[ours[1]] = ours[2]
            else:
                self._concept_field(child, record)
        if source:
            _list(record, "sources").append(source)

    def _concept_field(self, element: _Element, record: Record) -> None:
        category, text = self._category(element), self._text(element)
        if not category or not text:
            return
        plain = {"subjectField": "domain", "definition": "definition", "projectSubset": "scope"}
        if category == "source":
            _list(record, "sources").append({"instrument": text})
        elif category in plain:
            self._put(record, plain[category], text)
        elif category == "note":
            ours = _OURS.fullmatch(text)
            if ours and ours[1] in ("kind", "authority"):
                record[ours[1]] = ours[2]
            else:
                self._put(record, "note", ours[2] if ours and ours[1] == "note" else text)
        else:
            self.gathering.notice(f"the category {category} is kept as a note")
            self._put(record, "note", f"{category}: {text}")

    def _put(self, record: Record, key: str, text: str) -> None:
        """A second value of one field goes on in a new line."""
        record[key] = f"{record[key]}\n{text}" if record.get(key) else text

    def _term(self, element: _Element, region: str) -> Record:
        term: Record = {"forms": [], "exceptions": []}
        if region:
            term["region"] = region
        for child in self._flat(element):
            category, text = self._category(child), self._text(child)
            if not text:
                continue
            if category == "term":
                term["text"] = text
            elif category == "administrativeStatus":
                self._status(term, text, line_of(child))
            elif category in ("partOfSpeech", "grammaticalGender", "geographicalUsage"):
                field = {
                    "partOfSpeech": "part_of_speech",
                    "grammaticalGender": "gender",
                    "geographicalUsage": "region",
                }[category]
                term[field] = text
            elif category == "grammaticalNumber":
                term["number"] = text
            elif category == "note":
                self._term_note(term, text)
            else:
                self.gathering.notice(f"the category {category} is kept as a note")
                self._put(term, "note", f"{category}: {text}")
        return {key: value for key, value in term.items() if value} if term.get("text") else {}

    def _flat(self, element: _Element) -> Iterator[_Element]:
        for child in element:
            if local(child) in _GROUPS:
                yield from self._flat(child)
            else:
                yield child

    def _status(self, term: Record, text: str, line: int) -> None:
        status = _READ_STATUSES.get(text.strip())
        if status is None:
            self.gathering.problem(line, f"the status {text!r} is not known")
        else:
            term["status"] = status

    def _term_note(self, term: Record, text: str) -> None:
        ours = _OURS.fullmatch(text)
        if ours is None:
            self._put(term, "note", text)
        elif ours[1] == "form":
            _list(term, "forms").append(ours[2])
        elif ours[1] == "exception":
            _list(term, "exceptions").append(ours[2])
        elif ours[1] in ("status", "part_of_speech", "gender", "number"):
            term[ours[1]] = ours[2]
        else:
            self._put(term, "note", ours[2] if ours[1] == "note" else text)

    def _decision(self, element: _Element) -> Record:
        decision: Record = {"evidence": []}
        for child in element:
            category, text = self._category(child), self._text(child)
            ours = _OURS.fullmatch(text) if category == "note" else None
            if category == "responsibility":
                decision["by"] = text
            elif category == "date":
                decision["at"] = text
            elif ours and ours[1] == "evidence":
                _list(decision, "evidence").append(self._evidence(ours[2], line_of(child)))
            elif ours:
                decision[ours[1]] = ours[2]
            elif category == "note":
                self._put(decision, "why", text)
        return {key: value for key, value in decision.items() if value}

    def _evidence(self, text: str, line: int) -> object:
        try:
            return json.loads(text)
        except ValueError:
            self.gathering.problem(line, "a note on evidence is damaged")
            return {"document": ""}


def _list(record: Record, key: str) -> list[object]:
    value = record.setdefault(key, [])
    assert isinstance(value, list)
    return value


def _first_term(record: Record) -> str:
    for side in ("en", "es"):
        for term in _list(record, side):
            assert isinstance(term, dict)
            return str(term["text"])
    return ""
