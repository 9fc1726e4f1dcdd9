"""Terms in texts: overlap, nesting, concepts that share a term, places in odd Unicode."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.glossary.concept import Concept, Glossary, Status, Term
from aligner.glossary.matching import Match, Matcher
from aligner.language.inflection import lemma_of


def matcher(*english: str, spanish: tuple[str, ...] = ()) -> Matcher:
    return Matcher(
        Glossary(
            tuple(
                Concept(
                    f"c{n}",
                    (Term(english[n]),) if n < len(english) else (),
                    (Term(spanish[n]),) if n < len(spanish) else (),
                )
                for n in range(max(len(english), len(spanish)))
            )
        )
    )


def said(text: str, matches: tuple[Match, ...]) -> list[tuple[str, bool]]:
    return [(text[match.start : match.end], match.inner) for match in matches]


def test_the_longest_term_wins_and_the_inner_one_stays_visible() -> None:
    text = "Transnational organized crime grows."
    found = matcher("organized crime", "transnational organized crime", "crime").find(text, "en")
    assert said(text, found) == [
        ("Transnational organized crime", False),
        ("organized crime", True),
        ("crime", True),
    ]


def test_of_two_terms_that_overlap_the_longer_wins() -> None:
    text = "illicit arms trafficking network"
    found = matcher("illicit arms trafficking", "trafficking network").find(text, "en")
    assert said(text, found) == [("illicit arms trafficking", False), ("trafficking network", True)]


def test_a_term_of_two_concepts_matches_for_both() -> None:
    glossary = Glossary(
        (
            Concept("a", (), (Term("tráfico de personas", Status.FORBIDDEN),)),
            Concept("b", (), (Term("tráfico de personas", Status.ADMITTED),)),
        )
    )
    found = Matcher(glossary).find("El tráfico de personas crece.", "es")
    assert [(match.concept.id, match.inner) for match in found] == [("a", False), ("b", False)]


def test_members_of_a_list_that_share_a_word_are_all_found() -> None:
    text = "They fight drug, arms, and human trafficking."
    found = matcher("drug trafficking", "arms trafficking", "human trafficking").find(text, "en")
    parts = [[text[a:b] for a, b in match.parts] for match in found]
    assert parts == [["drug", "trafficking"], ["arms", "trafficking"], ["human trafficking"]]
    assert [match.elided for match in found] == [True, True, False]
    assert not any(match.inner for match in found)


def test_places_are_those_of_a_decomposed_text_with_soft_hyphens() -> None:
    text = unicodedata.normalize("NFD", "La organi\u00adzación y la acción.")
    found = matcher(spanish=("organización", "acción")).find(text, "es")
    assert [text[match.start : match.end] for match in found] == [
        unicodedata.normalize("NFD", "organi\u00adzación"),
        unicodedata.normalize("NFD", "acción"),
    ]


def test_a_term_of_one_region_is_not_found_in_another() -> None:
    one = Matcher(Glossary((Concept("c", (), (Term("coger", region="es-ES"),)),)))
    assert one.find("coger", "es", region="es-ES")
    assert not one.find("coger", "es", region="es-MX")
    assert one.find("coger", "es")


def test_an_exception_hides_its_own_term_alone() -> None:
    glossary = Glossary(
        (
            Concept("us", (), (Term("Estados Unidos", exceptions=("Estados Unidos Mexicanos",)),)),
            Concept("mx", (), (Term("Estados Unidos Mexicanos"),)),
        )
    )
    found = Matcher(glossary).find("Los Estados Unidos Mexicanos y los Estados Unidos.", "es")
    assert [match.concept.id for match in found] == ["mx", "us"]


def test_a_term_without_a_letter_is_never_found() -> None:
    assert not matcher("→").find("a → b", "en")


def test_an_empty_text_holds_nothing() -> None:
    assert matcher("crime").find("", "en") == ()


@given(st.text(max_size=80), st.text(min_size=1, max_size=30))
@settings(max_examples=150, deadline=None)
def test_places_always_lie_in_the_text_whatever_it_is(text: str, term: str) -> None:
    whole = f"{text} {term} {text}"
    one = Matcher(Glossary((Concept("c", (Term(term),), (Term(term),)),)))
    for side in ("en", "es"):
        for match in one.find(whole, "en" if side == "en" else "es"):
            assert 0 <= match.start < match.end <= len(whole)
            assert all(match.start <= a < b <= match.end for a, b in match.parts)


@given(st.from_regex(r"[a-záéíóúñ]{3,9}( [a-záéíóúñ]{3,9}){0,2}", fullmatch=True))
@settings(max_examples=150, deadline=None)
def test_a_term_as_it_stands_in_the_glossary_is_always_found(term: str) -> None:
    one = Matcher(Glossary((Concept("c", (), (Term(term),)),)))
    text = f"Aquí: {term}."
    assert any(text[m.start : m.end] == term for m in one.find(text, "es"))


def test_word_lists_are_asked_where_they_are_installed() -> None:
    if lemma_of("en") is None:
        pytest.skip("the extra [morph] (simplemma) is not installed")
    one = Glossary((Concept("c", (Term("bring", part_of_speech="noun"),), ()),))
    assert not Matcher(one).find("brought", "en")
    assert Matcher(one, morph=True).find("brought", "en")
