"""A person at work on one review: actions, undo, redo.

What always holds: an event reaches the records before it counts here, so a failed write changes
nothing; `undo` takes back one's own last active action in this document and never another
person's; an action answers at once, without aligning again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol
from uuid import uuid4

from aligner.alignment.bead import Bitext, Pin
from aligner.divergence.divergence import Divergence
from aligner.errors import UsageError
from aligner.review.actions import Actions
from aligner.review.assembly import Aligning, Checking, attach
from aligner.review.attachment import pins_of
from aligner.review.carrying import carry
from aligner.review.drafting import Drafting, Stamp
from aligner.review.event import Event, EventKind
from aligner.review.reanchoring import Anchoring
from aligner.review.review import Review
from aligner.review.standing import same_person
from aligner.review.state import state_of
from aligner.review.workings import Workings


class Records(Protocol):
    """Where events go. `append` returns when it has taken the event on (kept it, or queued it for
    a writer that reports later) and raises RecordError when it cannot."""

    def append(self, event: Event) -> None:
        """Take `event` on."""


_MOST_SEEN = 40


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class _Seen:
    """An alignment that was in force, with all that hangs on it."""

    bitext: Bitext
    divergences: tuple[Divergence, ...]
    provisional: bool
    workings: Workings


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A snapshot that is not written yet, the snapshots beside which it was made, and the ways
    from all of them to today's texts."""

    snapshot: Event
    beside: frozenset[str]
    anchoring: Anchoring

    @property
    def names(self) -> frozenset[str]:
        """All snapshots, this one too."""
        return self.beside | {self.snapshot.id}


