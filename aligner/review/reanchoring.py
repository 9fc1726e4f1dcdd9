"""Finding the segments of earlier versions again in today's text.

A decision names a snapshot; the way leads from there through the snapshots between to today.
What always holds: matches keep the order of the text, except that words which stand exactly once
in both versions are the same wherever they moved; a segment is found `exact` when its digest is
what it was, else fuzzily (matching.py says how much alike); nothing is ever matched twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from aligner.review.event import Event
from aligner.review.matching import match, same
from aligner.review.target import Reference
from aligner.text.document import Document
from aligner.text.segment import SIDES, Side

TODAY = ""
"""The name of the version that is no snapshot: the texts as they are."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a segment is today; `exact` when its words are what they were."""

    index: int
    exact: bool


class Anchoring:
    """The ways from every snapshot of one journal to today's texts. Each is found once.

    `snapshots` are the journal's snapshot events by id; damaged ones count as absent.
    """

    def __init__(self, snapshots: Mapping[str, Event], en: Document, es: Document) -> None:
        self._today = {"en": en.digests, "es": es.digests}
        self._texts: dict[str, str] = {}
        self._digests: dict[str, dict[str, tuple[str, ...]]] = {}
        self._parents: dict[str, str] = {}
        for name, event in sorted(snapshots.items()):
            sides = _sides(event)
            if sides is not None:
                self._digests[name] = sides
                self._parents[name] = event.snap
                self._texts.update(_texts(event))
        for document in (en, es):
            self._texts.update((each.digest, each.text) for each in document.segments)
        self._ways: dict[tuple[str, str], dict[int, int]] = {}
        self._steps: dict[tuple[str, str, Side], Mapping[int, int]] = {}
        self._places: dict[tuple[str, str], dict[tuple[str, int], int]] = {}
        self.current = self._current()

    @cached_property
    def head(self) -> str:
        """The snapshot nearest to today's texts, or empty: the parent of the next one."""
        return self.current or self._nearest()

    @property
    def known(self) -> frozenset[str]:
        """The digests whose text this journal's snapshots or today's texts hold."""
        return frozenset(self._texts)

    def text(self, digest: str) -> str | None:
        """The words that `digest` stands for, as far as the journal knows them."""
        return self._texts.get(digest)

    def prepare(self, snap: str) -> None:
        """Does beforehand what `find` does once for each snapshot."""
        for side in ("en", "es"):
            self._place(snap, side)
            self._way(snap, side)

    def find(self, reference: Reference, snap: str) -> Found | None:
        """Where the segment of `reference`, made from snapshot `snap`, is today; None if nowhere.
        Without the snapshot, the digest and its neighbours alone must do."""
        side = reference.side
        today = self._today[side]
        if snap in self._digests:
            old = self._place(snap, side).get((reference.digest, reference.k))
            if old is not None:
                index = self._way(snap, side).get(old)
                return None if index is None else Found(index, today[index] == reference.digest)
        return self._by_itself(reference)

    def _by_itself(self, reference: Reference) -> Found | None:
        today = self._today[reference.side]
        places = [i for i, digest in enumerate(today) if digest == reference.digest]
        if not places:
            return None
        around = (reference.before, reference.after)

        def alike(i: int) -> int:
            before = today[i - 1] if i else ""
            after = today[i + 1] if i + 1 < len(today) else ""
            return (before == around[0]) + (after == around[1])

        best = max(map(alike, places))
        chosen = [i for i in places if alike(i) == best]
        nth = places[min(reference.k, len(places) - 1)]
        return Found(nth if nth in chosen else chosen[0], True)

    def _place(self, snap: str, side: Side) -> Mapping[tuple[str, int], int]:
        known = self._places.get((snap, side))
        if known is None:
            seen: dict[str, int] = {}
            known = {}
            for index, digest in enumerate(self._digests[snap][side]):
                k = seen.get(digest, 0)
                seen[digest] = k + 1
                known[digest, k] = index
            self._places[snap, side] = known
        return known

    def _way(self, snap: str, side: Side) -> Mapping[int, int]:
        """Index in snapshot `snap` -> index today."""
        way = self._ways.get((snap, side))
        if way is None:
            chain = [*self._chain(snap), TODAY]
            start_at = self._version(snap, side)
            way = {i: i for i in range(len(start_at))}
            for old, new in pairwise(chain):
                step = self._step(old, new, side)
                way = {start: step[end] for start, end in way.items() if end in step}
            way = self._rescued(start_at, self._today[side], way)
            self._ways[snap, side] = way
        return way

    def _version(self, name: str, side: Side) -> tuple[str, ...]:
        return self._today[side] if name == TODAY else self._digests[name][side]

    def _step(self, old: str, new: str, side: Side) -> Mapping[int, int]:
        """Index in one version -> index in the next. Chains share their steps."""
        known = self._steps.get((old, new, side))
        if known is None:
            versions = self._version(old, side), self._version(new, side)
            known = self._steps[old, new, side] = match(*versions, self._texts)
        return known

    def _rescued(
        self, old: Sequence[str], new: Sequence[str], way: Mapping[int, int]
    ) -> dict[int, int]:
        """`way`, and what a version between had lost but today's text holds again."""
        if len(way) == len(old):
            return dict(way)
        taken = set(way.values())
        out = dict(way)
        for start, end in same(old, new).items():
            if start not in out and end not in taken:
                out[start] = end
                taken.add(end)
        return out

    def _chain(self, snap: str) -> list[str]:
        """The snapshots from `snap` to the one nearest to today, both included."""
        target = self.head
        up = self._ancestors(target)
        if snap in up:
            return up[: up.index(snap) + 1][::-1]
        # Another branch: by way of the version that both come from, if there is one.
        own = self._ancestors(snap)
        shared = next((name for name in own if name in up), None)
        if shared is None:
            return [snap, target]
        return [*own[: own.index(shared)], *up[: up.index(shared) + 1][::-1]]

    def _ancestors(self, snap: str) -> list[str]:
        """`snap`, its parent, and so on; a circle or an absent parent ends it."""
        chain: list[str] = []
        while snap in self._digests and snap not in chain:
            chain.append(snap)
            snap = self._parents[snap]
        return chain

    def _current(self) -> str:
        """The snapshot of exactly today's texts, or empty. Of several, the first by id."""
        return next((name for name, sides in self._digests.items() if sides == self._today), TODAY)

    def _nearest(self) -> str:
        """The snapshot that shares most segments with today; parents of others only where they
        share more than these. Ties go to the longest chain, then to the first id."""
        held = {side: set(self._today[side]) for side in SIDES}

        def shared(name: str) -> int:
            sides = self._digests[name]
            return sum(digest in held[side] for side in SIDES for digest in sides[side])

        return max(self._digests, key=lambda n: (shared(n), len(self._ancestors(n))), default=TODAY)


def _sides(event: Event) -> dict[str, tuple[str, ...]] | None:
    out = {}
    for side in SIDES:
        digests = event.value.get(side)
        if not isinstance(digests, list) or not all(isinstance(each, str) for each in digests):
            return None
        out[str(side)] = tuple(digests)
    return out


def _texts(event: Event) -> dict[str, str]:
    texts = event.value.get("texts")
    if not isinstance(texts, dict):
        return {}
    return {digest: text for digest, text in texts.items() if isinstance(text, str)}
