"""Verdicts brought to the divergences of today.

What always holds: a verdict on a place applies where its target is now and the bead has a
divergence with its key, however much else changed; a verdict on the document or for always
applies by its key alone, and one on the place goes before it. A verdict that meets no divergence
is idle, kept and shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aligner.review import values
from aligner.review.attachment import wide
from aligner.review.event import Event, EventKind
from aligner.review.placed import Placed
from aligner.review.review import BeadState, Conflict, Finding, Scope, Verdict
from aligner.review.state import Live, State, essence_of
from aligner.review.workings import Slot, Workings

GAP = "gap"
"""The check whose finding on an empty bead is the same question as the bead's justification."""

_SETTLED = frozenset(Verdict) - {Verdict.OPEN}


def judge_findings(
    state: State, placed: Iterable[Placed], workings: Workings
) -> tuple[tuple[Finding, ...], tuple[Conflict, ...], tuple[Live, ...]]:
    """The findings with their verdicts, contradicting verdicts, and idle verdicts. `workings` fit
    the divergences."""
    local: dict[tuple[int, str], list[Placed]] = {}
    for each in placed:
        if each.live.event.kind == EventKind.VERDICT:
            key = values.text(each.live.event.value, "divergence")
            local.setdefault((each.bead, key), []).append(each)
    broad: dict[str, list[Placed]] = {}
    for live in state.live:
        if wide(live):
            key = values.text(live.event.value, "divergence")
            broad.setdefault(key, []).append(Placed(live, -1, True))
    used: set[Slot] = set()
    findings = list(workings.plain)
    conflicts: list[Conflict] = []
    if local or broad:
        for n, (place, nth, total) in enumerate(workings.ranks):
            if place not in local and place[1] not in broad:
                continue
            here = _applying(local.get(place, ()), nth, total)
            reaching = broad.get(place[1], [])
            used.update((each.live.event.id, each.live.slot) for each in (*here, *reaching))
            finding = findings[n] = _judged(findings[n], here or reaching)
            if finding.conflicted:
                conflicts.append(Conflict("verdict", place[0], finding.decisions))
    every = [each for group in (*local.values(), *broad.values()) for each in group]
    idle = [
        each.live
        for each in every
        if (each.live.event.id, each.live.slot) not in used
        and values.text(each.live.event.value, "scope") != Scope.ALWAYS
    ]
    return (
        tuple(findings),
        tuple(conflicts),
        tuple(sorted(idle, key=lambda live: (live.event.id, live.slot))),
    )


def _applying(placed: Sequence[Placed], nth: int, total: int) -> list[Placed]:
    """The verdicts on the `nth` of `total` equal divergences of a bead. A verdict that names no
    number is on all of them; one whose number is gone moves to the last one if nobody is there."""
    named = [(each, values.number(each.live.event.value, "nth")) for each in placed]
    here = [each for each, number in named if number is None or number == nth]
    if not here and nth == total - 1:
        here = [each for each, number in named if number is not None and number >= total]
    return here


def _judged(finding: Finding, placed: Sequence[Placed]) -> Finding:
    """`finding`, which has no verdict yet, with those in `placed`."""
    if not placed:
        return finding
    divergence, name = finding.divergence, finding.fingerprint
    events = [each.live.event for each in placed]
    if not any(values.text(event.value, "verdict") in _SETTLED for event in events):
        return Finding(divergence, name, decisions=tuple(each.live for each in placed))
    words = sorted(events, key=lambda event: (event.at, event.id))[-1]
    scope = values.text(words.value, "scope")
    return Finding(
        divergence,
        name,
        state=_verdict(words),
        reason=values.text(words.value, "reason"),
        by=", ".join(sorted({event.by for event in events})),
        role=words.role,
        at=words.at,
        proposed=values.text(words.value, "proposed"),
        scope=Scope(scope) if scope in frozenset(Scope) else Scope.PLACE,
        shared=values.shared(words.value),
        stale=not any(each.exact for each in placed),
        conflicted=len({essence_of(event) for event in events}) > 1,
        decisions=tuple(each.live for each in placed),
    )


def _verdict(event: Event) -> Verdict:
    word = values.text(event.value, "verdict")
    return Verdict(word) if word in _SETTLED else Verdict.OPEN


def with_gaps(
    findings: tuple[Finding, ...], beads: tuple[BeadState, ...], empty: frozenset[int]
) -> tuple[tuple[Finding, ...], tuple[BeadState, ...]]:
    """One answer to one question: a justified empty bead settles its gap finding as intended, and
    a gap found intended justifies its bead. `empty` are the numbers of the empty beads."""
    if not empty:
        return findings, beads
    settled = list(findings)
    states = list(beads)
    for n, finding in enumerate(findings):
        bead = finding.divergence.bead
        if bead not in empty or finding.divergence.check != GAP:
            continue
        state = states[bead]
        if state.justified and finding.state is Verdict.OPEN:
            settled[n] = Finding(
                finding.divergence,
                finding.fingerprint,
                Verdict.INTENDED,
                state.justified,
                state.by,
                state.role,
                state.at,
            )
        elif (
            finding.state is Verdict.INTENDED
            and not (finding.stale or finding.conflicted)
            and not state.justified
        ):
            states[bead] = replace(state, justified=finding.reason or "intended")
    return tuple(settled), tuple(states)
