"""A name said again where the other version has somebody else: *the Fund … the Fund*, *el Fondo …
los prestatarios*.

What always holds: the passage itself shows how a name is rendered, by the links of its other
mentions; only a mention too many on one side counts, and only beside an actor, or a people of no
table, that no word renders. A body that speaks of itself in general words (*the organization*) is no
other one, and states act through their governments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import laid_down
from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.divergence.roles import labels
from aligner.language.actors import actors
from aligner.language.peoples import peoples
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.roles import small, things
from aligner.language.vocabulary import en_keys, en_known, es_keys, es_known
from aligner.text.segment import SIDES, Side

# So far from its slot the other one stands, and a people of no table beside the same noun.
_SLOT = 4.0
_BESIDE = 2.0
# Adjectives of a people, as Spanish builds them.
_DEMONYM = re.compile(r"(?:e[ñn]|an|in)[oa]s?$|(?:[eé]s|esa|esas|eses|enses?)$")
# By these a body names itself, whatever it is called.
_GENERAL = frozenset(
    [
        "organization",
        "institution",
        "agency",
        "company",
        "undertaking",
        "member",
        "parties",
        "national-authority",
        "competent-authority",
        "public-authority",
        "staff",
    ]
)


def renamed(
    passage: Passage, met: Meeting, english: Sequence[Phrase], spanish: Sequence[Phrase]
) -> Iterator[tuple[Phrase, Phrase]]:
    """The names said again and the actors, of those without a partner, in their places."""
    left: dict[Side, Sequence[Phrase]] = {"en": english, "es": spanish}
    told: set[tuple[Side, int]] = set()
    for side in SIDES:
        other: Side = "es" if side == "en" else "en"
        for name in _again(passage.side(side), met, side):
            there = _instead(passage, met, side, name, left[other])
            if there is not None and told.isdisjoint({(side, name.first), (other, there.first)}):
                told |= {(side, name.first), (other, there.first)}
                yield (name, there) if side == "en" else (there, name)


def _again(reading: Reading, met: Meeting, side: Side) -> Iterator[Phrase]:
    """The names without a partner that the other side has less often; those of the table of actors
    are met there."""
    partner, words = met.partner[side], met.words[side]
    alone = [i for i, there in enumerate(partner) if there < 0 and _name(reading, met, side, i)]
    if not alone:
        return
    said = Counter(word.folded for word in words)
    alone = [i for i in alone if said[words[i].folded] > 1]
    if not alone:
        return
    own_keys, their_keys = (en_keys, es_keys) if side == "en" else (es_keys, en_keys)
    theirs = Counter(
        key for word in met.words["es" if side == "en" else "en"] for key in their_keys(word.folded)
    )
    taken = {i for each in reading.of(actors) for i in range(each.first, each.last)}
    taken |= {i for each in reading.of(peoples) if each.firm for i in range(each.first, each.last)}
    last = -1
    for i in alone:
        there = max((theirs[key] for key in own_keys(words[i].folded)), default=0)
        if i > last and i not in taken and 0 < there < said[words[i].folded]:
            last = i
            while last + 1 < len(partner) and partner[last + 1] < 0 and _capital(reading, last + 1):
                last += 1
            yield Phrase("actors", words[i].folded, i, last + 1, (words[i].start, words[last].end))


def _name(reading: Reading, met: Meeting, side: Side, index: int) -> bool:
    """Whether a word is written as a name, or is a Spanish adjective of a people of no table."""
    word = met.words[side][index]
    if not met.content[side][index] or word.end - word.start < 3:
        return False
    if _capital(reading, index):
        before = met.words[side][index - 1].folded if index else ""
        return before in small(side, "articles") or (side == "en" and not en_known(word.folded))
    return side == "es" and _people(reading, side, index)


def _capital(reading: Reading, index: int) -> bool:
    return reading.text[reading.words[index].start].isupper()


def _people(reading: Reading, side: Side, index: int) -> bool:
    word = reading.words[index]
    if side == "en":
        return _capital(reading, index) and not en_known(word.folded)
    return bool(_DEMONYM.search(word.folded)) and not es_known(word.folded)


def _instead(
    passage: Passage, met: Meeting, side: Side, name: Phrase, left: Sequence[Phrase]
) -> Phrase | None:
    """The actor in the place of a name, where a text lays down what each one does, or the people of
    no table."""
    other: Side = "es" if side == "en" else "en"
    place = met.slot(side, name.first, name.last)
    for each in left if laid_down(passage) else ():
        if (
            abs(each.first - place) <= _SLOT
            and _together(met, side, name.first, each.first)
            and (_GENERAL | things()).isdisjoint(each.value.split("|"))
            and (each.value != "government" or _spelt(met, side, name))
            and all(met.partner[other][j] < 0 for j in range(each.first, each.last))
        ):
            return each
    reading, words = passage.side(other), met.words[other]
    if name.last - name.first > 1 or not _people(passage.side(side), side, name.first):
        return None
    for j in range(max(round(place - _BESIDE), 0), min(round(place + _BESIDE) + 1, len(words))):
        if met.partner[other][j] < 0 and met.content[other][j] and _people(reading, other, j):
            word = words[j]
            own, facing = (name.first, j) if side == "en" else (j, name.first)
            if met.together(own, facing) and labels(met, own, facing):
                return Phrase("actors", word.folded, j, j + 1, (word.start, word.end))
    return None


def _spelt(met: Meeting, side: Side, name: Phrase) -> bool:
    """Whether a name is made of words that a dictionary has, as a body's is and a state's is not."""
    known = en_known if side == "en" else es_known
    return all(known(word.folded) for word in met.words[side][name.first : name.last])


def _together(met: Meeting, side: Side, own: int, there: int) -> bool:
    return met.together(own, there) if side == "en" else met.together(there, own)
