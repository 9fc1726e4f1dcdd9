"""Documents, bitexts and divergences as JSON for the cache.

What always holds: what is read back equals what was kept, or is None: a form of any other shape is
a miss, never an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aligner.alignment.bead import Bead, Bitext
from aligner.divergence.divergence import Divergence, Place, Severity
from aligner.text.document import Document
from aligner.text.segment import Kind, Mark, MarkKind, Role, Segment

_UNREADABLE = (TypeError, ValueError, KeyError, IndexError, AttributeError)


def document_form(document: Document) -> dict[str, Any]:
    """`document` as JSON."""
    return {
        "side": document.side,
        "region": document.region,
        "path": document.path,
        "segments": [
            [
                segment.kind,
                segment.text,
                segment.digest,
                segment.label,
                segment.role,
                segment.level,
                segment.first_line,
                segment.last_line,
                [
                    [mark.kind, mark.start, mark.end, mark.text, mark.author, mark.date]
                    for mark in segment.marks
                ],
            ]
            for segment in document.segments
        ],
    }


def document_of(form: Any) -> Document | None:
    """The document that `form` holds, or None."""
    try:
        segments = tuple(
            Segment(
                Kind(kind),
                text,
                index,
                digest,
                label,
                None if role is None else Role(role),
                level,
                first,
                last,
                tuple(Mark(MarkKind(mark[0]), *mark[1:]) for mark in marks),
            )
            for index, (kind, text, digest, label, role, level, first, last, marks) in enumerate(
                form["segments"]
            )
        )
        return Document(form["side"], form["region"], form["path"], segments)
    except _UNREADABLE:
        return None


def bitext_form(bitext: Bitext) -> dict[str, Any]:
    """The beads and signature of `bitext` as JSON."""
    return {
        "signature": bitext.signature,
        "beads": [
            [list(bead.en), list(bead.es), bead.score, bead.crossing, bead.pinned]
            for bead in bitext.beads
        ],
    }


def bitext_of(form: Any, en: Document, es: Document) -> Bitext | None:
    """The bitext of `en` and `es` that `form` holds, or None; also where its beads do not cover
    every segment exactly once."""
    try:
        beads = tuple(
            Bead(tuple(english), tuple(spanish), score, crossing, pinned)
            for english, spanish, score, crossing, pinned in form["beads"]
        )
        whole = sorted(i for bead in beads for i in bead.en) == list(range(len(en.segments)))
        whole &= sorted(j for bead in beads for j in bead.es) == list(range(len(es.segments)))
        return Bitext(en, es, beads, form["signature"]) if whole else None
    except _UNREADABLE:
        return None


def divergences_form(divergences: Iterable[Divergence]) -> list[list[Any]]:
    """`divergences` as JSON."""
    return [
        [
            each.check,
            int(each.severity),
            each.mqm,
            each.bead,
            [[p.segment, p.start, p.end] for p in each.en],
            [[p.segment, p.start, p.end] for p in each.es],
            list(each.facts_en),
            list(each.facts_es),
            each.wording,
            [list(word) for word in each.words],
            each.key,
        ]
        for each in divergences
    ]


def divergences_of(form: Any, bitext: Bitext) -> tuple[Divergence, ...] | None:
    """The divergences that `form` holds, or None; also where one names a bead that is not
    there."""
    try:
        found = tuple(
            Divergence(
                check,
                Severity(severity),
                mqm,
                bead,
                tuple(Place(*place) for place in en),
                tuple(Place(*place) for place in es),
                tuple(facts_en),
                tuple(facts_es),
                wording,
                tuple((slot, text) for slot, text in words),
                key,
            )
            for check, severity, mqm, bead, en, es, facts_en, facts_es, wording, words, key in form
        )
        return found if all(0 <= each.bead < len(bitext.beads) for each in found) else None
    except _UNREADABLE:
        return None
