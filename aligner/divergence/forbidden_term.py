"""Terms that are forbidden for the concept that the other side holds.

What always holds: nothing is forbidden as a string; a term that is right for one concept is wrong for another.
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
            wrong = use.wrong[side]
            if wrong and use.owed(side) > 0:
                there = use.live[other(side)] + use.old[other(side)]
                here = {side: list(spans(wrong)), other(side): list(spans(there))}
                yield finding(
                    CHECK,
                    passage,
                    f"forbidden-term.{side}",
                    en=here["en"],
                    es=here["es"],
                    facts_en=[f"{use.concept.id}"]
                    if side == "es"
                    else [each.term.text for each in wrong],
                    facts_es=[f"{use.concept.id}"]
                    if side == "en"
                    else [each.term.text for each in wrong],
                    term=wrong[0].term.text,
                    held=there[0].term.text,
                    preferred=use.concept.terms(side)[0].text,
                )


CHECK = Check(
    name="forbidden-term",
    mqm="wrong-term",
    severity=Severity.MAJOR,
    version=1,
    about="A term forbidden for the concept that the other side holds",
    in_bead=_run,
)
