"""Verdicts brought to the divergences of today.

What always holds: a verdict on a place applies where its target is now and the bead has a
divergence with its key, however much else changed; a verdict on the document or for always
applies by its key alone, and one on the place goes before it. A verdict that meets no divergence
is idle, kept and shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from aligner.divergence.divergence import Divergence
from aligner.review import values
from aligner.review.attachment import Placed, wide
from aligner.review.event import Event, EventKind
from aligner.review.fingerprint import fingerprints
from aligner.review.review import BeadState, Conflict, Finding, Scope, Verdict
from aligner.review.state import Live, State, essence_of

GAP = "gap"
"""The check whose finding on an empty bead is the same question as the bead's justification."""

_SETTLED = frozenset(Verdict) - {Verdict.OPEN}


def judge_findings(
    document: str,
    divergences: Sequence[Divergence],
    state: State,
    placed: Iterable[Placed],
) -> tuple[tuple[Finding, ...], tuple[Conflict, ...], tuple[Live, ...]]:
    """The findings with their verdicts, contradicting verdicts, and idle verdicts."""
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
    totals: dict[tuple[int, str], int] = {}
    for divergence in divergences:
        place = (divergence.bead, divergence.key)
        totals[place] = totals.get(place, 0) + 1
    seen: dict[tuple[int, str], int] = {}
    used: set[tuple[str, int]] = set()
    findings: list[Finding] = []
    conflicts: list[Conflict] = []
    names = fingerprints(document, divergences)
    for divergence, name in zip(divergences, names, strict=True):
        place = (divergence.bead, divergence.key)
        nth = seen.get(place, 0)
        seen[place] = nth + 1
        here = _applying(local.get(place, ()), nth, totals[place])
        verdicts = here or broad.get(divergence.key, [])
        used.update(
            (each.live.event.id, each.live.slot) for each in (*here, *broad.get(divergence.key, ()))
        )
        finding = _finding(divergence, name, verdicts)
        findings.append(finding)
        if finding.conflicted:
            conflicts.append(Conflict("verdict", divergence.bead, finding.decisions))
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


def _finding(divergence: Divergence, name: str, placed: Sequence[Placed]) -> Finding:
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
    findings: Sequence[Finding], beads: Sequence[BeadState], empty: Mapping[int, bool]
) -> tuple[tuple[Finding, ...], tuple[BeadState, ...]]:
    """One answer to one question: a justified empty bead settles its gap finding as intended, and
    a gap found intended justifies its bead."""
    settled = list(findings)
    states = list(beads)
    for n, finding in enumerate(findings):
        bead = finding.divergence.bead
        if finding.divergence.check != GAP or not empty.get(bead, False):
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
            states[bead] = _justified(state, finding.reason or "intended")
    return tuple(settled), tuple(states)


def _justified(state: BeadState, reason: str) -> BeadState:
    return replace(state, justified=reason)
