"""What one side says and the other does not: runs of words without a counterpart.

What always holds: only links that a neighbouring link supports count as counterparts; a run is
weighed against what the other side holds at the same place without a counterpart, so that a free
rendering of the same length is no gap. Linear in the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import gt

from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.language.names import famous
from aligner.language.number_words import is_number_word
from aligner.language.vocabulary import en_keys, en_known, es_keys, es_known, light
from aligner.text.segment import SIDES, Side, Span

# A link is supported by another one that is at most so many content words away on its own side and
# so many words on the other.
_BESIDE = 3
_NEARBY = 7
# What a counterpart inside a run, and a word of the other side at its place, take from its weight.
_ANCHOR = 1.0
_OTHER = 1.25
# Words that would look alike in the other language are as good as known.
_LATINATE: dict[Side, re.Pattern[str]] = {
    "en": re.compile(
        r"[a-z]{3}(?:[ts]ion|it(?:y|ies)|ment|an?ce|ence|ic|ical|ial|ive|ous|[ai]ble|ism|ist)s?$"
    ),
    "es": re.compile(
        r"[a-z]{3}(?:[cs]ion|dad|mento|ncia|ic[oa]|ial|iv[oa]|os[oa]|[ai]ble|ismo|ista)(?:e?s)?$"
    ),
}
# Figures, acronyms and identifiers are written alike in both languages, and so are well-known names.
_SAME = re.compile(r"\d|[A-ZÁÉÍÓÚÑ].*[A-ZÁÉÍÓÚÑ]")
# What a word weighs that the word table does not know, or that free renderings add.
_UNSURE = 0.5
# What one of several words weighs that spell a number together, which the other version may write in one figure.
_SPELLED = 0.25


@dataclass(frozen=True, slots=True)
class Run:
    """Words first to last (half open) of one side without a counterpart.

    `content` counts the content words among them, `other` those of the other side without a
    counterpart at the same place, `anchors` the linked ones that the run goes across; `weight` is
    what remains of `content` after both; `place` is the word of the other side where it would
    stand.
    """

    first: int
    last: int
    content: int
    other: int
    anchors: int
    weight: float
    place: int


class Coverage:
    """The runs of both sides of a passage, and which content words have a counterpart."""

    __slots__ = (
        "_lone",
        "_text",
        "content",
        "covered",
        "linked",
        "links",
        "met",
        "ordered",
        "runs",
        "said",
        "worth",
    )

    def __init__(self, passage: Passage) -> None:
        self.met = met = meeting(passage)
        self.covered: dict[Side, list[bool]] = {"en": _supported(met, "en"), "es": []}
        to_es = met.partner["en"]
        spanish = [False] * len(met.words["es"])
        for i, held in enumerate(self.covered["en"]):
            if held:
                spanish[to_es[i]] = True
        self.covered["es"] = spanish
        self.content: dict[Side, int] = {side: sum(met.content[side]) for side in SIDES}
        self._text: dict[Side, str] = {side: passage.side(side).text for side in SIDES}
        self.worth: dict[Side, list[float]] = {side: self._worth(side) for side in SIDES}
        self.links = linked = sum(partner >= 0 for partner in to_es)
        self.said: dict[Side, float] = {
            side: linked
            + sum(
                worth
                for worth, partner in zip(self.worth[side], met.partner[side], strict=True)
                if partner < 0
            )
            for side in SIDES
        }
        said = max(sum(self.said.values()), 1.0)
        # The part of what both sides say that is linked, and that is linked in the same order.
        self.linked = 2 * linked / said
        self.ordered = 2 * (len(met.chain("en")[0]) - 2) / said
        self._lone: dict[Side, frozenset[str]] = {}
        self.runs: dict[Side, tuple[Run, ...]] = {"en": self._runs("en"), "es": self._runs("es")}

    def lone_keys(self, side: Side) -> frozenset[str]:
        """The keys of the content words of `side` that have no counterpart."""
        keys = self._lone.get(side)
        if keys is None:
            of_word = en_keys if side == "en" else es_keys
            keys = self._lone[side] = frozenset(
                key
                for word, content, covered in zip(
                    self.met.words[side], self.met.content[side], self.covered[side], strict=True
                )
                if content and not covered
                for key in of_word(word.folded)
            )
        return keys

    def alone(self, side: Side, low: int, high: int) -> int:
        """How many content words of the side opposite to `side` from low to high have no
        counterpart."""
        other: Side = "es" if side == "en" else "en"
        pairs = zip(
            self.met.content[other][low:high], self.met.partner[other][low:high], strict=True
        )
        return sum(content and partner < 0 for content, partner in pairs)

    def share(self, side: Side, first: int, last: int) -> float:
        """The part of the content words from first to last that have a counterpart (1 if none)."""
        content, covered = self.met.content[side], self.covered[side]
        total = sum(content[first:last])
        if not total:
            return 1.0
        return sum(covered[i] for i in range(first, last) if content[i]) / total

    def span(self, side: Side, first: int, last: int) -> Span:
        """The code points of words first to last."""
        words = self.met.words[side]
        return words[first].start, words[last - 1].end

    def _worth(self, side: Side) -> list[float]:
        """What each content word without a counterpart says: a word of the table could have been
        found on the other side, any other one says less."""
        text, words = self._text[side], self.met.words[side]
        worth = [
            _worth(side, word.folded, text[word.start : word.end])
            if content and not covered
            else 0.0
            for word, content, covered in zip(
                words, self.met.content[side], self.covered[side], strict=True
            )
        ]
        spelled = [i for i, each in enumerate(worth) if each and _numeral(words[i].folded, side)]
        for i in spelled:
            if any(
                _numeral(near.folded, side) for near in (*words[i - 1 : i], *words[i + 1 : i + 2])
            ):
                worth[i] = _SPELLED
        return worth

    def _runs(self, side: Side) -> tuple[Run, ...]:
        """All runs of `side` with a positive weight, by the largest sum over neighbouring gaps."""
        other: Side = "es" if side == "en" else "en"
        chain = [
            (i, j)
            for i, j in zip(*self.met.chain(side), strict=True)
            if i < 0 or i == len(self.met.words[side]) or self.covered[side][i]
        ]
        ours = _sums(self.met.content[side], self.covered[side])
        theirs = _sums(self.met.content[other], self.covered[other])
        known = [0.0, *accumulate(self.worth[side])]
        inside = [0, *accumulate(self.covered[side])]
        runs: list[Run] = []
        best: Run | None = None
        held: tuple[int, int, int, int, float] | None = None  # first, content, other, anchors, sum
        for (i, j), (next_i, next_j) in pairwise(chain):
            lone = ours[next_i] - ours[i + 1]
            facing = theirs[next_j] - theirs[j + 1]
            crossed = inside[next_i] - inside[i + 1]
            gain = known[next_i] - known[i + 1] - _OTHER * facing - _ANCHOR * crossed
            if held is None or held[4] - _ANCHOR <= 0:
                if best is not None:
                    runs.append(best)
                best, held = None, None
                if gain <= 0:
                    continue
                held = (i + 1, lone, facing, 0, gain)
            else:
                held = (
                    held[0],
                    held[1] + lone,
                    held[2] + facing,
                    held[3] + 1,
                    held[4] - _ANCHOR + gain,
                )
            if held[4] > 0 and (best is None or held[4] > best.weight):
                best = Run(held[0], next_i, held[1], held[2], held[3], held[4], j + 1)
        if best is not None:
            runs.append(best)
        return tuple(runs)


def coverage(passage: Passage) -> Coverage:
    """The coverage of `passage`, worked out once."""
    return passage.of(Coverage)


_numeral = lru_cache(maxsize=65536)(is_number_word)


@lru_cache(maxsize=65536)
def _worth(side: Side, folded: str, word: str) -> float:
    if light(folded):
        return _UNSURE
    known = en_known if side == "en" else es_known
    same = _SAME.search(word) or (word[0].isupper() and folded in famous())
    return 1.0 if same or known(folded) or _LATINATE[side].search(folded) else _UNSURE


def _sums(content: list[bool], covered: list[bool]) -> list[int]:
    """Running counts of content words without a counterpart: sums[b] - sums[a] for [a, b)."""
    return [0, *accumulate(map(gt, content, covered))]


def _supported(met: Meeting, side: Side) -> list[bool]:
    partner, content = met.partner[side], met.content[side]
    places = [i for i, is_content in enumerate(content) if is_content]
    if len(places) <= 2:
        return [each >= 0 for each in partner]
    held = [False] * len(partner)
    partners = [partner[i] for i in places]
    for n, own in enumerate(partners):
        if own < 0:
            continue
        for near in partners[max(n - _BESIDE, 0) : n + _BESIDE + 1]:
            if near >= 0 and near != own and -_NEARBY <= near - own <= _NEARBY:
                held[places[n]] = True
                break
    return held
