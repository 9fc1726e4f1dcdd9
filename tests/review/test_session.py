"""A person at work: actions, undo and redo, and what the review says afterwards."""

from __future__ import annotations

import random

import pytest

from aligner.errors import RecordError, UsageError
from aligner.review.event import Event, EventKind
from aligner.review.review import Agreement, Review, Standing, Verdict
from tests.review.examples import EN, ES, Kept, review_of, session_of


def seen(review: Review) -> tuple[object, ...]:
    """All that people see of a review, without the order of reading."""
    return (review.beads, review.findings, review.conflicts, review.orphans, review.idle)


def test_an_action_leaves_the_review_that_assembling_anew_gives() -> None:
    kept = Kept()
    session = session_of(kept)
    session.accept([0, 1])
    session.needs_work([1], reason="word order")
    session.note([2], "see the law", shared=True)
    session.verdict(0, "intended", reason="later edition")
    session.merge([3, 4])
    session.undo()
    session.agreement([3], Agreement.AD_REFERENDUM)
    assert seen(session.review) == seen(review_of(kept.events))
    assert session.review.bitext.beads == review_of(kept.events).bitext.beads


def test_the_first_action_on_a_version_brings_a_snapshot_and_later_ones_none() -> None:
    kept = Kept()
    session = session_of(kept)
    session.accept([0])
    session.accept([1])
    assert [event.kind for event in kept.events] == ["snapshot", "accept", "accept"]
    assert kept.events[0].value["texts"].keys() == set(
        session.review.bitext.en.digests + session.review.bitext.es.digests
    )
    assert {event.snap for event in kept.events[1:]} == {kept.events[0].id}
    session_of(kept).accept([2])
    assert [event.kind for event in kept.events].count(EventKind.SNAPSHOT) == 1


def test_what_was_prepared_is_written_with_the_first_decision_and_changes_nothing_else() -> None:
    kept, plain = Kept(), Kept()
    session = session_of(kept)
    session.prepare()
    session.prepare()
    assert kept.events == []
    session.accept([0])
    session_of(plain).accept([0])
    assert [event.kind for event in kept.events] == [EventKind.SNAPSHOT, EventKind.ACCEPT]
    assert [event.value for event in kept.events] == [event.value for event in plain.events]
    assert kept.events[0].by == kept.events[1].by
    assert seen(session.review) == seen(review_of(kept.events))
    session.prepare()
    session.accept([1])
    assert len(kept.events) == 3


def test_what_was_prepared_is_made_anew_when_somebody_else_wrote_a_snapshot_first() -> None:
    kept, theirs = Kept(), Kept()
    session = session_of(kept)
    session.prepare()
    session_of(theirs).accept([0])
    session.reload(theirs.events)
    session.accept([1])
    assert [event.kind for event in kept.events] == [EventKind.ACCEPT]
    assert seen(session.review) == seen(review_of([*theirs.events, *kept.events]))


def test_the_next_version_brings_only_the_words_that_are_new() -> None:
    kept = Kept()
    session_of(kept).accept([0])
    session_of(kept, en=[*EN[:4], "Done at Washington."]).accept([1])
    second = [event for event in kept.events if event.kind == EventKind.SNAPSHOT][1]
    assert list(second.value["texts"].values()) == ["Done at Washington."]
    assert second.snap == kept.events[0].id


def test_a_failed_write_changes_nothing() -> None:
    class Full(Kept):
        def append(self, event: Event) -> None:
            raise RecordError("the disk is full")

    session = session_of(Full())
    before = session.review
    with pytest.raises(RecordError):
        session.accept([0])
    assert session.review is before


def test_a_write_that_fails_after_its_snapshot_leaves_a_review_that_goes_on() -> None:
    class FullForOne(Kept):
        def append(self, event: Event) -> None:
            if event.kind == EventKind.ACCEPT and len(self.events) == 1:
                self.events.append(event)
                self.events.pop()
                self.failed = True
                if not hasattr(self, "again"):
                    self.again = True
                    raise RecordError("the disk is full")
            super().append(event)

    kept = FullForOne()
    session = session_of(kept)
    with pytest.raises(RecordError):
        session.accept([0])
    assert session.review.beads[0].state is Standing.OPEN
    session.accept([0])
    assert [event.kind for event in kept.events] == ["snapshot", "accept"]
    assert session.review.beads[0].confirmed


def test_undo_takes_back_ones_own_last_action_and_never_anothers() -> None:
    kept = Kept()
    ana = session_of(kept, by="Ana")
    ana.accept([0])
    ben = session_of(kept, by="Ben")
    ben.accept([1])
    ana.reload(kept.events)
    ana.undo()
    assert ana.review.beads[0].state is Standing.OPEN
    assert ana.review.beads[1].state is Standing.ACCEPTED
    assert ana.undo() is None


