"""Concepts that one side holds and the other does not render with a term that the glossary knows.

What always holds: where the other side has a forbidden or deprecated form, that finding stands
alone; a term shared by a list ("drug, arms, and human trafficking") counts as present.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.divergence.terms import Use, other, spans, uses
from aligner.glossary.concept import Authority, Term
from aligner.language.folding import lowered
from aligner.language.idiom import quotations
from aligner.language.reading import Reading
from aligner.text.segment import SIDES, Side, Span

if TYPE_CHECKING:
    from aligner.glossary.matching import Match

# Letters that a family of words shares at least, and that an ending takes at most.
_ROOT, _ENDING = 5, 3


def _run(passage: Passage) -> Iterator[Divergence]:
    for use in passage.of(uses):
        for side in SIDES:
            there = use.live[other(side)]
            known = [term for term in use.concept.terms(side) if term.status.live]
            if not there or not known:
                continue
            if use.live[side] or use.wrong[side] or use.old[side]:
                continue
            if _echoed(passage.side(side), known):
                continue
            places = list(spans(there))
            if all(_cited(passage, other(side), place) for place in places):
                continue
            yield finding(
                CHECK,
                passage,
                f"preferred-term.{side}",
                en=places if side == "es" else [],
                es=places if side == "en" else [],
                facts_en=[use.concept.id] if side == "es" else [],
                facts_es=[use.concept.id] if side == "en" else [],
                severity=_weight(use, there),
                held=there[0].term.text,
                preferred=known[0].text,
            )


def _cited(passage: Passage, side: Side, place: Span) -> bool:
    """Whether a place of `side` lies in a quotation that the other version has word by word: a title
    keeps its language."""
    reading, there = passage.side(side), passage.side(other(side)).text
    return any(
        start < place[0] and place[1] < end and reading.text[start + 1 : end - 1] in there
        for start, end in reading.of(quotations)
    )


def _weight(use: Use, there: Sequence[Match]) -> Severity:
    """A single word has many senses: alone it accuses nobody, unless law or both sides fixed it."""
    fixed = use.concept.authority is not Authority.HOUSE
    several = any(len(each.term.text.split()) > 1 for each in there)
    return Severity.MINOR if fixed or several else Severity.INFO


def _echoed(reading: Reading, known: Sequence[Term]) -> bool:
    """Whether a word of the term, or one of its family, stands there all the same: a second mention
    is shortened (the controller, el responsable), a noun becomes an adjective (fronteriza)."""
    roots = {
        lowered(word)[: max(_ROOT, len(word) - _ENDING)]
        for term in known
        for word in term.text.split()
        if len(word) >= _ROOT
    }
    return any(word.folded.startswith(root) for word in reading.words for root in roots)


CHECK = Check(
    name="preferred-term",
    mqm="inconsistent-with-terminology-resource",
    severity=Severity.MINOR,
    version=1,
    about="A concept of the glossary that one version renders without any of its terms",
    in_bead=_run,
)
