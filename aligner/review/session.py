"""A person at work on one review: actions, undo, redo.

What always holds: an event reaches the records before it counts here, so a failed write changes
nothing; `undo` takes back one's own last active action in this document and never another
person's; an action answers at once, without aligning again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import uuid4

from aligner.alignment.bead import Bitext, Pin
from aligner.divergence.divergence import Divergence
from aligner.errors import UsageError
from aligner.review.assembly import Aligning, Checking, attach
from aligner.review.attachment import pins_of
from aligner.review.carrying import carry
from aligner.review.drafting import Drafting, Stamp
from aligner.review.event import Event, EventKind
from aligner.review.reanchoring import Anchoring
from aligner.review.review import Review
from aligner.review.standing import same_person
from aligner.review.state import state_of


class Records(Protocol):
    """Where events go. `append` returns when it has taken the event on (kept it, or queued it for
    a writer that reports later) and raises RecordError when it cannot."""

    def append(self, event: Event) -> None:
        """Take `event` on."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Session:
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

    # Writing

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
            snapshot = self._drafting.snapshot(self.review, self._stamp())
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
        )
        return True

    def _rebuild(self) -> Review:
        before = self.review
        state = state_of(self._events.values())
        anchoring = before.anchoring
        bitext, divergences, provisional = before.bitext, before.divergences, before.provisional
        if state.snapshots.keys() != before.state.snapshots.keys():
            anchoring = Anchoring(state.snapshots, bitext.en, bitext.es)
        pins = pins_of(state, anchoring)
        if set(pins.pins) != set(before.pins):
            bitext, divergences, provisional = self._realigned(pins.pins)
        self.review = attach(
            before.document,
            bitext,
            divergences,
            state,
            anchoring,
            pins=pins,
            problems=before.reading_problems,
            provisional=provisional,
        )
        return self.review

    def _realigned(self, pins: Sequence[Pin]) -> tuple[Bitext, tuple[Divergence, ...], bool]:
        before = self.review.bitext
        if self._align is not None:
            bitext = self._align(before.en, before.es, pins)
        else:
            # Loaded here: only an alignment edit needs it.
            from aligner.alignment.editing import apply

            bitext = apply(before, pins)
        if self._check is not None:
            return bitext, tuple(self._check(bitext)), self._align is None
        return bitext, carry(before, bitext, self.review.divergences), True

    # Decisions on beads

    def _decide(
        self, kind: EventKind, beads: Sequence[int], value: Mapping[str, Any] | None = None
    ) -> Event:
        filled = {key: each for key, each in (value or {}).items() if each not in ("", None, [])}
        return self.commit(self._drafting.decision(self.review, self._stamp(), kind, beads, filled))

    def accept(self, beads: Sequence[int], *, reason: str = "") -> Event:
        """These beads are right as they stand."""
        return self._decide(EventKind.ACCEPT, beads, {"reason": reason})

    def justify(self, bead: int, reason: str) -> Event:
        """This empty bead is meant to be empty. Raises UsageError without a reason or where both
        sides are there."""
        self._drafting.targets(self.review, [bead])
        if not self.review.bitext.beads[bead].empty:
            raise UsageError("both sides stand here; only a one-sided block is justified")
        if not reason.strip():
            raise UsageError("a one-sided block needs a reason")
        return self._decide(EventKind.ACCEPT, [bead], {"justified": reason})

    def needs_work(self, beads: Sequence[int], *, reason: str = "") -> Event:
        """These beads cannot stay as they are."""
        return self._decide(EventKind.NEEDS_WORK, beads, {"reason": reason})

    def sign_off(self, beads: Sequence[int]) -> Event:
        """A second person's word on accepted beads. Raises UsageError for beads that are not
        accepted as they stand, and for one's own acceptance, change or justified gap."""
        self._drafting.targets(self.review, beads)
        for bead in beads:
            self._may_sign(bead)
        return self._decide(EventKind.SIGN_OFF, beads)

    def _may_sign(self, bead: int) -> None:
        state = self.review.beads[bead]
        if not state.confirmed:
            raise UsageError("only an accepted block that has not changed since is signed off")
        shape = self.review.bitext.beads[bead]
        pin = Pin(shape.en, shape.es)
        sources = zip(
            self.review.pins, pins_of(self.review.state, self.review.anchoring).sources, strict=True
        )
        if any(pin == each and same_person(live.event.by, self.by) for each, live in sources):
            raise UsageError("nobody signs off their own change of the alignment")
        accepted = [live.event for live in state.decisions if live.event.kind == EventKind.ACCEPT]
        if all(same_person(event.by, self.by) for event in accepted):
            raise UsageError("nobody signs off what they accepted themselves")
        if any(
            event.value.get("justified") and same_person(event.by, self.by) for event in accepted
        ):
            raise UsageError("nobody signs off a gap that they justified themselves")

    def agreement(self, beads: Sequence[int], stage: str) -> Event:
        """How far the two sides have agreed on these beads (review.Agreement)."""
        return self._decide(EventKind.AGREEMENT, beads, {"stage": str(stage)})

    def assignment(self, beads: Sequence[int], to: str) -> Event:
        """Who looks at these beads; empty: nobody in particular."""
        return self._decide(EventKind.ASSIGNMENT, beads, {"to": to})

    # Words

    def note(
        self, beads: Sequence[int], text: str, *, shared: bool = False, replaces: str = ""
    ) -> Event:
        """A note; `replaces` is the id of the note that it takes the place of."""
        return self._say(EventKind.NOTE, beads, {"text": text}, shared, replaces)

    def query(
        self,
        beads: Sequence[int],
        question: str,
        *,
        addressee: str = "",
        options: Sequence[tuple[str, str]] = (),
        due: str = "",
        shared: bool = False,
        replaces: str = "",
    ) -> Event:
        """A question with the next free number of this document."""
        numbers = [
            each
            for event in self._events.values()
            if event.kind == EventKind.QUERY and isinstance(each := event.value.get("number"), int)
        ]
        value = {
            "number": max(numbers, default=0) + 1,
            "addressee": addressee,
            "question": question,
            "options": [list(option) for option in options],
            "due": due,
        }
        if replaces:
            value["number"] = self._event(replaces).value.get("number", value["number"])
        return self._say(EventKind.QUERY, beads, value, shared, replaces)

    def answer(self, query: str, text: str, *, closes: bool = True, shared: bool = False) -> Event:
        """An answer to the query with the event id `query`; `closes` False leaves it open."""
        bead = next(
            (b.bead for b in self.review.beads for each in b.queries if each.id == query), None
        )
        if bead is None:
            raise UsageError("no such query")
        return self._say(
            EventKind.ANSWER, [bead], {"query": query, "text": text, "closes": closes}, shared, ""
        )

    def proposal(
        self, bead: int, side: str, text: str, *, reason: str = "", shared: bool = False
    ) -> Event:
        """Amended wording for one side of a bead, which reads as it stands today."""
        self._drafting.targets(self.review, [bead])
        if side not in ("en", "es"):
            raise UsageError("a proposal is for one side: en or es")
        en, es = self.review.bitext.texts(self.review.bitext.beads[bead])
        value = {"side": side, "reads": en if side == "en" else es, "text": text, "reason": reason}
        return self._say(EventKind.PROPOSAL, [bead], value, shared, "")

    def _say(
        self,
        kind: EventKind,
        beads: Sequence[int],
        value: dict[str, Any],
        shared: bool,
        replaces: str,
    ) -> Event:
        filled = {key: each for key, each in value.items() if each not in ("", None, [])}
        filled["visibility"] = "shared" if shared else "internal"
        gone = [live for live in self.review.state.live if live.event.id == replaces]
        if replaces and not gone:
            raise UsageError("what this would replace is not there any more")
        return self.commit(
            self._drafting.decision(self.review, self._stamp(), kind, beads, filled, replaces=gone)
        )

    def _event(self, name: str) -> Event:
        try:
            return self._events[name]
        except KeyError:
            raise UsageError("no such entry in the journal") from None

    def verdict(
        self,
        finding: int,
        verdict: str,
        *,
        reason: str = "",
        proposed: str = "",
        scope: str = "place",
        shared: bool = False,
    ) -> Event:
        """What becomes of `review.findings[finding]`: open, intended, mend-en, mend-es or
        false-alarm, here (`place`), in this `document` or `always`."""
        if not 0 <= finding < len(self.review.findings):
            raise UsageError("no such divergence")
        value = {"verdict": str(verdict), "reason": reason, "proposed": proposed}
        filled: dict[str, Any] = {key: each for key, each in value.items() if each}
        filled["scope"] = str(scope)
        filled["visibility"] = "shared" if shared else "internal"
        return self.commit(
            self._drafting.verdict(
                self.review, self._stamp(), self.review.findings[finding], filled
            )
        )

    # Alignment

    def _edit(self, kind: EventKind, pins: Sequence[Pin]) -> Event:
        return self.commit(self._drafting.alignment(self.review, self._stamp(), kind, pins))

    def merge(self, beads: Sequence[int]) -> Event:
        """Joins neighbouring beads into one."""
        from aligner.alignment.editing import merge

        return self._edit(EventKind.MERGE, merge(self.review.bitext, beads))

    def split(self, bead: int, en_cut: int, es_cut: int) -> Event:
        """Cuts a bead between two of its segments on each side."""
        from aligner.alignment.editing import split

        return self._edit(EventKind.SPLIT, split(self.review.bitext, bead, en_cut, es_cut))

    def move(self, side: str, segment: int, direction: int) -> Event:
        """Moves a segment into the bead before (-1) or after (1)."""
        from aligner.alignment.editing import move

        return self._edit(EventKind.MOVE, move(self.review.bitext, side, segment, direction))

    def link(self, bead_a: int, bead_b: int) -> Event:
        """Joins two beads that may stand far apart."""
        from aligner.alignment.editing import link

        return self._edit(EventKind.LINK, link(self.review.bitext, bead_a, bead_b))

    def unlink(self, bead: int) -> Event:
        """Parts the two sides of a bead."""
        from aligner.alignment.editing import unlink

        return self._edit(EventKind.UNLINK, unlink(self.review.bitext, bead))

    def pin(self, bead: int) -> Event:
        """Holds a bead as it is."""
        from aligner.alignment.editing import pin

        return self._edit(EventKind.PIN, pin(self.review.bitext, bead))

    def unpin(self, bead: int) -> Event:
        """Lets the aligner decide again."""
        self._drafting.targets(self.review, [bead])
        shape = self.review.bitext.beads[bead]
        if not shape.pinned:
            raise UsageError("this block is not pinned")
        return self._edit(EventKind.UNPIN, [Pin(shape.en, shape.es)])

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
