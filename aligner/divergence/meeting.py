"""Where the words of the two sides meet: links that need no learned lexicon.

What always holds: a word has at most one partner; links come from the word table, cognates and
words that stand alike on both sides; `chain` is the longest increasing run of links, and a place
without a link is projected between its neighbours in the chain. Time grows with n log n.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

from aligner.divergence.linking import between, increasing, linked
from aligner.divergence.passage import Passage
from aligner.language.doublets import Doublet, doublets
from aligner.language.vocabulary import en_empty, en_keys, es_empty, es_keys
from aligner.language.words import Word
from aligner.text.segment import SIDES, Side, Span

# How many words around an expression are searched for links, and how far apart their partners may
# stand to show its slot together.
_AROUND = 4
# The place of a word that there is not.
_NOWHERE = 1 << 60
_WIDE = 16
_REGION = 7
# How many words on either side of a place show how closely the versions follow one another there.
_STRETCH = 6


class Meeting:
    """The word links of one passage.

    `partner[side][i]` is the index of the other side's word, or -1; `content[side][i]` says
    whether the word carries content of its own; `sentence[side][i]` numbers its sentence.
    """

    __slots__ = ("_chain", "_nearest", "_sums", "content", "partner", "sentence", "words")

    def __init__(self, passage: Passage) -> None:
        english, spanish = passage.en.words, passage.es.words
        self.words: dict[Side, tuple[Word, ...]] = {"en": english, "es": spanish}
        self.content: dict[Side, list[bool]] = {
            "en": [not en_empty(word.folded) for word in english],
            "es": [not es_empty(word.folded) for word in spanish],
        }
        self.sentence: dict[Side, list[int]] = {
            "en": _sentences(passage.en.text, english),
            "es": _sentences(passage.es.text, spanish),
        }
        to_es, to_en = linked(english, spanish, self.content["en"], self.content["es"])
        self.partner: dict[Side, list[int]] = {"en": to_es, "es": to_en}
        for each in passage.es.of(doublets):
            self._unite(each)
        self._nearest = {side: _nearest(self.partner[side]) for side in SIDES}
        self._sums: dict[Side, tuple[list[int], list[int]] | None] = {"en": None, "es": None}
        pairs = increasing([(i, j) for i, j in enumerate(to_es) if j >= 0])
        pairs = [(-1, -1), *pairs, (len(english), len(spanish))]
        self._chain: dict[Side, tuple[list[int], list[int]]] = {
            "en": ([i for i, _ in pairs], [j for _, j in pairs]),
            "es": ([j for _, j in pairs], [i for i, _ in pairs]),
        }

    def _unite(self, each: Doublet) -> None:
        """Of the two genders of one word the first takes the partner of both; the form that renders
        nothing says nothing new."""
        first, second = each.first, each.second
        to_es, to_en, content = self.partner["en"], self.partner["es"], self.content["es"]
        english = to_en[second]
        if to_en[first] < 0 <= english and not en_keys(self.words["en"][english].folded).isdisjoint(
            es_keys(self.words["es"][first].folded)
        ):
            to_es[english], to_en[first], to_en[second] = first, english, -1
        lone = second if to_en[second] < 0 else first
        if to_en[lone] < 0:
            content[lone] = False

    @property
    def parallel(self) -> bool:
        """Whether both sides have as many sentences (none where a side has no words)."""
        ours, theirs = self.sentence["en"], self.sentence["es"]
        return ours[-1:] == theirs[-1:]

    def together(self, english: int, spanish: int) -> bool:
        """Whether two words may stand in the same sentence: yes unless both sides have as many
        sentences and the words are in different ones."""
        return not self.parallel or self.sentence["en"][english] == self.sentence["es"][spanish]

    def chain(self, side: Side) -> tuple[list[int], list[int]]:
        """The longest increasing run of links as two columns, `side` first, with a link before the
        first and one after the last word of both sides."""
        return self._chain[side]

    def project(self, side: Side, index: float) -> float:
        """Where the word `index` of `side` would stand among the other side's words."""
        whole = int(index)
        partner = self.partner[side]
        if 0 <= whole < len(partner) and partner[whole] >= 0:
            return float(partner[whole])
        return between(*self._chain[side], index)

    def slot(self, side: Side, first: int, last: int) -> float:
        """Where an expression without content (words first to last) belongs on the other side:
        between the linked words around it if they follow one another there too, else beside the
        nearest one, else between the neighbours in the chain."""
        partner = self.partner[side]
        behind, ahead = self._nearest[side]
        before, after = behind[first], ahead[last]
        if before < first - _AROUND:
            before = -1
        if after >= last + _AROUND:
            after = -1
        if before >= 0 and after >= 0:
            low, high = partner[before], partner[after]
            if low < high <= low + _WIDE:
                middle = (first + last - 1) / 2
                return low + (middle - before) / (after - before) * (high - low)
        if after >= 0 and (before < 0 or after - last <= first - 1 - before + 1):
            return partner[after] - 0.5 - (after - last)
        if before >= 0:
            return partner[before] + 0.5 + (first - 1 - before)
        return between(*self._chain[side], (first + last - 1) / 2)

    def gap(self, side: Side, first: int, last: int) -> tuple[int, int]:
        """The words of the other side between the chain's links around words first to last."""
        ours, theirs = self._chain[side]
        low = bisect_left(ours, first) - 1
        high = bisect_left(ours, last)
        return theirs[max(low, 0)] + 1, theirs[min(high, len(theirs) - 1)]

    def place(self, side: Side, first: int, last: int) -> Span:
        """The code points of the place on the other side where words first to last would stand,
        with the words around it: those next to it among the partners of the nearest words before
        and after, whichever order they stand in."""
        other = self.words["es" if side == "en" else "en"]
        if not other:
            return 0, 0
        low, high = self.gap(side, first, last)
        partner = self.partner[side]
        for near in partner[max(first - _AROUND, 0) : first]:
            if low <= near < high:
                low = near + 1
        for near in partner[last : last + _AROUND]:
            if low <= near < high:
                high = near
        if high - low > _REGION:
            high = low
        return other[max(low - 1, 0)].start, other[min(high, len(other) - 1)].end

    def opposite(self, side: Side, first: int, last: int) -> Span:
        """The code points of the other side's word where an expression of `side` belongs: the
        partner of the nearest linked word after or before it, else the projected place."""
        other = self.words["es" if side == "en" else "en"]
        if not other:
            return 0, 0
        partner = self.partner[side]
        for step in (0, -1, 1, -2, 2):
            near = last + step if step >= 0 else first + step
            if 0 <= near < len(partner) and partner[near] >= 0:
                word = other[partner[near]]
                return word.start, word.end
        place = round(between(*self._chain[side], (first + last - 1) / 2))
        word = other[min(max(place, 0), len(other) - 1)]
        return word.start, word.end

    def region(self, side: Side, first: int, last: int) -> Span:
        """The code points of the other side's words where an expression of `side` may belong: what
        stands between the partners of the linked words around it, with the one after it; the
        nearest word where that is no short run."""
        partner = self.partner[side]
        before = next((i for i in range(first - 1, max(first - 6, -1), -1) if partner[i] >= 0), -1)
        after = next((i for i in range(last, min(last + 5, len(partner))) if partner[i] >= 0), -1)
        low = partner[before] if before >= 0 else -1
        if after < 0 or (before < 0 and first > _AROUND):
            return self.opposite(side, first, last)
        if not low < partner[after] <= low + _REGION:
            return self.opposite(side, first, last)
        words = self.words["es" if side == "en" else "en"]
        return words[low + 1].start, words[partner[after]].end

    def apart(self, en: Span, es: Span) -> bool:
        """Whether no word of either run of words (indices) is linked to a word outside the other:
        they may be two renderings of one thing."""
        to_es, to_en = self.partner["en"], self.partner["es"]
        return all(to_es[i] < 0 or es[0] <= to_es[i] < es[1] for i in range(*en)) and all(
            to_en[j] < 0 or en[0] <= to_en[j] < en[1] for j in range(*es)
        )

    def density(self, side: Side, first: int, last: int) -> float:
        """What part of the words of content around words first to last is linked: how far the two
        versions say the same there word by word."""
        content, linked = self._sums[side] or self._summed(side)
        size = len(self.partner[side])
        start, end = min(max(first, 0), size), min(max(last, 0), size)
        low, high = min(max(first - _STRETCH, 0), start), max(min(last + _STRETCH, size), end)
        own = content[start] - content[low] + content[high] - content[end]
        met = linked[start] - linked[low] + linked[high] - linked[end]
        return met / own if own else 0.0

    def counted(self, side: Side, first: int, last: int) -> tuple[int, int]:
        """How many of words first to last are words of content, and how many of those are linked."""
        content, linked = self._sums[side] or self._summed(side)
        return content[last] - content[first], linked[last] - linked[first]

    def followed(self, lone: Mapping[Side, Sequence[int]]) -> tuple[float, float]:
        """How far the versions follow one another in the whole passage, but for the words `lone`: the
        part of the words of content that is linked, on the side where it is less, and on the other."""
        parts = []
        for side in SIDES:
            content, linked = self._sums[side] or self._summed(side)
            own = [i for i in set(lone.get(side, ())) if self.content[side][i]]
            met = linked[-1] - sum(self.partner[side][i] >= 0 for i in own)
            rest = content[-1] - len(own)
            parts.append(met / rest if rest else 1.0)
        return min(parts), max(parts)

    def _summed(self, side: Side) -> tuple[list[int], list[int]]:
        """How many words of content, and how many of them linked, stand before each place."""
        is_content, partner = self.content[side], self.partner[side]
        content = [0, *accumulate(map(int, is_content))]
        linked = [
            0,
            *accumulate(int(c and p >= 0) for c, p in zip(is_content, partner, strict=True)),
        ]
        self._sums[side] = content, linked
        return content, linked

    def sure(self, side: Side, first: int, last: int) -> bool:
        """Whether the words around an expression are linked: its slot can be trusted."""
        partner = self.partner[side]
        around = [*partner[max(first - 3, 0) : first], *partner[last : last + 3]]
        return sum(each >= 0 for each in around) >= 2


def meeting(passage: Passage) -> Meeting:
    """The word links of `passage`, worked out once."""
    return passage.of(Meeting)


def _nearest(partner: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each place between two words, both ends included, the nearest linked word before it (-1
    for none) and the nearest one behind it (so far off that it is none)."""
    before, after = [-1], [_NOWHERE] * (len(partner) + 1)
    past = 0
    for index, there in enumerate(partner):
        if there >= 0:
            after[past : index + 1] = [index] * (index + 1 - past)
            past = index + 1
            before.append(index)
        else:
            before.append(before[-1])
    return before, after


_END = re.compile(r"[.!?;][\"”»)’]*\s|\n|: (?=[A-ZÁÉÍÓÚ¿¡])")


def _sentences(text: str, words: Sequence[Word]) -> list[int]:
    """The number of each word's sentence, by its end marks."""
    ends = [match.start() for match in _END.finditer(text)]
    numbers, at = [], 0
    for word in words:
        while at < len(ends) and ends[at] < word.start:
            at += 1
        numbers.append(at)
    return numbers
