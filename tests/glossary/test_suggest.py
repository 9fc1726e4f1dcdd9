"""Candidates from the declaration, judged against a list made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aligner.alignment.bead import Bead, Bitext, order
from aligner.glossary.suggest import Candidate, suggest
from aligner.store.glossary_file import read_glossary
from aligner.text.building import document_of
from aligner.text.reading import read_document

ROOT = Path(__file__).parents[2]

# What a terminologist would keep of the declaration, whatever the program suggests: names of
# instruments, bodies, offices and states, and the terms of the field.
KEEP = {
    "action plan", "arms trafficking", "attorney general", "bicentennial framework",
    "border", "common border", "criminal networks", "criminal organizations", "crime prevention",
    "drug addiction", "early warning systems", "financial networks", "gun violence",
    "high-level security dialogue", "high-level security group", "homicide prevention",
    "homicide prevention network", "human rights", "human trafficking", "joint statement",
    "law enforcement", "law enforcement authorities", "local authorities", "mexico city",
    "mexico–united states high-level security dialogue", "migrant smuggling", "money laundering",
    "organized crime", "precursor chemicals", "prevent transborder crime", "protect our people",
    "public health", "public health approach", "pursue criminal networks", "root causes",
    "safe communities", "secretary of foreign affairs", "secretary of state",
    "security challenges", "security cooperation", "shared responsibility", "supply chains",
    "transborder crime", "transnational criminal organizations", "united states",
}  # fmt: skip


@pytest.fixture(scope="module")
def declaration() -> Bitext:
    en, es = (
        read_document(
            (ROOT / "texts" / side / "joint-declaration.md").read_bytes(),
            path="joint-declaration.md",
            side="en" if side == "en" else "es",
            region=region,
        )
        for side, region in (("en", "en-US"), ("es", "es-MX"))
    )
    gold = json.loads((ROOT / "tests" / "gold" / "alignment.json").read_text(encoding="utf-8"))
    return Bitext(en, es, order(Bead(tuple(a), tuple(b), 1.0) for a, b in gold))


@pytest.fixture(scope="module")
def candidates(declaration: Bitext) -> tuple[Candidate, ...]:
    return suggest(declaration)


def test_at_least_15_of_the_first_20_are_terms_to_keep(candidates: tuple[Candidate, ...]) -> None:
    first = [candidate.text.lower() for candidate in candidates[:20]]
    assert sum(1 for text in first if text in KEEP) >= 15, first


@pytest.mark.parametrize(
    ("english", "renderings"),
    [
        ("organized crime", {"delincuencia organizada", "crimen organizado"}),
        ("human trafficking", {"trata de personas", "tráfico de personas"}),
        ("migrant smuggling", {"tráfico ilícito de migrantes", "tráfico de personas"}),
    ],
)
def test_conflicting_renderings_are_among_the_first_20(
    candidates: tuple[Candidate, ...], english: str, renderings: set[str]
) -> None:
    chosen = [each for each in candidates[:20] if each.text.lower() == english]
    assert [{rendering.text.lower() for rendering in each.renderings} for each in chosen] == [
        renderings
    ]
    assert chosen[0].divided


def test_every_place_holds_the_words_it_names(
    declaration: Bitext, candidates: tuple[Candidate, ...]
) -> None:
    for candidate in candidates:
        for rendering in candidate.renderings:
            for place in rendering.places:
                segment, start, end = place.en
                bead = declaration.beads[place.bead]
                assert segment in bead.en
                assert declaration.en.segments[segment].text[start:end]
                assert place.es is not None
                segment, start, end = place.es
                assert segment in bead.es
                assert declaration.es.segments[segment].text[start:end].strip()


def test_what_the_glossary_holds_is_marked(declaration: Bitext) -> None:
    glossary = read_glossary(ROOT / "texts" / "glossary.yaml").glossary
    marked = {each.text.lower(): each.concept for each in suggest(declaration, glossary=glossary)}
    assert marked["organized crime"] == "organized-crime"
    assert marked["public health"] == ""


def test_nothing_is_suggested_from_nothing() -> None:
    empty = Bitext(
        document_of([], side="en", region="en-US"), document_of([], side="es", region="es-MX"), ()
    )
    assert suggest(empty) == ()


def test_suggestions_do_not_depend_on_chance(declaration: Bitext) -> None:
    assert suggest(declaration) == suggest(declaration)
