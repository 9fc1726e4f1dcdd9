"""Members of enumerations and coordinated words that one side joins and the other does not.

What always holds: the words around a member have counterparts that stand beside one another, with
fewer joints (commas, conjunctions) between them and no words of their own. So a free rendering, which
puts other words in their place, is silent. Linear in the words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.divergence.coverage import Coverage
from aligner.divergence.passage import Passage
from aligner.language.reading import Reading
from aligner.language.vocabulary import en_keys, es_keys, light, pairs
from aligner.language.words import Word
from aligner.text.segment import SIDES, Side

_JOINING = r"(?:and|or|nor|y|e|o|u|ni|tanto|as well as|así como)"
# An open list has no conjunction.
_OPEN = r"(?:etc|etcétera|etcetera)"
_JOINT = re.compile(rf"[,;](?=\W*\s)(?:\W*(?:{_JOINING}|{_OPEN})\b)?|\b{_JOINING}\b(?!-)", re.I)
# Words that commas only set apart.
_ADVERB = re.compile(r"(?:mente|ly)$")
# So many content words at most make a member, so many a coordinated expression.
_FEW = 6
_PAIR = 2
# So many linked words on either side are tried, among so many words, and so far apart their partners
# may stand.
_NEAR = 3
_FAR = 24
_APART = 6
# How much more the other side may say at the place than this side does beside the member.
_MORE = 0.5
# What a coordinated word must weigh; in an enumeration any word will do that is no makeweight.
_SURE = 1.0
# So many joints further the conjunction of an enumeration may stand.
_SOON = 2
# What stands in brackets or quotes is no member.
_SIGNS = re.compile(r"[()\[\]«»“”\"=/]")
# The part of the words around that must be linked: of an enumeration, and of two coordinated words,
# which free renderings add and leave out.
_DENSE, _DENSER = 0.5, 0.7

_OTHER: dict[Side, Side] = {"en": "es", "es": "en"}

_Joint = tuple[int, int, bool]
# The words around a member, and their partners.
_Place = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Member:
    """Words of one side (indices) that the other one leaves out, `several` where they belong to an
    enumeration. `facing` are the first and the last word where they would stand on the other side:
    the two linked words around the place, or the one they are coordinated with."""

    lone: tuple[int, ...]
    several: bool
    facing: tuple[int, int]
    weight: float


class _Side:
    """The joints of one side: `before[n]` counts those before word n, so that those between two
    words need no search; `joints` are (start, end, whether it is a conjunction)."""

    __slots__ = ("before", "joints", "text", "words")

    def __init__(self, reading: Reading) -> None:
        self.text, self.words = reading.text, reading.words
        self.joints = reading.of(_joints)
        starts = [joint[0] for joint in self.joints]
        self.before = [bisect_left(starts, word.start) for word in self.words]

    def between(self, first: int, last: int) -> Sequence[_Joint]:
        """The joints between words first and last; those up to the end for the word after it."""
        end = self.before[last] if last < len(self.words) else len(self.joints)
        return self.joints[bisect_left(self.joints, (self.words[first].end,)) : end]

    def signs(self, first: int, last: int) -> int:
        """How many brackets and quotes stand between two words."""
        end = self.words[last].start if last < len(self.words) else self.words[-1].end
        return len(_SIGNS.findall(self.text, self.words[first].end, end))

    def shifted(self, word: int, other: _Side, there: int) -> bool:
        """Whether a comma stands before a word here and a conjunction before its partner there: a
        member was taken away behind it."""
        here, beyond = self.before[word], other.before[there]
        return (
            here > 0 and beyond > 0 and not self.joints[here - 1][2] and other.joints[beyond - 1][2]
        )

    def enumerates(self, last: int, joints: Sequence[_Joint]) -> bool:
        """Whether joints before word `last` belong to an enumeration: one of them, or one soon after
        them, is a conjunction."""
        follows = self.before[last] if last < len(self.words) else len(self.joints)
        near = (*joints, *self.joints[follows : follows + _SOON])
        return any(joint[2] for joint in near)


def lone_members(passage: Passage, found: Coverage, side: Side) -> Iterator[Member]:
    """The members of `side` that the other side leaves out, in order."""
    if not passage.side(side).of(_joints):
        return
    sides: dict[Side, _Side] = {each: _Side(passage.side(each)) for each in SIDES}
    for lone in _groups(found, side, sides[side]):
        member = _member(passage, found, side, sides, lone)
        if member is not None:
            yield member


def _groups(found: Coverage, side: Side, own: _Side) -> Iterator[list[int]]:
    """Runs of content words without a counterpart, parted where a joint parts them."""
    lone: list[int] = []
    content, covered = found.met.content[side], found.covered[side]
    for i, is_content in enumerate(content):
        if not is_content:
            continue
        if lone and (covered[i] or own.before[i] != own.before[lone[-1]]):
            yield lone
            lone = []
        if not covered[i]:
            lone.append(i)
    if lone:
        yield lone


def _member(
    passage: Passage, found: Coverage, side: Side, sides: dict[Side, _Side], lone: list[int]
) -> Member | None:
    words = found.met.words[side]
    if len(lone) > _FEW or all(light(words[i].folded) for i in lone):
        return None
    if found.met.density(side, lone[0], lone[-1] + 1) < _DENSE:
        return None
    for place in _around(found, side, lone):
        member = _between(passage, found, side, sides, lone, place)
        if member is not None:
            return member
    return None


def _around(found: Coverage, side: Side, lone: list[int]) -> list[_Place]:
    """The linked words around `lone` whose partners stand near one another in order, those nearest
    to it first; the ends of the sentences, where nothing linked follows."""
    partner = found.met.partner[side]
    before = _linked(found, side, lone[0], range(lone[0] - 1, -1, -1))
    after = _linked(found, side, lone[0], range(lone[-1] + 1, len(partner)))
    if not after:
        end = _end(found, side, lone[-1])
        places = [(i, end, partner[i], _end(found, _OTHER[side], partner[i])) for i in before[:1]]
        return [place for place in places if place[3] - place[2] <= _APART]
    options = [
        (lone[0] - i + j - lone[-1], i, j)
        for i in before
        for j in after
        if 0 < partner[j] - partner[i] <= _APART
    ]
    return [(i, j, partner[i], partner[j]) for _, i, j in sorted(options)]


def _end(found: Coverage, side: Side, word: int) -> int:
    """The word after the sentence of a word."""
    numbers = found.met.sentence[side]
    return bisect_right(numbers, numbers[word])


def _between(
    passage: Passage,
    found: Coverage,
    side: Side,
    sides: dict[Side, _Side],
    lone: list[int],
    place: _Place,
) -> Member | None:
    """The member `lone` between two linked words, if the other side leaves it out."""
    other = _OTHER[side]
    words, theirs = found.met.words[side], found.met.words[other]
    first, last, low, high = place
    ours, facing = sides[side].between(first, last), sides[other].between(low, high)
    if (
        len(ours) != len(facing) + 1
        or sides[side].signs(first, last) != sides[other].signs(low, high)
        or not _theirs_told(found, side, lone, place)
    ):
        return None
    own, rendering = (en_keys, es_keys) if side == "en" else (es_keys, en_keys)
    keys = rendering(theirs[low].folded) | rendering(theirs[min(high, len(theirs) - 1)].folded)
    if any(not keys.isdisjoint(own(words[i].folded)) for i in lone):
        return None  # two words for what the other side says in one
    content = found.met.content[side]
    before = [joint for joint in ours if joint[1] <= words[lone[0]].start]
    after = [joint for joint in ours if joint[0] >= words[lone[-1]].end]
    beside = (
        bool(before) and _bare(content, words, before[-1][1], lone[0], -1),
        bool(after) and _bare(content, words, after[0][0], lone[-1], 1),
    )
    weight = sum(found.worth[side][i] for i in lone)
    if len(ours) > 1:
        if (
            not all(beside)
            or not sides[side].enumerates(last, ours)
            or all(_ADVERB.search(words[i].folded) for i in lone)
        ):
            return None
        return Member(tuple(lone), True, (low, min(high, len(theirs) - 1)), weight)
    if beside[1]:
        nearest = next((i for i in range(lone[-1] + 1, len(words)) if content[i]), -1)
    else:
        nearest = next((i for i in range(lone[0] - 1, -1, -1) if content[i]), -1)
    if (
        weight < _SURE
        or found.met.density(side, lone[0], lone[-1] + 1) < _DENSER
        or len(lone) > _PAIR
        or not any(beside)
        or not ours[0][2]
        or nearest not in (first, last)
        or any(frozenset((words[i].folded, words[nearest].folded)) in pairs() for i in lone)
        or not (
            sides[side].shifted(first, sides[other], low)
            or passage.side(side).of(_conjunctions) > passage.side(other).of(_conjunctions)
        )
    ):
        return None
    at = high if nearest == last else low
    return Member(tuple(lone), False, (at, at), weight)


def _theirs_told(found: Coverage, side: Side, lone: list[int], place: _Place) -> bool:
    """Whether what the other side says at the place is not more than what this side says there
    beside the member."""
    other = _OTHER[side]
    first, last, low, high = place
    back = found.met.partner[other]
    near = first - _NEAR  # adjectives stand on the other side of their noun
    if any(back[j] >= 0 and not near <= back[j] < last for j in range(low + 1, high)):
        return False
    told = sum(found.worth[other][low + 1 : high])
    rest = sum(found.worth[side][first + 1 : last]) - sum(found.worth[side][i] for i in lone)
    return told <= rest + _MORE if rest else not told


def _bare(content: list[bool], words: Sequence[Word], joint: int, at: int, step: int) -> bool:
    """Whether no content word stands between a joint and the word at `at`."""
    near = at + step
    while 0 <= near < len(words):
        if (words[near].end <= joint) if step < 0 else (words[near].start >= joint):
            return True
        if content[near]:
            return False
        near += step
    return True


def _linked(found: Coverage, side: Side, lone: int, places: range) -> list[int]:
    """The first few of `places` in the sentence of word `lone` whose words have a counterpart."""
    numbers, covered = found.met.sentence[side], found.covered[side]
    near: list[int] = []
    for i in places[:_FAR]:
        if numbers[i] != numbers[lone] or len(near) == _NEAR:
            break
        if covered[i]:
            near.append(i)
    return near


def _conjunctions(reading: Reading) -> int:
    return sum(is_word for _, _, is_word in reading.of(_joints))


def _joints(reading: Reading) -> tuple[_Joint, ...]:
    """The joints of a text, and whether each is a conjunction."""
    return tuple(
        (match.start(), match.end(), match[0][-1].isalpha())
        for match in _JOINT.finditer(reading.text)
    )