def test_undo_works_after_reopening_and_redo_brings_back_in_order() -> None:
    kept = Kept()
    first = session_of(kept)
    first.accept([0])
    first.accept([1])
    again = session_of(kept)
    again.undo()
    again.undo()
    assert [bead.state for bead in again.review.beads[:2]] == [Standing.OPEN] * 2
    again.redo()
    assert [bead.state for bead in again.review.beads[:2]] == [Standing.ACCEPTED, Standing.OPEN]
    again.redo()
    assert [bead.state for bead in again.review.beads[:2]] == [Standing.ACCEPTED] * 2
    assert again.redo() is None
    assert seen(again.review) == seen(review_of(kept.events))


def test_a_new_action_ends_what_can_be_redone() -> None:
    session = session_of()
    session.accept([0])
    session.undo()
    session.accept([1])
    assert session.redo() is None
    session.undo()
    assert session.redo() is not None


def test_a_bulk_action_is_one_event_and_one_undo() -> None:
    kept = Kept()
    session = session_of(kept)
    session.accept([0, 1, 2])
    assert len(kept.events) == 2
    session.needs_work([1])
    assert [bead.state for bead in session.review.beads[:3]] == [
        Standing.ACCEPTED,
        Standing.NEEDS_WORK,
        Standing.ACCEPTED,
    ]
    session.undo()
    assert session.review.beads[1].state is Standing.ACCEPTED
    session.undo()
    assert all(bead.state is Standing.OPEN for bead in session.review.beads)


def test_two_who_did_not_see_each_other_conflict_and_a_third_decision_settles_it() -> None:
    kept = Kept()
    ana, ben = session_of(kept, by="Ana"), session_of(kept, by="Ben")
    ana.accept([0])
    ben.needs_work([0])
    merged = session_of(kept, by="Ana")
    assert [conflict.topic for conflict in merged.review.conflicts] == ["status"]
    assert merged.review.beads[0].conflicted
    assert not merged.review.beads[0].confirmed
    merged.accept([0])
    assert merged.review.conflicts == ()
    assert merged.review.beads[0].confirmed


def test_two_who_agree_without_having_seen_each_other_do_not_conflict() -> None:
    kept = Kept()
    ana, ben = session_of(kept, by="Ana"), session_of(kept, by="Ben")
    ana.accept([0])
    ben.accept([0])
    state = session_of(kept).review.beads[0]
    assert state.confirmed
    assert state.by == "Ana, Ben"


def test_overruling_what_one_saw_is_no_conflict() -> None:
    kept = Kept()
    session_of(kept, by="Ana").accept([0])
    ben = session_of(kept, by="Ben")
    ben.needs_work([0])
    assert ben.review.conflicts == ()
    assert ben.review.beads[0].state is Standing.NEEDS_WORK


def test_a_second_sign_off_comes_from_another_name() -> None:
    kept = Kept()
    ana = session_of(kept, by="Ana")
    ana.accept([0])
    with pytest.raises(UsageError, match="accepted themselves"):
        ana.sign_off([0])
    ana.by = " ana "
    with pytest.raises(UsageError, match="accepted themselves"):
        ana.sign_off([0])
    ben = session_of(kept, by="Ben")
    with pytest.raises(UsageError, match="accepted block"):
        ben.sign_off([1])
    ben.sign_off([0])
    assert ben.review.beads[0].signed_by == ("Ben",)


def test_a_sign_off_ends_with_an_objection_but_not_with_a_second_acceptance() -> None:
    kept = Kept()
    session_of(kept, by="Ana").accept([0, 1])
    session_of(kept, by="Ben").sign_off([0, 1])
    ana = session_of(kept, by="Ana")
    ana.accept([0])
    ana.needs_work([1])
    ana.accept([1])
    assert [bead.signed_by for bead in ana.review.beads[:2]] == [("Ben",), ()]
    ana.undo()
    ana.undo()
    assert ana.review.beads[1].signed_by == ("Ben",)


def test_a_query_whose_paragraph_is_gone_is_still_open_until_it_is_answered() -> None:
    kept = Kept()
    asked = session_of(kept).query([3], "each capital?")
    without = {"en": [*EN[:3], EN[4]], "es": [*ES[:3], ES[4]]}
    session = session_of(kept, **without)
    assert [(query.number, query.open) for query in session.review.queries] == [("1", True)]
    session.answer(asked.id, "no longer asked")
    assert [query.open for query in session.review.queries] == [False]
    assert seen(session.review) == seen(review_of(kept.events, **without))


def test_nobody_signs_off_their_own_change_or_their_own_justified_gap() -> None:
    kept = Kept()
    ben = session_of(kept, by="Ben")
    ben.merge([0, 1])
    ana = session_of(kept, by="Ana")
    ana.accept([0])
    ben.reload(kept.events)
    with pytest.raises(UsageError, match="own change"):
        ben.sign_off([0])

    kept = Kept()
    ben = session_of(kept, by="Ben", es=ES[:4])
    ben.justify(4, "only the English version has a place")
    assert ben.review.beads[4].justified
    with pytest.raises(UsageError):
        ben.sign_off([4])
    ana = session_of(kept, by="Ana", es=ES[:4])
    ana.sign_off([4])
    assert ana.review.beads[4].signed_by == ("Ana",)


