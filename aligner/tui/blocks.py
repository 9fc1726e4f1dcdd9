"""From a review to what the bitext screen draws: one block for each bead.

What always holds: outside text goes through `visible` here and nowhere later; a state is told by a
glyph and a word; what is missing on a side is named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from aligner.divergence.divergence import Severity
from aligner.review.review import Agreement, BeadState, Finding, Review, Verdict
from aligner.text.document import Document
from aligner.text.hygiene import visible
from aligner.text.segment import Kind, Side
from aligner.tui.block import GLYPHS, SEVERITY_GLYPHS, Block, Marking, Passage
from aligner.tui.catalogue import Catalogue
from aligner.tui.filtering import state_of

# (side, segment index) -> what else is marked there: terms, hits, the reading position.
Overlay = Mapping[tuple[Side, int], Sequence[Marking]]
Terms = Callable[[Side, str], Sequence[Marking]]


def block_of(
    review: Review,
    bead: int,
    words: Catalogue,
    *,
    terms: Terms | None = None,
    overlay: Overlay | None = None,
    finding: Finding | None = None,
) -> Block:
    """The block of `bead`; `finding` is the divergence that the reader is at."""
    shape = review.bitext.beads[bead]
    findings = review.findings_of(bead)
    marks = _evidence(findings, finding)
    sides: dict[Side, tuple[Passage, ...]] = {}
    for document, indices in ((review.bitext.en, shape.en), (review.bitext.es, shape.es)):
        side = document.side
        sides[side] = tuple(
            _passage(document, side, index, marks, terms, overlay) for index in indices
        )
    state = review.beads[bead]
    return Block(
        sides["en"],
        sides["es"],
        head=head_of(review, bead, findings, words),
        state=state_of(state),
        missing=_missing(state, words, "en" if not shape.en else "es") if shape.empty else "",
    )


def _missing(state: BeadState, words: Catalogue, side: str) -> str:
    text = words.say(f"missing.{side}")
    if state.justified:
        return f"{text}: {visible(state.justified)}"
    return text


def _passage(
    document: Document,
    side: Side,
    index: int,
    marks: Mapping[tuple[str, int], list[Marking]],
    terms: Terms | None,
    overlay: Overlay | None,
) -> Passage:
    segment = document.segments[index]
    here: list[Marking] = list(terms(side, segment.text)) if terms else []
    here += marks.get((side, index), ())
    if overlay:
        here += overlay.get((side, index), ())
    return Passage(
        number=index + 1,
        label=visible(segment.label),
        text=visible(segment.text),
        heading=segment.kind is Kind.HEADING,
        markings=tuple(here),
    )


def _evidence(
    findings: Sequence[Finding], current: Finding | None
) -> dict[tuple[str, int], list[Marking]]:
    marks: dict[tuple[str, int], list[Marking]] = {}
    for finding in findings:
        divergence = finding.divergence
        for side, places in (("en", divergence.en), ("es", divergence.es)):
            for place in places:
                kind = divergence.severity.word if finding.open else "info"
                here = marks.setdefault((side, place.segment), [])
                here.append(Marking(place.start, place.end, kind))
                if current is finding:
                    here.append(Marking(place.start, place.end, "here"))
    return marks


def head_of(
    review: Review, bead: int, findings: Sequence[Finding], words: Catalogue
) -> tuple[tuple[str, str], ...]:
    """The first line of a block: state, shape, open divergences, what people left here."""
    shape = review.bitext.beads[bead]
    state = review.beads[bead]
    name = state_of(state)
    parts = [(f"{GLYPHS[name]} {words.say('state.' + name)}", name)]
    if name == "signed":
        parts.append((", ".join(visible(who) for who in state.signed_by), "quiet"))
    if shape.shape != "1-1":
        parts.append((f"[{shape.shape}] {words.say(shape_word(shape.shape))}", "strong"))
    if shape.crossing:
        parts.append((f"⤨ {words.say('shape.crossing')}", "strong"))
    if shape.pinned:
        parts.append((f"⊙ {words.say('shape.pinned')}", "quiet"))
    parts += _divergences(findings, words)
    parts += _left_here(state, words)
    return tuple(parts)


def shape_word(shape: str) -> str:
    """The catalogue key that names a bead's shape."""
    en, es = (int(part) for part in shape.split("-"))
    if not en:
        return "shape.only-es"
    if not es:
        return "shape.only-en"
    if en == 1:
        return "shape.split-es"
    return "shape.split-en" if es == 1 else "shape.many"


def _divergences(findings: Sequence[Finding], words: Catalogue) -> list[tuple[str, str]]:
    counted: dict[Severity, int] = {}
    settled = 0
    for finding in findings:
        if finding.open:
            severity = finding.divergence.severity
            counted[severity] = counted.get(severity, 0) + 1
        else:
            settled += 1
    parts = []
    for severity in sorted(counted, reverse=True):
        glyph = SEVERITY_GLYPHS[severity.word]
        text = f"{glyph} {words.count('head.' + severity.word, counted[severity])}"
        parts.append((text, severity.word))
    if settled:
        parts.append((words.count("head.settled", settled), "quiet"))
    return parts


def _left_here(state: BeadState, words: Catalogue) -> list[tuple[str, str]]:
    parts = []
    if state.agreement is not Agreement.OPEN:
        parts.append((words.say("agreement." + state.agreement.value.replace(" ", "-")), "strong"))
    waiting = sum(query.open for query in state.queries)
    if waiting:
        parts.append(("? " + words.count("head.query", waiting), "strong"))
    if len(state.queries) > waiting:
        parts.append((words.count("head.answered", len(state.queries) - waiting), "quiet"))
    if state.notes:
        parts.append(("✎ " + words.count("head.note", len(state.notes)), "quiet"))
    if state.proposals:
        parts.append(("→ " + words.count("head.proposal", len(state.proposals)), "quiet"))
    if state.assignment:
        parts.append((f"@ {visible(state.assignment)}", "quiet"))
    return parts


def verdict_word(verdict: Verdict, words: Catalogue) -> str:
    """A verdict in the interface's language."""
    return words.say("verdict." + verdict.value)
