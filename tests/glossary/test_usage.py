"""What a bead makes of a concept; the figures; the effect of a decision."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligner.alignment.bead import Bead, Bitext
from aligner.glossary.compliance import compliance
from aligner.glossary.concept import Concept, Glossary, Status, Term
from aligner.glossary.effect import effect
from aligner.glossary.matching import Matcher
from aligner.glossary.usage import Outcome, applies, uses
from aligner.text.building import document_of

TRAFFICKING = Concept(
    "human-trafficking",
    (Term("human trafficking"),),
    (Term("trata de personas"), Term("tráfico de personas", Status.FORBIDDEN)),
)
SMUGGLING = Concept(
    "migrant-smuggling",
    (Term("migrant smuggling"), Term("smuggling of migrants", Status.ADMITTED)),
    (
        Term("tráfico ilícito de migrantes"),
        Term("tráfico de personas", Status.ADMITTED),
        Term("contrabando de personas", Status.ADMITTED),
        Term("trata de migrantes", Status.FORBIDDEN),
    ),
)
GOODS = Concept(
    "goods-smuggling", (Term("smuggling"), Term("smuggling of goods")), (Term("contrabando"),)
)
BOTH = Glossary((GOODS, TRAFFICKING, SMUGGLING))


def bitext(*pairs: tuple[str, str]) -> Bitext:
    return Bitext(
        document_of([en for en, _ in pairs], side="en", region="en-US"),
        document_of([es for _, es in pairs], side="es", region="es-MX"),
        tuple(Bead((n,), (n,), 1.0) for n in range(len(pairs))),
    )


def outcomes(en: str, es: str) -> dict[str, str]:
    found = uses(bitext((en, es)), Matcher(BOTH))
    return {use.concept.id: use.outcome.value for use in found}


@pytest.mark.parametrize(
    ("en", "es", "expected"),
    [
        ("human trafficking", "la trata de personas", {"human-trafficking": "follows"}),
        ("human trafficking", "el tráfico de personas", {"human-trafficking": "forbidden"}),
        ("migrant smuggling", "el tráfico de personas", {"migrant-smuggling": "follows"}),
        ("migrant smuggling", "tráfico ilícito de migrantes", {"migrant-smuggling": "follows"}),
        ("the smuggling of migrants", "contrabando de personas", {"migrant-smuggling": "follows"}),
        ("migrant smuggling", "la trata de migrantes", {"migrant-smuggling": "forbidden"}),
        ("smuggling", "el contrabando", {"goods-smuggling": "follows"}),
        (
            "human trafficking and migrant smuggling",
            "la trata y el tráfico de personas",
            {"human-trafficking": "follows", "migrant-smuggling": "follows"},
        ),
        (
            "human trafficking and migrant smuggling",
            "trata y tráfico de personas",
            {"human-trafficking": "follows", "migrant-smuggling": "follows"},
        ),
        (
            "human trafficking and migrant smuggling",
            "la trata de personas y el tráfico de personas",
            {"human-trafficking": "follows", "migrant-smuggling": "follows"},
        ),
        (
            "human trafficking and migrant smuggling",
            "el tráfico de personas y el tráfico ilícito de migrantes",
            {"human-trafficking": "forbidden", "migrant-smuggling": "follows"},
        ),
        (
            "human trafficking, smuggling, and crime",
            "la trata de personas, el contrabando y el delito",
            {"human-trafficking": "follows", "goods-smuggling": "follows"},
        ),
        ("crime", "se trata de personas honradas", {}),
        ("peace", "la paz", {}),
    ],
)
def test_trata_and_trafico_are_told_apart_by_what_the_other_side_holds(
    en: str, es: str, expected: dict[str, str]
) -> None:
    assert outcomes(en, es) == expected


def test_a_deprecated_term_makes_a_place_outdated() -> None:
    concept = Concept("c", (Term("a term"),), (Term("uno"), Term("dos", Status.DEPRECATED)))
    found = list(uses(bitext(("a term", "dos")), Matcher(Glossary((concept,)))))
    assert [use.outcome for use in found] == [Outcome.OUTDATED]
    assert [o.match.term.text for o in found[0].with_status(Status.DEPRECATED)] == ["dos"]


def test_a_term_inside_a_longer_one_asks_for_nothing() -> None:
    glossary = Glossary(
        (
            Concept("crime", (Term("crime"),), (Term("delito"),)),
            Concept("oc", (Term("organized crime"),), (Term("delincuencia organizada"),)),
        )
    )
    pair = bitext(("organized crime", "la delincuencia organizada"))
    assert [use.concept.id for use in uses(pair, Matcher(glossary))] == ["oc"]


def test_a_bead_without_a_counterpart_is_not_judged() -> None:
    pair = replace(bitext(("human trafficking", "x")), beads=(Bead((0,), ()), Bead((), (0,))))
    assert not list(uses(pair, Matcher(BOTH)))


def test_scope_limits_a_concept_to_its_documents() -> None:
    scoped = replace(TRAFFICKING, scope="treaties/*, joint-declaration")
    assert applies(scoped, "joint-declaration")
    assert applies(scoped, "treaties/one")
    assert applies(scoped, "")
    assert not applies(scoped, "letter")


def test_the_figures_count_places_and_contradictions() -> None:
    twice = replace(SMUGGLING, es=(*SMUGGLING.es, Term("otro")))
    glossary = Glossary((TRAFFICKING, twice))
    pair = bitext(
        ("human trafficking", "trata de personas"),
        ("human trafficking", "tráfico de personas"),
        ("human trafficking", "otra cosa"),
    )
    figures = compliance([("d", pair)], glossary)
    assert (figures.places, figures.following, figures.forbidden) == (3, 1, 1)
    assert figures.conflicts == 1


def test_the_effect_of_a_decision_is_known_before_it_is_kept() -> None:
    pair = bitext(
        ("Human trafficking grows.", "La trata de personas crece."),
        ("Peace.", "Paz."),
        ("Human trafficking falls.", "El tráfico de personas baja."),
    )
    seen = effect([("d", pair)], TRAFFICKING)
    assert (len(seen.follows), len(seen.violates)) == (1, 1)
    assert str(seen) == "1 place follows it, 1 violates it"
    place = seen.violates[0]
    spanish = next(term for term in place.terms if term.side == "es")
    assert (place.bead, spanish.text, spanish.status) == (2, "tráfico de personas", "forbidden")
    assert pair.es.segments[spanish.segment].text[spanish.start : spanish.end] == spanish.text
