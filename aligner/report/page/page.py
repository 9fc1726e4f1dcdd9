"""The HTML report: one file that opens without a network, in light and dark, in either language.

What always holds: style and script are inside and nothing else is loaded (the policy in the head
forbids it); everything outside is escaped; without script the page still shows all.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources

from aligner.divergence.divergence import Severity
from aligner.glossary.concept import Glossary
from aligner.glossary.matching import Matcher
from aligner.report.naming import check_name, figure, figure_in, metric_name
from aligner.report.page.alignment_map import draw
from aligner.report.page.bitext_part import bitext_part, literal
from aligner.report.page.history_part import ConceptHistory, history_part
from aligner.report.page.terms_part import terms_part
from aligner.report.page.words import CATALOGUES, Language
from aligner.report.run import CheckRun
from aligner.review.listing import Entry


def _resource(name: str) -> str:
    return (resources.files("aligner.report.page") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def render(
    run: CheckRun,
    glossary: Glossary,
    *,
    language: Language = "en",
    internal: bool = False,
    histories: Sequence[ConceptHistory] = (),
) -> str:
    """The whole page. `internal` also shows reasons that are not shared, and marks the page;
    `histories` are the renderings of concepts in an archive."""
    words = CATALOGUES[language]
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_hash(style)}'; "
        f"script-src 'sha256-{_hash(script)}'; base-uri 'none'; form-action 'none'"
    )
    found = list(run.entries)
    matcher = Matcher(glossary) if glossary.concepts else None
    parts = [
        _documents(run, found, matcher, words),
        terms_part(run, glossary, matcher, words, internal=internal),
        history_part(histories, words),
    ]
    title = f"{run.project}: {words['title']}"
    warning = f'<p class="internal">{escape(words["internal"])}</p>' if internal else ""
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{literal(title)}</title><style>{style}</style></head><body>"
        f'<a class="skip" href="#versions">{escape(words["skip"])}</a>'
        f"<header>{warning}<h1>{literal(run.project)}</h1>"
        f'<p class="soft">{escape(words["title"])}. {escape(words["keys"])}</p></header>'
        f"<main>{_summary(run, found, language)}{''.join(parts)}</main>"
        f"<footer>{escape(words['signature'])} <code>{literal(run.signature)}</code></footer>"
        f"<script>{script}</script></body></html>\n"
    )


def _summary(run: CheckRun, found: list[Entry], language: Language) -> str:
    words = CATALOGUES[language]
    metrics = "".join(
        f'<tr><th scope="row">{escape(metric_name(name, language))}</th>'
        f'<td class="number">{escape(figure(metric, language))}</td></tr>'
        for name, metric in run.metrics.items()
    )
    gates = "".join(
        f'<tr><th scope="row">{escape(metric_name(gate.metric, language))}</th>'
        f'<td class="limit">{escape(gate.limit)}</td>'
        f"<td>{escape(figure_in(gate.value, language))}</td>"
        f'<td class="{"held" if gate.held else "fell"}">'
        f"{escape(words['held' if gate.held else 'fell'])}</td></tr>"
        for gate in run.gates
    )
    return (
        f'<section aria-labelledby="summary"><h2 id="summary">{escape(words["summary"])}</h2>'
        f'<div class="columns"><div><table><caption>{escape(words["gates"])}</caption>'
        f"{_head(words, 'gate', 'limit', 'value', 'state')}<tbody>{gates}</tbody></table>"
        f"{_by_check(found, language)}</div>"
        f"<div><table><caption>{escape(words['coverage'])}, {escape(words['review'])}</caption>"
        f"{_head(words, 'metric', 'value')}<tbody>{metrics}</tbody></table></div></div></section>"
    )


def _head(words: Mapping[str, str], *names: str) -> str:
    cells = "".join(f'<th scope="col">{escape(words[name])}</th>' for name in names)
    return f"<thead><tr>{cells}</tr></thead>"


def _by_check(found: list[Entry], language: Language) -> str:
    words = CATALOGUES[language]
    counts: Counter[tuple[str, Severity]] = Counter(
        (entry.check, entry.severity) for entry in found if not entry.settled
    )
    severities = sorted(Severity, reverse=True)
    checks = sorted({check for check, _ in counts})
    rows = "".join(
        f'<tr><th scope="row">{escape(check_name(check, language))}</th>'
        + "".join(
            f'<td class="number">{counts[check, severity] or ""}</td>' for severity in severities
        )
        + "</tr>"
        for check in checks
    )
    head = _head(words, "check", *(severity.word for severity in severities))
    return (
        f"<table><caption>{escape(words['by_check'])}</caption>{head}<tbody>{rows}</tbody></table>"
    )


def _documents(
    run: CheckRun, found: list[Entry], matcher: Matcher | None, words: Mapping[str, str]
) -> str:
    parts = [
        f'<section aria-labelledby="versions"><h2 id="versions">{escape(words["versions"])}</h2>',
        _filters(words),
    ]
    for number, review in enumerate(run.reviews):
        prefix = f"d{number}"
        mine = [entry for entry in found if entry.document == review.document]
        heading = f"<h2>{literal(review.document)}</h2>" if len(run.reviews) > 1 else ""
        legend = "".join(
            f'<li><span class="l-{name}"></span>{escape(words[name])}</li>'
            for name in ("plain", "merged", "moved", "missing")
        )
        parts.append(
            f'{heading}<div class="layout"><div class="side">'
            f'{draw(review.bitext, words, prefix=prefix)}<ul class="legend">{legend}</ul></div>'
            f"<div>{bitext_part(review, mine, matcher, words, prefix=prefix)}</div></div>"
        )
    parts.append("</section>")
    return "".join(parts)


def _filters(words: Mapping[str, str]) -> str:
    def option(value: str, name: str) -> str:
        return f'<option value="{value}">{escape(words[name])}</option>'

    shows = (
        option("all", "all")
        + option("open", "with_open")
        + option("unreviewed", "unreviewed")
        + option("shape", "not_plain")
    )
    leasts = option("-1", "any") + "".join(
        option(str(int(severity)), severity.word) for severity in Severity
    )
    return (
        '<div class="filters" role="search">'
        f'<label>{escape(words["filters"])} <select id="show">{shows}</select></label>'
        f'<label>{escape(words["severity_least"])} <select id="least">{leasts}</select></label>'
        f'<label>{escape(words["search"])} <input id="search" type="search"></label>'
        f'<button type="button" id="previous">{escape(words["previous"])}</button>'
        f'<button type="button" id="next">{escape(words["next"])}</button>'
        f'<span><span id="shown" aria-live="polite"></span> {escape(words["shown"])}</span></div>'
    )
