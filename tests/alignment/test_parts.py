"""Lexicon, links, inner alignment, explanation, gloss, crossings: each by what it promises."""

from __future__ import annotations

import json
import pickle

from aligner.alignment.align import align
from aligner.alignment.bead import Bead
from aligner.alignment.crossing import longest_chain, mark_crossings
from aligner.alignment.explain import explain
from aligner.alignment.forms import form, root
from aligner.alignment.gloss import gloss, gloss_scores, gloss_signature
from aligner.alignment.inner import align_clauses, align_sentences
from aligner.alignment.lexicon import Lexicon, learn_lexicon
from aligner.alignment.links import counterpart, word_links
from tests.alignment.samples import EN, ES, document


def test_cognates_have_one_root() -> None:
    for en, es in (
        ("administration", "administracion"),
        ("liberty", "libertad"),
        ("finally", "finalmente"),
        ("photographs", "fotografias"),
        ("public", "publico"),
        ("special", "especial"),
    ):
        assert root(en)[:4] == root(es)[:4], (en, es)
    assert root("operation") == root("operacion") == root("operaciones")


def test_a_number_is_its_digits_however_it_is_grouped() -> None:
    assert form("1,250.50") == form("1.250,50") == "125050"
    assert form("Nación") == "nacion"


def test_the_lexicon_learns_words_that_share_no_letters() -> None:
    lexicon = learn_lexicon(align(document(EN, "en"), document(ES, "es")))
    assert lexicon.forms["harbour"][0][0] == "puerto"
    assert lexicon.forms["lighthouse"][0][0] == "faro"


def test_the_lexicon_survives_json_and_pickle() -> None:
    lexicon = learn_lexicon(
        align(document(EN, "en"), document(ES, "es")), evidence=[("dock", "muelle", 0.9)]
    )
    assert ("dock", "muelle", 0.9) in lexicon.pairs
    assert Lexicon.from_record(json.loads(json.dumps(lexicon.to_record()))) == lexicon
    assert pickle.loads(pickle.dumps(lexicon)) == lexicon


def test_links_join_names_numbers_cognates_and_learned_words() -> None:
    lexicon = learn_lexicon(align(document(EN, "en"), document(ES, "es")))
    linked = {
        (EN[1][slice(*link.en)], ES[1][slice(*link.es)])
        for link in word_links(EN[1], ES[1], lexicon)
    }
    assert {("harbour", "puerto"), ("1874", "1874"), ("12", "12")} <= linked


def test_a_span_is_carried_across_and_back() -> None:
    links = word_links(EN[3], ES[3], Lexicon.of([("lighthouse", "faro", 0.9)]))
    start = EN[3].index("lighthouse")
    there = counterpart((start, start + 10), "en", links)
    assert there is not None
    assert ES[3][slice(*there)] == "faro"
    back = counterpart(there, "es", links)
    assert back == (start, start + 10)


def test_a_span_without_links_falls_between_its_neighbours() -> None:
    en, es = "Alpha zzz Omega", "Alpha qqq www Omega"
    links = word_links(en, es)
    there = counterpart((6, 9), "en", links)
    assert there is not None
    assert es[slice(*there)].strip() == "qqq www"
    assert counterpart((0, 3), "en", ()) is None


def test_sentences_inside_a_bead_meet() -> None:
    en = f"{EN[1]} {EN[2]} {EN[3]}"
    es = f"{ES[1]} {ES[2][:-1]}; {ES[3]}"
    beads = align_sentences(en, es)
    assert [(len(bead.en), len(bead.es)) for bead in beads] == [(1, 1), (2, 1)]


def test_a_sentence_that_is_missing_is_an_empty_inner_bead() -> None:
    beads = align_sentences(f"{EN[1]} {EN[2]} {EN[3]}", f"{ES[1]} {ES[3]}")
    assert [(len(bead.en), len(bead.es)) for bead in beads] == [(1, 1), (1, 0), (1, 1)]


def test_a_clause_that_is_missing_is_an_empty_inner_bead() -> None:
    en = "The harbour has 12 docks; the museum shows the old clock; the market opens at five."
    es = "El puerto tiene 12 muelles; el mercado abre a las cinco."
    lexicon = learn_lexicon(align(document(EN, "en"), document(ES, "es")))
    beads = align_clauses(en, es, lexicon)
    assert [(len(bead.en), len(bead.es)) for bead in beads] == [(1, 1), (1, 0), (1, 1)]


def test_an_explanation_names_what_stands_in_the_texts() -> None:
    bitext = align(document(EN, "en"), document(ES, "es"))
    said = explain(bitext, 1, lexicon=learn_lexicon(bitext))
    assert ("1874", "1874") in said.numbers
    assert ("harbour", "puerto") in said.learned
    assert 0.8 < said.length_ratio < 1.4
    assert explain(bitext, 0).names == (("San", "San"), ("Marcos", "Marcos"))


def test_an_empty_bead_is_explained_by_nothing() -> None:
    bitext = align(document(EN, "en"), document(ES[:5] + ES[6:], "es"))
    at = bitext.bead_at("en", 5)
    said = explain(bitext, at)
    assert said.length_ratio == 0
    assert not (said.numbers or said.names or said.cognates or said.learned)


def test_a_gloss_is_nearer_to_its_own_translation() -> None:
    bitext = align(document(EN, "en"), document(ES[:5] + ES[6:], "es"))
    lexicon = learn_lexicon(bitext)
    assert "puerto" in gloss(EN[1], lexicon)
    scores = gloss_scores(bitext, lexicon, [("storm", "tormenta", 1.0)])
    assert scores[bitext.bead_at("en", 5)] is None
    assert all(score is None or 0.1 < score <= 1 for score in scores)
    assert "nc:6" in gloss_signature()


def test_the_longest_chain_is_found() -> None:
    assert longest_chain([3, 1, 2, 5, 4, 6]) == [1, 2, 4, 5]
    assert longest_chain([]) == []


def test_beads_outside_the_longest_chain_cross() -> None:
    beads = [Bead((0,), (2,)), Bead((1,), (0,)), Bead((2,), (1,)), Bead((3,), ()), Bead((4,), (3,))]
    assert [bead.crossing for bead in mark_crossings(beads)] == [True, False, False, False, False]


def test_spelling_speaks_before_what_was_learned() -> None:
    # Words that always occur together: the lexicon alone cannot tell them apart.
    crossed = Lexicon.of(
        [("dialogue", "alto", 0.6), ("high", "seguridad", 0.6), ("security", "nivel", 0.6)]
    )
    en, es = "High-Level Security Dialogue", "Diálogo de Alto Nivel sobre Seguridad"
    linked = {(en[slice(*link.en)], es[slice(*link.es)]) for link in word_links(en, es, crossed)}
    assert linked == {
        ("High", "Alto"),
        ("Level", "Nivel"),
        ("Security", "Seguridad"),
        ("Dialogue", "Diálogo"),
    }


def test_everyday_words_are_known_and_no_cognates() -> None:
    bitext = align(document(["Working hours", *EN], "en"), document(["Trabajo y horas", *ES], "es"))
    assert ("hours", "horas") in explain(bitext, 0).known
