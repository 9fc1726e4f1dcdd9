"""Three-way merge by concept and term, and taking in a glossary from outside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligner.glossary.concept import Concept, Decision, Glossary, Status, Term
from aligner.glossary.conflicts import conflicts
from aligner.glossary.importing import integrate
from aligner.glossary.merge import merge

OC = Concept(
    "oc",
    (Term("organized crime"),),
    (Term("delincuencia organizada"), Term("crimen organizado", Status.ADMITTED)),
    definition="A definition.",
    decisions=(Decision("Ana", "2026-01-01T00:00:00Z", "law"),),
)
BASE = Glossary((OC,))


def one(concept: Concept) -> Glossary:
    return Glossary((concept,))


def test_changes_of_both_sides_in_different_places_are_both_taken() -> None:
    ours = one(replace(OC, note="ours", es=(*OC.es, Term("mafia", Status.FORBIDDEN))))
    theirs = one(replace(OC, domain="law", en=(*OC.en, Term("organised crime"))))
    merged = merge(BASE, ours, theirs)
    assert not merged.conflicts
    concept = merged.glossary.concept("oc")
    assert (concept.note, concept.domain) == ("ours", "law")
    assert [term.text for term in concept.es][-1] == "mafia"
    assert [term.text for term in concept.en] == ["organized crime", "organised crime"]


def test_what_both_changed_differently_is_named_and_ours_stays() -> None:
    merged = merge(BASE, one(replace(OC, note="a")), one(replace(OC, note="b")))
    assert [str(c) for c in merged.conflicts] == [
        "oc, note: was '', ours 'a', theirs 'b'; ours kept"
    ]
    assert merged.glossary.concept("oc").note == "a"


def test_one_term_decided_differently_is_a_conflict_of_that_term() -> None:
    admitted, other = OC.es[1], OC.es[0]
    ours = one(replace(OC, es=(other, replace(admitted, status=Status.DEPRECATED))))
    theirs = one(replace(OC, es=(other, replace(admitted, status=Status.FORBIDDEN))))
    merged = merge(BASE, ours, theirs)
    assert [c.what for c in merged.conflicts] == ["'crimen organizado' status"]


def test_two_new_preferred_terms_are_both_kept_and_shown() -> None:
    empty = one(replace(OC, es=()))
    merged = merge(empty, one(replace(OC, es=(Term("x"),))), one(replace(OC, es=(Term("y"),))))
    assert [c.kind for c in conflicts(merged.glossary)] == ["two-preferred"]


def test_no_decision_of_either_side_is_lost_and_both_directions_agree() -> None:
    first = Decision("Ana", "2026-02-01T00:00:00Z", "a")
    second = Decision("Eva", "2026-01-15T00:00:00Z", "b")
    ours = one(replace(OC, decisions=(*OC.decisions, first)))
    theirs = one(replace(OC, decisions=(*OC.decisions, second)))
    forth, back = merge(BASE, ours, theirs), merge(BASE, theirs, ours)
    assert forth.glossary == back.glossary
    assert forth.glossary.concept("oc").decisions == (*OC.decisions, second, first)


def test_what_one_took_away_and_the_other_changed_stays_and_is_named() -> None:
    merged = merge(BASE, Glossary(), one(replace(OC, note="still needed")))
    assert merged.glossary.concept("oc").note == "still needed"
    assert [c.what for c in merged.conflicts] == ["the concept"]
    assert merge(BASE, Glossary(), BASE).glossary == Glossary()


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_change_of_one_side_alone_is_taken_as_it_is(side: str) -> None:
    changed = one(replace(OC, es=OC.es[:1], en=(Term("crime"),)))
    pair = (changed, BASE) if side == "ours" else (BASE, changed)
    assert merge(BASE, *pair).glossary == changed


def test_an_import_adds_updates_and_says_what_it_did() -> None:
    new = Concept("new", (Term("border"),), (Term("frontera"),))
    incoming = Glossary(
        (new, replace(OC, domain="law", es=(*OC.es, Term("hampa", Status.FORBIDDEN))))
    )
    done = integrate(BASE, incoming)
    assert done.added == ("new",)
    assert done.updated == (("oc", "domain, new term 'hampa'"),)
    assert not done.conflicts
    assert integrate(done.glossary, incoming).unchanged == 2


def test_a_status_that_differs_is_a_conflict_and_ours_holds_unless_asked() -> None:
    incoming = one(replace(OC, es=(replace(OC.es[1], status=Status.PREFERRED),)))
    done = integrate(BASE, incoming)
    assert done.glossary == BASE
    assert len(done.conflicts) == 1
    theirs = integrate(BASE, incoming, prefer="theirs")
    assert theirs.glossary.concept("oc").es[1].status is Status.PREFERRED
    assert any("more than one preferred" in line for line in theirs.conflicts)


def test_a_forbidden_term_that_comes_back_as_deprecated_stays_forbidden() -> None:
    own = one(replace(OC, es=(Term("hampa", Status.FORBIDDEN),)))
    incoming = one(replace(OC, es=(Term("hampa", Status.DEPRECATED),)))
    assert integrate(own, incoming).glossary.concept("oc").es[0].status is Status.FORBIDDEN
    assert not integrate(own, incoming).conflicts


def test_a_concept_is_the_same_by_its_preferred_pair() -> None:
    other = Concept("other-id", OC.en, OC.es[:1], note="x")
    done = integrate(BASE, one(other))
    assert [concept.id for concept in done.glossary.concepts] == ["oc"]
    assert done.glossary.concept("oc").note == "x"
