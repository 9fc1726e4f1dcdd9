"""Decisions on texts that change."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.review.matching import LONE, THRESHOLD, common, likeness, match
from aligner.review.review import Standing
from tests.review.examples import EN, ES, Kept, review_of, session_of

digests = st.lists(st.sampled_from("abcdefg"), max_size=12)


def longest(a: list[str], b: list[str]) -> int:
    """The length of the longest common subsequence, the plain way."""
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            best[i + 1][j + 1] = best[i][j] + 1 if x == y else max(best[i][j + 1], best[i + 1][j])
    return best[-1][-1]


@given(digests, digests)
@settings(max_examples=200, deadline=None)
def test_the_common_subsequence_is_common_ascending_and_longest(a: list[str], b: list[str]) -> None:
    pairs = common(a, b)
    assert all(a[i] == b[j] for i, j in pairs)
    assert pairs == sorted(pairs)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert len(pairs) == longest(a, b)


@given(digests, digests)
@settings(max_examples=200, deadline=None)
def test_nothing_is_matched_twice_and_never_below_the_least_likeness(
    a: list[str], b: list[str]
) -> None:
    words = {d: f"{d} one two three four five six {d}{d} eight nine ten eleven" for d in "abcdefg"}
    found = match(a, b, words)
    assert len(set(found.values())) == len(found)
    assert all(likeness(words[a[i]], words[b[j]], LONE) >= LONE for i, j in found.items())


def test_an_edited_paragraph_keeps_its_state_as_stale_with_old_beside_new() -> None:
    kept = Kept()
    session_of(kept).accept([1, 2])
    edited = [EN[0], "The two countries will cooperate closely on security.", *EN[2:]]
    review = review_of(kept.events, en=edited)
    assert [bead.stale for bead in review.beads] == [False, True, False, False, False]
    assert review.beads[1].state is Standing.ACCEPTED
    assert not review.beads[1].confirmed
    assert review.beads[1].was == (EN[1], ES[1])
    assert review.beads[2].confirmed


def test_a_paragraph_that_is_gone_leaves_an_orphan_with_its_words() -> None:
    kept = Kept()
    session_of(kept).note([3], "who convenes?")
    review = review_of(kept.events, en=[*EN[:3], EN[4]], es=[*ES[:3], ES[4]])
    assert [orphan.was for orphan in review.orphans] == [(EN[3], ES[3])]
    assert review.orphans[0].decision.event.value["text"] == "who convenes?"


def test_a_paragraph_in_front_moves_every_decision_along() -> None:
    kept = Kept()
    session_of(kept).accept([2])
    review = review_of(kept.events, en=["New.", *EN], es=["Nuevo.", *ES])
    assert [bead.bead for bead in review.beads if bead.confirmed] == [3]


def test_equal_paragraphs_are_told_apart_by_their_order() -> None:
    en, es = ["Yes.", "Yes.", "Yes.", "No."], ["Sí.", "Sí.", "Sí.", "No."]
    kept = Kept()
    session_of(kept, en=en, es=es).accept([1])
    review = review_of(kept.events, en=["Well.", *en], es=["Bien.", *es])
    assert [bead.bead for bead in review.beads if bead.confirmed] == [2]


def test_a_paragraph_that_moved_unchanged_keeps_its_state() -> None:
    kept = Kept()
    session_of(kept).accept([1])
    order = [0, 3, 2, 1, 4]
    review = review_of(kept.events, en=[EN[n] for n in order], es=[ES[n] for n in order])
    assert [bead.bead for bead in review.beads if bead.confirmed] == [3]


def test_small_edits_over_several_versions_are_followed_through_their_snapshots() -> None:
    start = "one two three four five six seven eight nine ten eleven twelve"
    steps = [start]
    for old, new in [("two", "TWO"), ("five", "FIVE"), ("nine", "NINE"), ("eleven", "ELEVEN")]:
        steps.append(steps[-1].replace(f" {old} ", f" {new} "))
    assert likeness(steps[0], steps[-1]) < THRESHOLD
    kept = Kept()
    session_of(kept, en=[steps[0], *EN]).accept([0])
    for step in steps[1:-1]:
        session_of(kept, en=[step, *EN]).note([3], "went on")
    review = review_of(kept.events, en=[steps[-1], *EN])
    assert review.beads[0].state is Standing.ACCEPTED
    assert review.beads[0].stale


def test_seeded_revisions_keep_their_states() -> None:
    from bench.reanchoring import figures

    few = figures(0.15, 12, seed=7)
    assert few["kept"] >= 0.994 * few["states"]
    assert few["kept"] > few["hash"]
    assert few["wrong"] <= 0.001 * few["states"]
    assert few["inherited"] < 0.06 * few["fresh"]
    many = figures(0.40, 12, seed=7)
    assert many["kept"] >= 0.98 * many["states"]


def test_going_back_to_the_old_words_makes_the_decision_fresh_again() -> None:
    kept = Kept()
    session_of(kept).accept([1])
    session_of(kept, en=[EN[0], "Something else altogether now.", *EN[2:]]).accept([0])
    assert review_of(kept.events).beads[1].confirmed


def test_without_its_snapshot_a_decision_finds_its_words_by_themselves() -> None:
    kept = Kept()
    session_of(kept).accept([1])
    review = review_of(kept.events[1:])
    assert review.beads[1].confirmed
    assert any("does not hold" in problem for problem in review.problems)


def test_a_snapshot_of_the_wrong_shape_counts_as_absent() -> None:
    from dataclasses import replace

    kept = Kept()
    session_of(kept).accept([1])
    broken = replace(kept.events[0], value={"en": "x", "es": [3], "texts": 4})
    assert review_of([broken, kept.events[1]]).beads[1].confirmed


def test_a_pin_applies_to_edited_segments_and_is_an_orphan_when_one_is_gone() -> None:
    kept = Kept()
    session_of(kept).merge([3, 4])
    edited = [*EN[:3], "The groups shall meet each year in each capital.", EN[4]]
    review = review_of(kept.events, en=edited)
    assert [bead.shape for bead in review.bitext.beads if bead.pinned] == ["2-2"]
    review = review_of(kept.events, en=EN[:4])
    assert not any(bead.pinned for bead in review.bitext.beads)
    assert [orphan.why for orphan in review.orphans] == ["a segment of this pin is gone"]


def test_two_pins_that_share_a_segment_apply_neither_until_one_pins_again() -> None:
    kept = Kept()
    one, other = session_of(kept, by="Ana"), session_of(kept, by="Ben")
    one.merge([0, 1])
    other.merge([1, 2])
    merged = session_of(kept)
    assert merged.review.pins == ()
    assert [(each.topic, each.bead) for each in merged.review.conflicts] == [("pins", 0)]
    merged.merge([1, 2])
    assert merged.review.conflicts == ()
    assert [bead.shape for bead in merged.review.bitext.beads if bead.pinned] == ["2-2"]


def test_equal_pins_of_two_people_agree() -> None:
    kept = Kept()
    one, other = session_of(kept, by="Ana"), session_of(kept, by="Ben")
    one.merge([0, 1])
    other.merge([0, 1])
    review = review_of(kept.events)
    assert review.conflicts == ()
    assert len(review.pins) == 1


def test_undoing_an_alignment_edit_brings_the_earlier_beads_back() -> None:
    session = session_of(align=False)
    before = session.review.bitext.beads
    findings = session.review.findings
    session.merge([0, 1])
    assert session.review.provisional
    session.undo()
    assert session.review.bitext.beads == before
    assert session.review.findings == findings
    assert not session.review.provisional


def test_unpin_lets_the_aligner_decide_again() -> None:
    session = session_of()
    session.merge([0, 1])
    session.unpin(0)
    assert session.review.pins == ()
    assert [bead.shape for bead in session.review.bitext.beads] == ["1-1"] * 5


def test_a_state_of_a_bead_that_was_merged_since_is_stale() -> None:
    session = session_of()
    session.accept([0, 1])
    session.merge([0, 1])
    assert session.review.beads[0].stale
    assert session.review.conflicts == ()


def test_a_result_for_other_pins_is_dropped() -> None:
    session = session_of(align=False)
    old = session.review.bitext
    session.merge([0, 1])
    assert not session.adopt(old, ())
    from tests.review.examples import differing_years, one_to_one

    new = one_to_one(old.en, old.es, session.review.pins)
    assert session.adopt(new, differing_years(new))
    assert not session.review.provisional
