"""What a reviewer can do with a bead, each as one method.

What always holds: a method makes one event and commits it; what makes no sense on the review at
hand raises UsageError with a reason for people, before anything is written.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from aligner.alignment.bead import Pin
from aligner.errors import UsageError
from aligner.review.attachment import pins_of
from aligner.review.drafting import Drafting, Stamp
from aligner.review.event import Event, EventKind
from aligner.review.review import Review, Scope, Verdict
from aligner.review.standing import same_person
from aligner.text.segment import Side


class Actions(ABC):
    """The actions; session.Session writes and takes back."""

    review: Review
    by: str
    _drafting: Drafting
    _events: dict[str, Event]

    @abstractmethod
    def commit(self, event: Event) -> Event:
        """Writes `event` and takes it into the review."""

    @abstractmethod
    def _stamp(self) -> Stamp:
        """Who acts, and when."""

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
        signed = {
            live.event.id
            for bead in beads
            for live in self.review.beads[bead].decisions
            if live.event.kind == EventKind.ACCEPT
        }
        return self._decide(EventKind.SIGN_OFF, beads, {"accepts": sorted(signed)})

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
        value = {"query": query, "text": text, "closes": closes}
        if bead is not None:
            return self._say(EventKind.ANSWER, [bead], value, shared, "")
        lost = any(each.id == query for each in self.review.lost_queries)
        if not lost:
            raise UsageError("no such query")
        # Its paragraph is gone: the answer goes where the question is.
        value["visibility"] = "shared" if shared else "internal"
        stamp = self._stamp()
        return self.commit(
            Event(
                stamp.id,
                stamp.at,
                stamp.by,
                stamp.role,
                EventKind.ANSWER,
                self._event(query).targets,
                value,
            )
        )

    def proposal(
        self, bead: int, side: Side, text: str, *, reason: str = "", shared: bool = False
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
        false-alarm, here (`place`), in this `document` or `always`. Always is for expressions that
        stand on both sides: one side alone would silence every such finding."""
        if not 0 <= finding < len(self.review.findings):
            raise UsageError("no such divergence")
        if verdict not in frozenset(Verdict) or scope not in frozenset(Scope):
            raise UsageError(f"no verdict {verdict!r} with the scope {scope!r}")
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

    def move(self, side: Side, segment: int, direction: int) -> Event:
        """Moves a segment into the bead before (-1) or after (1)."""
        from aligner.alignment.editing import move

        way: Literal["up", "down"] = "up" if direction < 0 else "down"
        return self._edit(EventKind.MOVE, move(self.review.bitext, side, segment, way))

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

    def pin_all(self, pins: Sequence[Pin]) -> Event:
        """Holds these as beads, in one action: what a person paired elsewhere."""
        from aligner.alignment.editing import check_pins

        bitext = self.review.bitext
        held = check_pins(pins, len(bitext.en.segments), len(bitext.es.segments))
        return self._edit(EventKind.PIN, held)

    def unpin(self, bead: int) -> Event:
        """Lets the aligner decide again."""
        self._drafting.targets(self.review, [bead])
        shape = self.review.bitext.beads[bead]
        if not shape.pinned:
            raise UsageError("this block is not pinned")
        return self._edit(EventKind.UNPIN, [Pin(shape.en, shape.es)])
