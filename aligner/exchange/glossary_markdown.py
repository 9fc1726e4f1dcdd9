"""The glossary as Markdown, for people.

What always holds: outside text never becomes markup; the page ends with the same glossary in a
comment that no reader sees, from which it can be imported again without loss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.errors import InputError, RecordError
from aligner.exchange.glossary_csv import plain_text
from aligner.exchange.terms import (
    INTERNAL,
    Exported,
    Parsed,
    Progress,
    encoded,
    from_island,
    has_internal,
    island,
    outgoing,
)
from aligner.glossary.concept import Concept, Decision, Glossary, Source, Term
from aligner.text.hygiene import visible

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~=:&@\"'$^])")
_NAMES = {"en": "English", "es": "Español"}


def export_markdown(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """A heading a concept, its terms in a table."""
    going, kept = outgoing(glossary, include_internal=include_internal)
    losses = list(kept)
    lines = ["# Glossary · Glosario", ""]
    marked = include_internal and has_internal(going)
    if marked:
        lines += [f"> **{INTERNAL}**", ""]
    for concept in going.concepts:
        lines.extend(_concept(concept))
    lines.append(f"<!-- {island(going)} -->")
    return encoded("\n".join(lines) + "\n", losses), tuple(losses)


def literal(text: str) -> str:
    """`text` on one line, so that nothing in it is Markdown or HTML."""
    return _MARKUP.sub(r"\\\1", visible(" ".join(text.split("\n"))))


def _concept(concept: Concept) -> Iterator[str]:
    yield f"## {literal(concept.id)}"
    yield ""
    if concept.definition:
        yield f"{literal(concept.definition)}"
        yield ""
    facts = [
        ("Kind", concept.kind.value if concept.kind.value != "term" else ""),
        ("Domain", concept.domain),
        ("Scope", concept.scope),
        ("Authority", concept.authority.value),
        ("Note", concept.note),
    ]
    yield " · ".join(f"{name}: {literal(value)}" for name, value in facts if value)
    yield ""
    yield "| | Term | Status | Grammar | Note |"
    yield "|---|---|---|---|---|"
    for side, terms in (("en", concept.en), ("es", concept.es)):
        for term in terms:
            yield _row(_NAMES[side], term)
    yield ""
    for source in concept.sources:
        yield f"- Source: {_source(source)}"
    for decision in concept.decisions:
        yield f"- {_decision(decision)}"
    yield ""


def _row(language: str, term: Term) -> str:
    grammar = ", ".join(
        each for each in (term.part_of_speech, term.gender, term.number, term.region) if each
    )
    notes = [term.note] if term.note else []
    if term.forms:
        notes.append("also " + "; ".join(term.forms))
    if term.exceptions:
        notes.append("not in " + "; ".join(term.exceptions))
    cells = (language, term.text, term.status.value, grammar, ". ".join(notes))
    return "| " + " | ".join(literal(cell) for cell in cells) + " |"


def _source(source: Source) -> str:
    parts = (source.instrument, source.article, source.record, source.date)
    return literal(", ".join(part for part in parts if part))


def _decision(decision: Decision) -> str:
    who = f"{decision.by} ({decision.role})" if decision.role else decision.by
    what = f"{decision.term}: {decision.status or 'withdrawn'}"
    replaced = f"; it replaced {decision.replaces}" if decision.replaces else ""
    seen = "".join(f" [{each.document}: {each.quote}]" for each in decision.evidence)
    mark = "" if decision.shared else "(internal) "
    return literal(f"{mark}{decision.at}, {who}: {what}. {decision.why}{replaced}{seen}")


def read_markdown(
    content: bytes, *, name: str = "Markdown", progress: Progress | None = None
) -> Parsed:
    """The glossary that a page of ours carries. Raises InputError for any other page."""
    return read_page(plain_text(content, name), name, progress)


def read_page(text: str, name: str, progress: Progress | None) -> Parsed:
    """The glossary in the comment of a page, Markdown or HTML."""
    try:
        glossary = from_island(text)
    except (ValueError, RecordError) as error:
        raise InputError(
            f"{name}: the glossary that the page carries is damaged: {error}"
        ) from None
    if glossary is None:
        raise InputError(f"{name}: this page carries no glossary of ours")
    if progress is not None:
        progress(len(glossary.concepts), len(glossary.concepts))
    return Parsed(
        glossary, notices=("read from what the page carries; what was typed into it is not seen",)
    )
