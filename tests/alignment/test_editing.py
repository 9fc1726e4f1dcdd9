"""Edits by hand end as pins, and pins as beads."""

from __future__ import annotations

import pytest

from aligner.alignment.align import align
from aligner.alignment.bead import Bitext, Pin
from aligner.alignment.editing import apply, link, merge, move, pin, split, unlink
from aligner.errors import UsageError
from tests.alignment.samples import EN, ES, covered, document, pairs


@pytest.fixture(scope="module")
def bitext() -> Bitext:
    return align(document(EN, "en"), document([*ES[:2], f"{ES[2]} {ES[3]}", *ES[4:]], "es"))


def test_merging_joins_all_segments(bitext: Bitext) -> None:
    pins = merge(bitext, [0, 1])
    assert pins == (Pin((0, 1), (0, 1)),)
    merged = apply(bitext, pins)
    assert pairs(merged)[0] == ((0, 1), (0, 1))
    assert merged.beads[0].pinned
    assert covered(merged)


def test_splitting_cuts_between_segments(bitext: Bitext) -> None:
    assert split(bitext, 2, 1, 1) == (Pin((2,), (2,)), Pin((3,), ()))
    with pytest.raises(UsageError):
        split(bitext, 0, 0, 0)
    with pytest.raises(UsageError):
        split(bitext, 0, 5, 0)


def test_moving_gives_a_segment_to_the_neighbour(bitext: Bitext) -> None:
    assert move(bitext, "en", 3, "down") == (Pin((2,), (2,)), Pin((3, 4), (3,)))
    assert move(bitext, "es", 1, "up") == (Pin((0,), (0, 1)), Pin((1,), ()))
    with pytest.raises(UsageError):
        move(bitext, "en", 0, "up")
    with pytest.raises(UsageError):
        move(bitext, "en", 2, "down")


def test_unlinking_leaves_each_segment_alone(bitext: Bitext) -> None:
    pins = unlink(bitext, 2)
    assert pins == (Pin((2,), ()), Pin((3,), ()), Pin((), (2,)))
    apart = apply(bitext, pins)
    assert covered(apart)
    with pytest.raises(UsageError):
        unlink(apart, apart.bead_at("en", 2))


def test_linking_joins_beads_wherever_they_stand(bitext: Bitext) -> None:
    assert link(bitext, 0, 4) == (Pin((0, 5), (0, 4)),)
    with pytest.raises(UsageError):
        link(bitext, 1, 1)
    with pytest.raises(UsageError):
        link(bitext, 1, 99)


def test_applying_pins_recuts_the_neighbours_only(bitext: Bitext) -> None:
    after = apply(bitext, [Pin((3,), (3,))])
    assert covered(after)
    assert ((2,), (2,)) in pairs(after)
    assert ((4,), ()) in pairs(after)
    assert pairs(after)[0:2] == pairs(bitext)[0:2]


def test_pinning_keeps_a_bead_as_it_is(bitext: Bitext) -> None:
    pins = pin(bitext, 2)
    again = align(bitext.en, bitext.es, pins=pins)
    assert (pins[0].en, pins[0].es) in pairs(again)
    assert apply(bitext, pins).beads[2].pinned
