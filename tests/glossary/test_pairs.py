"""The plain list of pairs, and ids made from terms."""

from __future__ import annotations

import pytest

from aligner.errors import InputError
from aligner.glossary.concept import Status
from aligner.glossary.pairs import from_pairs, new_id


def test_a_pair_becomes_a_concept_with_its_forbidden_forms() -> None:
    glossary = from_pairs(
        [
            {"en": "controller", "es": "responsable", "forbidden": ["controlador"]},
            {"en": "controller", "es": "responsable", "forbidden": ["controladores"]},
        ]
    )
    concept = glossary.concept("controller")
    assert [(term.text, term.status) for term in concept.es] == [
        ("responsable", Status.PREFERRED),
        ("controlador", Status.FORBIDDEN),
        ("controladores", Status.FORBIDDEN),
    ]


def test_one_english_term_with_two_renderings_is_two_concepts() -> None:
    glossary = from_pairs([{"en": "string", "es": "cadena"}, {"en": "string", "es": "cuerda"}])
    assert [concept.id for concept in glossary.concepts] == ["string", "string-2"]


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ({"en": "a"}, "a list"),
        (["a"], "entry 1 is not an object"),
        ([{"en": "a", "es": "b"}, {"en": "a"}], "entry 2 needs text"),
        ([{"en": "a", "es": "b", "forbiden": []}], "did you mean forbidden"),
        ([{"en": "a", "es": "b", "forbidden": "c"}], "a list of Spanish forms"),
        ([{"en": "a", "es": "b", "forbidden": [1]}], "not text"),
    ],
)
def test_an_entry_that_is_no_pair_is_named(entries: object, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        from_pairs(entries)


def test_an_id_is_made_of_plain_letters() -> None:
    assert new_id("Diálogo de Alto Nivel", ()) == "dialogo-de-alto-nivel"
    assert new_id("28 U.S.C.", ()) == "c-28-u-s-c"
    assert new_id("→", ()) == "concept"
    assert new_id("a", {"a", "a-2"}) == "a-3"
