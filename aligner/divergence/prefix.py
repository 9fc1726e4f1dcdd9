"""A word here, and there the same word under a negative prefix: *unaccompanied* and *acompañado*.

What always holds: both words are linked to nothing else and stand in one slot; a negation beside
either of them says what the prefix says, and is no business of this module; nor is a word that the
table of antonyms names, with its prefix (*desactivar*) or as it is (*imponer*).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.opposites import INFINITIVE
from aligner.language.phrases import of_kind
from aligner.language.roles import small
from aligner.language.vocabulary import en_first_keys, es_keys, es_listed
from aligner.text.segment import Side

_NEGATIVE: dict[Side, re.Pattern[str]] = {
    # Imprinted is printed, and impreso no opposite of preso.
    "en": re.compile(
        r"^(?:un|in|im|ir|il|dis|non)(?=[a-z]{6})(?!(?<=im)(?:pr(?:in|es)|port|plant))"
    ),
    "es": re.compile(
        r"^(?:in|im|ir|i(?=l)|des|anti)(?=[a-z]{6})(?!(?<=im)(?:pr(?:im|es)|port|plant))"
    ),
}
# So near its slot the other word stands, and so near before a word a negation turns it round.
_SLOT = 7
_BESIDE = 4
# How an English adjective ends: only those are turned round by *anti-* (*antidemocrático*).
_ADJECTIVES = ("ic", "ive", "ar", "ous", "ional", "ical", "ist")
_SIDES: tuple[tuple[Side, Side], ...] = (("en", "es"), ("es", "en"))


def prefixed(passage: Passage, met: Meeting) -> Iterator[tuple[int, int]]:
    """The words (English, Spanish) of which one has a negative prefix and the other none."""
    for side, other in _SIDES:
        named = {
            at
            for each in of_kind(passage.side(side), "antonyms")
            for at in range(each.first, each.last)
        }
        alone = [i for i in _alone(met, side) if i not in named]
        found = [(i, _bare(met, side, i)) for i in alone if _negative(met, side, i)]
        if not found:
            continue
        places: defaultdict[str, set[int]] = defaultdict(set)
        for j in range(len(met.words[other])):
            if met.content[other][j]:
                for key in _keys(other, _bare(met, other, j)):
                    places[key].add(j)
        free = frozenset(_alone(met, other))
        for i, bare in found:
            alike = set().union(*(places.get(key, ()) for key in _keys(side, bare)))
            # The word with its prefix as well, or without it more than once, may belong anywhere.
            if len(alike) != 1:
                continue
            j = next(iter(alike))
            near = abs(j - round(met.slot(side, i, i + 1))) <= _SLOT
            if near and j in free and not _negative(met, other, j) and not _aimed(met, side, i, j):
                yield (i, j) if side == "en" else (j, i)


def _aimed(met: Meeting, side: Side, index: int, other: int) -> bool:
    """Whether *anti-* only says of a noun before another what it is aimed at: *fraud unit*, *unidad
    antifraude*."""
    if side == "en" or not met.words["es"][index].folded.startswith("anti"):
        return False
    following = other + 1 < len(met.words["en"]) and met.content["en"][other + 1]
    return following and not met.words["en"][other].folded.endswith(_ADJECTIVES)


def _keys(side: Side, word: str) -> frozenset[str]:
    # *Spam* is *correo no deseado*: a word of a rendering is no opposite, only its chief one is.
    return en_first_keys(word) if side == "en" else es_keys(word)


def _negative(met: Meeting, side: Side, index: int) -> bool:
    if not _NEGATIVE[side].match(met.words[side][index].folded):
        return False
    bare = _bare(met, side, index)
    return side == "en" or not bare.endswith(INFINITIVE) or es_listed(bare)


def _bare(met: Meeting, side: Side, index: int) -> str:
    return _NEGATIVE[side].sub("", met.words[side][index].folded)


def out_of(met: Meeting, side: Side, index: int) -> bool:
    """Whether two small words before a word turn it round as a prefix does (*out of focus*)."""
    before = [word.folded for word in met.words[side][max(index - 2, 0) : index]]
    return before == ["out", "of"] or before[-2:] == ["fuera", "de"]


def _alone(met: Meeting, side: Side) -> list[int]:
    """The words of content that are linked to nothing and after no negation."""
    words, partner, content = met.words[side], met.partner[side], met.content[side]
    turning = small(side, "turning")
    return [
        i
        for i in range(len(words))
        if content[i]
        and partner[i] < 0
        and not any(w.folded in turning for w in words[max(i - _BESIDE, 0) : i])
        and not out_of(met, side, i)
    ]
