"""Events in the making: what a person does on the beads before her, as an event.

What always holds: a decision replaces every live decision on its topic that the person was
looking at, on these beads alone; its targets name today's segments; one action is one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aligner.alignment.bead import Pin
from aligner.divergence.divergence import Divergence
from aligner.errors import UsageError
from aligner.review.attachment import WIDE, found_sides, wide
from aligner.review.event import Event, EventKind
from aligner.review.review import Finding, Review
from aligner.review.state import ALIGNMENT_KINDS, Live, topic_of
from aligner.review.target import References, Target
from aligner.text.segment import SIDES, Side


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who acts, as what, when (RFC 3339, UTC), and the new event's id (UUID 4)."""

    id: str
    at: str
    by: str
    role: str


class Drafting:
    """Makes events for one version of the two texts."""

    def __init__(self, review: Review) -> None:
        self._en = References(review.bitext.en)
        self._es = References(review.bitext.es)

    def targets(self, review: Review, beads: Iterable[int]) -> tuple[Target, ...]:
        """One target for each of `beads`. Raises UsageError for none and for a bead that is not
        there."""
        wanted = list(dict.fromkeys(beads))
        if not wanted or not all(0 <= bead < len(review.bitext.beads) for bead in wanted):
            raise UsageError("no such block")
        shapes = (review.bitext.beads[bead] for bead in wanted)
        return tuple(self._target(review, bead.en, bead.es) for bead in shapes)

    def _target(self, review: Review, en: Sequence[int], es: Sequence[int]) -> Target:
        return Target(review.document, self._en.to(en), self._es.to(es))

    def decision(
        self,
        review: Review,
        stamp: Stamp,
        kind: EventKind,
        beads: Sequence[int],
        value: Mapping[str, Any],
        *,
        replaces: Iterable[Live] = (),
    ) -> Event:
        """A decision of `kind` on `beads`. It replaces what is live there on its topic, and
        `replaces`."""
        targets = self.targets(review, beads)
        draft = Event(stamp.id, stamp.at, stamp.by, stamp.role, kind, targets, value)
        topic = topic_of(draft)
        seen = [
            live
            for bead in beads
            for live in review.beads[bead].decisions
            if topic and topic_of(live.event) == topic
        ]
        return _replacing(draft, [*seen, *replaces])

    def verdict(
        self, review: Review, stamp: Stamp, finding: Finding, value: Mapping[str, Any]
    ) -> Event:
        """A verdict on one finding; it replaces the verdicts that the person saw on it."""
        divergence = finding.divergence
        equal = [
            f for f in review.findings_of(divergence.bead) if f.divergence.key == divergence.key
        ]
        full: dict[str, Any] = {
            "divergence": divergence.key,
            "check": divergence.check,
            "facts": {"en": list(divergence.facts_en), "es": list(divergence.facts_es)},
            **value,
        }
        broad = value.get("scope") in WIDE
        if value.get("scope") == "always":
            full["words"] = _words(review, divergence)
        if len(equal) > 1 and not broad:
            full["nth"] = next(n for n, each in enumerate(equal) if each is finding)
        targets = self.targets(review, [divergence.bead])
        draft = Event(stamp.id, stamp.at, stamp.by, stamp.role, EventKind.VERDICT, targets, full)
        return _replacing(draft, _overruled(review, finding, broad))

    def alignment(
        self, review: Review, stamp: Stamp, kind: EventKind, pins: Sequence[Pin]
    ) -> Event:
        """An alignment decision that results in `pins`; it replaces every live one, in force or
        not, that touches the same segments."""
        if not pins:
            raise UsageError("that changes nothing")
        targets = tuple(self._target(review, pin.en, pin.es) for pin in pins)
        draft = Event(stamp.id, stamp.at, stamp.by, stamp.role, kind, targets)
        touched: set[tuple[Side, int]] = set()
        for pin in pins:
            touched.update(("en", i) for i in pin.en)
            touched.update(("es", j) for j in pin.es)
        earlier = []
        for live in review.state.live:
            if live.event.kind not in ALIGNMENT_KINDS:
                continue
            found = found_sides(review.anchoring, live.target, live.event.snap)
            if any(
                f is not None and (side, f.index) in touched
                for side, places in zip(SIDES, found, strict=True)
                for f in places
            ):
                earlier.append(live)
        return _replacing(draft, earlier)

    def undo(self, stamp: Stamp, event: Event) -> Event:
        """The event that undoes `event`."""
        return Event(
            stamp.id, stamp.at, stamp.by, stamp.role, event.kind, event.targets, undoes=event.id
        )

    def snapshot(self, review: Review, stamp: Stamp) -> Event:
        """Today's texts: the digests in order, and the words that this journal does not hold."""
        bitext = review.bitext
        held = {
            digest
            for event in review.state.snapshots.values()
            for digest in _held(event.value.get("texts"))
        }
        texts = {
            segment.digest: segment.text
            for document in (bitext.en, bitext.es)
            for segment in document.segments
            if segment.digest not in held
        }
        value = {"en": list(bitext.en.digests), "es": list(bitext.es.digests), "texts": texts}
        return Event(
            stamp.id,
            stamp.at,
            stamp.by,
            stamp.role,
            EventKind.SNAPSHOT,
            value=value,
            snap=review.anchoring.head,
        )


def _overruled(review: Review, finding: Finding, broad: bool) -> list[Live]:
    """The verdicts that a new one on `finding` replaces. One on the place leaves those on the
    document as they are for other places; it goes before them here."""
    here = [live for live in finding.decisions if not wide(live)]
    if not broad:
        return here
    key = finding.divergence.key
    return here + [
        live
        for live in review.state.live
        if wide(live) and live.event.value.get("divergence") == key
    ]


def _words(review: Review, divergence: Divergence) -> dict[str, str]:
    """The two expressions that a verdict for always says are equal: the evidence as it stands."""
    words = {}
    for side, document, places in (
        ("en", review.bitext.en, divergence.en),
        ("es", review.bitext.es, divergence.es),
    ):
        if len({place.segment for place in places}) == 1:
            text = document.segments[places[0].segment].text
            start = min(place.start for place in places)
            words[side] = text[start : max(place.end for place in places)].strip()
    if not words.get("en") or not words.get("es"):
        raise UsageError(
            "only an expression that stands on both sides can be equal always; give the verdict "
            "for this place or this document"
        )
    return words


def _held(texts: object) -> Iterable[str]:
    return texts if isinstance(texts, dict) else ()


def _replacing(draft: Event, lives: Iterable[Live]) -> Event:
    """`draft`, replacing `lives`: on their own targets alone where an event has several."""
    parts: dict[str, set[int]] = {}
    many: dict[str, int] = {}
    for live in lives:
        parts.setdefault(live.event.id, set()).add(live.slot)
        many[live.event.id] = len(live.event.targets)
    slots = {name: tuple(sorted(held)) for name, held in parts.items() if len(held) < many[name]}
    return Event(
        draft.id,
        draft.at,
        draft.by,
        draft.role,
        draft.kind,
        draft.targets,
        draft.value,
        tuple(sorted(parts)),
        slots=slots,
    )