class Session(Actions):
    """The actions of one reviewer on one document.

    `align` and `check` run after an alignment edit; without them the edit is applied to the
    bitext at hand, the review is `provisional`, and `adopt` takes the full result when a worker
    has it. `now` gives RFC 3339 in UTC, `new_id` a UUID 4.
    """

    def __init__(
        self,
        review: Review,
        records: Records,
        *,
        by: str = "",
        role: str = "",
        align: Aligning | None = None,
        check: Checking | None = None,
        now: Callable[[], str] = _now,
        new_id: Callable[[], str] = lambda: str(uuid4()),
    ) -> None:
        self.review = review
        self.by = by
        self.role = role
        self._records = records
        self._align = align
        self._check = check
        self._now = now
        self._new_id = new_id
        self._drafting = Drafting(review)
        self._events: dict[str, Event] = dict(review.state.events)
        self._seen: dict[frozenset[Pin], _Seen] = {}
        self._workings = Workings()
        self._prepared: _Prepared | None = None
        self._remember()

    # Writing

    def prepare(self) -> None:
        """Does beforehand what the first decision on these texts needs (their snapshot, and what
        hangs on it), so that the key press that decides is answered at once. Writes nothing."""
        review = self.review
        anchoring = review.anchoring
        if not review.snapshot:
            anchoring = self._prepared_anchoring(review)
        self._workings.fit(review.document, review.bitext, review.divergences, anchoring)

    def _prepared_anchoring(self, review: Review) -> Anchoring:
        if (prepared := self._ready()) is not None:
            return prepared.anchoring
        stamp = Stamp(self._new_id(), self._now(), self.by, self.role)
        snapshot = self._drafting.snapshot(review, stamp)
        known = review.state.snapshots
        # Nothing below is written anywhere: it is all made again if it no longer fits.
        anchoring = Anchoring({**known, snapshot.id: snapshot}, review.bitext.en, review.bitext.es)
        anchoring.prepare(snapshot.id)
        self._prepared = _Prepared(snapshot, frozenset(known), anchoring)
        return anchoring

    def _ready(self) -> _Prepared | None:
        """What was prepared, as long as nobody else has put a snapshot beside it."""
        prepared = self._prepared
        if prepared is not None and prepared.beside == self.review.state.snapshots.keys():
            return prepared
        return None

    def _stamp(self) -> Stamp:
        if not self.by.strip():
            raise UsageError("say who you are first: --reviewer NAME, or git's user.name")
        return Stamp(self._new_id(), self._now(), self.by, self.role)

    def commit(self, event: Event) -> Event:
        """Writes `event` (after a snapshot, where these texts have none yet) and takes it into the
        review. Returns it as written. Raises RecordError, and then nothing has changed."""
        snap = self.review.snapshot
        written = []
        if not snap:
            stamp, prepared = self._stamp(), self._ready()
            if prepared is None:
                snapshot = self._drafting.snapshot(self.review, stamp)
            else:
                made = prepared.snapshot
                snapshot = replace(made, at=stamp.at, by=stamp.by, role=stamp.role)
            self._records.append(snapshot)
            self._events[snapshot.id] = snapshot
            written.append(snapshot)
            snap = snapshot.id
        event = replace(event, snap=snap)
        try:
            self._records.append(event)
            self._events[event.id] = event
            written.append(event)
        finally:
            if written:
                self._rebuild()
        return event

    def forget(self, ids: Iterable[str]) -> Review:
        """Takes out events that the writer could not write after all."""
        for name in ids:
            self._events.pop(name, None)
        return self._rebuild()

    def reload(self, events: Iterable[Event]) -> Review:
        """Takes in what others have written to the journal since; own events stay."""
        for event in events:
            self._events.setdefault(event.id, event)
        return self._rebuild()

    def adopt(self, bitext: Bitext, divergences: Sequence[Divergence]) -> bool:
        """Takes a worker's full alignment and check, if they are of the texts and pins in force;
        else drops them and returns False."""
        current = self.review.bitext
        same = bitext.en.digests == current.en.digests and bitext.es.digests == current.es.digests
        pinned = {Pin(bead.en, bead.es) for bead in bitext.beads if bead.pinned}
        if not same or pinned != set(self.review.pins):
            return False
        self.review = attach(
            self.review.document,
            bitext,
            divergences,
            self.review.state,
            self.review.anchoring,
            problems=self.review.reading_problems,
            workings=self._workings,
        )
        self._remember()
        return True

    def _rebuild(self) -> Review:
        before = self.review
        state = state_of(self._events.values())
        anchoring = before.anchoring
        bitext, divergences, provisional = before.bitext, before.divergences, before.provisional
        if state.snapshots.keys() != before.state.snapshots.keys():
            prepared, self._prepared = self._prepared, None
            if prepared is not None and state.snapshots.keys() == prepared.names:
                anchoring = prepared.anchoring
            else:
                anchoring = Anchoring(state.snapshots, bitext.en, bitext.es)
        pins = pins_of(state, anchoring)
        if set(pins.pins) != set(before.pins):
            seen = self._realigned(pins.pins)
            bitext, divergences, provisional = seen.bitext, seen.divergences, seen.provisional
            self._workings = seen.workings
        self.review = attach(
            before.document,
            bitext,
            divergences,
            state,
            anchoring,
            pins=pins,
            problems=before.reading_problems,
            provisional=provisional,
            workings=self._workings,
        )
        self._remember()
        return self.review

    def _remember(self) -> None:
        """Keeps the alignment under the pins in force: undo comes back to it at once."""
        review = self.review
        pins = frozenset(review.pins)
        self._seen.pop(pins, None)
        self._seen[pins] = _Seen(
            review.bitext, review.divergences, review.provisional, self._workings
        )
        if len(self._seen) > _MOST_SEEN:
            del self._seen[next(iter(self._seen))]

    def _realigned(self, pins: Sequence[Pin]) -> _Seen:
        known = self._seen.get(frozenset(pins))
        if known is not None:
            return known
        before = self.review.bitext
        if self._align is not None:
            bitext = self._align(before.en, before.es, pins)
        else:
            # Loaded here: only an alignment edit needs it.
            from aligner.alignment.editing import apply

            bitext = apply(before, pins)
        if self._check is not None:
            divergences = tuple(self._check(bitext))
            return _Seen(bitext, divergences, self._align is None, self._workings.fresh())
        carried = carry(before, bitext, self.review.divergences)
        return _Seen(bitext, carried, True, self._workings.fresh())

    # Taking back

    def to_undo(self) -> Event | None:
        """The event that `undo` would take back: one's own last active action."""
        return next(
            (
                event
                for event in self._own()
                if not event.undoes and event.id in self.review.state.active
            ),
            None,
        )

    def to_redo(self) -> Event | None:
        """The undo that `redo` would take back; None once one has acted anew."""
        active = self.review.state.active
        for event in self._own():
            if not event.undoes and event.id in active:
                return None
            undone = self._events.get(event.undoes)
            if undone is not None and not undone.undoes and event.id in active:
                return event
        return None

    def undo(self) -> Event | None:
        """Takes back one's own last active action; None where there is none."""
        event = self.to_undo()
        return event and self.commit(self._drafting.undo(self._stamp(), event))

    def redo(self) -> Event | None:
        """Takes back one's own last undo, as long as nothing was done since."""
        event = self.to_redo()
        return event and self.commit(self._drafting.undo(self._stamp(), event))

    def _own(self) -> Iterable[Event]:
        """One's own actions, the last first, in the order of the journal."""
        return (
            event
            for event in reversed(self._events.values())
            if event.kind != EventKind.SNAPSHOT and same_person(event.by, self.by)
        )
