"""The glossary as plain mappings, lists and strings: what its YAML file and its JSON hold.

What always holds: every value is a string; empty and default fields are left out; an unknown key
is refused by name with the nearest known one, so a slip in a hand-edited file never loses a
decision. `from_record(to_record(glossary)) == glossary` for every glossary that is sorted by id.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from aligner.errors import RecordError
from aligner.glossary.concept import (
    Authority,
    Concept,
    ConceptKind,
    Decision,
    Evidence,
    Glossary,
    Source,
    Status,
    Term,
)

SCHEMA = "1"
"""The schema number of the file. Within a number only optional keys are added."""

Record = dict[str, object]
_Word = TypeVar("_Word", bound=StrEnum)
_Part = TypeVar("_Part")

# An identifier has to pass unquoted through YAML keys and xml:id alike.
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,99}")

_TOP = ("schema", "concepts")
_CONCEPT = (
    "kind",
    "domain",
    "scope",
    "authority",
    "definition",
    "note",
    "sources",
    "en",
    "es",
    "decisions",
)
_TERM = (
    "text",
    "status",
    "part_of_speech",
    "gender",
    "number",
    "region",
    "forms",
    "exceptions",
    "note",
)
_SOURCE = ("instrument", "article", "record", "date")
_DECISION = (
    "by",
    "role",
    "at",
    "term",
    "status",
    "why",
    "replaces",
    "visibility",
    "evidence",
)
_EVIDENCE = ("document", "digest", "quote")


def to_record(glossary: Glossary) -> Record:
    """`glossary` as the mapping that its file holds, concepts sorted by id."""
    ordered = sorted(glossary.concepts, key=lambda concept: concept.id)
    return {
        "schema": SCHEMA,
        "concepts": {concept.id: concept_record(concept) for concept in ordered},
    }


def concept_record(concept: Concept) -> Record:
    """One concept as a mapping, without its id, keys in canonical order."""
    values: dict[str, object] = {
        "kind": "" if concept.kind is ConceptKind.TERM else concept.kind.value,
        "domain": concept.domain,
        "scope": concept.scope,
        "authority": "" if concept.authority is Authority.HOUSE else concept.authority.value,
        "definition": concept.definition,
        "note": concept.note,
        "sources": [
            _filled(_fields(source, _SOURCE), keep="instrument") for source in concept.sources
        ],
        "en": [_term_record(term) for term in concept.en],
        "es": [_term_record(term) for term in concept.es],
        "decisions": [_decision_record(decision) for decision in concept.decisions],
    }
    return _filled(values)


def _fields(value: object, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(value, name) for name in names}


def _filled(values: Mapping[str, object], keep: str = "") -> Record:
    return {key: value for key, value in values.items() if value or key == keep}


def _term_record(term: Term) -> Record:
    values = _fields(term, _TERM)
    values["status"] = term.status.value
    values["forms"] = list(term.forms)
    values["exceptions"] = list(term.exceptions)
    return _filled(values, keep="text")


def _decision_record(decision: Decision) -> Record:
    values = _fields(decision, (key for key in _DECISION if key not in ("visibility", "evidence")))
    values["visibility"] = "shared" if decision.shared else ""
    values["evidence"] = [
        _filled(_fields(each, _EVIDENCE), keep="document") for each in decision.evidence
    ]
    return _filled(values, keep="by")


def from_record(record: Mapping[str, object]) -> Glossary:
    """The glossary that `record` holds.

    Raises RecordError, with the place, for an unknown key (and names the nearest known one), a
    value of the wrong shape, an unknown status or kind, a bad id, or a newer schema.
    """
    _known(record, _TOP, "the glossary")
    schema = _text(record, "schema", "the glossary", default=SCHEMA)
    if schema != SCHEMA:
        newer = "newer than this version reads" if schema.isdigit() else "not a schema number"
        raise RecordError(f"the glossary has schema {schema!r}, which is {newer} ({SCHEMA})")
    concepts = record.get("concepts") or {}
    if not isinstance(concepts, Mapping):
        raise RecordError("the glossary: concepts must be a mapping from id to concept")
    return Glossary(
        tuple(
            concept_from_record(key, concepts[key])
            for key in sorted(_as_text(key, "a concept's id") for key in concepts)
        )
    )


def concept_from_record(concept_id: str, record: object) -> Concept:
    """The concept called `concept_id` that `record` holds. Raises RecordError as above."""
    place = f"concept {concept_id}"
    if not valid_id(concept_id):
        raise RecordError(
            f"{place}: an id starts with a letter and holds only ASCII letters, digits, "
            "hyphen, underscore and full stop (at most 100)"
        )
    entry = _mapping(record, place)
    _known(entry, _CONCEPT, place)
    return Concept(
        id=concept_id,
        en=_each(entry, "en", place, _term),
        es=_each(entry, "es", place, _term),
        kind=_word(ConceptKind, entry, "kind", place, ConceptKind.TERM),
        definition=_text(entry, "definition", place),
        domain=_text(entry, "domain", place),
        scope=_text(entry, "scope", place),
        authority=_word(Authority, entry, "authority", place, Authority.HOUSE),
        sources=_each(entry, "sources", place, _source),
        decisions=_each(entry, "decisions", place, _decision),
        note=_text(entry, "note", place),
    )


def valid_id(concept_id: str) -> bool:
    """Whether `concept_id` can name a concept."""
    return bool(_ID.fullmatch(concept_id))


def _term(record: object, place: str) -> Term:
    entry = _mapping(record, place)
    _known(entry, _TERM, place)
    text = _text(entry, "text", place)
    if not text.strip():
        raise RecordError(f"{place}: text is missing")
    return Term(
        text=text,
        status=_word(Status, entry, "status", place, Status.PREFERRED),
        part_of_speech=_text(entry, "part_of_speech", place),
        gender=_text(entry, "gender", place),
        number=_text(entry, "number", place),
        region=_text(entry, "region", place),
        forms=_texts(entry, "forms", place),
        exceptions=_texts(entry, "exceptions", place),
        note=_text(entry, "note", place),
    )


def _source(record: object, place: str) -> Source:
    entry = _mapping(record, place)
    _known(entry, _SOURCE, place)
    return Source(*(_text(entry, key, place) for key in _SOURCE))


def _decision(record: object, place: str) -> Decision:
    entry = _mapping(record, place)
    _known(entry, _DECISION, place)
    visibility = _text(entry, "visibility", place, default="internal")
    if visibility not in ("internal", "shared"):
        raise RecordError(f"{place}: visibility is internal or shared, not {visibility!r}")
    return Decision(
        by=_text(entry, "by", place),
        at=_text(entry, "at", place),
        why=_text(entry, "why", place),
        role=_text(entry, "role", place),
        term=_text(entry, "term", place),
        status=_text(entry, "status", place),
        replaces=_text(entry, "replaces", place),
        evidence=_each(entry, "evidence", place, _evidence),
        shared=visibility == "shared",
    )


def _evidence(record: object, place: str) -> Evidence:
    entry = _mapping(record, place)
    _known(entry, _EVIDENCE, place)
    return Evidence(*(_text(entry, key, place) for key in _EVIDENCE))


def nearest(word: str, known: Iterable[str]) -> str:
    """` (did you mean ...?)` with the known word most like `word`, or nothing."""
    match = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" (did you mean {match[0]}?)" if match else ""


def _known(entry: Mapping[str, object], keys: Sequence[str], place: str) -> None:
    for key in entry:
        if key not in keys:
            raise RecordError(f"{place}: unknown key {key!r}{nearest(str(key), keys)}")


def _mapping(record: object, place: str) -> Mapping[str, object]:
    if not isinstance(record, Mapping):
        raise RecordError(f"{place}: a mapping is expected here")
    return record


def _as_text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise RecordError(f"{place}: text is expected, not {type(value).__name__}")
    return value


def _text(entry: Mapping[str, object], key: str, place: str, default: str = "") -> str:
    value = entry.get(key)
    return default if value is None else _as_text(value, f"{place}, {key}")


def _texts(entry: Mapping[str, object], key: str, place: str) -> tuple[str, ...]:
    return _each(entry, key, place, _as_text)


def _each(
    entry: Mapping[str, object], key: str, place: str, read: Callable[[object, str], _Part]
) -> tuple[_Part, ...]:
    value = entry.get(key)
    if value is None or value == "":
        return ()
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise RecordError(f"{place}, {key}: a list is expected here")
    return tuple(read(each, f"{place}, {key} {n}") for n, each in enumerate(value, 1))


def _word(
    kind: type[_Word], entry: Mapping[str, object], key: str, place: str, default: _Word
) -> _Word:
    word = _text(entry, key, place, default=default.value)
    try:
        return kind(word)
    except ValueError:
        known = [each.value for each in kind]
        raise RecordError(
            f"{place}: {key} {word!r} is none of {', '.join(known)}{nearest(word, known)}"
        ) from None
