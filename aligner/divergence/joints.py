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

from aligner.divergence.beside import NEAR, OTHER, Place, around, groups
from aligner.divergence.coverage import Coverage
from aligner.divergence.joined import Joined, Joint, conjunctions, joints
from aligner.divergence.passage import Passage
from aligner.language.vocabulary import en_keys, es_keys, light, pairs
from aligner.language.words import Word
from aligner.text.segment import SIDES, Side

# Words that commas only set apart.
_ADVERB = re.compile(r"(?:mente|ly)$")
# So many content words at most make a member, so many a coordinated expression.
_FEW = 6
_PAIR = 2
# How much more the other side may say at the place than this side does beside the member.
_MORE = 0.5
# What a coordinated word must weigh; in an enumeration any word will do that is no makeweight.
_SURE = 1.0
# The part of the words around that must be linked: of an enumeration, and of two coordinated words,
# which free renderings add and leave out.
_DENSE, _DENSER = 0.5, 0.7


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
    if not passage.side(side).of(joints):
        return
    sides: dict[Side, Joined] = {each: passage.side(each).of(Joined) for each in SIDES}
    numbers = sides[side].listed
    for lone in groups(found, side, sides[side]):
        member = _member(passage, found, side, sides, lone, numbers)
        if member is not None:
            yield member


def _member(
    passage: Passage,
    found: Coverage,
    side: Side,
    sides: dict[Side, Joined],
    lone: list[int],
    numbers: Sequence[int] | None,
) -> Member | None:
    words = found.met.words[side]
    if len(lone) > _FEW or all(light(words[i].folded) for i in lone):
        return None
    if found.met.density(side, lone[0], lone[-1] + 1) < _DENSE:
        return None
    for place in around(found, side, lone, numbers):
        member = _between(passage, found, side, sides, lone, place)
        if member is not None:
            return member
    return None


def _between(
    passage: Passage,
    found: Coverage,
    side: Side,
    sides: dict[Side, Joined],
    lone: list[int],
    place: Place,
) -> Member | None:
    """The member `lone` between two linked words, if the other side leaves it out."""
    other = OTHER[side]
    words, theirs = found.met.words[side], found.met.words[other]
    first, last, low, high = place
    ours, facing = sides[side].between(first, last), sides[other].between(low, high)
    if (
        len(ours) != len(facing) + 1
        or (  # it joins more elsewhere
            len(sides[side].joints) < len(sides[other].joints)
            and (
                len(ours) == 1
                or _joining(found, side, sides, first) < _joining(found, other, sides, low)
            )
        )
        or sides[side].signs(first, last) != sides[other].signs(low, high)
    ):
        return None
    content = found.met.content[side]
    before = [joint for joint in ours if joint[1] <= words[lone[0]].start]
    after = [joint for joint in ours if joint[0] >= words[lone[-1]].end]
    listed = facing if len(ours) > 1 and before and not before[-1][2] else ()
    if not _theirs_told(found, side, lone, place, listed):
        return None
    own, rendering = (en_keys, es_keys) if side == "en" else (es_keys, en_keys)
    keys = rendering(theirs[low].folded) | rendering(theirs[min(high, len(theirs) - 1)].folded)
    if any(not keys.isdisjoint(own(words[i].folded)) for i in lone):
        return None  # two words for what the other side says in one
    beside = (
        bool(before) and _bare(content, words, before[-1][1], lone[0], -1),
        bool(after) and _bare(content, words, after[0][0], lone[-1], 1),
    )
    weight = sum(found.worth[side][i] for i in lone)
    if len(ours) > 1:
        if (
            not all(beside)
            or _torn(found, side, sides, first, 1)
            or _torn(found, side, sides, last, -1)
            or not _listed(
                before[-1], after[0], facing, sides[side].shifted(first, sides[other], low)
            )
            or sides[side].semicolon(before[-1]) != sides[side].semicolon(after[0])
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
        or found.met.density(other, low, min(high + 1, len(theirs))) < _DENSER
        or len(lone) > _PAIR
        or not any(beside)
        or not ours[0][2]
        or nearest not in (first, last)
        or any(frozenset((words[i].folded, words[nearest].folded)) in pairs() for i in lone)
        or not (
            sides[side].shifted(first, sides[other], low)
            or passage.side(side).of(conjunctions) > passage.side(other).of(conjunctions)
        )
    ):
        return None
    at = high if nearest == last else low
    return Member(tuple(lone), False, (at, at), weight)


def _listed(before: Joint, after: Joint, facing: Sequence[Joint], moved: bool) -> bool:
    """Whether the joints beside a member are those of an enumeration that went on without it: a comma
    before it, unless the conjunction `moved` to the member before; and where the conjunction follows
    it, one on the other side too. Else two words are joined inside a phrase between commas, which
    the other version may well say in one."""
    if before[2]:
        return moved
    return not after[2] or any(joint[2] for joint in facing)


def _theirs_told(
    found: Coverage, side: Side, lone: list[int], place: Place, listed: Sequence[Joint]
) -> bool:
    """Whether what the other side says at the place is not more than what this side says there
    beside the member. Between the joints of a list a word beside a linked one belongs to its member
    (*trade unions*, *sindicatos*)."""
    other = OTHER[side]
    first, last, low, high = place
    back, worth = found.met.partner[other], found.worth[other]
    near = first - NEAR  # adjectives stand on the other side of their noun
    if any(back[j] >= 0 and not near <= back[j] < last for j in range(low + 1, high)):
        return False
    told = sum(worth[low + 1 : high])
    rest = sum(found.worth[side][first + 1 : last]) - sum(found.worth[side][i] for i in lone)
    if rest or not told:
        return told <= rest + _MORE
    return bool(listed) and told <= _same_member(found, other, place, listed)


def _torn(found: Coverage, side: Side, sides: dict[Side, Joined], word: int, step: int) -> bool:
    """Whether the word behind a linked one (`step` leads to the lone words), which belongs to its member,
    is linked into another member: one of the two links is amiss (*street vendors, buskers*,
    *vendedores ambulantes, músicos callejeros*)."""
    partner, near = found.met.partner[side], word + step
    if not (word < len(partner) and near >= 0 and min(partner[word], partner[near]) >= 0):
        return False
    ours, theirs = sorted((word, near)), sorted((partner[word], partner[near]))
    commas = (joint for joint in sides[OTHER[side]].between(*theirs) if not joint[2])
    return not sides[side].parted(*ours) and any(commas)


def _joining(found: Coverage, side: Side, sides: dict[Side, Joined], word: int) -> int:
    """How many joints the sentence of a word has."""
    numbers = found.met.sentence[side]
    first = bisect_left(numbers, numbers[word])
    return len(sides[side].between(first, bisect_right(numbers, numbers[word])))


def _same_member(found: Coverage, other: Side, place: Place, listed: Sequence[Joint]) -> float:
    """What the word right beside each of the two linked words weighs, where no joint parts them."""
    _, _, low, high = place
    words, worth = found.met.words[other], found.worth[other]
    ahead = low + 1 < high and words[low + 1].end <= listed[0][0]
    behind = high - 1 > low and words[high - 1].start >= listed[-1][1]
    return (worth[low + 1] if ahead else 0.0) + (worth[high - 1] if behind else 0.0)


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
