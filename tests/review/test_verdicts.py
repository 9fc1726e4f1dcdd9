"""Verdicts: where they apply, where they stop, and what contradicts what."""

from __future__ import annotations

import pytest

from aligner.errors import UsageError
from aligner.review.review import Scope, Verdict
from tests.review.examples import EN, ES, Kept, review_of, session_of

TWICE_EN = ("Signed in 2021.", "Signed in 2021.", "End.")
TWICE_ES = ("Firmado en 2022.", "Firmado en 2022.", "Fin.")


def test_an_edit_elsewhere_in_the_paragraph_keeps_a_verdict_and_a_changed_fact_reopens() -> None:
    kept = Kept()
    session_of(kept).verdict(0, "intended", reason="agreed")
    elsewhere = [*EN[:2], "Trafficking in human beings must not be tolerated in 2021.", *EN[3:]]
    elsewhere[2] = "Human trafficking must never be tolerated in 2021."
    finding = review_of(kept.events, en=elsewhere).findings[0]
    assert finding.state is Verdict.INTENDED
    assert finding.stale
    changed = [*EN[:2], "Human trafficking must not be tolerated in 2023.", *EN[3:]]
    review = review_of(kept.events, en=changed)
    assert review.findings[0].open
    assert len(review.idle) == 1


def test_a_verdict_on_a_place_stays_there_and_one_on_the_document_reaches_all() -> None:
    session = session_of(en=TWICE_EN, es=TWICE_ES)
    session.verdict(0, "false-alarm")
    assert [finding.open for finding in session.review.findings] == [False, True]
    session.undo()
    session.verdict(0, "false-alarm", scope="document")
    assert [finding.open for finding in session.review.findings] == [False, False]
    assert session.review.findings[1].scope is Scope.DOCUMENT


def test_a_verdict_on_the_place_goes_before_one_on_the_document_without_conflict() -> None:
    kept = Kept()
    session_of(kept, en=TWICE_EN, es=TWICE_ES).verdict(0, "false-alarm", scope="document")
    session_of(kept, by="Ben", en=TWICE_EN, es=TWICE_ES).verdict(1, "mend-es", proposed="2021")
    review = review_of(kept.events, TWICE_EN, TWICE_ES)
    assert [f.state for f in review.findings] == [Verdict.FALSE_ALARM, Verdict.MEND_ES]
    assert review.conflicts == ()


def test_contradicting_verdicts_of_two_branches_are_open_and_a_conflict() -> None:
    kept = Kept()
    one, other = session_of(kept, by="Ana"), session_of(kept, by="Ben")
    one.verdict(0, "intended")
    other.verdict(0, "mend-es", proposed="2021")
    merged = session_of(kept)
    assert merged.review.findings[0].open
    assert [conflict.topic for conflict in merged.review.conflicts] == ["verdict"]
    merged.verdict(0, "mend-es", proposed="2021")
    assert merged.review.conflicts == ()
    assert merged.review.findings[0].proposed == "2021"


def test_reopening_is_a_decision_that_can_be_undone() -> None:
    session = session_of()
    session.verdict(0, "intended")
    session.verdict(0, "open", reason="not so sure")
    assert session.review.findings[0].open
    session.undo()
    assert session.review.findings[0].state is Verdict.INTENDED


def test_always_needs_an_expression_on_both_sides() -> None:
    session = session_of(es=ES[:4])
    gap = next(n for n, f in enumerate(session.review.findings) if f.divergence.check == "gap")
    with pytest.raises(UsageError, match="both sides"):
        session.verdict(gap, "intended", scope="always")
    year = 1 - gap
    event = session.verdict(year, "intended", scope="always")
    assert event.value["words"] == {"en": "2021", "es": "2022"}


def test_a_verdict_for_always_is_not_idle_when_its_equivalence_has_silenced_the_check() -> None:
    kept = Kept()
    session_of(kept).verdict(0, "intended", scope="always")
    assert review_of(kept.events, es=[t.replace("2022", "2021") for t in ES]).idle == ()


def test_of_equal_divergences_in_one_bead_only_the_one_judged_is_settled() -> None:
    from aligner.divergence.divergence import Divergence, Place, Severity, key_of
    from aligner.review.assembly import assemble
    from aligner.review.session import Session
    from tests.review.examples import documents, one_to_one

    en, es = documents()

    def two(_: object) -> tuple[Divergence, ...]:
        key = key_of("number", 1, ["2"], ["3"])
        places = [(Place(1, n, n + 1),) for n in (4, 9)]
        return tuple(
            Divergence("number", Severity.MAJOR, "m", 1, p, (), ("2",), ("3",), "w", (), key)
            for p in places
        )

    kept = Kept()
    review = assemble(en, es, (), document="d", align=one_to_one, check=two)
    session = Session(review, kept, by="Ana")
    session.verdict(1, "intended")
    assert [finding.open for finding in session.review.findings] == [True, False]


def test_the_precision_of_a_check_is_told_from_the_verdicts_so_far() -> None:
    from aligner.review.precision import Precision, precision

    session = session_of(en=[*TWICE_EN, "Begun in 2020."], es=[*TWICE_ES, "Iniciado en 2019."])
    assert precision([session.review]) == {"number": Precision("number", 0, 0, 3)}
    assert precision([session.review])["number"].percent is None
    session.verdict(0, "false-alarm")
    session.verdict(1, "mend-en", proposed="Signed in 2022.")
    session.verdict(2, "intended")
    session.undo()
    assert precision([session.review]) == {"number": Precision("number", 1, 2, 1)}
    assert precision([session.review])["number"].percent == 50
