"""Where the words of the two sides meet: links that need no learned lexicon.

What always holds: a word has at most one partner; links come from the word table, cognates and
words that stand alike on both sides; `chain` is the longest increasing run of links, and a place
without a link is projected between its neighbours in the chain. Time grows with n log n.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from aligner.divergence.passage import Passage
from aligner.language.vocabulary import en_empty, en_keys, es_empty, es_keys
from aligner.language.words import Word
from aligner.text.segment import Side, Span

# How many places of a frequent word are weighed; the nearest ones are.
_NEAREST = 4
# How far from the expected place a partner may stand, in words and as a part of the text.
_REACH = 6
_PART = 0.35
# How many words around an expression are searched for links, and how far apart their partners may
# stand to show its slot together.
_AROUND = 4
_WIDE = 16
_REGION = 7
# How many words on either side of a place show how closely the versions follow one another there.
_STRETCH = 6
# How near two words must be, on both sides, to have moved together, and how many pairs are tried.
_NEAR_MOVED = 6
_COMPANY = 24


class Meeting:
    """The word links of one passage.

    `partner[side][i]` is the index of the other side's word, or -1; `content[side][i]` says
    whether the word carries content of its own; `sentence[side][i]` numbers its sentence.
    """

    __slots__ = ("_chain", "content", "partner", "sentence", "words")

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
        to_es, to_en = self._linked(english, spanish)
        self.partner: dict[Side, list[int]] = {"en": to_es, "es": to_en}
        pairs = _increasing([(i, j) for i, j in enumerate(to_es) if j >= 0])
        pairs = [(-1, -1), *pairs, (len(english), len(spanish))]
        self._chain: dict[Side, tuple[list[int], list[int]]] = {
            "en": ([i for i, _ in pairs], [j for _, j in pairs]),
            "es": ([j for _, j in pairs], [i for i, _ in pairs]),
        }

    def _linked(
        self, english: Sequence[Word], spanish: Sequence[Word]
    ) -> tuple[list[int], list[int]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for j, word in enumerate(spanish):
            if self.content["es"][j]:
                for key in es_keys(word.folded):
                    places[key].append(j)
        known = places.keys()
        to_es, to_en = [-1] * len(english), [-1] * len(spanish)
        scale = len(spanish) / max(len(english), 1)
        options: dict[int, list[int]] = {}
        wanted: defaultdict[int, int] = defaultdict(int)
        for i, word in enumerate(english):
            if not self.content["en"][i]:
                continue
            candidates: set[int] = set()
            for key in en_keys(word.folded) & known:
                found = places[key]
                few = found if len(found) <= _NEAREST else _around(found, i * scale)
                candidates.update(few)
            if candidates:
                options[i] = sorted(candidates)
                for j in candidates:
                    wanted[j] += 1
        sure = [
            (i, near[0]) for i, near in options.items() if len(near) == 1 and wanted[near[0]] == 1
        ]
        for i, j in sure:
            to_es[i], to_en[j] = j, i
        ours, theirs = _columns([(-1, -1), *_increasing(sure), (len(english), len(spanish))])
        reach = max(_REACH, _PART * len(spanish))
        rest = []
        for i, near in options.items():
            if to_es[i] < 0:
                expected = _between(ours, theirs, i)
                rest += [(abs(j - expected), i, j) for j in near]
        far = []
        for distance, i, j in sorted(rest):
            if to_es[i] < 0 and to_en[j] < 0:
                if distance <= reach:
                    to_es[i], to_en[j] = j, i
                else:
                    far.append((i, j))
        _link_moved(far, to_es, to_en)
        return to_es, to_en

    def together(self, english: int, spanish: int) -> bool:
        """Whether two words may stand in the same sentence: yes unless both sides have as many
        sentences and the words are in different ones."""
        ours, theirs = self.sentence["en"], self.sentence["es"]
        return ours[-1] != theirs[-1] or ours[english] == theirs[spanish]

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
        return _between(*self._chain[side], index)

    def slot(self, side: Side, first: int, last: int) -> float:
        """Where an expression without content (words first to last) belongs on the other side:
        between the linked words around it if they follow one another there too, else beside the
        nearest one, else between the neighbours in the chain."""
        partner = self.partner[side]
        before = next(
            (i for i in range(first - 1, max(first - 1 - _AROUND, -1), -1) if partner[i] >= 0), -1
        )
        after = next(
            (i for i in range(last, min(last + _AROUND, len(partner))) if partner[i] >= 0), -1
        )
        if before >= 0 and after >= 0:
            low, high = partner[before], partner[after]
            if low < high <= low + _WIDE:
                middle = (first + last - 1) / 2
                return low + (middle - before) / (after - before) * (high - low)
        if after >= 0 and (before < 0 or after - last <= first - 1 - before + 1):
            return partner[after] - 0.5 - (after - last)
        if before >= 0:
            return partner[before] + 0.5 + (first - 1 - before)
        return _between(*self._chain[side], (first + last - 1) / 2)

    def gap(self, side: Side, first: int, last: int) -> tuple[int, int]:
        """The words of the other side between the chain's links around words first to last."""
        ours, theirs = self._chain[side]
        low = bisect_left(ours, first) - 1
        high = bisect_left(ours, last)
        return theirs[max(low, 0)] + 1, theirs[min(high, len(theirs) - 1)]

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
        place = round(_between(*self._chain[side], (first + last - 1) / 2))
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
        partner = self.partner[side]
        before = range(max(first - _STRETCH, 0), min(max(first, 0), len(partner)))
        after = range(min(max(last, 0), len(partner)), min(max(last + _STRETCH, 0), len(partner)))
        content = [i for i in (*before, *after) if self.content[side][i]]
        linked = sum(partner[i] >= 0 for i in content)
        return linked / len(content) if content else 0.0

    def sure(self, side: Side, first: int, last: int) -> bool:
        """Whether the words around an expression are linked: its slot can be trusted."""
        partner = self.partner[side]
        around = [*partner[max(first - 3, 0) : first], *partner[last : last + 3]]
        return sum(each >= 0 for each in around) >= 2


