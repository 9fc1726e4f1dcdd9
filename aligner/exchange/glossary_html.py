"""The glossary as one HTML page, for people: a table of concepts that prints well.

What always holds: the page loads nothing and runs nothing, outside text never becomes markup, and
the glossary stands in a comment at its end, from which it can be imported again without loss.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from aligner.exchange.glossary_csv import plain_text
from aligner.exchange.glossary_markdown import read_page
from aligner.exchange.terms import (
    INTERNAL,
    Exported,
    Parsed,
    Progress,
    encoded,
    has_internal,
    island,
    outgoing,
)
from aligner.glossary.concept import Concept, Decision, Glossary, Source, Term
from aligner.text.hygiene import visible

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1b1b; background: #fff; }
section { border-top: 1px solid #bbb; padding: .5rem 0; break-inside: avoid; }
h2 { font-size: 1.1rem; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0; }
td.term { font-weight: 600; } .forbidden td.term { text-decoration: line-through; }
.internal { border: 2px solid #a00; padding: .5rem; font-weight: 600; }
"""
_PAGE_MARK = f'@page {{ @top-center {{ content: "{INTERNAL}"; }} }}\n'


def export_html(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """One page in UTF-8."""
    going, kept = outgoing(glossary, include_internal=include_internal)
    losses = list(kept)
    marked = include_internal and has_internal(going)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<title>Glossary · Glosario</title>",
        f"<style>{_STYLE}{_PAGE_MARK if marked else ''}</style>",
        "</head>",
        "<body>",
        "<h1>Glossary · Glosario</h1>",
    ]
    for concept in going.concepts:
        lines.extend(_concept(concept, marked))
    lines += [f"<!-- {island(going)} -->", "</body>", "</html>"]
    return encoded("\n".join(lines) + "\n", losses), tuple(losses)


def _text(text: str) -> str:
    return html.escape(visible(text)).replace("\n", "<br>")


def _concept(concept: Concept, marked: bool) -> Iterator[str]:
    yield f'<section id="{concept.id}">'
    yield f"<h2>{_text(concept.id)}</h2>"
    if marked and any(not decision.shared for decision in concept.decisions):
        yield f'<p class="internal">{INTERNAL}</p>'
    for name, value in (
        ("", concept.definition),
        ("Kind", concept.kind.value if concept.kind.value != "term" else ""),
        ("Domain", concept.domain),
        ("Scope", concept.scope),
        ("Authority", concept.authority.value),
        ("Note", concept.note),
    ):
        if value:
            yield f"<p>{name + ': ' if name else ''}{_text(value)}</p>"
    yield "<table>"
    yield "<tr><th>Language</th><th>Term</th><th>Status</th><th>Grammar</th><th>Note</th></tr>"
    for side, terms in (("en", concept.en), ("es", concept.es)):
        for term in terms:
            yield _row(side, term)
    yield "</table>"
    if concept.sources or concept.decisions:
        yield "<ul>"
        for source in concept.sources:
            yield f"<li>Source: {_source(source)}</li>"
        for decision in concept.decisions:
            yield f"<li>{_decision(decision)}</li>"
        yield "</ul>"
    yield "</section>"


def _row(side: str, term: Term) -> str:
    grammar = (term.part_of_speech, term.gender, term.number, term.region)
    notes = [term.note] if term.note else []
    if term.forms:
        notes.append("also " + "; ".join(term.forms))
    if term.exceptions:
        notes.append("not in " + "; ".join(term.exceptions))
    return (
        f'<tr class="{term.status.value}"><td>{side}</td>'
        f'<td class="term" lang="{side}" dir="auto">{_text(term.text)}</td>'
        f"<td>{term.status.value}</td><td>{_text(', '.join(filter(None, grammar)))}</td>"
        f"<td>{_text('. '.join(notes))}</td></tr>"
    )


def _source(source: Source) -> str:
    parts = (source.instrument, source.article, source.record, source.date)
    return _text(", ".join(part for part in parts if part))


def _decision(decision: Decision) -> str:
    who = f"{decision.by} ({decision.role})" if decision.role else decision.by
    what = f"{decision.term}: {decision.status or 'withdrawn'}"
    replaced = f"; it replaced {decision.replaces}" if decision.replaces else ""
    seen = "".join(f" [{each.document}: {each.quote}]" for each in decision.evidence)
    mark = "" if decision.shared else "(internal) "
    return _text(f"{mark}{decision.at}, {who}: {what}. {decision.why}{replaced}{seen}")


def read_html(content: bytes, *, name: str = "HTML", progress: Progress | None = None) -> Parsed:
    """The glossary that a page of ours carries. Raises InputError for any other page."""
    return read_page(plain_text(content, name), name, progress)
