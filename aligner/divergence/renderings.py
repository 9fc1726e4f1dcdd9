"""How each word of a document is rendered, place by place.

What always holds: a rendering is learned from slots, from this document alone; it counts only if it
is the word's own (it stands there more often than elsewhere) and frequent enough to be a habit.
Linear in the words of the document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Context
from aligner.language.stems import en_stem, es_stem

# Fewer places make no habit; from this part of the places on it is one.
_PLACES = 4
_HABIT = 0.7
# How much of a Spanish word's own places must face the English word.
_OWN = 0.5
# A stem in this part of the places keeps the word company.
_COMPANY = 0.3
# Words of so few letters are no terms.
_SHORT = 3
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
    """An English stem and the Spanish stem that usually stands for it: the places that follow the
    habit, and those that have neither it nor a second one. `company` are the Spanish stems that
    often stand there too."""

    en: str
    es: str
    company: frozenset[str]
    kept: tuple[Place, ...]
    broken: tuple[Place, ...]


def habits(context: Context) -> list[Habit]:
    """All habits of the document, by English stem."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    facing: defaultdict[str, Counter[str]] = defaultdict(Counter)
    spread: Counter[str] = Counter()
    stems: list[list[str]] = []
    for index, passage in enumerate(context.passages):
        if passage.blank:
            stems.append([])
            continue
        met = meeting(passage)
        spanish = [es_stem(word.folded) for word in met.words["es"]]
        stems.append(spanish)
        for j, stem in enumerate(spanish):
            if met.content["es"][j]:
                spread[stem] += 1
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
    for en, own in sorted(places.items()):
        if len(own) < _PLACES:
            continue
        for es, count in facing[en].most_common(3):
            if count >= _HABIT * len(own) and count >= _OWN * spread[es]:
                often = {stem for stem, n in facing[en].items() if n >= _COMPANY * len(own)}
                found.append(_habit(en, es, frozenset(often), own, stems))
                break
    return found


def _near(met: Meeting, spanish: list[str], slot: float) -> set[str]:
    low, high = max(round(slot) - _AROUND, 0), round(slot) + _AROUND + 1
    content = met.content["es"]
    return {spanish[j] for j in range(low, min(high, len(spanish))) if content[j]}


def _habit(
    en: str, es: str, company: frozenset[str], own: list[Place], stems: list[list[str]]
) -> Habit:
    """Splits places into kept and broken: in each passage as many are broken as the rendering
    stands there less often than the word does."""
    by_passage: defaultdict[int, list[Place]] = defaultdict(list)
    for place in own:
        by_passage[place.passage].append(place)
    kept: list[Place] = []
    broken: list[Place] = []
    for index, here in by_passage.items():
        at = [j for j, stem in enumerate(stems[index]) if stem == es]
        lacking = len(here) - len(at)
        ranked = sorted(here, key=lambda p: min((abs(j - p.slot) for j in at), default=99.0))
        kept += ranked[: len(here) - max(lacking, 0)]
        if lacking > 0:
            broken += ranked[len(here) - lacking :]
    return Habit(en, es, company, tuple(kept), tuple(broken))