def meeting(passage: Passage) -> Meeting:
    """The word links of `passage`, worked out once."""
    return passage.of(Meeting)


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


def _link_moved(far: list[tuple[int, int]], to_es: list[int], to_en: list[int]) -> None:
    """Links words far from their place, where a neighbour moved to the same place: a clause that
    stands in another order."""
    free = sorted((i, j) for i, j in far if to_es[i] < 0 and to_en[j] < 0)
    for n, (i, j) in enumerate(free):
        if to_es[i] >= 0 or to_en[j] >= 0:
            continue
        for other_i, other_j in free[n + 1 : n + 1 + _COMPANY]:
            if other_i - i > _NEAR_MOVED:
                break
            if other_i != i and 0 < abs(other_j - j) <= _NEAR_MOVED:
                if to_es[other_i] < 0 and to_en[other_j] < 0:
                    to_es[other_i], to_en[other_j] = other_j, other_i
                to_es[i], to_en[j] = j, i
                break


def _around(places: list[int], expected: float) -> list[int]:
    at = bisect_left(places, expected)
    return places[max(at - _NEAREST // 2, 0) : at + _NEAREST // 2]


def _columns(pairs: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [i for i, _ in pairs], [j for _, j in pairs]


def _between(ours: list[int], theirs: list[int], index: float) -> float:
    """The place of `index` between the two links around it."""
    high = min(max(bisect_right(ours, index), 1), len(ours) - 1)
    low = high - 1
    width = ours[high] - ours[low]
    return theirs[low] + (index - ours[low]) / max(width, 1) * (theirs[high] - theirs[low])


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of `pairs` (sorted by the first) whose second numbers increase."""
    tails: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before[n] = last[at - 1] if at else -1
        if at == len(tails):
            tails.append(j)
            last.append(n)
        else:
            tails[at] = j
            last[at] = n
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
