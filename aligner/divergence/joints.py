"""Members of enumerations and coordinated words that one side joins and the other does not.

What always holds: between the same two linked words one side has one joint (a comma, a conjunction)
more than the other, and beside it words without a counterpart, while the other side has nothing of
its own there. So a free rendering, which puts other words in their place, is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from aligner.divergence.coverage import Coverage
from aligner.divergence.passage import Passage
from aligner.language.reading import Reading
from aligner.language.vocabulary import en_keys, es_keys, light, pairs
from aligner.language.words import Word
from aligner.text.segment import Side

_JOINING = r"(?:and|or|nor|y|e|o|u|ni|tanto|as well as|así como)"
_JOINT = re.compile(rf"[,;](?=\W*\s)(?:\W*{_JOINING}\b)?|\b{_JOINING}\b(?!-)", re.I)
# Words that commas only set apart.
_ADVERB = re.compile(r"(?:mente|ly)$")
# So many content words at most make a member.
_FEW = 4
# So many linked words on either side are tried, among so many words, and so far apart their partners
# may stand.
_NEAR = 3
_FAR = 24
_APART = 6
# What may stand between a joint and a member: up to two small words.
_BETWEEN = re.compile(r"\s*(?:\w{1,4}\s+){0,2}")
# A joint of theirs stands within so many words.
_CLOSE = 4
# So many words at most stand beside another one as its pair.
_PAIR = 2
# What a coordinated word must weigh; in an enumeration any word will do that is no makeweight.
_SURE = 1.0

_Joint = tuple[int, int, bool]


@dataclass(frozen=True, slots=True)
class Member:
    """Words of one side (indices) that the other one leaves out, `several` where they belong to an
    enumeration. `facing` are the first and the last word where they would stand on the other side:
    the two linked words around the place, or the one they are coordinated with."""

    lone: tuple[int, ...]
    several: bool
    facing: tuple[int, int]
    weight: float


def lone_members(passage: Passage, found: Coverage, side: Side) -> Iterator[Member]:
    """The members of `side` that the other side leaves out, in order."""
    places = [i for i, is_content in enumerate(found.met.content[side]) if is_content]
    for is_covered, group in groupby(places, found.covered[side].__getitem__):
        lone = [] if is_covered else list(group)
        if 0 < len(lone) <= _FEW and lone[-1] - lone[0] < 2 * _FEW:
            member = _member(passage, found, side, lone)
            if member is not None:
                yield member


def _member(passage: Passage, found: Coverage, side: Side, lone: list[int]) -> Member | None:
    other: Side = "es" if side == "en" else "en"
    words, reading = found.met.words[side], passage.side(side)
    near = words[max(lone[0] - _CLOSE, 0)].start, words[min(lone[-1] + _CLOSE, len(words) - 1)].end
    if not _JOINT.search(reading.text, *near) or all(light(words[i].folded) for i in lone):
        return None
    anchors = _anchors(found, side, lone)
    if anchors is None:
        return None
    (first, last), (low, high) = anchors
    weight = sum(found.worth[side][i] for i in lone)
    if any(found.met.content[other][low + 1 : high]):
        return None
    ours = _joints(reading.text, words[first].end, words[last].start)
    theirs = found.met.words[other]
    facing = _joints(passage.side(other).text, theirs[low].end, theirs[high].start)
    if len(ours) != len(facing) + 1:
        return None
    own, rendering = (en_keys, es_keys) if side == "en" else (es_keys, en_keys)
    keys = rendering(theirs[low].folded) | rendering(theirs[high].folded)
    if any(not keys.isdisjoint(own(words[i].folded)) for i in lone):
        return None  # two words for what the other side says in one
    joined = [_beside(reading.text, joint, words, lone) for joint in ours]
    if len(ours) > 1:
        if (
            -1 not in joined
            or 1 not in joined
            or all(_ADVERB.search(words[i].folded) for i in lone)
        ):
            return None
        return Member(tuple(lone), True, (low, high), weight)
    content = found.met.content[side]
    if joined[0] > 0:
        nearest = next((i for i in range(lone[-1] + 1, len(words)) if content[i]), -1)
    else:
        nearest = next((i for i in range(lone[0] - 1, -1, -1) if content[i]), -1)
    if (
        weight < _SURE
        or len(lone) > _PAIR
        or not joined[0]
        or not ours[0][2]
        or nearest not in (first, last)
        or any(frozenset((words[i].folded, words[nearest].folded)) in pairs() for i in lone)
        or reading.of(_conjunctions) <= passage.side(other).of(_conjunctions)
    ):
        return None
    beside = high if nearest == last else low
    return Member(tuple(lone), False, (beside, beside), weight)


def _beside(text: str, joint: _Joint, words: Sequence[Word], lone: list[int]) -> int:
    """Whether a joint stands right before (-1) or right after (1) the words, or apart (0)."""
    start, end = words[lone[0]].start, words[lone[-1]].end
    if joint[1] <= start:
        return -1 if _BETWEEN.fullmatch(text, joint[1], start) else 0
    return 1 if joint[0] >= end and _BETWEEN.fullmatch(text, end, joint[0]) else 0


def _anchors(
    found: Coverage, side: Side, lone: list[int]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The linked words around `lone` whose partners stand nearest to one another in order."""
    partner = found.met.partner[side]
    options = [
        (partner[j] - partner[i], (i, j))
        for i in _linked(found, side, range(lone[0] - 1, -1, -1))
        for j in _linked(found, side, range(lone[-1] + 1, len(partner)))
        if 0 < partner[j] - partner[i] <= _APART
    ]
    if not options:
        return None
    _, (i, j) = min(options)
    return (i, j), (partner[i], partner[j])


def _linked(found: Coverage, side: Side, places: range) -> list[int]:
    """The first few of `places` in their sentence whose words have a counterpart."""
    numbers, covered = found.met.sentence[side], found.covered[side]
    near: list[int] = []
    for i in places[:_FAR]:
        if numbers[i] != numbers[places[0]] or len(near) == _NEAR:
            break
        if covered[i]:
            near.append(i)
    return near


def _conjunctions(reading: Reading) -> int:
    return sum(is_word for _, _, is_word in _joints(reading.text, 0, len(reading.text)))


def _joints(text: str, start: int, end: int) -> list[_Joint]:
    """The joints in a stretch of text, and whether each is a conjunction."""
    return [
        (match.start(), match.end(), match[0][-1].isalpha())
        for match in _JOINT.finditer(text, start, end)
    ]
