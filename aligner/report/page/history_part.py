"""Renderings of concepts over the years, as bars in the HTML report.

What always holds: each term has a pattern of its own and a table with the same figures stands below,
so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from aligner.report.page.bitext_part import literal

_WIDTH, _HEIGHT = 640, 140
_STYLES = 5


@dataclass(frozen=True, slots=True)
class ConceptHistory:
    """Counts by year of each rendering of one concept; an empty term is another wording."""

    concept: str
    years: tuple[str, ...]
    counts: Mapping[str, tuple[int, ...]]


def history_part(histories: Sequence[ConceptHistory], words: Mapping[str, str]) -> str:
    """The section, or nothing where there is no archive."""
    shown = [each for each in histories if each.years]
    if not shown:
        return ""
    parts = "".join(_one(each, words) for each in shown)
    return (
        f'<section aria-labelledby="history"><h2 id="history">{escape(words["history"])}</h2>'
        f"{parts}</section>"
    )


def _one(history: ConceptHistory, words: Mapping[str, str]) -> str:
    names = {term: term or words["other_wording"] for term in history.counts}
    head = "".join(f'<th scope="col">{literal(year or "—")}</th>' for year in history.years)
    rows = "".join(
        f'<tr><th scope="row"><span class="l-term{n % _STYLES}"></span>{literal(names[term])}</th>'
        + "".join(f'<td class="number">{count or ""}</td>' for count in row)
        + "</tr>"
        for n, (term, row) in enumerate(history.counts.items())
    )
    return (
        f"<h3>{literal(history.concept)}</h3>{_bars(history, words)}"
        f'<div class="wide" tabindex="0" role="region" aria-label="{literal(history.concept)}">'
        f'<table><thead><tr><th scope="col">{escape(words["rendering"])}</th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _bars(history: ConceptHistory, words: Mapping[str, str]) -> str:
    totals = [sum(row[n] for row in history.counts.values()) for n in range(len(history.years))]
    most = max(totals) or 1
    step = _WIDTH / len(history.years)
    shapes = []
    for n, year in enumerate(history.years):
        top = float(_HEIGHT)
        for style, (term, row) in enumerate(history.counts.items()):
            if not row[n]:
                continue
            height = row[n] / most * _HEIGHT
            top -= height
            label = f"{year}: {term or words['other_wording']}, {row[n]}"
            shapes.append(
                f'<rect class="bar-term{style % _STYLES}" x="{n * step + 1:.1f}" y="{top:.1f}" '
                f'width="{max(step - 2, 1):.1f}" height="{height:.1f}">'
                f"<title>{literal(label)}</title></rect>"
            )
    said = literal(f"{history.concept}: {history.years[0]}–{history.years[-1]}")
    return (
        f'<svg class="bars" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{said}">'
        + "".join(shapes)
        + "</svg>"
    )
