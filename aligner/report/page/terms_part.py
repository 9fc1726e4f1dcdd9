"""The term table of the HTML report: concepts, terms with their status, decisions, occurrences.

What always holds: a decision that is not shared is there only where internal notes were asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape

from aligner.glossary.concept import Concept, Glossary, Term
from aligner.glossary.matching import Matcher
from aligner.report.page.bitext_part import literal
from aligner.report.run import CheckRun
from aligner.text.segment import SIDES

_Counts = Counter[tuple[str, str, str]]


def terms_part(
    run: CheckRun,
    glossary: Glossary,
    matcher: Matcher | None,
    words: Mapping[str, str],
    *,
    internal: bool,
) -> str:
    """The section on terms, or nothing where there is no glossary."""
    if matcher is None:
        return ""
    counts = _occurrences(run, matcher)
    rows = "".join(
        f'<tr><th scope="row">{literal(concept.id)}</th>'
        f"<td>{_terms(concept, 'en', counts, words)}</td>"
        f"<td>{_terms(concept, 'es', counts, words)}</td>"
        f"<td>{_decisions(concept, words, internal)}</td></tr>"
        for concept in glossary.concepts
    )
    head = "".join(
        f'<th scope="col">{escape(words[name])}</th>'
        for name in ("concept", "english", "spanish", "decision")
    )
    return (
        f'<section aria-labelledby="terms"><h2 id="terms">{escape(words["terms"])}</h2>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"
    )


def _occurrences(run: CheckRun, matcher: Matcher) -> _Counts:
    counts: _Counts = Counter()
    for review in run.reviews:
        for side in SIDES:
            document = review.bitext.en if side == "en" else review.bitext.es
            for segment in document.segments:
                for match in matcher.find(segment.text, side):
                    counts[match.concept.id, side, match.term.text] += 1
    return counts


def _terms(concept: Concept, side: str, counts: _Counts, words: Mapping[str, str]) -> str:
    terms: tuple[Term, ...] = concept.en if side == "en" else concept.es
    return "<br>".join(
        f'<span lang="{side}">{literal(term.text)}</span> '
        f'<span class="soft">({escape(words[str(term.status)])}, '
        f"{counts[concept.id, side, term.text]})</span>"
        for term in terms
    )


def _decisions(concept: Concept, words: Mapping[str, str], internal: bool) -> str:
    shown = [each for each in concept.decisions if internal or each.shared]
    if not shown:
        return f'<span class="soft">{escape(words["none"])}</span>'
    return "<br>".join(
        f"{literal(each.why)} <span class='soft'>({literal(each.by)}, {literal(each.at[:10])})</span>"
        for each in shown
    )
