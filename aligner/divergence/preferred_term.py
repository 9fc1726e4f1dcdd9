"""Concepts that one side holds and the other does not render with a term that the glossary knows.

What always holds: where the other side has a forbidden or deprecated form, that finding stands
alone; a term shared by a list ("drug, arms, and human trafficking") counts as present.
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
            there = use.live[other(side)]
            known = [term for term in use.concept.terms(side) if term.status.live]
            if not there or not known:
                continue
            if use.live[side] or use.wrong[side] or use.old[side]:
                continue
            places = list(spans(there))
            yield finding(
                CHECK,
                passage,
                f"preferred-term.{side}",
                en=places if side == "es" else [],
                es=places if side == "en" else [],
                facts_en=[use.concept.id] if side == "es" else [],
                facts_es=[use.concept.id] if side == "en" else [],
                held=there[0].term.text,
                preferred=known[0].text,
            )


CHECK = Check(
    name="preferred-term",
    mqm="inconsistent-with-terminology-resource",
    severity=Severity.MINOR,
    version=1,
    about="A concept of the glossary that one version renders without any of its terms",
    in_bead=_run,
)
