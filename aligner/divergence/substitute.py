"""The word that stands where a term's usual rendering would, and whether it names a thing.

What always holds: a substitute renders nothing else in the sentence; a form of the usual rendering,
an abbreviation and a word taken over from the English are none. Linear in the words around a place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from aligner.divergence.meeting import meeting
from aligner.divergence.passage import Context, Passage
from aligner.divergence.renderings import Habit, Place
from aligner.language.stems import es_stem
from aligner.language.vocabulary import before_noun, es_keys, light
from aligner.text.segment import Span

# How far from its slot the other rendering may stand.
_SLOT = 3.5
# Another word is a rendering only if words so near the term have a partner: the sentence is the same.
_NEAR = 4
# Within so many words around the term no other English word may lack a partner.
_LONE = 2
# English words so near that stand alike in Spanish are no rendering.
_AROUND = 12
# Words that agree in so many first letters are forms of one another.
_ALIKE = 4


def substitute(context: Context, habit: Habit, place: Place) -> Span | None:
    """The word that stands where the usual rendering would: one that renders nothing else."""
    met = meeting(context.passages[place.passage])
    words, partner, content = met.words["es"], met.partner["es"], met.content["es"]
    own = range(place.word, place.last)
    low, high = max(round(place.slot - _SLOT), 0), min(round(place.slot + _SLOT) + 1, len(words))
    near = met.words["en"][max(place.word - _AROUND, 0) : place.last + _AROUND]
    english = {word.folded for word in near}
    usual = {key for stem in habit.es for end in ("", "o", "a") for key in es_keys(stem + end)}

    def alike(j: int) -> bool:
        """Whether a word is only another form of the usual rendering, or is not Spanish at all."""
        word = words[j].folded
        return (
            any(word[:_ALIKE] == stem[:_ALIKE] or stem in word for stem in habit.es)
            or word in english
            or _short(context.passages[place.passage].es.text[words[j].start : words[j].end])
            or es_stem(word) in habit.company
            or not usual.isdisjoint(es_keys(word))
        )

    linked = [j for j in range(low, high) if partner[j] in own]
    if any(alike(j) for j in linked):
        return None
    if linked:
        return words[linked[0]].start, words[linked[-1]].end
    if any(met.partner["en"][i] >= 0 for i in own):
        return None
    lone = [j for j in range(low, high) if content[j] and partner[j] < 0]
    around = range(max(place.word - _LONE, 0), min(place.last + _LONE, len(met.words["en"])))
    facing = [i for i in around if met.content["en"][i] and met.partner["en"][i] < 0]
    if len(lone) != 1 or alike(lone[0]) or set(facing) - set(own):
        return None
    beside = range(max(place.word - _NEAR, 0), min(place.last + _NEAR, len(met.words["en"])))
    if all(met.partner["en"][i] < 0 for i in beside):
        return None
    if light(words[lone[0]].folded):
        return None
    return words[lone[0]].start, words[lone[0]].end


def named(context: Context, passage: int, spanish: Span) -> bool:
    """Whether the Spanish words at a place stand as a noun does: after an article, another word
    that comes before nouns, or at the beginning of the text."""
    words = meeting(context.passages[passage]).words["es"]
    first = bisect_left(words, spanish[0], key=lambda word: word.start) % len(words)
    return first == 0 or before_noun(words[first - 1].folded)


def usual_at(context: Context, habit: Habit, place: Place) -> Span:
    """The code points of the usual rendering, whole, in a place that keeps to it."""
    passage = context.passages[place.passage]
    words, at = meeting(passage).words["es"], passage.of(_stems)
    nearest = [j for stem in habit.es for j in _beside(at.get(stem, ()), place.slot)]
    if not nearest:
        word = words[min(max(round(place.slot), 0), len(words) - 1)]
        return word.start, word.end
    first = last = min(nearest, key=lambda j: (abs(j - place.slot), j))
    while first and es_stem(words[first - 1].folded) in habit.es:
        first -= 1
    while last + 1 < len(words) and es_stem(words[last + 1].folded) in habit.es:
        last += 1
    return words[first].start, words[last].end


def _stems(passage: Passage) -> dict[str, list[int]]:
    """Where each Spanish stem of a passage stands, in order."""
    found: dict[str, list[int]] = {}
    for j, word in enumerate(meeting(passage).words["es"]):
        found.setdefault(es_stem(word.folded), []).append(j)
    return found


def _beside(places: Sequence[int], slot: float) -> Sequence[int]:
    """The last of the places before a slot and the first one after it."""
    at = bisect_left(places, slot)
    return places[max(at - 1, 0) : at + 1]


def _short(word: str) -> bool:
    """Whether a word is an abbreviation (EUA, ONU): the short form of a name is no second name."""
    return len(word) > 1 and word.isupper()
