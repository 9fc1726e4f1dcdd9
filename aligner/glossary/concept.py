"""Concepts, their terms in both languages, and the decisions that people took on them.

What always holds: a status belongs to a term *in its concept*. `tráfico de personas` is forbidden
for the concept of human trafficking and admitted for that of migrant smuggling; nothing here is
ever forbidden as a string alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aligner.text.segment import Side


class Status(StrEnum):
    """What reviewers decided about a term, for its concept."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"
    PROPOSED = "proposed"
    FORBIDDEN = "forbidden"

    @property
    def live(self) -> bool:
        """Whether the term may be used."""
        return self in (Status.PREFERRED, Status.ADMITTED)


class Authority(StrEnum):
    """Whose word the choice rests on."""

    HOUSE = "house"
    LAW = "law"
    AGREED = "agreed"


class ConceptKind(StrEnum):
    """A term, the title of an instrument, or wording agreed in an earlier text."""

    TERM = "term"
    TITLE = "title"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the wording stands: an instrument and article, a UNTERM record, a date (ISO 8601)."""

    instrument: str
    article: str = ""
    record: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One designation in one language. `forms` are extra inflected forms that count as the term;
    `exceptions` are phrases in which it must not be seen."""

    text: str
    status: Status = Status.PREFERRED
    part_of_speech: str = ""
    gender: str = ""
    number: str = ""
    region: str = ""
    forms: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place in a document that a decision rests on."""

    document: str
    digest: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, in which role, when (RFC 3339) and why; what it replaced, in words.
    `shared` decisions may leave the house in an export, others stay internal."""

    by: str
    at: str
    why: str
    role: str = ""
    term: str = ""
    status: str = ""
    replaces: str = ""
    evidence: tuple[Evidence, ...] = ()
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept. `id` is stable; `scope` names the documents or kinds of text it holds for
    (empty: everywhere)."""

    id: str
    en: tuple[Term, ...]
    es: tuple[Term, ...]
    kind: ConceptKind = ConceptKind.TERM
    definition: str = ""
    domain: str = ""
    scope: str = ""
    authority: Authority = Authority.HOUSE
    sources: tuple[Source, ...] = ()
    decisions: tuple[Decision, ...] = ()
    note: str = ""

    def terms(self, side: Side) -> tuple[Term, ...]:
        """The terms of one language, in the order of the file."""
        return self.en if side == "en" else self.es


@dataclass(frozen=True, slots=True)
class Glossary:
    """All concepts of a project, sorted by id."""

    concepts: tuple[Concept, ...] = ()

    def concept(self, concept_id: str) -> Concept:
        """The concept called `concept_id`. Raises LookupError if there is none."""
        for concept in self.concepts:
            if concept.id == concept_id:
                return concept
        raise LookupError(f"no concept is called {concept_id}")

    def with_concept(self, concept: Concept) -> Glossary:
        """A glossary that holds `concept`, replacing the one with its id."""
        kept = [other for other in self.concepts if other.id != concept.id]
        return Glossary(tuple(sorted([*kept, concept], key=lambda each: each.id)))
