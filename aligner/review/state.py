"""The state of a journal: a function of the *set* of its events.

What always holds: line order, clock and duplicated lines change nothing, so that two branches
merged by git in either direction agree. An event is active unless an active event undoes it; a
decision is live on a target if it is active and no active decision replaces it there. A reference
to an absent event is kept and reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from aligner.review.event import Event, EventKind
from aligner.review.target import Target

ALIGNMENT_KINDS = frozenset(
    {
        EventKind.PIN,
        EventKind.UNPIN,
        EventKind.MERGE,
        EventKind.SPLIT,
        EventKind.MOVE,
        EventKind.LINK,
        EventKind.UNLINK,
    }
)
STATUS_KINDS = frozenset({EventKind.ACCEPT, EventKind.NEEDS_WORK})
KNOWN_KINDS = frozenset(EventKind)


@dataclass(frozen=True, slots=True)
class Live:
    """A live decision on one of its event's targets. `slot` counts the targets from 0."""

    event: Event
    slot: int
    target: Target


@dataclass(frozen=True, slots=True)
class State:
    """What a set of events amounts to.

    `events` are in the order read (for `u` alone, nothing else may look at it); `live` is sorted
    by event id and slot; `absent` holds (event, id that it names and the journal does not hold);
    `corrupt` the ids under which two different contents stand (neither is believed); `unknown`
    the events of kinds that this version does not know.
    """

    events: Mapping[str, Event] = field(default_factory=dict)
    active: frozenset[str] = frozenset()
    live: tuple[Live, ...] = ()
    snapshots: Mapping[str, Event] = field(default_factory=dict)
    absent: tuple[tuple[str, str], ...] = ()
    corrupt: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def state_of(events: Iterable[Event]) -> State:
    """The state that `events` amount to, whatever their order and however often each comes."""
    known, corrupt = _distinct(events)
    active = _active(known)
    replaced, wholly = _replaced(known, active)
    live = []
    for name in sorted(active):
        event = known[name]
        if event.undoes or event.kind == EventKind.SNAPSHOT or event.kind not in KNOWN_KINDS:
            continue
        if name in wholly:
            continue
        gone = replaced.get(name, ())
        live += [
            Live(event, slot, target)
            for slot, target in enumerate(event.targets)
            if slot not in gone
        ]
    return State(
        events=known,
        active=active,
        live=tuple(live),
        snapshots={name: e for name, e in known.items() if e.kind == EventKind.SNAPSHOT},
        absent=_absent(known),
        corrupt=tuple(sorted(corrupt)),
        unknown=tuple(sorted(n for n, e in known.items() if e.kind not in KNOWN_KINDS)),
    )


def _distinct(events: Iterable[Event]) -> tuple[dict[str, Event], set[str]]:
    """Each id once, and the ids under which different contents stand; these are left out."""
    known: dict[str, Event] = {}
    corrupt: set[str] = set()
    for event in events:
        before = known.setdefault(event.id, event)
        if before is not event and before != event:
            corrupt.add(event.id)
    for name in corrupt:
        del known[name]
    return known, corrupt


def _active(events: Mapping[str, Event]) -> frozenset[str]:
    """The active events. Undoing is a graph; it is solved from the events that nothing undoes.
    Events that undo each other in a circle (no honest program writes them) stay active, so that
    nothing is hidden."""
    undoers: dict[str, list[str]] = {}
    for name, event in events.items():
        if event.undoes in events:
            undoers.setdefault(event.undoes, []).append(name)
    if not undoers:
        return frozenset(events)
    waiting = {name: len(undoers.get(name, ())) for name in events}
    settled: dict[str, bool] = {}
    ready = [name for name, count in waiting.items() if not count]
    while ready:
        name = ready.pop()
        if name in settled:
            continue
        settled[name] = not any(settled.get(by, False) for by in undoers.get(name, ()))
        undone = events[name].undoes
        if undone not in events or undone in settled:
            continue
        waiting[undone] -= 1
        # One active undoer settles the matter; an inactive one only when it is the last.
        if settled[name] or not waiting[undone]:
            ready.append(undone)
    return frozenset(name for name in events if settled.get(name, True))


def _replaced(
    events: Mapping[str, Event], active: frozenset[str]
) -> tuple[dict[str, set[int]], set[str]]:
    """Which targets of which events an active decision replaces, and which events wholly.

    A decision on one of the many beads of a bulk action replaces it there alone: `slots` says
    where. Without `slots` the whole event is replaced.
    """
    parts: dict[str, set[int]] = {}
    wholly: set[str] = set()
    for name in active:
        event = events[name]
        if event.undoes:
            continue
        for earlier in event.replaces:
            if earlier == name:
                continue
            slots = event.slots.get(earlier)
            if slots is None:
                wholly.add(earlier)
            else:
                parts.setdefault(earlier, set()).update(slots)
    return parts, wholly


def _absent(events: Mapping[str, Event]) -> tuple[tuple[str, str], ...]:
    missing: set[tuple[str, str]] = set()
    for name, event in events.items():
        named = (*event.replaces, event.undoes, event.snap)
        missing.update((name, other) for other in named if other and other not in events)
    return tuple(sorted(missing))


def topic_of(event: Event) -> tuple[str, ...]:
    """What a decision decides: two live ones of one topic on one bead agree or conflict. Empty for
    what never conflicts (notes, queries, answers, sign-offs)."""
    if event.kind in STATUS_KINDS:
        return ("status",)
    if event.kind == EventKind.VERDICT:
        key, nth = event.value.get("divergence", ""), event.value.get("nth", "")
        wide = event.value.get("scope") in ("document", "always")
        return ("verdict", str(key), "" if wide else str(nth), "wide" if wide else "")
    if event.kind in (EventKind.AGREEMENT, EventKind.ASSIGNMENT):
        return (event.kind,)
    if event.kind == EventKind.PROPOSAL:
        return ("proposal", str(event.value.get("side", "")))
    if event.kind in ALIGNMENT_KINDS:
        return ("pins",)
    return ()


def essence_of(event: Event) -> tuple[str, ...]:
    """The part of a decision in which two can contradict each other: reasons may differ."""
    value = event.value
    if event.kind == EventKind.VERDICT:
        verdict = str(value.get("verdict", ""))
        return (verdict, str(value.get("proposed", "")) if verdict.startswith("mend") else "")
    if event.kind == EventKind.AGREEMENT:
        return (str(value.get("stage", "")),)
    if event.kind == EventKind.ASSIGNMENT:
        return (str(value.get("to", "")),)
    if event.kind == EventKind.PROPOSAL:
        return (str(value.get("text", "")),)
    return (event.kind,)
