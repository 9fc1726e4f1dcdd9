"""Figures and gates."""

from __future__ import annotations

from fractions import Fraction

import pytest

from aligner.errors import ConfigurationError
from aligner.review.gates import (
    PROFILES,
    Gate,
    at_most,
    fail_under,
    gate,
    gates_of,
    judge,
    profile,
    replaced,
)
from aligner.review.metrics import COUNTS, METRICS, RATIOS, Metric, measure
from aligner.review.review import Review
from tests.review.examples import EN, ES, Kept, review_of, session_of


def figure(name: str, *reviews: Review) -> tuple[int, int]:
    metric = measure(reviews)[name]
    return metric.n, metric.d


def test_every_metric_is_a_ratio_or_a_count_and_measured() -> None:
    assert set(METRICS) == {*RATIOS, *COUNTS}
    assert tuple(measure([review_of()])) == METRICS


def test_coverage_counts_segments_and_words_of_its_side() -> None:
    metric = measure([review_of(es=ES[:4])])["coverage.en"]
    assert (metric.n, metric.d) == (4, 5)
    assert metric.words_n == sum(len(text.split()) for text in EN[:4])
    assert metric.words_d == sum(len(text.split()) for text in EN)
    assert figure("coverage.es", review_of(es=ES[:4])) == (4, 4)


def test_a_justified_gap_covers_and_is_counted_apart() -> None:
    session = session_of(es=ES[:4])
    session.justify(4, "English alone names the place")
    assert figure("coverage.en", session.review) == (5, 5)
    assert figure("coverage.justified", session.review)[0] == 1


def test_a_bead_with_a_low_score_is_covered_only_by_a_persons_word() -> None:
    from dataclasses import replace

    kept = Kept()
    session = session_of(kept)
    beads = tuple(replace(bead, score=0.1) for bead in session.review.bitext.beads)
    low = replace(session.review.bitext, beads=beads)
    session.review = replace(session.review, bitext=low)
    assert figure("coverage.en", session.review) == (0, 5)
    session.accept([0])
    session.needs_work([1])
    assert figure("coverage.en", session.review) == (1, 5)


def test_reviewed_confirmed_signed_and_stale() -> None:
    kept = Kept()
    ana = session_of(kept, by="Ana")
    ana.accept([0, 1])
    ana.needs_work([2])
    session_of(kept, by="Ben").sign_off([0])
    review = review_of(kept.events, en=[EN[0], EN[1] + " Soon.", *EN[2:]])
    assert figure("reviewed", review) == (4, 10)
    assert figure("coverage.confirmed", review) == (2, 10)
    assert figure("signed", review) == (2, 10)
    assert figure("stale", review) == (2, 10)


def test_open_findings_queries_and_conflicts_are_counted() -> None:
    kept = Kept()
    one, other = session_of(kept, by="Ana"), session_of(kept, by="Ben")
    one.accept([0])
    other.needs_work([0])
    one.query([1], "which?")
    review = review_of(kept.events)
    assert figure("divergence.open.major", review) == (1, 1)
    assert figure("queries.open", review) == (1, 1)
    assert figure("review.conflicts", review)[0] == 1
    known = frozenset({review.findings[0].fingerprint})
    assert measure([review], known=known)["divergence.open.major"].n == 0


def test_open_brackets_are_counted_on_both_sides_and_unpaired_ones_too() -> None:
    en = ["The Parties [shall] meet.", "See note [sic].", "An [open end."]
    es = ["Las Partes [se reunirán].", "Véase.", "Fin."]
    assert figure("brackets.open", review_of(en=en, es=es))[0] == 3


def test_orphans_are_counted_among_the_live_decisions() -> None:
    kept = Kept()
    session_of(kept).accept([0, 3])
    review = review_of(kept.events, en=[*EN[:3], EN[4]], es=[*ES[:3], ES[4]])
    assert figure("orphaned", review) == (1, 2)


def test_several_documents_are_measured_together() -> None:
    assert figure("coverage.en", review_of(), review_of(es=ES[:4])) == (9, 10)


def test_a_per_cent_is_floored_and_nothing_is_not_a_number() -> None:
    assert Metric("coverage.en", 999, 1000).printed == "99 % (999/1000 segments)"
    assert Metric("coverage.en", 0, 0).printed == "n/a"
    assert Metric("glossary.compliance", 1, 3).printed == "33 % (1/3)"
    assert Metric("stale", 2, 10).printed == "2"


def test_a_gate_is_judged_on_the_exact_fraction() -> None:
    nearly = {"coverage.en": Metric("coverage.en", 9999, 10000)}
    assert not judge(nearly, [gate("coverage.en", "100")])[0].held
    assert judge(nearly, [gate("coverage.en", "99.99")])[0].held
    assert not judge(nearly, [gate("coverage.en", "99.991")])[0].held


def test_nothing_to_measure_holds_and_says_so() -> None:
    (result,) = judge({"signed": Metric("signed", 0, 0)}, [gate("signed", "100")])
    assert result.held
    assert "n/a" in result.line


def test_the_profiles_build_upon_one_another() -> None:
    names = [{each.metric for each in PROFILES[name]} for name in PROFILES]
    assert list(PROFILES) == ["draft", "concordance", "signature"]
    assert names[0] < names[1] < names[2]
    assert {"coverage.en", "coverage.es", "review.conflicts", "glossary.conflicts"} == names[0]
    assert names[2] - names[1] == {
        "reviewed",
        "signed",
        "stale",
        "brackets.open",
        "queries.open",
    }


def test_limits_take_the_place_of_those_of_the_profile() -> None:
    found = {each.metric: each.limit for each in gates_of({"divergence.open.major": "3"})}
    assert found["divergence.open.major"] == 3
    assert found["divergence.open.critical"] == 0
    merged = replaced(profile("draft"), [Gate("coverage.en", Fraction(50))])
    assert [each.limit for each in merged if each.metric == "coverage.en"] == [50]


def test_options_of_the_command_line_are_gates() -> None:
    assert fail_under("coverage.en=99.5%") == Gate("coverage.en", Fraction("99.5"))
    assert at_most("queries.open = 2") == Gate("queries.open", Fraction(2))


@pytest.mark.parametrize(
    ("read", "argument", "words"),
    [
        (fail_under, "covrage.en=9", "did you mean coverage.en?"),
        (fail_under, "coverage.en", "expected METRIC=PCT"),
        (fail_under, "coverage.en=", "is no number"),
        (fail_under, "coverage.en=1e9", "is no number"),
        (fail_under, "coverage.en=1/3", "is no number"),
        (fail_under, "coverage.en=-1", "between 0 and 100"),
        (fail_under, "coverage.en=٩٩", "is no number"),
        (fail_under, "queries.open=3", "use --max"),
        (at_most, "coverage.en=3", "use --fail-under"),
        (at_most, "queries.open=1.5", "no whole number"),
        (at_most, "queries.open=-1", "no whole number"),
        (at_most, "haiku=1", "no metric is called 'haiku'"),
        (profile, "final", "there are draft, concordance, signature"),
    ],
)
def test_a_slip_in_a_gate_is_a_configuration_error(read: object, argument: str, words: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(argument)  # type: ignore[operator]
    assert words in str(caught.value)
    assert caught.value.exit_code == 2
