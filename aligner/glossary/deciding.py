"""Taking a decision on a term: a new glossary that holds it, with who, when, why and what it replaced.

What always holds: the glossary given is not changed; no earlier decision is taken away; a term's
earlier status is written into `replaces`. A second preferred term is a conflict that stays visible,
unless the person says what becomes of the former one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from aligner.errors import UsageError
from aligner.glossary.concept import (
    Concept,
    ConceptKind,
    Decision,
    Evidence,
    Glossary,
    Source,
    Status,
    Term,
)
from aligner.glossary.pairs import new_id
from aligner.glossary.record import valid_id
from aligner.text.segment import Side


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, in which role, when (RFC 3339, UTC)."""

    by: str
    at: str
    role: str = ""


def decide(
    glossary: Glossary,
    concept_id: str,
    side: Side,
    term: Term,
    author: Author,
    *,
    why: str,
    evidence: tuple[Evidence, ...] = (),
    shared: bool = False,
    former: Status | None = None,
) -> Glossary:
    """`glossary` in which `term` has its status for the concept, new or altered.

    `former` is the status that preferred terms of the same language and region get when `term`
    becomes preferred; None leaves them, which is a conflict to be seen. Raises UsageError for an
    unknown concept or a term without text.
    """
    concept = _known(glossary, concept_id)
    if not term.text.strip():
        raise UsageError("a term without text cannot be decided")
    kept: list[Term] = []
    replaced: list[str] = []
    placed = False
    for each in concept.terms(side):
        if (each.text, each.region) == (term.text, term.region):
            if each.status is not term.status:
                replaced.append(f"{each.text}, {each.status.value}")
            kept.append(term)
            placed = True
        elif former is not None and _gives_way(each, term):
            replaced.append(f"{each.text}, {each.status.value}")
            kept.append(replace(each, status=former))
        else:
            kept.append(each)
    if not placed:
        kept.append(term)
    decision = Decision(
        by=author.by,
        at=author.at,
        why=why,
        role=author.role,
        term=term.text,
        status=term.status.value,
        replaces="; ".join(replaced),
        evidence=evidence,
        shared=shared,
    )
    return glossary.with_concept(
        replace(_with_terms(concept, side, tuple(kept)), decisions=(*concept.decisions, decision))
    )


def add_concept(
    glossary: Glossary,
    en: Term,
    es: Term,
    author: Author,
    *,
    why: str,
    concept_id: str = "",
    kind: ConceptKind = ConceptKind.TERM,
    definition: str = "",
    domain: str = "",
    scope: str = "",
    sources: tuple[Source, ...] = (),
    evidence: tuple[Evidence, ...] = (),
    shared: bool = False,
) -> Glossary:
    """`glossary` with a new concept of one term on each side. The id is made from the English term
    unless given. Raises UsageError where the id is taken or cannot name a concept."""
    taken = {concept.id for concept in glossary.concepts}
    chosen = concept_id or new_id(en.text or es.text, taken)
    if chosen in taken:
        raise UsageError(f"a concept is called {chosen} already")
    if not valid_id(chosen):
        raise UsageError(
            f"{chosen!r} cannot name a concept: ASCII letters, digits, - _ . and a letter first"
        )
    if not (en.text.strip() or es.text.strip()):
        raise UsageError("a concept needs a term")
    decisions = tuple(
        Decision(
            by=author.by,
            at=author.at,
            why=why,
            role=author.role,
            term=term.text,
            status=term.status.value,
            evidence=evidence,
            shared=shared,
        )
        for term in (en, es)
        if term.text.strip()
    )
    return glossary.with_concept(
        Concept(
            id=chosen,
            en=(en,) if en.text.strip() else (),
            es=(es,) if es.text.strip() else (),
            kind=kind,
            definition=definition,
            domain=domain,
            scope=scope,
            sources=sources,
            decisions=decisions,
        )
    )


def withdraw(
    glossary: Glossary, concept_id: str, side: Side, text: str, author: Author, *, why: str
) -> Glossary:
    """`glossary` in which the term `text` no longer stands in the concept; the decision to take it
    away does. Raises UsageError for an unknown concept or term."""
    concept = _known(glossary, concept_id)
    gone = [term for term in concept.terms(side) if term.text == text]
    if not gone:
        raise UsageError(f"{concept_id} has no {side} term {text!r}")
    kept = tuple(term for term in concept.terms(side) if term.text != text)
    decision = Decision(
        by=author.by,
        at=author.at,
        why=why,
        role=author.role,
        term=text,
        replaces="; ".join(f"{term.text}, {term.status.value}" for term in gone),
    )
    return glossary.with_concept(
        replace(_with_terms(concept, side, kept), decisions=(*concept.decisions, decision))
    )


def _known(glossary: Glossary, concept_id: str) -> Concept:
    try:
        return glossary.concept(concept_id)
    except LookupError as missing:
        raise UsageError(str(missing)) from None


def _gives_way(each: Term, term: Term) -> bool:
    return (
        term.status is Status.PREFERRED
        and each.status is Status.PREFERRED
        and each.region == term.region
    )


def _with_terms(concept: Concept, side: Side, terms: tuple[Term, ...]) -> Concept:
    return replace(concept, en=terms) if side == "en" else replace(concept, es=terms)
