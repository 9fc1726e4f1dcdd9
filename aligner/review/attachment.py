"""Live decisions brought to the beads and divergences of today.

What always holds: a decision attaches to the bead that holds most of its segments (the first of
equals); it is exact when the bead is just those segments and their words are what they were, else
stale; a decision with no segment left is an orphan. A pin applies only when all its segments are
still there, and two pins that share a segment apply neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aligner.alignment.bead import Bead, Pin
from aligner.review import values
from aligner.review.event import EventKind
from aligner.review.placed import Placed
from aligner.review.reanchoring import Anchoring, Found
from aligner.review.review import Conflict, Orphan
from aligner.review.state import ALIGNMENT_KINDS, Live, State
from aligner.review.target import Reference, Target
from aligner.review.workings import Workings, segments_of
from aligner.text.segment import Side

WIDE = frozenset({"document", "always"})


@dataclass(frozen=True, slots=True)
class Pins:
    """The pins in force, each with the decision that it comes from, and what kept others out."""

    pins: tuple[Pin, ...] = ()
    sources: tuple[Live, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    orphans: tuple[Orphan, ...] = ()


def found_sides(
    anchoring: Anchoring, target: Target, snap: str
) -> tuple[tuple[Found | None, ...], tuple[Found | None, ...]]:
    """Where each segment of `target` is today, English and Spanish."""

    def side(references: Sequence[Reference]) -> tuple[Found | None, ...]:
        return tuple(anchoring.find(reference, snap) for reference in references)

    return side(target.en), side(target.es)


def wording(anchoring: Anchoring, references: Iterable[Reference]) -> str:
    """The words of `references` as they were, segments joined by a newline; what the journal does
    not hold is left out."""
    texts = (anchoring.text(reference.digest) for reference in references)
    return "\n".join(text for text in texts if text is not None)


def pins_of(state: State, anchoring: Anchoring) -> Pins:
    """The pins that the live alignment decisions amount to on today's texts."""
    wanted: list[tuple[Pin, Live]] = []
    orphans: list[Orphan] = []
    for live in state.live:
        if live.event.kind not in ALIGNMENT_KINDS or live.event.kind == EventKind.UNPIN:
            continue
        en, es = found_sides(anchoring, live.target, live.event.snap)
        if not (en or es) or None in en or None in es:
            orphans.append(_orphan(live, anchoring, "a segment of this pin is gone"))
            continue
        pin = Pin(
            tuple(sorted({f.index for f in en if f})), tuple(sorted({f.index for f in es if f}))
        )
        wanted.append((pin, live))
    holders: dict[tuple[Side, int], list[int]] = {}
    for n, (pin, _) in enumerate(wanted):
        for key in segments_of(Bead(pin.en, pin.es)):
            holders.setdefault(key, []).append(n)
    clashing = _clashes([pin for pin, _ in wanted], holders.values())
    conflicts = tuple(
        Conflict("pins", -1, tuple(wanted[n][1] for n in group)) for group in clashing
    )
    out = {n for group in clashing for n in group}
    kept: dict[Pin, Live] = {}
    for n, (pin, live) in enumerate(wanted):
        if n not in out:
            kept.setdefault(pin, live)
    return Pins(tuple(kept), tuple(kept.values()), conflicts, tuple(orphans))


def _clashes(pins: Sequence[Pin], groups: Iterable[Sequence[int]]) -> list[list[int]]:
    """Groups of pins that share segments without being equal, each group as a whole."""
    parent = list(range(len(pins)))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    touched = set()
    for group in groups:
        if len({pins[n] for n in group}) > 1:
            for n in group:
                parent[root(n)] = root(group[0])
                touched.add(n)
    members: dict[int, list[int]] = {}
    for n in sorted(touched):
        members.setdefault(root(n), []).append(n)
    return list(members.values())


def wide(live: Live) -> bool:
    """Whether a verdict reaches beyond its place: then it applies by its key alone."""
    return live.event.kind == EventKind.VERDICT and values.text(live.event.value, "scope") in WIDE


def place(state: State, workings: Workings) -> tuple[list[Placed], tuple[Orphan, ...]]:
    """Every live decision that is no pin at its bead of today, and the orphans. `workings` fit
    the texts and beads."""
    known, anchoring = workings.placed, workings.anchoring
    assert anchoring is not None
    placed: list[Placed] = []
    orphans: list[Orphan] = []
    for live in state.live:
        slot = (live.event.id, live.slot)
        if slot in known:
            at = known[slot]
        elif live.event.kind in ALIGNMENT_KINDS or wide(live):
            continue
        else:
            at = known[slot] = _placed(live, anchoring, workings)
        if at is None:
            orphans.append(_orphan(live, anchoring, "its text is gone"))
        else:
            placed.append(at)
    return placed, tuple(orphans)


def situated(conflict: Conflict, workings: Workings) -> Conflict:
    """A conflict of pins with the first bead that holds a segment they are about."""
    anchoring = workings.anchoring
    assert anchoring is not None
    beads = [
        workings.holder[side][index]
        for live in conflict.decisions
        for side, index in _held(*found_sides(anchoring, live.target, live.event.snap))
    ]
    return replace(conflict, bead=min(beads)) if beads else conflict


def _placed(live: Live, anchoring: Anchoring, workings: Workings) -> Placed | None:
    bitext, holder = workings.bitext, workings.holder
    assert bitext is not None
    en, es = found_sides(anchoring, live.target, live.event.snap)
    here: Counter[int] = Counter()
    here.update(holder["en"][f.index] for f in en if f)
    here.update(holder["es"][f.index] for f in es if f)
    if not here:
        return None
    bead_index = min(here, key=lambda b: (-here[b], b))
    bead = bitext.beads[bead_index]
    exact = (
        all(f is not None and f.exact for f in (*en, *es))
        and tuple(sorted(f.index for f in en if f)) == bead.en
        and tuple(sorted(f.index for f in es if f)) == bead.es
    )
    return Placed(live, bead_index, exact, _held(en, es))


def _orphan(live: Live, anchoring: Anchoring, why: str) -> Orphan:
    was = wording(anchoring, live.target.en), wording(anchoring, live.target.es)
    return Orphan(live, was, why)


def _held(en: Iterable[Found | None], es: Iterable[Found | None]) -> frozenset[tuple[Side, int]]:
    english: list[tuple[Side, int]] = [("en", f.index) for f in en if f]
    spanish: list[tuple[Side, int]] = [("es", f.index) for f in es if f]
    return frozenset((*english, *spanish))
