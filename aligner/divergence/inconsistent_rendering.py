"""The same text rendered differently in another place of the document.

What always holds: texts are the same if their folded words are; short texts say too little; one
finding for each text, with all its places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Context, Passage, whole
from aligner.divergence.registry import Check
from aligner.text.segment import Side

# Texts of fewer words are repeated for many reasons.
_LEAST = 3


def _run(context: Context) -> Iterator[Divergence]:
    if len(context.passages) < 2:
        return
    sides: tuple[tuple[Side, Side], ...] = (("en", "es"), ("es", "en"))
    for side, other in sides:
        groups: defaultdict[tuple[str, ...], list[Passage]] = defaultdict(list)
        for passage in context.passages:
            if not passage.blank and len(passage.side(side).words) >= _LEAST:
                groups[_words(passage, side)].append(passage)
        for text, passages in groups.items():
            if len({_words(passage, other) for passage in passages}) > 1:
                yield _said(side, text, passages)


def _words(passage: Passage, side: Side) -> tuple[str, ...]:
    return tuple(word.folded for word in passage.side(side).words)


def _said(side: Side, text: Sequence[str], passages: list[Passage]) -> Divergence:
    first = passages[0]
    base = finding(
        CHECK,
        first,
        f"inconsistent-rendering.{side}",
        en=[whole(first.en)],
        es=[whole(first.es)],
        facts_en=sorted({" ".join(_words(passage, "en")) for passage in passages}),
        facts_es=sorted({" ".join(_words(passage, "es")) for passage in passages}),
        times=str(len(passages)),
        text=" ".join(text[:12]),
    )
    return replace(
        base,
        en=tuple(sorted({place for p in passages for place in p.places("en", *whole(p.en))})),
        es=tuple(sorted({place for p in passages for place in p.places("es", *whole(p.es))})),
    )


CHECK = Check(
    name="inconsistent-rendering",
    mqm="inconsistency",
    severity=Severity.MINOR,
    version=1,
    about="The same text rendered differently in another place",
    in_document=_run,
)
