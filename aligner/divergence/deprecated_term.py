"""Terms that were given up for the concept that the other side holds.

What always holds: only a decision in the glossary makes a term deprecated.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.divergence.terms import other, spans, uses
from aligner.text.segment import SIDES


def _run(passage: Passage) -> Iterator[Divergence]:
    for use in passage.of(uses):
        for side in SIDES:
            old = use.old[side]
            if old and use.owed(side) > 0:
                there = use.live[other(side)] + use.old[other(side)]
                here = {side: list(spans(old)), other(side): list(spans(there))}
                yield finding(
                    CHECK,
                    passage,
                    f"deprecated-term.{side}",
                    en=here["en"],
                    es=here["es"],
                    facts_en=[f"{use.concept.id}"]
                    if side == "es"
                    else [each.term.text for each in old],
                    facts_es=[f"{use.concept.id}"]
                    if side == "en"
                    else [each.term.text for each in old],
                    term=old[0].term.text,
                    held=there[0].term.text,
                    preferred=use.concept.terms(side)[0].text,
                )


CHECK = Check(
    name="deprecated-term",
    mqm="wrong-term",
    severity=Severity.MINOR,
    version=1,
    about="A term that the glossary has given up",
    in_bead=_run,
)
