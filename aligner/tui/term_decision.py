"""A decision on a term: from what a person said to the concept before and after it.

What always holds: a decision on words that a concept already has is a decision on that concept;
nothing here writes, and nothing here knows a screen (`--plain` decides in the same way).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from aligner.glossary.concept import Authority, Concept, Evidence, Glossary, Status, Term
from aligner.glossary.deciding import Author, add_concept, decide
from aligner.language.folding import fold
from aligner.text.segment import SIDES, Side

FORMER = ("", "admitted", "deprecated", "superseded", "forbidden")


@dataclass(frozen=True, slots=True)
class TermDraft:
    """What the form starts with: a term of each language, and the evidence for the decision."""

    en: str = ""
    es: str = ""
    en_status: Status = Status.PREFERRED
    es_status: Status = Status.PREFERRED
    document: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A concept before and after a decision."""

    before: Concept | None
    after: Concept


def holder(glossary: Glossary, answers: Mapping[str, str]) -> Concept | None:
    """The one concept that has a term of the answers already: the decision is about it."""
    found: dict[str, Concept] = {}
    sides: dict[str, set[Side]] = {}
    for concept in glossary.concepts:
        for side in SIDES:
            wanted = fold(answers[side])
            if wanted and any(fold(term.text) == wanted for term in concept.terms(side)):
                found[concept.id] = concept
                sides.setdefault(concept.id, set()).add(side)
    both = [name for name, held in sides.items() if len(held) == len(SIDES)]
    english = [name for name, held in sides.items() if "en" in held]
    for names in (both, english, list(found)):
        if len(names) == 1:
            return found[names[0]]
    return None


def decided(
    glossary: Glossary,
    before: Concept | None,
    draft: TermDraft,
    answers: Mapping[str, str],
    by: str,
    role: str,
) -> Decided:
    """The concept that the answers make. Raises UsageError for what cannot be decided."""
    author = Author(
        by, datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"), role
    )
    evidence = (Evidence(draft.document, quote=draft.quote),) if draft.document else ()
    concept = before or holder(glossary, answers)
    if concept is None:
        after = add_concept(
            glossary,
            Term(answers["en"], Status(answers["en_status"])),
            Term(answers["es"], Status(answers["es_status"])),
            author,
            why=answers["why"],
            definition=answers["definition"],
            evidence=evidence,
        )
        old = {each.id for each in glossary.concepts}
        made = next(each for each in after.concepts if each.id not in old)
        return Decided(None, replace(made, authority=Authority(answers["authority"])))
    changed = glossary
    for side in SIDES:
        text, status = answers[side], Status(answers[f"{side}_status"])
        known = {term.text: term for term in concept.terms(side)}
        if not text or (text in known and known[text].status is status):
            continue
        term = replace(known[text], status=status) if text in known else Term(text, status)
        former = Status(answers["former"]) if answers["former"] else None
        changed = decide(
            changed,
            concept.id,
            side,
            term,
            author,
            why=answers["why"],
            evidence=evidence,
            former=former,
        )
    after_concept = replace(
        changed.concept(concept.id),
        authority=Authority(answers["authority"]),
        definition=answers["definition"] or concept.definition,
    )
    return Decided(concept, after_concept)


def as_term(words: str) -> str:
    """Words of a text as a term: a capital letter that only a sentence's beginning gave is small
    (`Early warning`), those of names stay (`High-Level Security Dialogue`, `Mexico`)."""
    first, _, rest = words.partition(" ")
    if rest and first[1:] == first[1:].lower() and rest == rest.lower():
        return first.lower() + " " + rest
    return words