def test_a_sign_off_written_by_hand_for_ones_own_acceptance_does_not_count() -> None:
    kept = Kept()
    ana = session_of(kept, by="Ana")
    accepted = ana.accept([0])
    forged = Event("z", "", "Ana", "", "sign-off", accepted.targets, snap=accepted.snap)
    assert review_of([*kept.events, forged]).beads[0].signed_by == ()


def test_a_justified_gap_settles_its_finding_and_the_other_way_round() -> None:
    session = session_of(es=ES[:4])
    gap = next(n for n, f in enumerate(session.review.findings) if f.divergence.check == "gap")
    session.justify(4, "no place in Spanish")
    assert session.review.findings[gap].state is Verdict.INTENDED
    session.undo()
    assert session.review.findings[gap].open
    session.verdict(gap, "intended", reason="agreed by both")
    assert session.review.beads[4].justified == "agreed by both"


def test_a_gap_cannot_be_justified_without_a_reason_or_where_both_sides_stand() -> None:
    session = session_of(es=ES[:4])
    with pytest.raises(UsageError):
        session.justify(4, " ")
    with pytest.raises(UsageError):
        session.justify(0, "why not")


def test_a_query_has_a_number_and_an_answer_closes_it() -> None:
    session = session_of()
    session.query([0], "Statement or declaration?", addressee="drafter", due="2026-02-01")
    asked = session.query([1], "Which countries?", options=[("both", "ambos")])
    assert [query.number for query in session.review.queries] == ["1", "2"]
    session.answer(asked.id, "not yet known", closes=False)
    assert session.review.queries[1].open
    session.answer(asked.id, "these two")
    assert not session.review.queries[1].open
    assert [answer.text for answer in session.review.queries[1].answers] == [
        "not yet known",
        "these two",
    ]
    assert session.review.queries[1].options == (("both", "ambos"),)


def test_queries_that_two_branches_numbered_alike_are_told_apart() -> None:
    kept = Kept()
    one, other = session_of(kept, by="Ana"), session_of(kept, by="Ben")
    one.query([0], "a")
    other.query([0], "b")
    merged = session_of(kept)
    assert sorted(query.number for query in merged.review.queries) == ["1", "1b"]
    merged.query([0], "c")
    assert sorted(query.number for query in merged.review.queries) == ["1", "1b", "2"]


def test_the_answer_to_a_query_that_was_undone_is_still_shown() -> None:
    kept = Kept()
    ana = session_of(kept, by="Ana")
    asked = ana.query([0], "which?")
    ben = session_of(kept, by="Ben")
    ben.answer(asked.id, "that one")
    ana.reload(kept.events)
    ana.undo()
    assert [note.text for note in ana.review.beads[0].notes] == ["that one"]


def test_a_note_is_edited_by_replacing_it() -> None:
    session = session_of()
    first = session.note([0], "frist")
    session.note([0], "first", replaces=first.id)
    assert [note.text for note in session.review.beads[0].notes] == ["first"]
    session.undo()
    assert [note.text for note in session.review.beads[0].notes] == ["frist"]


def test_words_are_internal_unless_shared() -> None:
    session = session_of()
    session.note([0], "for us")
    session.note([0], "for all", shared=True)
    notes = {note.text: note.shared for note in session.review.beads[0].notes}
    assert notes == {"for us": False, "for all": True}


def test_without_a_name_nothing_is_decided() -> None:
    session = session_of(by=" ")
    with pytest.raises(UsageError, match="who you are"):
        session.accept([0])


def test_actions_on_what_is_not_there_are_refused() -> None:
    session = session_of()
    for act in (
        lambda: session.accept([99]),
        lambda: session.accept([-1]),
        lambda: session.accept([]),
        lambda: session.verdict(99, "intended"),
        lambda: session.verdict(0, "maybe"),
        lambda: session.answer("nobody", "x"),
        lambda: session.note([0], "x", replaces="nobody"),
        lambda: session.unpin(0),
    ):
        with pytest.raises(UsageError):
            act()
    assert session.review.state.events == {}


def test_agreement_assignment_and_proposal_stand_beside_the_review() -> None:
    session = session_of()
    session.agreement([2], "agreed")
    session.assignment([2], "Legal desk")
    session.proposal(2, "es", "La trata de personas no debe tolerarse en 2021.")
    bead = session.review.beads[2]
    assert bead.agreement is Agreement.AGREED
    assert bead.assignment == "Legal desk"
    assert bead.proposals[0].reads == ES[2]
    assert bead.state is Standing.OPEN


@pytest.mark.parametrize("seed", range(12))
def test_after_any_actions_the_review_is_the_one_that_the_journal_gives(seed: int) -> None:
    from bench.record_worker import act

    kept = Kept()
    chance = random.Random(seed)
    sessions = [session_of(kept, by=by, es=ES[:4]) for by in ("Ana", "Ben")]
    for _ in range(25):
        session = chance.choice(sessions)
        if chance.random() < 0.5:
            session.reload(kept.events)
        act(session, chance)
    for session in sessions:
        session.reload(kept.events)
        anew = review_of(kept.events, es=ES[:4])
        assert seen(session.review) == seen(anew)
        assert session.review.bitext.beads == anew.bitext.beads
        assert session.review.pins == anew.pins
