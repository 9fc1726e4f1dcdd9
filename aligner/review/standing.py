"""What the decisions at one bead amount to.

What always holds: live decisions that contradict each other on shared segments are a conflict and
the bead then counts as needing work; a second sign-off counts only from another name than the
one who accepted, pinned or justified, at the present digests, while the bead is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from aligner.review import values
from aligner.review.attachment import wording
from aligner.review.event import Event, EventKind
from aligner.review.placed import Placed
from aligner.review.reanchoring import Anchoring
from aligner.review.review import (
    Agreement,
    BeadState,
    Conflict,
    Proposal,
    Query,
    Standing,
    Word,
)
from aligner.review.state import STATUS_KINDS, Live, essence_of, topic_of


def same_person(a: str, b: str) -> bool:
    """Whether two reviewer names are one label: case and blanks do not count."""
    return " ".join(a.split()).casefold() == " ".join(b.split()).casefold()


def stand(
    bead: int,
    empty: bool,
    placed: Sequence[Placed],
    anchoring: Anchoring,
    *,
    changed_by: Iterable[str] = (),
    answers: Mapping[str, Sequence[Live]] | None = None,
    numbers: Mapping[str, str] | None = None,
    events: Mapping[str, Event] | None = None,
) -> tuple[BeadState, tuple[Conflict, ...]]:
    """The state of one bead from the decisions at it, and the contradictions among them.

    `changed_by` are those who pinned the bead; `answers` the live answers by the query's id;
    `numbers` the numbers of live queries by id; `events` all events of the journal by id.
    """
    of_kind: dict[str, list[Placed]] = {}
    for each in placed:
        of_kind.setdefault(each.live.event.kind, []).append(each)
    status = [each for kind in STATUS_KINDS for each in of_kind.get(kind, ())]
    conflicts = _conflicts(bead, placed)
    clashing = {topic for topic, _ in conflicts}
    conflicted = ("status",) in clashing
    fresh = [each for each in status if each.exact] or status
    state = Standing.OPEN
    if fresh:
        accepted = all(each.live.event.kind == EventKind.ACCEPT for each in fresh)
        state = Standing.ACCEPTED if accepted and not conflicted else Standing.NEEDS_WORK
    stale = bool(status) and not any(each.exact for each in status)
    shown = [each.live.event for each in fresh]
    justified = ""
    if empty and state is Standing.ACCEPTED and not stale:
        justified = next((text for e in shown if (text := values.text(e.value, "justified"))), "")
    old = next((each.live for each in fresh), None) if stale else None
    confirmed = state is Standing.ACCEPTED and not stale
    return BeadState(
        bead=bead,
        state=state,
        by=_names(shown),
        role=_joined(event.role for event in shown),
        at=max((event.at for event in shown), default=""),
        reason=_joined(values.text(event.value, "reason") for event in shown),
        stale=stale,
        was=(wording(anchoring, old.target.en), wording(anchoring, old.target.es)) if old else None,
        signed_by=_signers(of_kind, shown, changed_by, events or {}) if confirmed else (),
        agreement=_agreement(of_kind.get(EventKind.AGREEMENT, ())),
        assignment=_joined(
            values.text(each.live.event.value, "to")
            for each in of_kind.get(EventKind.ASSIGNMENT, ())
        ),
        justified=justified,
        notes=tuple(
            sorted((_word(each) for each in _remarks(of_kind, numbers or {})), key=_by_time)
        ),
        queries=tuple(
            sorted(
                (
                    query_of(each, answers or {}, numbers or {})
                    for each in of_kind.get(EventKind.QUERY, ())
                ),
                key=lambda query: (query.at, query.id),
            )
        ),
        proposals=tuple(
            sorted(
                (_proposal(each) for each in of_kind.get(EventKind.PROPOSAL, ())),
                key=lambda proposal: (proposal.at, proposal.id),
            )
        ),
        conflicted=conflicted,
        decisions=tuple(each.live for each in placed),
    ), tuple(conflict for _, conflict in conflicts)


def _conflicts(bead: int, placed: Sequence[Placed]) -> list[tuple[tuple[str, ...], Conflict]]:
    """Contradictions by topic; verdicts are judged where their findings are (verdicts.py)."""
    topics: dict[tuple[str, ...], list[Placed]] = {}
    for each in placed:
        topic = topic_of(each.live.event)
        if topic and topic[0] != "verdict":
            topics.setdefault(topic, []).append(each)
    out = []
    for topic, group in topics.items():
        if len({essence_of(each.live.event) for each in group}) < 2:
            continue
        clashing = [
            each
            for each in group
            if any(
                essence_of(other.live.event) != essence_of(each.live.event)
                and other.segments & each.segments
                for other in group
            )
        ]
        if clashing:
            lives = tuple(each.live for each in clashing)
            out.append((topic, Conflict(topic[0], bead, lives)))
    return out


def _signers(
    of_kind: Mapping[str, Sequence[Placed]],
    accepted: Sequence[Event],
    changed_by: Iterable[str],
    events: Mapping[str, Event],
) -> tuple[str, ...]:
    changers = [*changed_by]
    changers += [event.by for event in accepted if values.text(event.value, "justified")]
    signers = []
    for each in of_kind.get(EventKind.SIGN_OFF, ()):
        name = each.live.event.by
        second = any(not same_person(name, event.by) for event in accepted)
        own = any(same_person(name, other) for other in changers)
        lasting = _still_signed(each.live.event, accepted, events)
        if each.exact and second and not own and lasting and name not in signers:
            signers.append(name)
    return tuple(sorted(signers))


def _still_signed(sign_off: Event, accepted: Sequence[Event], events: Mapping[str, Event]) -> bool:
    """Whether the acceptance that was signed off still holds: it, or an acceptance that took its
    place directly. Where somebody objected in between, it must be signed off anew."""
    signed = sign_off.value.get("accepts")
    if not isinstance(signed, list):
        return True
    waiting = list(accepted)
    seen: set[str] = set()
    while waiting:
        event = waiting.pop()
        if event.id in signed:
            return True
        for name in event.replaces:
            earlier = events.get(name)
            if earlier is not None and earlier.kind == EventKind.ACCEPT and name not in seen:
                seen.add(name)
                waiting.append(earlier)
    return False


def _agreement(placed: Sequence[Placed]) -> Agreement:
    """The stage that the live decisions name; of contradicting ones the least far."""
    stages = [values.text(each.live.event.value, "stage") for each in placed]
    known = [stage for stage in Agreement if stage in stages]
    return known[0] if known else Agreement.OPEN


def _names(events: Iterable[Event]) -> str:
    return _joined(event.by for event in events)


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(sorted({text for text in texts if text}))


def _remarks(of_kind: Mapping[str, Sequence[Placed]], queries: Mapping[str, str]) -> list[Placed]:
    """The notes, and the answers whose query is not live: they must not vanish with it."""
    lone = [
        each
        for each in of_kind.get(EventKind.ANSWER, ())
        if values.text(each.live.event.value, "query") not in queries
    ]
    return [*of_kind.get(EventKind.NOTE, ()), *lone]


def _by_time(word: Word) -> tuple[str, str]:
    return word.at, word.id


def _word(placed: Placed) -> Word:
    return word_of(placed.live.event, stale=not placed.exact)


def word_of(event: Event, *, stale: bool = False) -> Word:
    """What a note or an answer says."""
    return Word(
        event.id,
        event.by,
        event.role,
        event.at,
        values.text(event.value, "text"),
        values.shared(event.value),
        stale,
    )


def query_of(
    placed: Placed, answers: Mapping[str, Sequence[Live]], numbers: Mapping[str, str]
) -> Query:
    """The query that `placed` asks, with its live answers and its number, both by event id."""
    event = placed.live.event
    given = sorted((live.event for live in answers.get(event.id, ())), key=lambda e: (e.at, e.id))
    return Query(
        id=event.id,
        number=numbers.get(event.id, ""),
        by=event.by,
        role=event.role,
        at=event.at,
        addressee=values.text(event.value, "addressee"),
        question=values.text(event.value, "question"),
        options=values.wordings(event.value, "options"),
        due=values.text(event.value, "due"),
        answers=tuple(word_of(answer) for answer in given),
        open=not any(answer.value.get("closes", True) is True for answer in given),
        shared=values.shared(event.value),
        stale=not placed.exact,
    )


def _proposal(placed: Placed) -> Proposal:
    event = placed.live.event
    return Proposal(
        id=event.id,
        by=event.by,
        role=event.role,
        at=event.at,
        side=values.text(event.value, "side"),
        reads=values.text(event.value, "reads"),
        text=values.text(event.value, "text"),
        reason=values.text(event.value, "reason"),
        shared=values.shared(event.value),
        stale=not placed.exact,
    )
