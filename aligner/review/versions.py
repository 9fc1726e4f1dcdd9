"""Two versions of a text, one side or both: what changed, what moved, what was renumbered.

What always holds: every segment of both versions is in exactly one change; a segment is matched
by its words (matching.py), so that a paragraph that moved is not an old one gone and a new one
come. Which side changed is judged bead by bead of the new version.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from aligner.alignment.bead import Bitext
from aligner.review.matching import common, match
from aligner.text.document import Document
from aligner.text.segment import Side, Span


class ChangeKind(StrEnum):
    """What became of a segment."""

    SAME = "same"
    EDITED = "edited"
    RENUMBERED = "renumbered"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One segment between two versions of one side. `old` and `new` are its indices (None where it
    does not stand); `moved` says that its place among the others changed; `cut` and `put` are the
    spans of the words that went (in the old text) and came (in the new text)."""

    side: Side
    kind: ChangeKind
    old: int | None
    new: int | None
    moved: bool = False
    cut: tuple[Span, ...] = ()
    put: tuple[Span, ...] = ()

    @property
    def quiet(self) -> bool:
        """Whether nothing happened to it."""
        return self.kind is ChangeKind.SAME and not self.moved


class Reach(StrEnum):
    """On which side a bead of the new version changed."""

    BOTH = "both"
    EN_ONLY = "en-only"
    ES_ONLY = "es-only"


@dataclass(frozen=True, slots=True)
class BeadChange:
    """What changed in one bead: `bead` indexes the new bitext (None: both sides were removed)."""

    bead: int | None
    reach: Reach
    en: tuple[Change, ...]
    es: tuple[Change, ...]


def compare_documents(old: Document, new: Document) -> tuple[Change, ...]:
    """All changes of one side, in the order of the new version; what was removed follows the
    segment that stood before it."""
    texts = {segment.digest: segment.text for doc in (old, new) for segment in doc.segments}
    found = match(old.digests, new.digests, texts)
    back = {j: i for i, j in found.items()}
    still = _chain(found)
    changes = [
        _change(old, new, back.get(j), j, j in back and j not in still)
        for j in range(len(new.segments))
    ]
    place = {change.new: n for n, change in enumerate(changes)}
    gone = [i for i in range(len(old.segments)) if i not in found]
    inserts: dict[int, list[Change]] = {}
    for i in gone:
        before = next((found[k] for k in range(i - 1, -1, -1) if k in found), None)
        at = place[before] + 1 if before is not None else 0
        inserts.setdefault(at, []).append(Change(new.side, ChangeKind.REMOVED, i, None))
    ordered: list[Change] = []
    for n in range(len(changes) + 1):
        ordered += inserts.get(n, [])
        ordered += changes[n : n + 1]
    return tuple(ordered)


def _chain(found: Mapping[int, int]) -> set[int]:
    """The new indices of the longest increasing chain: those that did not move."""
    news = [found[i] for i in sorted(found)]
    # The common subsequence with the sorted order is a longest increasing chain.
    keys = [str(j) for j in news]
    return {news[a] for a, _ in common(keys, [str(j) for j in sorted(news)])}


def _change(old: Document, new: Document, i: int | None, j: int, moved: bool) -> Change:
    if i is None:
        return Change(new.side, ChangeKind.ADDED, None, j)
    before, after = old.segments[i], new.segments[j]
    if before.digest != after.digest:
        cut, put = marked_words(before.text, after.text)
        return Change(new.side, ChangeKind.EDITED, i, j, moved, cut, put)
    kind = ChangeKind.SAME if before.label == after.label else ChangeKind.RENUMBERED
    return Change(new.side, kind, i, j, moved)


_TOKEN = re.compile(r"\w+|[^\w\s]")


def marked_words(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of words cut from `old` and put into `new`; words are compared as they stand."""
    before = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(old)]
    after = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(new)]
    matcher = SequenceMatcher(
        None, [token for token, _, _ in before], [token for token, _, _ in after], autojunk=False
    )
    cut: list[Span] = []
    put: list[Span] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            if b > a:
                cut.append((before[a][1], before[b - 1][2]))
            if d > c:
                put.append((after[c][1], after[d - 1][2]))
    return tuple(cut), tuple(put)


def compare_bitexts(old: Bitext, new: Bitext) -> tuple[BeadChange, ...]:
    """What changed, bead by bead of `new`, in its order; then beads of `old` that are gone."""
    by_new: dict[tuple[Side, int], Change] = {}
    gone: dict[tuple[Side, int], Change] = {}
    for before, after in ((old.en, new.en), (old.es, new.es)):
        for change in compare_documents(before, after):
            if change.new is not None:
                by_new[change.side, change.new] = change
            elif change.old is not None:
                gone[change.side, change.old] = change
    changes = []
    for number, bead in enumerate(new.beads):
        found = _bead_change(
            number,
            [by_new["en", i] for i in bead.en],
            [by_new["es", j] for j in bead.es],
        )
        if found is not None:
            changes.append(found)
    for bead in old.beads:
        en = [gone["en", i] for i in bead.en if ("en", i) in gone]
        es = [gone["es", j] for j in bead.es if ("es", j) in gone]
        lost = _bead_change(None, en, es)
        if lost is not None:
            changes.append(lost)
    return tuple(changes)


def _bead_change(bead: int | None, en: list[Change], es: list[Change]) -> BeadChange | None:
    en, es = ([c for c in side if not c.quiet] for side in (en, es))
    if not en and not es:
        return None
    reach = Reach.BOTH if en and es else Reach.EN_ONLY if en else Reach.ES_ONLY
    return BeadChange(bead, reach, tuple(en), tuple(es))
