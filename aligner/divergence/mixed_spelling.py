"""One word spelled in two ways inside one version: organize and organise, color and colour.

What always holds: each version is looked at by itself; one finding for each word, on the places of
the rarer spelling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from aligner.divergence.divergence import Divergence, Place, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Context
from aligner.divergence.registry import Check
from aligner.language.spelling import is_other_word, may_vary, variant
from aligner.text.segment import SIDES, Side, Span

_Spelled = dict[int, list[tuple[int, Span]]]


def _run(context: Context) -> Iterator[Divergence]:
    for side in SIDES:
        found: defaultdict[str, _Spelled] = defaultdict(lambda: defaultdict(list))
        for index, passage in enumerate(context.passages):
            reading = passage.side(side)
            varying = {word for word in reading.vocabulary if may_vary(word, side)}
            if not varying:
                continue
            for at, word in enumerate(reading.words):
                if word.folded not in varying:
                    continue
                form = reading.text[word.start : word.end]
                spelled = variant(form, side)
                before = reading.folded[at - 1] if at else ""
                if spelled is not None and not is_other_word(form, before):
                    found[spelled[0]][spelled[1]].append((index, (word.start, word.end)))
        for spellings in found.values():
            if len(spellings) > 1:
                yield _said(context, side, spellings)


def _said(context: Context, side: Side, spellings: _Spelled) -> Divergence:
    rare, usual = sorted(spellings.values(), key=lambda each: (len(each), each))
    first = context.passages[rare[0][0]]
    spans = [span for index, span in rare if index == rare[0][0]]
    other = context.passages[usual[0][0]].side(side).text[slice(*usual[0][1])]
    this = first.side(side).text[slice(*spans[0])]
    base = finding(
        CHECK,
        first,
        f"mixed-spelling.{side}",
        en=spans if side == "en" else [],
        es=spans if side == "es" else [],
        facts_en=sorted([this.lower(), other.lower()]) if side == "en" else ["-"],
        facts_es=sorted([this.lower(), other.lower()]) if side == "es" else ["-"],
        this=this,
        other=other,
        times=str(len(usual)),
    )
    places: tuple[Place, ...] = tuple(
        sorted({p for i, span in rare for p in context.passages[i].places(side, *span)})
    )
    return replace(base, en=places) if side == "en" else replace(base, es=places)


CHECK = Check(
    name="mixed-spelling",
    mqm="spelling",
    severity=Severity.MINOR,
    version=1,
    about="One word spelled in two ways inside one version",
    in_document=_run,
)
