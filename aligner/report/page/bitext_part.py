"""The two versions side by side, a block for each bead, divergences and terms marked in place.

What always holds: text of the documents is escaped and shown with control characters as symbols;
a mark is told by its line style and by words, never by colour alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from html import escape

from aligner.alignment.bead import Bead
from aligner.divergence.divergence import Severity
from aligner.glossary.matching import Matcher
from aligner.report.marking import runs
from aligner.report.naming import check_name
from aligner.report.page.alignment_map import kind
from aligner.review.listing import Entry
from aligner.review.review import BeadState, Review
from aligner.text.hygiene import visible
from aligner.text.segment import Kind, Segment, Side

_Marks = dict[tuple[str, int], list[tuple[int, int, str]]]


def literal(text: str) -> str:
    """`text` as HTML that shows it."""
    return escape(visible(text), quote=True)


def bitext_part(
    review: Review,
    found: list[Entry],
    matcher: Matcher | None,
    words: Mapping[str, str],
    *,
    prefix: str = "",
) -> str:
    """The blocks of one document as HTML sections."""
    of_bead: dict[int, list[Entry]] = defaultdict(list)
    for entry in found:
        of_bead[entry.bead].append(entry)
    return "\n".join(
        _block(review, number, of_bead[number], matcher, words, prefix)
        for number in range(len(review.bitext.beads))
    )


def _block(
    review: Review,
    number: int,
    found: list[Entry],
    matcher: Matcher | None,
    words: Mapping[str, str],
    prefix: str,
) -> str:
    bead, state = review.bitext.beads[number], review.beads[number]
    heaviest = max((entry.severity for entry in found if not entry.settled), default=-1)
    marks: _Marks = defaultdict(list)
    for entry in found:
        name = "settled" if entry.settled else entry.severity.word
        for side in ("en", "es"):
            for place in entry.side(side).places:
                marks[side, place.segment].append((place.start, place.end, name))
    head = f"{words['bead']} {number + 1} · {bead.shape} · {_standing(bead, state, words)}"
    return (
        f'<section class="bead" id="{prefix}b{number}" tabindex="-1" data-open="{int(heaviest)}" '
        f'data-reviewed="{int(state.reviewed)}" data-kind="{kind(bead)}">'
        f'<h3 class="bead-head">{escape(head)}</h3><div class="pair">'
        f"{_side(review, bead, 'en', marks, matcher, words)}"
        f"{_side(review, bead, 'es', marks, matcher, words)}</div>"
        f"{_findings(found, words)}</section>"
    )


def _standing(bead: Bead, state: BeadState, words: Mapping[str, str]) -> str:
    said = [words[str(state.state)]]
    if state.stale:
        said.append(words["stale"])
    if kind(bead) != "plain":
        said.append(words[kind(bead)])
    return ", ".join(said)


def _side(
    review: Review,
    bead: Bead,
    side: Side,
    marks: _Marks,
    matcher: Matcher | None,
    words: Mapping[str, str],
) -> str:
    document = review.bitext.en if side == "en" else review.bitext.es
    held = bead.en if side == "en" else bead.es
    if not held:
        absent = words["present_es" if side == "en" else "present_en"]
        return f'<div><p class="absent">{escape(absent)}</p></div>'
    paragraphs = []
    for index in held:
        segment = document.segments[index]
        text = _marked(segment, side, marks[side, index], matcher)
        label = f"<span>{literal(segment.label)}</span> " if segment.label else ""
        heading = ' class="heading"' if segment.kind is Kind.HEADING else ""
        paragraphs.append(f"<p{heading}>{label}{text}</p>")
    return f'<div lang="{escape(document.region)}">{"".join(paragraphs)}</div>'


def _marked(
    segment: Segment, side: Side, evidence: list[tuple[int, int, str]], matcher: Matcher | None
) -> str:
    marks = list(evidence)
    if matcher is not None:
        marks += [
            (match.start, match.end, "term")
            for match in matcher.find(segment.text, side)
            if not match.inner
        ]
    out = []
    for run in runs(len(segment.text), marks):
        text = literal(segment.text[run.start : run.end])
        names = [name for name in run.marks if name != "term"]
        if "term" in run.marks:
            text = f'<span class="term">{text}</span>'
        if names:
            text = f'<mark class="{_heaviest(names)}">{text}</mark>'
        out.append(text)
    return "".join(out)


def _heaviest(names: list[str]) -> str:
    order = ["settled", *(severity.word for severity in Severity)]
    return max(names, key=order.index)


def _findings(found: list[Entry], words: Mapping[str, str]) -> str:
    if not found:
        return ""
    lines = []
    for entry in found:
        name = check_name(entry.check, "es" if words["language"] == "es" else "en")
        state = f" [{escape(words[entry.state])}]" if entry.settled else ""
        style = "done" if entry.settled else entry.severity.word
        reason = f" — {literal(entry.reason)}" if entry.reason else ""
        lines.append(
            f'<li><span class="{style}">{escape(words[entry.severity.word])}</span> '
            f"<code>{escape(name)}</code>{state}: {literal(entry.message)}{reason}</li>"
        )
    return f'<ul class="findings">{"".join(lines)}</ul>'
