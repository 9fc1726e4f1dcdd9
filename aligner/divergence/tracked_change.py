"""A tracked change that only one version has.

What always holds: what was changed is not judged, only that the other side of the bead shows no change
at all. A change of blanks, marks or capitals alone is information.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.divergence.way import composed
from aligner.text.segment import SIDES, Mark, MarkKind, Segment, Side, Span

_CHANGES = frozenset((MarkKind.INSERTION, MarkKind.DELETION))
_NEAR = 20


def _changes(segment: Segment) -> list[Mark]:
    return [mark for mark in segment.marks if mark.kind in _CHANGES]


def _run(passage: Passage) -> Iterator[Divergence]:
    changed = [side for side in SIDES if any(map(_changes, passage.segments[side]))]
    if len(changed) != 1:
        return
    side = changed[0]
    spans: list[Span] = []
    facts: list[str] = []
    words: list[str] = []
    base = 0
    for segment in passage.segments[side]:
        for mark in _changes(segment):
            start = base + len(composed(segment.text[: mark.start]))
            end = base + len(composed(segment.text[: mark.end]))
            text = (
                mark.text if mark.kind is MarkKind.DELETION else segment.text[mark.start : mark.end]
            )
            spans.append((start, end) if end > start else _beside(passage, side, start))
            facts.append(f"{mark.kind.value} {' '.join(composed(text).split())}")
            words.append(("− " if mark.kind is MarkKind.DELETION else "+ ") + text)
        base += len(composed(segment.text)) + 1
    spans = _apart(spans)
    yield finding(
        CHECK,
        passage,
        f"tracked-change.{side}",
        en=spans if side == "en" else (),
        es=spans if side == "es" else (),
        facts_en=facts if side == "en" else (),
        facts_es=facts if side == "es" else (),
        severity=Severity.INFO if _formal(passage.segments[side]) else None,
        change="; ".join(words),
    )


def _apart(spans: list[Span]) -> list[Span]:
    """`spans` in order, those that overlap as one: a word put in place of another is one place."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _beside(passage: Passage, side: Side, place: int) -> Span:
    """The word next to a deletion, which itself has no place in the text as compared."""
    text = passage.side(side).text
    before = text[max(0, place - _NEAR) : place].rstrip()
    if before:
        end = max(0, place - _NEAR) + len(before)
        return max(before.rfind(" ") + 1 + max(0, place - _NEAR), 0), end
    after = text[place : place + _NEAR].split(" ")[0]
    return place, place + max(1, len(after)) if text[place:] else place


def _formal(segments: list[Segment]) -> bool:
    """Whether the changes touch nothing but blanks, marks and capitals."""
    inserted: list[str] = []
    deleted: list[str] = []
    for segment in segments:
        for mark in _changes(segment):
            if mark.kind is MarkKind.DELETION:
                deleted.append(_letters(mark.text))
            else:
                inserted.append(_letters(segment.text[mark.start : mark.end]))
    return "".join(inserted) == "".join(deleted)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


CHECK = Check(
    name="tracked-change",
    mqm="mistranslation",
    severity=Severity.MINOR,
    version=1,
    about="A change that is tracked in one version only (Word and OpenDocument files)",
    in_bead=_run,
)
