"""The state is a function of the set of events."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.review.event import Event
from aligner.review.state import State, essence_of, state_of, topic_of
from aligner.review.target import Reference, Target

KINDS = ["accept", "needs-work", "note", "verdict", "pin", "later-kind", "snapshot"]


def made(name: str, kind: str = "accept", **more: Any) -> Event:
    target = Target("d", (Reference("en", "e"),), (Reference("es", "s"),))
    more.setdefault("targets", (target,))
    return Event(name, "2026-01-01T00:00:00Z", "Ana", "", kind, **more)


@st.composite
def journals(draw: st.DrawFn) -> list[Event]:
    """Events that undo, redo, replace and refer to one another in any way, circles included."""
    count = draw(st.integers(1, 9))
    names = [f"e{n}" for n in range(count)]
    others = st.sampled_from([*names, "absent"])
    events = []
    for name in names:
        targets = tuple(
            Target("d", (Reference("en", f"t{n}"),)) for n in range(draw(st.integers(1, 3)))
        )
        replaces = tuple(draw(st.lists(others, max_size=2)))
        events.append(
            Event(
                name,
                draw(st.sampled_from(["2026-01-01T00:00:00Z", "2025-01-01T00:00:00Z"])),
                draw(st.sampled_from(["Ana", "Ben"])),
                "",
                draw(st.sampled_from(KINDS)),
                targets,
                {"text": draw(st.sampled_from(["a", "b"]))},
                replaces,
                draw(st.one_of(st.just(""), others)),
                slots={r: (draw(st.integers(0, 2)),) for r in replaces if draw(st.booleans())},
            )
        )
    return events


def same(a: State, b: State) -> bool:
    """Equal, and in the same order wherever order could be seen, but for the order of reading."""
    return (
        a.events == b.events
        and a.active == b.active
        and a.live == b.live
        and a.absent == b.absent
        and a.corrupt == b.corrupt
        and a.unknown == b.unknown
    )


@given(journals(), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_any_order_and_any_duplication_give_the_same_state(
    events: list[Event], chance: random.Random
) -> None:
    mixed = events + [chance.choice(events) for _ in range(4)]
    chance.shuffle(mixed)
    assert same(state_of(events), state_of(mixed))


@given(journals(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_any_interleaving_of_two_branches_gives_the_same_state(
    events: list[Event], chance: random.Random
) -> None:
    cut, fork = sorted((chance.randint(0, len(events)), chance.randint(0, len(events))))
    base, ours, theirs = events[:cut], events[cut:fork], events[fork:]
    one, other = list(ours), list(theirs)
    woven = list(base)
    while one or other:
        take = one if one and (not other or chance.random() < 0.5) else other
        woven.append(take.pop(0))
    assert same(state_of(base + ours + theirs), state_of(base + theirs + ours))
    assert same(state_of(woven), state_of(base + theirs + ours))


@given(journals())
@settings(max_examples=100, deadline=None)
def test_an_undone_event_is_active_only_in_a_circle_of_undoing(events: list[Event]) -> None:
    state = state_of(events)
    undoers: dict[str, list[str]] = {}
    for event in events:
        if event.undoes in state.events:
            undoers.setdefault(event.undoes, []).append(event.id)
    for event in events:
        undone = any(by in state.active for by in undoers.get(event.id, ()))
        if undone and event.id in state.active:
            assert _in_circle(event.id, undoers)
        if not undone:
            assert event.id in state.active


def _in_circle(start: str, undoers: dict[str, list[str]]) -> bool:
    """Whether a chain of undoing leads from `start` back to something passed before."""
    path: list[str] = []

    def walk(name: str) -> bool:
        if name in path:
            return True
        path.append(name)
        found = any(walk(other) for other in undoers.get(name, ()))
        path.pop()
        return found

    return walk(start)


def test_undo_takes_back_and_redo_brings_back() -> None:
    a = made("a")
    undo = made("u", undoes="a")
    redo = made("r", undoes="u")
    again = made("x", undoes="r")
    assert [live.event.id for live in state_of([a]).live] == ["a"]
    assert state_of([a, undo]).live == ()
    assert [live.event.id for live in state_of([redo, a, undo]).live] == ["a"]
    assert state_of([a, undo, redo, again]).live == ()


def test_a_decision_replaces_what_was_seen_and_undoing_it_brings_that_back() -> None:
    a, b = made("a"), made("b", "needs-work", replaces=("a",))
    assert [live.event.id for live in state_of([b, a]).live] == ["b"]
    back = state_of([b, a, made("u", "needs-work", undoes="b")])
    assert [live.event.id for live in back.live] == ["a"]


def test_one_bead_of_a_bulk_action_is_replaced_alone() -> None:
    targets = tuple(Target("d", (Reference("en", f"t{n}"),)) for n in range(3))
    bulk = made("a", targets=targets)
    one = made("b", "needs-work", targets=(targets[1],), replaces=("a",), slots={"a": (1,)})
    live = state_of([bulk, one]).live
    assert [(each.event.id, each.slot) for each in live] == [("a", 0), ("a", 2), ("b", 0)]


def test_a_replacement_that_is_itself_replaced_does_not_bring_the_first_back() -> None:
    events = [made("a"), made("b", replaces=("a",)), made("c", replaces=("b",))]
    assert [live.event.id for live in state_of(events).live] == ["c"]


def test_one_id_with_two_contents_counts_for_nothing_and_is_named() -> None:
    state = state_of([made("a"), made("a", "needs-work"), made("b")])
    assert state.corrupt == ("a",)
    assert [live.event.id for live in state.live] == ["b"]


def test_a_reference_to_an_absent_event_is_kept_and_named() -> None:
    state = state_of([made("a", replaces=("gone",), snap="lost")])
    assert state.absent == (("a", "gone"), ("a", "lost"))
    assert [live.event.id for live in state.live] == ["a"]


def test_a_kind_of_the_future_is_kept_and_decides_nothing() -> None:
    state = state_of([made("a", "haiku")])
    assert state.unknown == ("a",)
    assert state.live == ()
    assert "a" in state.events


def test_reasons_may_differ_between_agreeing_decisions_but_verdicts_may_not() -> None:
    one = made("a", value={"reason": "fine"})
    two = made("b", value={"reason": "good"})
    assert topic_of(one) == topic_of(two)
    assert essence_of(one) == essence_of(two)
    mend = made("c", "verdict", value={"divergence": "k", "verdict": "mend-es", "proposed": "x"})
    other = made("d", "verdict", value={"divergence": "k", "verdict": "mend-es", "proposed": "y"})
    assert topic_of(mend) == topic_of(other)
    assert essence_of(mend) != essence_of(other)
