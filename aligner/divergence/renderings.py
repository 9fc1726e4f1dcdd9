"""How each word of a document is rendered, place by place.

What always holds: a rendering is learned from slots, from this document alone; it counts only if it
is the word's own (it stands there more often than elsewhere) and frequent enough to be a habit.
Ties are broken by the alphabet, never by the order of a set. Linear in the words of the document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Context
from aligner.language.stems import en_stem, es_stem

# Fewer places make no habit; from this part of the places on it is one.
_PLACES = 4
_PASSAGES = 3
_HABIT = 0.7
# How much of a Spanish word's own places must face the English word.
_OWN = 0.5
# A stem in this part of the places keeps the word company.
_COMPANY = 0.3
# Words of so few letters are no terms.
_SHORT = 3
# So many of the stems that face a word most often are weighed as its rendering.
_WEIGHED = 3
# So many words around a slot belong to it.
_AROUND = 5


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence of an English word or pair of words: passage index, word indices (half open),
    its slot in Spanish."""

    passage: int
    word: int
    last: int
    slot: float


@dataclass(frozen=True, slots=True)
class Habit:
    """An English stem (or two) and the Spanish stems that usually stand for it together (*estad*,
    *unid*), the most frequent one first: the places that follow the habit, and those that have
    neither it nor a second one. `company` are the Spanish stems that often stand there too, `spread`
    counts the stems of content in the whole Spanish text."""

    en: str
    es: tuple[str, ...]
    company: frozenset[str]
    spread: Mapping[str, int]
    kept: tuple[Place, ...]
    broken: tuple[Place, ...]


def habits(context: Context) -> list[Habit]:
    """All habits of the document, pairs of words first, then by English stem. A word that stands
    in one pair alone (*United* States) has no rendering of its own."""
    if len(context.passages) < _PASSAGES:
        return []
    places: defaultdict[str, list[Place]] = defaultdict(list)
    facing: defaultdict[str, Counter[str]] = defaultdict(Counter)
    spread: Counter[str] = Counter()
    stems: list[dict[str, list[int]]] = []
    for index, passage in enumerate(context.passages):
        if passage.blank:
            stems.append({})
            continue
        met = meeting(passage)
        spanish = [es_stem(word.folded) for word in met.words["es"]]
        at: dict[str, list[int]] = {}
        for j, stem in enumerate(spanish):
            if met.content["es"][j]:
                spread[stem] += 1
                at.setdefault(stem, []).append(j)
        stems.append(at)
        before = ""
        for i, word in enumerate(met.words["en"]):
            if not met.content["en"][i] or len(word.folded) <= _SHORT:
                before = ""
                continue
            slot = met.project("en", i)
            near = _near(met, spanish, slot)
            stem = en_stem(word.folded)
            places[stem].append(Place(index, i, i + 1, slot))
            facing[stem].update(near)
            if before:
                pair = f"{before} {stem}"
                places[pair].append(Place(index, i - 1, i + 1, slot))
                facing[pair].update(near)
            before = stem
    found = []
    bound: set[str] = set()
    for en, own in sorted(places.items(), key=lambda each: (-each[0].count(" "), each[0])):
        if " " in en:
            bound |= {stem for stem in en.split() if len(places[stem]) == len(own)}
        if en in bound or len(own) < _PLACES or len({place.passage for place in own}) < _PASSAGES:
            continue
        ranked = sorted(facing[en].items(), key=lambda each: (-each[1], each[0]))[:_WEIGHED]
        usual = [
            stem
            for stem, count in ranked
            if count >= _HABIT * len(own) and count >= _OWN * spread[stem]
        ]
        if usual:
            often = {stem for stem, n in facing[en].items() if n >= _COMPANY * len(own)}
            # A pair of words may have a pair for its rendering; a single word has one.
            kept = tuple(usual[: en.count(" ") + 1])
            found.append(_habit(en, kept, frozenset(often), spread, own, stems))
    return found


def _near(met: Meeting, spanish: list[str], slot: float) -> set[str]:
    low, high = max(round(slot) - _AROUND, 0), round(slot) + _AROUND + 1
    content = met.content["es"]
    return {spanish[j] for j in range(low, min(high, len(spanish))) if content[j]}


def _habit(
    en: str,
    es: tuple[str, ...],
    company: frozenset[str],
    spread: Mapping[str, int],
    own: list[Place],
    stems: list[dict[str, list[int]]],
) -> Habit:
    """Splits places into kept and broken: in each passage as many are broken as the rendering
    stands there less often than the word does."""
    by_passage: defaultdict[int, list[Place]] = defaultdict(list)
    for place in own:
        by_passage[place.passage].append(place)
    kept: list[Place] = []
    broken: list[Place] = []
    for index, here in by_passage.items():
        at = stems[index].get(es[0], [])
        lacking = len(here) - len(at)
        ranked = sorted(here, key=lambda place: _distance(at, place.slot))
        kept += ranked[: len(here) - max(lacking, 0)]
        if lacking > 0:
            broken += ranked[len(here) - lacking :]
    return Habit(en, es, company, spread, tuple(kept), tuple(broken))


def _distance(places: list[int], slot: float) -> float:
    """How far the nearest of `places` (ascending) is from `slot`."""
    at = bisect_left(places, slot)
    return min((abs(j - slot) for j in places[max(at - 1, 0) : at + 1]), default=99.0)


def doubles(context: Context) -> list[list[tuple[tuple[str, str], Place, tuple[int, int]]]]:
    """Pairs of English words that have exactly two renderings, each word linked in every place and
    one of them the same in both: each as (Spanish stems, place, Spanish word indices), the usual
    rendering first."""
    if len(context.passages) < _PASSAGES:
        return []
    found: defaultdict[str, list[tuple[tuple[str, str], Place, tuple[int, int]]]]
    found = defaultdict(list)
    loose: set[str] = set()
    for index, passage in enumerate(context.passages):
        if passage.blank:
            continue
        met = meeting(passage)
        words, partner, content = met.words["en"], met.partner["en"], met.content["en"]
        for i in range(len(words) - 1):
            if not content[i] or not content[i + 1]:
                continue
            pair = f"{en_stem(words[i].folded)} {en_stem(words[i + 1].folded)}"
            one, two = partner[i], partner[i + 1]
            if one < 0 or two < 0 or abs(one - two) > _SHORT:
                loose.add(pair)
                continue
            spanish = met.words["es"]
            stems = (es_stem(spanish[one].folded), es_stem(spanish[two].folded))
            span = (min(one, two), max(one, two) + 1)
            found[pair].append((stems, Place(index, i, i + 2, float(span[0])), span))
    result = []
    for pair, places in sorted(found.items()):
        counts = Counter(stems for stems, _, _ in places)
        if pair in loose or len(counts) != 2:
            continue
        (first, _), (second, _) = counts.most_common(2)
        same = sum(a == b for a, b in zip(first, second, strict=True))
        other = next((n for n in (0, 1) if first[n] != second[n]), 0)
        if same == 1 and first[other][:_SHORT] != second[other][:_SHORT]:
            result.append(sorted(places, key=lambda each: (-counts[each[0]], each[1].passage)))
    return result
