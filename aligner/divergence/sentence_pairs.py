"""Which sentences of the two sides render one another where one side has more of them.

What always holds: sentences keep their order; one may render one, two may render one (a sentence was
split or two were joined), and one may render none. The cheapest way of pairing all of them wins: words
that nothing of the partner could render and lengths that do not fit cost (after Gale and Church 1993).
A pairing is looked for only where the two sides have different numbers of sentences, and not too many.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import inf, log

from aligner.divergence.beside import OTHER
from aligner.divergence.coverage import coverage
from aligner.divergence.passage import Passage
from aligner.language.vocabulary import en_keys, es_keys
from aligner.text.segment import Side

# The usual logarithm of Spanish length over English, and how far it spreads.
_LONGER, _SPREAD = 0.12, 0.25
# More sentences on a side than this are not paired, nor those that stand so far apart.
_MOST, _APART = 24, 4
# What it costs to pair two with one or two with two, to leave one alone, and what each word of content
# costs that is left alone.
_JOIN, _CROSS, _ALONE, _WORD = 0.7, 1.5, 0.5, 0.7
_BEADS = ((1, 1, 0.0), (1, 2, _JOIN), (2, 1, _JOIN), (2, 2, _CROSS))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words first to last (half open) of one side; for each word of content, which sentences of the
    other side could render it, as the bits of a number."""

    first: int
    last: int
    length: int
    rendered: tuple[int, ...]

    def unmet(self, bits: int) -> int:
        """How many words none of some sentences could render."""
        return sum(not each & bits for each in self.rendered)


@dataclass(frozen=True, slots=True)
class Left:
    """A sentence (words first to last, half open) of `side` that renders none of the other side, and
    what it would cost more to join it with the one beside it."""

    side: Side
    first: int
    last: int
    margin: float


class SentencePairs:
    """The sentences of a passage that are left alone, and those that are joined."""

    __slots__ = ("joined", "left")

    def __init__(self, passage: Passage) -> None:
        self.left: tuple[Left, ...] = ()
        # The first word of each joined sentence, and what it would cost more to leave it alone.
        self.joined: dict[Side, dict[int, float]] = {"en": {}, "es": {}}
        ours, theirs = _sentences(passage, "en"), _sentences(passage, "es")
        uneven = 0 < abs(len(ours) - len(theirs)) <= _APART
        if uneven and min(len(ours), len(theirs)) > 0 and max(len(ours), len(theirs)) <= _MOST:
            self._read(ours, theirs)

    def _read(self, ours: list[Sentence], theirs: list[Sentence]) -> None:
        left = []
        path = _cheapest(ours, theirs)
        for at, (i, j, m, n) in enumerate(path):
            if m and n:
                if m != n:
                    self._join(ours[i : i + m], theirs[j : j + n], i, j)
                continue
            side: Side = "en" if m else "es"
            alone = ours[i] if m else theirs[j]
            margin = inf
            for k, low, o, p in (*path[at - 1 : at], *path[at + 1 : at + 2]):
                if o and p:
                    low_i, high_i = min(i, k), max(i + m, k + o)
                    low_j, high_j = min(j, low), max(j + n, low + p)
                    more = _cost(ours[low_i:high_i], theirs[low_j:high_j], low_i, low_j) + _JOIN
                    before = _cost(ours[k : k + o], theirs[low : low + p], k, low)
                    margin = min(margin, more - before - _lone(alone))
            left.append(Left(side, alone.first, alone.last, margin))
        self.left = tuple(left)

    def _join(self, ours: list[Sentence], theirs: list[Sentence], i: int, j: int) -> None:
        """Remember the two sentences that render one."""
        now = _cost(ours, theirs, i, j) + _JOIN
        side: Side = "en" if len(ours) > len(theirs) else "es"
        two = ours if side == "en" else theirs
        for at, alone in enumerate(two):
            rest = 1 - at
            if side == "en":
                without = _cost([two[rest]], theirs, i + rest, j)
            else:
                without = _cost(ours, [two[rest]], i, j + rest)
            self.joined[side][alone.first] = without + _lone(alone) - now


def _cheapest(ours: list[Sentence], theirs: list[Sentence]) -> list[tuple[int, int, int, int]]:
    """The beads (first sentence and how many of each side) of the cheapest pairing, in order."""
    width = _APART + 1
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(len(ours) + 1):
        for j in range(max(i - width, 0), min(i + width, len(theirs)) + 1):
            if (i, j) == (0, 0):
                continue
            options = [
                (
                    best[i - m, j - n][0]
                    + _cost(ours[i - m : i], theirs[j - n : j], i - m, j - n)
                    + more,
                    m,
                    n,
                )
                for m, n, more in _BEADS
                if m <= i and n <= j and (i - m, j - n) in best
            ]
            if (i - 1, j) in best:
                options.append((best[i - 1, j][0] + _lone(ours[i - 1]), 1, 0))
            if (i, j - 1) in best:
                options.append((best[i, j - 1][0] + _lone(theirs[j - 1]), 0, 1))
            if options:
                best[i, j] = min(options)
    path = []
    i, j = len(ours), len(theirs)
    while i or j:
        _, m, n = best[i, j]
        i, j = i - m, j - n
        path.append((i, j, m, n))
    return path[::-1]


def _lone(sentence: Sentence) -> float:
    return _ALONE + _WORD * len(sentence.rendered)


def _cost(ours: list[Sentence], theirs: list[Sentence], i: int, j: int) -> float:
    """What it costs to pair sentences from number i and j on."""
    there = ((1 << len(theirs)) - 1) << j
    here = ((1 << len(ours)) - 1) << i
    unmet = sum(each.unmet(there) for each in ours) + sum(each.unmet(here) for each in theirs)
    excess = log(sum(each.length for each in theirs) / sum(each.length for each in ours)) - _LONGER
    return unmet + (excess / _SPREAD) ** 2 / 2


def _sentences(passage: Passage, side: Side) -> list[Sentence]:
    met = passage.of(coverage).met
    other = OTHER[side]
    own, theirs = (en_keys, es_keys) if side == "en" else (es_keys, en_keys)
    ranks = {number: rank for rank, number in enumerate(sorted(set(met.sentence[other])))}
    bits: dict[str, int] = {}
    for word, number in zip(met.words[other], met.sentence[other], strict=True):
        for key in theirs(word.folded):
            bits[key] = bits.get(key, 0) | 1 << ranks[number]
    words, numbers, content = met.words[side], met.sentence[side], met.content[side]
    found, first = [], 0
    while first < len(words):
        last = bisect_right(numbers, numbers[first])
        rendered = []
        for at in range(first, last):
            if content[at]:
                mask = 0
                for key in own(words[at].folded):
                    mask |= bits.get(key, 0)
                rendered.append(mask)
        length = words[last - 1].end - words[first].start
        found.append(Sentence(first, last, length, tuple(rendered)))
        first = last
    return found


def sentence_pairs(passage: Passage) -> SentencePairs:
    """The sentences of `passage` paired, worked out once."""
    return passage.of(SentencePairs)
