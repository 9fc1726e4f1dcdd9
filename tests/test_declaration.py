"""The engines on the project's own declaration, held to the gold that was made by hand.

What always holds: an expected divergence counts as found when a check that may report it marks the
quoted words on a side where they stand, and weighs at least what is expected (info: at most);
whatever else is critical or major is a false alarm.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from aligner.alignment.align import align
from aligner.alignment.bead import Bitext
from aligner.divergence.check import check
from aligner.divergence.divergence import Divergence, Place, Severity
from aligner.divergence.registry import NAMES
from aligner.glossary.concept import Glossary
from aligner.glossary.evidence import evidence
from aligner.glossary.record import from_record
from aligner.text.reading import read_document
from aligner.text.segment import SIDES, Side

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
REGIONS: Mapping[Side, str] = {"en": "en-US", "es": "es-MX"}


def listed(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load((GOLD / name).read_text(encoding="utf-8"))
    return entries


EXPECTED = listed("divergences.yaml")
SILENT = listed("silent.yaml")


@cache
def terms() -> Glossary:
    text = (ROOT / "texts" / "glossary.yaml").read_text(encoding="utf-8")
    return from_record(yaml.load(text, Loader=yaml.BaseLoader))


@cache
def bitext() -> Bitext:
    documents = [
        read_document(
            (ROOT / "texts" / side / "joint-declaration.md").read_bytes(),
            path=f"{side}/joint-declaration.md",
            side=side,
            region=REGIONS[side],
        )
        for side in SIDES
    ]
    return align(*documents, evidence=evidence(terms()))


@cache
def found() -> tuple[Divergence, ...]:
    return check(bitext(), terms())


def marked(divergence: Divergence, side: Side) -> tuple[Place, ...]:
    return divergence.en if side == "en" else divergence.es


def quoted(entry: Mapping[str, Any], side: Side) -> Iterator[Place]:
    named = entry[side]
    document = bitext().en if side == "en" else bitext().es
    for place in named if isinstance(named, list) else [named]:
        start = document.segments[place["segment"]].text.index(place["quote"])
        yield Place(place["segment"], start, start + len(place["quote"]))


def overlap(one: Place, other: Place) -> bool:
    return one.segment == other.segment and one.start < other.end and other.start < one.end


def touches(divergence: Divergence, entry: Mapping[str, Any]) -> bool:
    return any(
        overlap(mark, quote)
        for side in SIDES
        for mark in marked(divergence, side)
        for quote in quoted(entry, side)
    )


def answers(divergence: Divergence, entry: Mapping[str, Any]) -> bool:
    return divergence.check in (entry["check"], *entry.get("also", ())) and touches(
        divergence, entry
    )


def shown(divergence: Divergence) -> str:
    places = []
    for side in SIDES:
        document = bitext().en if side == "en" else bitext().es
        for place in marked(divergence, side):
            text = document.segments[place.segment].text[place.start : place.end]
            places.append(f"{side} {place.segment} {text!r}")
    return f"{divergence.severity.word} {divergence.check}: {'; '.join(places)}"


def named(entry: Mapping[str, Any]) -> str:
    quotes = [
        p
        for side in SIDES
        for p in (entry[side] if isinstance(entry[side], list) else [entry[side]])
    ]
    return f"{entry.get('check', 'silent')}-{quotes[0]['quote'][:30]}"


def test_the_declaration_is_aligned_as_by_hand() -> None:
    beads = json.loads((GOLD / "alignment.json").read_text(encoding="utf-8"))
    gold = {(tuple(en), tuple(es)) for en, es in beads}
    assert {(bead.en, bead.es) for bead in bitext().beads} == gold


def test_the_two_sections_in_another_order_are_a_crossing() -> None:
    crossing = {(bead.en, bead.es) for bead in bitext().beads if bead.crossing}
    assert ((39,), (37,)) in crossing


@pytest.mark.parametrize("entry", EXPECTED, ids=named)
def test_an_expected_divergence_is_found(entry: dict[str, Any]) -> None:
    assert entry["check"] in NAMES
    fit = [divergence for divergence in found() if answers(divergence, entry)]
    assert fit, "\n".join(shown(each) for each in found() if touches(each, entry))
    expected = Severity.named(entry["severity"])
    if expected is Severity.INFO:
        assert max(each.severity for each in fit) is Severity.INFO
    else:
        assert max(each.severity for each in fit) >= expected


def test_no_other_finding_is_critical_or_major() -> None:
    other = [
        shown(divergence)
        for divergence in found()
        if divergence.severity >= Severity.MAJOR
        and not any(touches(divergence, entry) for entry in EXPECTED)
    ]
    assert other == []


@pytest.mark.parametrize("entry", SILENT, ids=named)
def test_legitimate_variation_is_silent(entry: dict[str, Any]) -> None:
    raised = [
        shown(divergence)
        for divergence in found()
        if divergence.severity >= Severity.MINOR
        and touches(divergence, entry)
        and not any(answers(divergence, expected) for expected in EXPECTED)
    ]
    assert raised == []


def test_one_term_rendered_two_ways_is_reported_once() -> None:
    (entry,) = [each for each in EXPECTED if each["check"] == "inconsistent-term"]
    assert len([each for each in found() if answers(each, entry)]) == 1
