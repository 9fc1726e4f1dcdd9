"""The form in which a term is decided, and what the decision would do before it is taken.

What always holds: a decision on words that a concept already has is a decision on that concept;
nothing here writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from textual.content import Content

from aligner.alignment.bead import Bitext
from aligner.glossary.concept import Authority, Concept, Evidence, Glossary, Status, Term
from aligner.glossary.deciding import Author, add_concept, decide
from aligner.language.folding import fold
from aligner.text.segment import SIDES, Side
from aligner.tui.catalogue import Catalogue
from aligner.tui.fields import Field
from aligner.tui.literal import paragraph

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


def concept_fields(before: Concept | None, draft: TermDraft, words: Catalogue) -> list[Field]:
    """The questions. For a concept that is there, `draft` names the terms to decide on."""
    statuses = tuple((each.value, words.say(f"status.{each.value}")) for each in Status)
    former = tuple((each, words.say(f"former.{each or 'leave'}")) for each in FORMER)
    authorities = tuple((each.value, words.say(f"authority.{each.value}")) for each in Authority)
    authority = (before.authority if before else Authority.HOUSE).value
    return [
        Field("en", "line", words.say("term.en"), draft.en),
        Field("en_status", "choice", words.say("term.status"), draft.en_status.value, statuses),
        Field("es", "line", words.say("term.es"), draft.es),
        Field("es_status", "choice", words.say("term.status"), draft.es_status.value, statuses),
        Field("why", "line", words.say("term.why"), required=True),
        Field("former", "choice", words.say("term.former"), "admitted", former),
        Field("authority", "choice", words.say("term.authority"), authority, authorities),
        Field(
            "definition", "line", words.say("term.definition"), before.definition if before else ""
        ),
    ]


def wrong_in(answers: Mapping[str, str], words: Catalogue) -> str:
    """What keeps the answers from being a decision; empty for nothing."""
    if not answers["en"] and not answers["es"]:
        return words.say("term.wrong.empty")
    return ""


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


def effect_lines(bitext: Bitext, made: Decided, words: Catalogue) -> Sequence[Content]:
    """What the decision would do in this document."""
    from aligner.glossary.effect import effect

    found = effect([("", bitext)], made.after)
    lines = [
        paragraph(
            words.say("term.new" if made.before is None else "term.known", concept=made.after.id)
        ),
        paragraph(
            words.say("term.effect", follows=len(found.follows), violates=len(found.violates))
        ),
    ]
    for place in found.violates[:3]:
        texts = [f"{each.side.upper()} «{each.text}»" for each in place.terms]
        lines.append(
            paragraph(("  △ ", "$warning"), f"{words.say('block')} {place.bead + 1}: ", *texts)
        )
    return lines
