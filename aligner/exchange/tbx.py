"""TBX, the part that its versions and styles share: a concept entry as named categories.

What always holds: what TBX-Basic has a category for stands in that category with a value that the
dialect declares; the rest stands in notes that begin with `aligner.NAME: `, so nothing is lost.
A status that TBX lacks (forbidden, proposed) is written as the nearest one plus such a note.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from aligner.exchange.markup import content
from aligner.exchange.terms import Exported, encoded, outgoing
from aligner.glossary.concept import (
    Authority,
    Concept,
    ConceptKind,
    Decision,
    Glossary,
    Source,
    Status,
    Term,
)
from aligner.glossary.record import to_record

GENERATOR = "aligner"
STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.SUPERSEDED: "supersededTerm-admn-sts",
    Status.PROPOSED: "admittedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}
PARTS_OF_SPEECH = ("noun", "verb", "adjective", "adverb", "other")
GENDERS = ("masculine", "feminine", "neuter", "other")
_OUR_NOTE = re.compile(r"aligner\.\w+: ")


@dataclass(frozen=True, slots=True)
class Style:
    """How one version and style of TBX writes things. `category(meta, name, text)` gives the element
    for a data category; `entry`, `language` and `term` are element names."""

    entry: str
    language: str
    term: str
    category: Callable[[str, str, str], str]


def note(text: str) -> str:
    """A note of a person; one that looks like ours is marked as not ours."""
    if _OUR_NOTE.match(text):
        text = f"aligner.note: {text}"
    return f"<note>{content(text)}</note>"


def own(name: str, text: str) -> str:
    """A note that carries what TBX has no category for."""
    return f"<note>{content(f'aligner.{name}: {text}')}</note>"


def export(
    glossary: Glossary,
    style: Style,
    head: str,
    tail: str,
    *,
    include_internal: bool,
) -> Exported:
    """The file: `head`, one entry a concept, `tail`; and what it could not hold."""
    going, kept = outgoing(glossary, include_internal=include_internal)
    losses = list(kept)
    parts = [head]
    for concept in going.concepts:
        if concept.en or concept.es:
            parts.extend(_entry(concept, style))
        else:
            losses.append(f"{concept.id} has no term, and TBX has no entry without one: left out")
    if not any(concept.en or concept.es for concept in going.concepts):
        losses.append("TBX has no file without an entry: this one is not valid")
    parts.append(tail)
    whole = "".join(f"{part}\n" for part in parts)
    if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", _strings(to_record(going))):
        losses.append("control characters, which XML cannot hold, became visible symbols")
    return encoded(whole, losses), tuple(losses)


def _strings(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(_strings(each) for each in value.values())
    if isinstance(value, list):
        return "".join(_strings(each) for each in value)
    return ""


def _entry(concept: Concept, style: Style) -> Iterator[str]:
    yield f'    <{style.entry} id="{concept.id}">'
    for line in _concept_fields(concept, style):
        yield f"      {line}"
    for side, terms in (("en", concept.en), ("es", concept.es)):
        if not terms:
            continue
        yield f'      <{style.language} xml:lang="{side}">'
        for term in terms:
            yield f"        <{style.term}>"
            yield f"          <term>{content(term.text)}</term>"
            for line in _term_fields(term, style):
                yield f"          {line}"
            yield f"        </{style.term}>"
        yield f"      </{style.language}>"
    yield f"    </{style.entry}>"


def _concept_fields(concept: Concept, style: Style) -> Iterator[str]:
    if concept.domain:
        yield style.category("descrip", "subjectField", concept.domain)
    if concept.definition:
        yield style.category("descrip", "definition", concept.definition)
    if concept.scope:
        yield style.category("admin", "projectSubset", concept.scope)
    for source in concept.sources:
        yield "<adminGrp>" + "".join(_source(source, style)) + "</adminGrp>"
    for decision in concept.decisions:
        yield "<transacGrp>" + "".join(_decision(decision, style)) + "</transacGrp>"
    if concept.kind is not ConceptKind.TERM:
        yield own("kind", concept.kind.value)
    if concept.authority is not Authority.HOUSE:
        yield own("authority", concept.authority.value)
    if concept.note:
        yield note(concept.note)


def _source(source: Source, style: Style) -> Iterator[str]:
    yield style.category("admin", "source", source.instrument)
    for name in ("article", "record", "date"):
        value = getattr(source, name)
        if value:
            yield own(name, value)


def _decision(decision: Decision, style: Style) -> Iterator[str]:
    yield style.category("transac", "transactionType", "modification")
    if decision.by:
        yield style.category("transacNote", "responsibility", decision.by)
    day = _day(decision.at)
    if day:
        yield f"<date>{day}</date>"
    if decision.at != day:
        yield own("at", decision.at)
    for name in ("role", "term", "status", "why", "replaces"):
        value = getattr(decision, name)
        if value:
            yield own(name, value)
    if decision.shared:
        yield own("visibility", "shared")
    for each in decision.evidence:
        fields = {"document": each.document, "digest": each.digest, "quote": each.quote}
        kept = {key: value for key, value in fields.items() if value or key == "document"}
        yield own("evidence", json.dumps(kept, ensure_ascii=False))


def _day(at: str) -> str:
    """The calendar day of a time, as XML Schema wants it; empty where `at` does not begin with one."""
    try:
        return date.fromisoformat(at[:10]).isoformat() if at[:10].isascii() else ""
    except ValueError:
        return ""


def _term_fields(term: Term, style: Style) -> Iterator[str]:
    yield style.category("termNote", "administrativeStatus", STATUSES[term.status])
    extra: list[str] = []
    if term.status in (Status.FORBIDDEN, Status.PROPOSED):
        extra.append(own("status", term.status.value))
    for name, category, known in (
        ("part_of_speech", "partOfSpeech", PARTS_OF_SPEECH),
        ("gender", "grammaticalGender", GENDERS),
    ):
        value = getattr(term, name)
        if value in known:
            yield style.category("termNote", category, value)
        elif value:
            yield style.category("termNote", category, "other")
            extra.append(own(name, value))
    if term.region:
        yield style.category("termNote", "geographicalUsage", term.region)
    if term.number:
        extra.append(own("number", term.number))
    extra.extend(own("form", form) for form in term.forms)
    extra.extend(own("exception", phrase) for phrase in term.exceptions)
    if term.note:
        extra.append(note(term.note))
    yield from extra
