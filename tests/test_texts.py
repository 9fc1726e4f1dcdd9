"""The project's own declaration and its gold: that the gold speaks of the texts as they stand.

The gold is made by hand, so these tests guard it against an edit of the texts that moves a
segment or changes a quoted word.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from aligner.glossary.canonical import canonical, leading_comment
from aligner.glossary.concept import Glossary, Status
from aligner.glossary.record import from_record
from aligner.text.document import Document
from aligner.text.reading import read_document
from aligner.text.segment import SIDES, Kind, Role, Side

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "texts"
GOLD = ROOT / "tests" / "gold"
REGIONS: dict[Side, str] = {"en": "en-US", "es": "es-MX"}


def declaration(side: Side) -> Document:
    path = f"{side}/joint-declaration.md"
    return read_document((TEXTS / path).read_bytes(), path=path, side=side, region=REGIONS[side])


def gold(name: str) -> Any:
    return yaml.safe_load((GOLD / name).read_text(encoding="utf-8"))


def places(entry: dict[str, Any], side: Side) -> list[dict[str, Any]]:
    named = entry[side]
    return named if isinstance(named, list) else [named]


def glossary_file() -> tuple[str, Glossary]:
    text = (TEXTS / "glossary.yaml").read_text(encoding="utf-8")
    return text, from_record(yaml.load(text, Loader=yaml.BaseLoader))


@pytest.mark.parametrize("side", SIDES)
def test_a_side_has_forty_to_sixty_segments(side: Side) -> None:
    assert 40 <= len(declaration(side).segments) <= 60


@pytest.mark.parametrize(
    ("side", "words"), [("en", "not the official text"), ("es", "No es el texto oficial")]
)
def test_the_first_line_says_that_this_is_not_the_official_text(side: Side, words: str) -> None:
    assert words in declaration(side).segments[0].text


@pytest.mark.parametrize("side", SIDES)
def test_the_declaration_has_the_parts_of_a_declaration(side: Side) -> None:
    segments = declaration(side).segments
    roles = [segment.role for segment in segments]
    assert roles.count(Role.TITLE) == 1
    for role in (Role.PREAMBULAR, Role.OPERATIVE, Role.CLOSING_FORMULA, Role.SIGNATURE_BLOCK):
        assert role in roles
    numbered = [each.label for each in segments if each.kind is Kind.HEADING and each.label]
    assert numbered == [f"{n}." for n in range(1, len(numbered) + 1)]
    assert len(numbered) == 13


def test_the_gold_alignment_holds_every_segment_exactly_once() -> None:
    beads = json.loads((GOLD / "alignment.json").read_text(encoding="utf-8"))
    for column, side in enumerate(SIDES):
        held = Counter(index for bead in beads for index in bead[column])
        assert held == Counter(range(len(declaration(side).segments)))


def test_the_gold_alignment_has_a_split_a_crossing_and_a_gap_on_each_side() -> None:
    beads = json.loads((GOLD / "alignment.json").read_text(encoding="utf-8"))
    shapes = Counter((len(en), len(es)) for en, es in beads)
    assert shapes[1, 2] == 1
    assert shapes[1, 0] == 1
    assert shapes[0, 1] == 1
    spanish = [es[0] for en, es in beads if en and es]
    assert spanish != sorted(spanish)


@pytest.mark.parametrize("name", ["divergences.yaml", "silent.yaml"])
def test_every_quoted_place_of_the_gold_stands_in_its_segment(name: str) -> None:
    documents = {side: declaration(side) for side in SIDES}
    for entry in gold(name):
        for side in SIDES:
            for place in places(entry, side):
                assert place["quote"] in documents[side].segments[place["segment"]].text


@pytest.mark.parametrize("name", ["divergences.yaml", "silent.yaml"])
def test_both_places_of_a_gold_entry_stand_in_beads_that_belong_together(name: str) -> None:
    beads = json.loads((GOLD / "alignment.json").read_text(encoding="utf-8"))
    for entry in gold(name):
        en = {place["segment"] for place in places(entry, "en")}
        es = {place["segment"] for place in places(entry, "es")}
        for bead_en, bead_es in beads:
            if en & set(bead_en) and es:
                assert es & set(bead_es), entry


def test_every_gold_entry_says_why() -> None:
    for entry in gold("divergences.yaml"):
        assert entry["check"]
        assert entry["severity"] in ("info", "minor", "major", "critical")
    for entry in [*gold("divergences.yaml"), *gold("silent.yaml")]:
        assert entry["why"].endswith(".")


def test_the_declaration_ships_with_an_empty_journal() -> None:
    review = TEXTS / "review"
    lines = [
        line
        for path in (review.glob("*.jsonl") if review.exists() else ())
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert lines == []


def test_the_glossary_is_in_its_canonical_form() -> None:
    text, glossary = glossary_file()
    assert canonical(glossary, comment=leading_comment(text)) == text


def test_every_concept_has_a_preferred_term_on_both_sides_and_a_reasoned_decision() -> None:
    _, glossary = glossary_file()
    assert len(glossary.concepts) >= 25
    for concept in glossary.concepts:
        for side in SIDES:
            statuses = [term.status for term in concept.terms(side)]
            assert statuses.count(Status.PREFERRED) == 1, concept.id
        assert concept.decisions, concept.id
        texts = {term.text for term in (*concept.en, *concept.es)}
        for decision in concept.decisions:
            assert decision.role and decision.at and decision.why.endswith("."), concept.id
            assert decision.term in texts, concept.id


def test_every_decision_agrees_with_the_status_that_its_term_has() -> None:
    _, glossary = glossary_file()
    for concept in glossary.concepts:
        statuses = {term.text: term.status.value for term in (*concept.en, *concept.es)}
        for decision in concept.decisions:
            assert statuses[decision.term] == decision.status, concept.id


def test_the_evidence_of_a_decision_stands_in_the_declaration() -> None:
    _, glossary = glossary_file()
    words = "\n".join(s.text for side in SIDES for s in declaration(side).segments)
    for concept in glossary.concepts:
        for decision in concept.decisions:
            for evidence in decision.evidence:
                assert evidence.quote in words, concept.id


def test_trafico_de_personas_is_forbidden_for_one_concept_and_admitted_for_another() -> None:
    _, glossary = glossary_file()
    found = {
        concept.id: term.status
        for concept in glossary.concepts
        for term in concept.es
        if term.text == "tráfico de personas"
    }
    assert found == {
        "human-trafficking": Status.FORBIDDEN,
        "migrant-smuggling": Status.ADMITTED,
    }


def test_the_press_sample_makes_the_slips_that_the_glossary_forbids() -> None:
    press = (ROOT / "tests" / "samples" / "press-report.en.txt").read_text(encoding="utf-8")
    _, glossary = glossary_file()
    bad = {
        term.text.casefold()
        for concept in glossary.concepts
        for term in concept.en
        if not term.status.live
    }
    for slip in (
        "early alert system",
        "financial net",
        "human traffic",
        "prevention of homicide network",
        "opiod",
        "needs to expand",
    ):
        assert slip in press.casefold()
        assert slip in bad
