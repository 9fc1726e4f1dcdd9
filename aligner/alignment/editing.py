"""What a person may do to beads by hand; every edit ends as pins.

What always holds: a segment is never lost or doubled: `apply` gives a bitext that covers every
segment once, with each pin a bead of its own, marked as pinned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from aligner.alignment.bead import Bead, Bitext, Pin, order
from aligner.alignment.crossing import mark_crossings
from aligner.errors import UsageError
from aligner.text.segment import Side


def _bead(bitext: Bitext, index: int) -> Bead:
    if not 0 <= index < len(bitext.beads):
        raise UsageError(f"there is no block {index + 1}")
    return bitext.beads[index]


def merge(bitext: Bitext, beads: Sequence[int]) -> tuple[Pin, ...]:
    """All segments of `beads` in one. Raises UsageError for fewer than two."""
    chosen = [_bead(bitext, index) for index in sorted(set(beads))]
    if len(chosen) < 2:
        raise UsageError("merging takes two blocks or more")
    return (
        Pin(
            tuple(sorted(i for bead in chosen for i in bead.en)),
            tuple(sorted(j for bead in chosen for j in bead.es)),
        ),
    )


def split(bitext: Bitext, bead: int, en_cut: int, es_cut: int) -> tuple[Pin, ...]:
    """Bead number `bead` cut in two: its first `en_cut` English and first `es_cut` Spanish
    segments, and the rest. Raises UsageError where a part would be empty on both sides."""
    whole = _bead(bitext, bead)
    if not (0 <= en_cut <= len(whole.en) and 0 <= es_cut <= len(whole.es)):
        raise UsageError("the block has no such place to split it at")
    first = Pin(whole.en[:en_cut], whole.es[:es_cut])
    second = Pin(whole.en[en_cut:], whole.es[es_cut:])
    if not (first.en or first.es) or not (second.en or second.es):
        raise UsageError("a block splits between two of its segments")
    return first, second


def move(
    bitext: Bitext, side: Side, segment: int, direction: Literal["up", "down"]
) -> tuple[Pin, ...]:
    """`segment` of `side` given to the bead before ("up") or after ("down"). Raises UsageError
    where there is none, or where the segment is not at that end of its bead."""
    here = bitext.bead_at(side, segment)
    bead = bitext.beads[here]
    own = bead.en if side == "en" else bead.es
    if segment != (own[0] if direction == "up" else own[-1]):
        raise UsageError("only the segment at the edge of its block can move over it")
    there = here + (-1 if direction == "up" else 1)
    if not 0 <= there < len(bitext.beads):
        raise UsageError("there is no block to move it to")
    other = bitext.beads[there]
    if side == "en":
        source = Pin(tuple(i for i in bead.en if i != segment), bead.es)
        target = Pin(tuple(sorted((*other.en, segment))), other.es)
    else:
        source = Pin(bead.en, tuple(j for j in bead.es if j != segment))
        target = Pin(other.en, tuple(sorted((*other.es, segment))))
    pins = (source, target) if direction == "down" else (target, source)
    return tuple(pin for pin in pins if pin.en or pin.es)


def unlink(bitext: Bitext, bead: int) -> tuple[Pin, ...]:
    """Each segment of bead number `bead` declared to have no counterpart. Raises UsageError for a
    bead that is empty on one side."""
    whole = _bead(bitext, bead)
    if whole.empty:
        raise UsageError("the block has only one side")
    return tuple(Pin((i,), ()) for i in whole.en) + tuple(Pin((), (j,)) for j in whole.es)


def link(bitext: Bitext, bead_a: int, bead_b: int) -> tuple[Pin, ...]:
    """Two beads joined, wherever they stand. Raises UsageError for one and the same, or where
    both lack the same side."""
    if bead_a == bead_b:
        raise UsageError("a block cannot be linked to itself")
    a, b = _bead(bitext, bead_a), _bead(bitext, bead_b)
    pin = Pin(tuple(sorted((*a.en, *b.en))), tuple(sorted((*a.es, *b.es))))
    if not (pin.en and pin.es):
        raise UsageError("linking needs segments of both sides")
    return (pin,)


def pin(bitext: Bitext, bead: int) -> tuple[Pin, ...]:
    """Bead number `bead` as it is, confirmed."""
    whole = _bead(bitext, bead)
    return (Pin(whole.en, whole.es),)


def check_pins(pins: Sequence[Pin], en: int, es: int) -> tuple[Pin, ...]:
    """`pins` in canonical order, for documents of `en` and `es` segments. Raises UsageError where
    two share a segment, one is empty, or one names a segment that does not exist."""
    seen: set[tuple[str, int]] = set()
    for one in pins:
        if not (one.en or one.es):
            raise UsageError("a pin names no segment")
        for side, indices, size in (("en", one.en, en), ("es", one.es, es)):
            for index in indices:
                if not 0 <= index < size:
                    raise UsageError(f"a pin names segment {index} of {side}, which is not there")
                if (side, index) in seen:
                    raise UsageError(f"two pins hold segment {index} of {side}")
                seen.add((side, index))
    return tuple(
        sorted(
            {Pin(tuple(sorted(one.en)), tuple(sorted(one.es))) for one in pins},
            key=lambda one: (one.en, one.es),
        )
    )


def apply(bitext: Bitext, pins: Sequence[Pin]) -> Bitext:
    """`bitext` with `pins` as beads; the beads that lose segments keep the rest, and one that
    loses a whole side is cut into empty beads. Raises UsageError as `check_pins` does."""
    fixed = check_pins(pins, len(bitext.en.segments), len(bitext.es.segments))
    taken_en = {i for one in fixed for i in one.en}
    taken_es = {j for one in fixed for j in one.es}
    beads = [Bead(one.en, one.es, 1.0, pinned=True) for one in fixed]
    for bead in bitext.beads:
        if taken_en.isdisjoint(bead.en) and taken_es.isdisjoint(bead.es):
            beads.append(replace(bead, pinned=False) if bead.pinned else bead)
            continue
        en = tuple(i for i in bead.en if i not in taken_en)
        es = tuple(j for j in bead.es if j not in taken_es)
        if en and es:
            beads.append(Bead(en, es, bead.score))
        else:
            beads += [Bead((i,), (), bead.score) for i in en]
            beads += [Bead((), (j,), bead.score) for j in es]
    return replace(bitext, beads=mark_crossings(order(beads)))
