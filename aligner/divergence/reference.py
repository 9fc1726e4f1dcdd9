"""References to provisions and parts of the text.

What always holds: where the references of both sides can be followed inside this document, what
counts is the bead they lead to, not the printed number; else the numbers are compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Context, Passage
from aligner.divergence.quantities import comparison
from aligner.divergence.quantity_finding import found_by
from aligner.divergence.registry import Check
from aligner.language.quantities import Quantity
from aligner.language.reading import Reading
from aligner.text.segment import SIDES, Kind, Side

Targets = Mapping[tuple[Side, bool, str], int]
"""(side, a heading or not, number) -> the one bead whose label says so."""

_LABEL = re.compile(r"\(?(\d+(?:\.\d+)*)[.)]*$")
_HEADED = re.compile(
    r"\b(?:section|chapter|part|title|annex|goal|objective|seccion|capitulo|parte|titulo|anexo|objetivo|meta)(?:e?s)?\b"
)
# "Article 3 of the Convention" leads out of this text, "of this Declaration" does not.
_ELSEWHERE = re.compile(
    r"[^.;:]{0,12}?\b(?:of|de|del)\b(?! (?:this|the present|est[ea]|la presente|presente)\b)"
)


def _run(context: Context) -> Iterator[Divergence]:
    targets = _targets(context)
    for passage in context.passages:
        if passage.blank:
            continue
        compared = passage.of(comparison)
        for each in compared.differences:
            if each.sort == "reference" and not each.foreign:
                pair = (each.en, each.es)
                if targets and pair[0] and pair[1] and _meet(passage, pair[0], pair[1], targets):
                    continue
                yield found_by(CHECK, passage, each)
        if targets:
            for en, es in compared.agreed:
                if en.sort == es.sort == "reference" and _part(passage, en, es, targets):
                    yield _astray(passage, en, es)


def _targets(context: Context) -> Targets:
    places: dict[tuple[Side, bool, str], list[int]] = defaultdict(list)
    for passage in context.passages:
        for side in SIDES:
            for segment in passage.segments[side]:
                label = _LABEL.match(segment.label)
                if label:
                    places[side, segment.kind is Kind.HEADING, label[1]].append(passage.bead)
    return {where: beads[0] for where, beads in places.items() if len(beads) == 1}


def _lead(reading: Reading, to: Quantity, targets: Targets) -> int | None:
    if _ELSEWHERE.match(reading.lower, to.end):
        return None
    headed = _HEADED.match(reading.lower, to.start, to.end) is not None
    for kind in (headed, not headed):
        bead = targets.get((reading.side, kind, to.keys[0] if to.keys else ""))
        if bead is not None:
            return bead
    return None


def _meet(passage: Passage, en: Quantity, es: Quantity, targets: Targets) -> bool:
    lead = _lead(passage.en, en, targets)
    return lead is not None and lead == _lead(passage.es, es, targets)


def _part(passage: Passage, en: Quantity, es: Quantity, targets: Targets) -> bool:
    lead, other = _lead(passage.en, en, targets), _lead(passage.es, es, targets)
    return lead is not None and other is not None and lead != other


def _astray(passage: Passage, en: Quantity, es: Quantity) -> Divergence:
    return finding(
        CHECK,
        passage,
        "reference.target",
        en=[(en.start, en.end)],
        es=[(es.start, es.end)],
        facts_en=en.keys,
        facts_es=es.keys,
        en_text=passage.en.text[en.start : en.end],
        es_text=passage.es.text[es.start : es.end],
    )


CHECK = Check(
    name="reference",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A reference that names another provision, or leads to another place of the document",
    in_document=_run,
)
