"""One text alone: forbidden terms, wrong quotations, near misses; and silence elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aligner.glossary.agreed import AgreedWordings
from aligner.glossary.concept import Concept, ConceptKind, Glossary, Status, Term
from aligner.glossary.lint import Linter, LintKind, lint
from aligner.store.glossary_file import read_glossary
from aligner.text.reading import read_document
from aligner.text.segment import Side

ROOT = Path(__file__).parents[2]
DECLARATION = read_glossary(ROOT / "texts" / "glossary.yaml").glossary
SLIPS = {
    "early alert systems",
    "financial nets",
    "human traffic",
    "Prevention of Homicide Network",
    "Opiod",
}


def found(glossary: Glossary, text: str, side: Side = "en") -> list[tuple[str, str]]:
    return [(f.kind.value, f.text) for f in Linter(glossary, side).check(text)]


def test_every_slip_of_the_press_report_is_caught() -> None:
    path = ROOT / "tests" / "samples" / "press-report.en.txt"
    document = read_document(path.read_bytes(), path=path.name, side="en", region="en-US")
    findings = lint(document, DECLARATION)
    assert {f.text for f in findings} >= SLIPS
    assert all(f.kind.accuses for f in findings if f.text in SLIPS)
    assert all(f.instead for f in findings)


@pytest.mark.parametrize(
    ("side", "region", "allowed"),
    [("en", "en-US", set()), ("es", "es-MX", {LintKind.AMBIGUOUS})],
)
def test_the_declaration_itself_is_not_accused(
    side: Side, region: str, allowed: set[LintKind]
) -> None:
    path = ROOT / "texts" / side / "joint-declaration.md"
    document = read_document(path.read_bytes(), path=path.name, side=side, region=region)
    assert {f.kind for f in lint(document, DECLARATION)} <= allowed


def test_without_forbidden_terms_the_safe_near_misses_still_show() -> None:
    live = Glossary(
        tuple(
            replace(
                concept,
                en=tuple(term for term in concept.en if term.status.live),
                es=tuple(term for term in concept.es if term.status.live),
            )
            for concept in DECLARATION.concepts
        )
    )
    text = "The early alert systems of the Prevention of Homicide Network serve."
    assert found(live, text) == [
        ("literal", "early alert systems"),
        ("reordered", "Prevention of Homicide Network"),
    ]


def test_a_form_that_is_right_for_another_concept_is_only_pointed_out() -> None:
    text = "El tráfico de personas crece."
    findings = Linter(DECLARATION, "es").check(text)
    assert [f.kind for f in findings] == [LintKind.AMBIGUOUS]
    assert not findings[0].kind.accuses


def test_a_misspelling_is_seen_where_the_rest_of_the_term_stands() -> None:
    glossary = Glossary((Concept("c", (Term("organized crime"),), (Term("delincuencia"),)),))
    assert found(glossary, "They fight orgnized crime.") == [("misspelt", "orgnized crime")]
    assert found(glossary, "They fight organized time.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The public police report was read.",
        "A public transport system was built.",
        "The system of public accounts.",
    ],
)
def test_other_words_are_no_near_miss(text: str) -> None:
    glossary = Glossary(
        (
            Concept("a", (Term("public policy"),), (Term("política pública"),)),
            Concept("b", (Term("public health system"),), (Term("sistema de salud pública"),)),
        )
    )
    assert found(glossary, text) == []


TITLE = Concept(
    "palermo",
    (Term("United Nations Convention against Transnational Organized Crime"),),
    (Term("Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional"),),
    kind=ConceptKind.TITLE,
)
QUOTATION = Concept(
    "charter",
    (Term("to save succeeding generations from the scourge of war and sorrow"),),
    (Term("preservar a las generaciones venideras del flagelo de la guerra y el dolor"),),
    kind=ConceptKind.QUOTATION,
)


@pytest.mark.parametrize(
    ("side", "text", "wrong"),
    [
        ("en", "The UNITED NATIONS Convention against Transnational Organized Crime holds.", []),
        (
            "en",
            "The United Nations Convention on Transnational Organized Crime holds.",
            ["United Nations Convention on Transnational Organized Crime"],
        ),
        (
            "es",
            "La Convención de las Naciones Unidas contra el Crimen Organizado Transnacional rige.",
            ["Convención de las Naciones Unidas contra el Crimen Organizado Transnacional"],
        ),
        ("en", "A convention on crime was held.", []),
        ("en", "They vowed “to save succeeding generations from the scourge of war”.", []),
        (
            "en",
            "They vowed “to save future generations from the scourge of war”.",
            ["to save future generations from the scourge of war"],
        ),
    ],
)
def test_titles_and_quotations_are_checked_word_by_word(
    side: Side, text: str, wrong: list[str]
) -> None:
    checked = AgreedWordings(Glossary((QUOTATION, TITLE)), side).check(text)
    assert [text[each.start : each.end] for each in checked] == wrong


def test_a_right_quotation_does_not_hide_a_wrong_one() -> None:
    text = (
        "The United Nations Convention against Transnational Organized Crime holds, and the "
        "United Nations Convention on Transnational Organized Crime is no title."
    )
    (missed,) = AgreedWordings(Glossary((TITLE,)), "en").check(text)
    assert text[missed.start : missed.end].startswith("United Nations Convention on")


def test_a_wrong_quotation_shows_which_words_differ() -> None:
    text = "The United Nations Convention on Transnational Organized Crime holds."
    (missed,) = AgreedWordings(Glossary((TITLE,)), "en").check(text)
    assert [text[a:b] for a, b in missed.differing] == ["on"]
    assert missed.wording == TITLE.en[0].text


def test_scope_is_kept_in_lint() -> None:
    glossary = Glossary((Concept("c", (Term("bad word", Status.FORBIDDEN),), (), scope="other"),))
    assert Linter(glossary, "en").check("A bad word.", document="this") == ()
    assert len(Linter(glossary, "en").check("A bad word.", document="other")) == 1
