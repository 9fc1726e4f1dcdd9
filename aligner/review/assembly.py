"""A review, put together in one order: events, re-anchoring, pins, alignment, checks, verdicts.

What always holds: this one function serves the UI, the command line and the tests; equal texts,
events and settings give an equal review, whatever the order of the events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from aligner.alignment.bead import Bitext, Pin
from aligner.divergence.divergence import Divergence
from aligner.divergence.settings import Settings
from aligner.glossary.concept import Glossary
from aligner.review import values
from aligner.review.attachment import Pins, pins_of, place, situated
from aligner.review.event import Event, EventKind
from aligner.review.placed import Placed
from aligner.review.reanchoring import Anchoring
from aligner.review.review import BeadState, Conflict, Query, Review
from aligner.review.standing import query_of, stand
from aligner.review.state import Live, State, state_of
from aligner.review.verdicts import judge_findings, with_gaps
from aligner.review.workings import Workings
from aligner.text.document import Document

Aligning = Callable[[Document, Document, Sequence[Pin]], Bitext]
"""Aligns two documents under pins; what else it needs (evidence, memory, a cache) it holds."""

Checking = Callable[[Bitext], Sequence[Divergence]]
"""Checks a bitext; glossary, settings and a cache it holds itself."""


def assemble(
    en: Document,
    es: Document,
    events: Iterable[Event],
    *,
    document: str,
    glossary: Glossary | None = None,
    settings: Settings | None = None,
    memory: Sequence[tuple[str, str]] = (),
    align: Aligning | None = None,
    check: Checking | None = None,
    problems: Sequence[str] = (),
) -> Review:
    """The review of `document` from its two texts and its journal's events.

    `align` and `check` stand in for the engines (a cache, a worker process); without them the
    engines run here, with `glossary`, `settings` and `memory`. `problems` of reading the journal
    are passed on.
    """
    state = state_of(events)
    anchoring = Anchoring(state.snapshots, en, es)
    pins = pins_of(state, anchoring)
    if align is None:
        align = aligning(glossary, memory)
    if check is None:
        check = checking(glossary, settings)
    bitext = align(en, es, pins.pins)
    return attach(
        document, bitext, check(bitext), state, anchoring, pins=pins, problems=tuple(problems)
    )


def aligning(glossary: Glossary | None = None, memory: Sequence[tuple[str, str]] = ()) -> Aligning:
    """The engine of alignment with the evidence of `glossary` and `memory`."""

    def work(en: Document, es: Document, pins: Sequence[Pin]) -> Bitext:
        # Loaded here: numpy comes with it, and a cached result needs neither.
        from aligner.alignment.align import align
        from aligner.glossary.evidence import evidence

        bitext: Bitext = align(
            en, es, pins=pins, evidence=evidence(glossary) if glossary else (), memory=memory
        )
        return bitext

    return work


def checking(glossary: Glossary | None = None, settings: Settings | None = None) -> Checking:
    """The checks under `glossary` and `settings`."""

    def work(bitext: Bitext) -> Sequence[Divergence]:
        # Loaded here: the checks bring their tables, and a cached result needs none.
        from aligner.divergence.check import check

        return check(bitext, glossary, settings)

    return work


def attach(
    document: str,
    bitext: Bitext,
    divergences: Sequence[Divergence],
    state: State,
    anchoring: Anchoring,
    *,
    pins: Pins | None = None,
    problems: tuple[str, ...] = (),
    provisional: bool = False,
    workings: Workings | None = None,
) -> Review:
    """The review that `state` makes of a bitext already aligned and checked. `workings`, kept from
    one call to the next, make it cheap enough to answer each action of a person at once."""
    if pins is None:
        pins = pins_of(state, anchoring)
    workings = workings or Workings()
    workings.fit(document, bitext, divergences, anchoring)
    placed, orphans = place(state, workings)
    beads, conflicts = _beads(bitext, state, placed, pins, anchoring, workings)
    lost = [o.decision for o in orphans if o.decision.event.kind == EventKind.QUERY]
    findings, clashes, idle = judge_findings(state, placed, workings)
    findings, beads = with_gaps(findings, beads, workings.empty)
    return Review(
        document=document,
        bitext=bitext,
        findings=findings,
        beads=beads,
        state=state,
        anchoring=anchoring,
        pins=pins.pins,
        conflicts=(*(situated(c, workings) for c in pins.conflicts), *conflicts, *clashes),
        orphans=(*pins.orphans, *orphans),
        idle=idle,
        lost_queries=_lost(state, lost),
        problems=(*problems, *_problems(state)),
        reading_problems=problems,
        snapshot=anchoring.current,
        provisional=provisional,
    )


def _beads(
    bitext: Bitext,
    state: State,
    placed: Sequence[Placed],
    pins: Pins,
    anchoring: Anchoring,
    workings: Workings,
) -> tuple[tuple[BeadState, ...], tuple[Conflict, ...]]:
    here: dict[int, list[Placed]] = {}
    for each in placed:
        here.setdefault(each.bead, []).append(each)
    answers, numbers = _threads(state)
    changed = dict(zip(pins.pins, pins.sources, strict=True))
    states = list(workings.untouched)
    conflicts: list[Conflict] = []
    for index in sorted(here):
        bead, decisions = bitext.beads[index], here[index]
        source = changed.get(Pin(bead.en, bead.es))
        by = source.event.by if source else None
        asked = any(each.live.event.kind in _THREAD_KINDS for each in decisions)
        # A query depends on others' answers and numbers; everything else on these alone.
        mark = None if asked else (by, [id(each) for each in decisions])
        known = workings.stood.get(index)
        if known is None or mark is None or known[0] != mark:
            one, against = stand(
                index,
                bead.empty,
                decisions,
                anchoring,
                changed_by=() if by is None else (by,),
                answers=answers,
                numbers=numbers,
                events=state.events,
            )
            known = workings.stood[index] = (mark, one, against)
        states[index] = known[1]
        conflicts += known[2]
    return tuple(states), tuple(conflicts)


def _lost(state: State, lives: Sequence[Live]) -> tuple[Query, ...]:
    """The queries among the orphans."""
    if not lives:
        return ()
    answers, numbers = _threads(state)
    return tuple(query_of(Placed(live, -1, False), answers, numbers) for live in lives)


_THREAD_KINDS = frozenset({EventKind.QUERY, EventKind.ANSWER})


def _threads(state: State) -> tuple[dict[str, list[Live]], dict[str, str]]:
    """The live answers by the id of their query, and the numbers of the live queries."""
    answers: dict[str, list[Live]] = {}
    live_queries = set()
    for live in state.live:
        if live.event.kind == EventKind.ANSWER and not live.slot:
            answers.setdefault(values.text(live.event.value, "query"), []).append(live)
        elif live.event.kind == EventKind.QUERY:
            live_queries.add(live.event.id)
    numbers = query_numbers(state)
    return answers, {name: numbers[name] for name in live_queries if name in numbers}


def query_numbers(state: State) -> dict[str, str]:
    """The number of each query, undone ones too, by event id. Two branches may have given one
    number twice: the second by id gets a letter (`3b`), on every machine the same."""
    wanted: dict[int, list[str]] = {}
    for name, event in state.events.items():
        if event.kind == EventKind.QUERY and not event.undoes:
            wanted.setdefault(values.number(event.value, "number") or 0, []).append(name)
    numbers = {}
    for number, names in wanted.items():
        for n, name in enumerate(sorted(names)):
            numbers[name] = f"{number}{_letters(n)}"
    return numbers


def _letters(n: int) -> str:
    """Nothing for the first, then b, c, ... z, 27, 28, ..."""
    if not n:
        return ""
    return chr(ord("a") + n) if n < 26 else f".{n + 1}"


def _problems(state: State) -> tuple[str, ...]:
    lines = [
        f"the journal holds two different events with the id {name}; neither counts"
        for name in state.corrupt
    ]
    lines += [
        f"event {name} is of a kind that this version does not know "
        f"({state.events[name].kind}); it is kept"
        for name in state.unknown
    ]
    lines += [
        f"event {name} refers to {missing}, which the journal does not hold; it is kept"
        for name, missing in state.absent
    ]
    return tuple(lines)
