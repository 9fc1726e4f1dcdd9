"""Decisions, their history, and taking them back."""

from __future__ import annotations

import pytest

from aligner.errors import RecordError, UsageError
from aligner.glossary.concept import Concept, Evidence, Glossary, Status, Term
from aligner.glossary.conflicts import conflicts
from aligner.glossary.deciding import Author, add_concept, decide, withdraw
from aligner.glossary.evidence import evidence
from aligner.glossary.history import (
    Change,
    active,
    change_between,
    from_entry,
    last_of,
    of_concept,
    to_entry,
    undo,
)
from aligner.glossary.pairs import from_pairs

ANA = Author("Ana", "2026-01-01T10:00:00Z", "terminologist")
EVA = Author("Eva", "2026-01-02T10:00:00Z", "reviser")
BASE = Glossary((Concept("oc", (Term("organized crime"),), (Term("crimen organizado"),)),))


def test_a_decision_keeps_who_when_why_and_what_it_replaced() -> None:
    after = decide(
        BASE,
        "oc",
        "es",
        Term("crimen organizado", Status.ADMITTED),
        ANA,
        why="The statute says delincuencia.",
        evidence=(Evidence("d", "ab", "crimen"),),
    )
    decision = after.concept("oc").decisions[-1]
    assert (decision.by, decision.role, decision.at) == ("Ana", "terminologist", ANA.at)
    assert decision.replaces == "crimen organizado, preferred"
    assert decision.evidence[0].quote == "crimen"
    assert not decision.shared
    assert BASE.concept("oc").decisions == ()


def test_a_second_preferred_term_is_a_conflict_that_stays_visible() -> None:
    after = decide(BASE, "oc", "es", Term("delincuencia organizada"), ANA, why="law")
    assert [conflict.kind for conflict in conflicts(after)] == ["two-preferred"]
    assert "crimen organizado | delincuencia organizada" in str(conflicts(after)[0])


def test_the_person_may_say_what_becomes_of_the_former_term() -> None:
    after = decide(
        BASE,
        "oc",
        "es",
        Term("delincuencia organizada"),
        ANA,
        why="law",
        former=Status.SUPERSEDED,
    )
    assert not conflicts(after)
    assert after.concept("oc").es[0].status is Status.SUPERSEDED
    assert after.concept("oc").decisions[-1].replaces == "crimen organizado, preferred"


def test_a_preferred_term_of_another_region_is_no_conflict() -> None:
    spain = Term("blanqueo", region="es-ES")
    assert not conflicts(decide(BASE, "oc", "es", spain, ANA, why="usage there"))


def test_a_concept_gets_an_id_from_its_term_and_a_decision_a_side() -> None:
    after = add_concept(BASE, Term("Money laundering!"), Term("lavado de dinero"), ANA, why="law")
    concept = after.concept("money-laundering")
    assert [decision.term for decision in concept.decisions] == [
        "Money laundering!",
        "lavado de dinero",
    ]


def test_an_id_that_is_taken_or_bad_is_refused() -> None:
    with pytest.raises(UsageError, match="already"):
        add_concept(BASE, Term("a"), Term("b"), ANA, why="", concept_id="oc")
    with pytest.raises(UsageError, match="cannot name"):
        add_concept(BASE, Term("a"), Term("b"), ANA, why="", concept_id="a b")
    with pytest.raises(UsageError, match="no concept"):
        decide(BASE, "nothing", "es", Term("x"), ANA, why="")


def test_a_withdrawn_term_leaves_its_decision_behind() -> None:
    after = withdraw(BASE, "oc", "es", "crimen organizado", ANA, why="never said")
    assert after.concept("oc").es == ()
    assert after.concept("oc").decisions[-1].replaces == "crimen organizado, preferred"


def change(before: Glossary, after: Glossary, author: Author, name: str) -> Change:
    found = change_between(before, after, author, name)
    assert found is not None
    return found


def test_a_change_can_be_taken_back_and_given_again() -> None:
    after = decide(BASE, "oc", "es", Term("delincuencia organizada"), ANA, why="law")
    one = change(BASE, after, ANA, "1")
    back, two = undo(after, one, ANA, "2")
    assert back == BASE
    assert active((one, two)) == (two,)
    again, three = undo(back, two, ANA, "3")
    assert again == after
    assert active((one, two, three)) == (one, three)


def test_undo_says_so_where_somebody_changed_the_concept_since() -> None:
    after = decide(BASE, "oc", "es", Term("delincuencia organizada"), ANA, why="law")
    later = decide(after, "oc", "es", Term("otra"), EVA, why="x")
    with pytest.raises(UsageError, match=r"changed since.*oc"):
        undo(later, change(BASE, after, ANA, "1"), ANA, "2")


def test_one_undoes_only_ones_own_changes() -> None:
    after = decide(BASE, "oc", "es", Term("delincuencia organizada"), EVA, why="law")
    history = (change(BASE, after, EVA, "1"),)
    assert last_of(history, "Eva").id == "1"
    with pytest.raises(UsageError, match="Ana has no change"):
        last_of(history, "Ana")


def test_equal_glossaries_make_no_change() -> None:
    assert change_between(BASE, BASE, ANA, "1") is None


def test_a_change_comes_back_from_its_line_with_keys_of_a_newer_program() -> None:
    after = decide(BASE, "oc", "es", Term("delincuencia organizada"), ANA, why="law")
    entry = to_entry(change(BASE, after, ANA, "1")) | {"mood": "good"}
    again = from_entry(entry)
    assert to_entry(again) == entry
    assert of_concept((again,), "oc") == (again,)
    assert of_concept((again,), "other") == ()


@pytest.mark.parametrize("entry", [{}, {"v": 2}, {"v": 1, "id": "x"}, {"v": 1, "changes": [{}]}])
def test_a_line_of_another_kind_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(RecordError):
        from_entry(entry)


def test_only_terms_that_may_be_used_are_evidence() -> None:
    glossary = from_pairs([{"en": "border", "es": "frontera", "forbidden": ["línea divisoria"]}])
    assert evidence(glossary) == (("border", "frontera", 1.0),)
