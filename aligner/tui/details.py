"""The pane below the texts: the divergences of the current bead and why, and what people wrote.

What always holds: plain lines of (text, style name); the pane draws them, `--plain` prints them.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.divergence.divergence import Place
from aligner.divergence.wording import message
from aligner.review.review import Finding, Query, Review, Verdict, Word
from aligner.text.document import Document
from aligner.tui.block import SEVERITY_GLYPHS
from aligner.tui.blocks import verdict_word
from aligner.tui.catalogue import Catalogue
from aligner.tui.oneline import shown

Line = tuple[tuple[str, str], ...]
"""Parts of one line: (text, style name)."""


def detail_lines(
    review: Review, bead: int, words: Catalogue, current: Finding | None = None
) -> list[Line]:
    """What there is to know of a bead, the divergence that the reader is at first."""
    lines: list[Line] = []
    findings = review.findings_of(bead)
    ordered = sorted(findings, key=lambda f: (f is not current, not f.open, -f.divergence.severity))
    for finding in ordered:
        lines += finding_lines(review, finding, words, here=finding is current)
    if not findings:
        lines.append(((words.say("details.none"), "quiet"),))
    state = review.beads[bead]
    if state.reason:
        lines.append(_said("state." + state.state.value, state.by, state.reason, words))
    if state.stale:
        lines.append(((words.say("details.stale"), "stale"),))
    for query in state.queries:
        lines += _query(query, words)
    for note in state.notes:
        lines.append(_note(note, words))
    for proposal in state.proposals:
        reads = words.say("proposal.reads." + proposal.side)
        should = words.say("proposal.should." + proposal.side)
        lines.append(((f"→ {reads}: ", "quiet"), (shown(proposal.reads), "plain")))
        lines.append(((f"  {should}: ", "quiet"), (shown(proposal.text), "strong")))
    return lines


def finding_lines(
    review: Review, finding: Finding, words: Catalogue, *, here: bool = False
) -> list[Line]:
    """One divergence: severity and check, the sentence that says why, the evidence, the verdict."""
    divergence = finding.divergence
    severity = divergence.severity.word
    style = severity if finding.open else "quiet"
    head = f"{'▸' if here else ' '} {SEVERITY_GLYPHS[severity]} {words.say('severity.' + severity)}"
    lines: list[Line] = [
        (
            (head, style),
            (f" · {check_word(divergence.check, words)}: ", style),
            (shown(message(divergence, "es" if words.language == "es" else "en")), "plain"),
        )
    ]
    quotes = [
        (side.upper(), quote)
        for side, quote in (
            ("en", quoted(review.bitext.en, divergence.en)),
            ("es", quoted(review.bitext.es, divergence.es)),
        )
        if quote
    ]
    if quotes:
        parts: list[tuple[str, str]] = [("    ", "quiet")]
        for side, quote in quotes:
            parts += [(f"{side} ", "quiet"), (f"«{quote}»  ", "evidence")]
        lines.append(tuple(parts))
    if finding.state is not Verdict.OPEN:
        verdict = verdict_word(finding.state, words)
        said = f"    {verdict} · {shown(finding.by)}"
        if finding.reason:
            said += f": {shown(finding.reason)}"
        if finding.proposed:
            said += f" → {shown(finding.proposed)}"
        lines.append(((said, "strong" if finding.conflicted else "quiet"),))
    return lines


def check_word(check: str, words: Catalogue) -> str:
    """A check's name as people say it; its own name where the catalogue has none."""
    key = f"check.{check}"
    return words.say(key) if words.has(key) else check


def quoted(document: Document, places: Sequence[Place]) -> str:
    """The evidence of one side in its own words."""
    found = []
    for place in places:
        text = document.segments[place.segment].text[place.start : place.end]
        if text.strip():
            found.append(shown(text if len(text) <= 60 else text[:57] + "..."))
    return " … ".join(found)


def _said(key: str, by: str, text: str, words: Catalogue) -> Line:
    return ((f"{words.say(key)} · {shown(by)}: ", "quiet"), (shown(text), "plain"))


def _note(note: Word, words: Catalogue) -> Line:
    kind = words.say("shared" if note.shared else "internal")
    head = f"✎ {shown(note.by)}, {note.at[:16].replace('T', ' ')}, {kind}: "
    return ((head, "quiet"), (shown(note.text), "plain"))


def _query(query: Query, words: Catalogue) -> list[Line]:
    state = words.say("query.open" if query.open else "query.answered")
    head = f"? {shown(query.number)} → {shown(query.addressee)} ({state}"
    head += f", {shown(query.due)}): " if query.due else "): "
    lines: list[Line] = [((head, "strong" if query.open else "quiet"), (shown(query.question), ""))]
    for en, es in query.options:
        lines.append((("    EN ", "quiet"), (shown(en), ""), ("  ES ", "quiet"), (shown(es), "")))
    lines.extend(
        ((f"    {shown(answer.by)}: ", "quiet"), (shown(answer.text), "plain"))
        for answer in query.answers
    )
    return lines
