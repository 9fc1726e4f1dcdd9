"""Words of one side without a counterpart, and the linked words beside them.

What always holds: the words beside a place are in its sentence, the nearest first, and their partners
stand near one another in the same order. Linear in the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from aligner.divergence.coverage import Coverage
from aligner.divergence.joined import Joined
from aligner.text.segment import Side

# So many linked words on either side are tried, among so many words, and so far apart their partners
# may stand.
NEAR = 3
_FAR = 24
_APART = 6

OTHER: dict[Side, Side] = {"en": "es", "es": "en"}
# The words around a place, and their partners.
Place = tuple[int, int, int, int]


def groups(found: Coverage, side: Side, own: Joined) -> Iterator[list[int]]:
    """Runs of content words without a counterpart, parted where a joint parts them."""
    lone: list[int] = []
    content, covered = found.met.content[side], found.covered[side]
    for i, is_content in enumerate(content):
        if not is_content:
            continue
        if lone and (covered[i] or own.parted(i, lone[-1])):
            yield lone
            lone = []
        if not covered[i]:
            lone.append(i)
    if lone:
        yield lone


def around(
    found: Coverage, side: Side, lone: list[int], numbers: Sequence[int] | None = None
) -> list[Place]:
    """The linked words around `lone` whose partners stand near one another in order, those nearest
    to it first; the ends of the sentences, where nothing linked follows. `numbers` may give the
    sentence of each word otherwise than at every semicolon."""
    partner = found.met.partner[side]
    own = numbers or found.met.sentence[side]
    before = _linked(found, side, own, lone[0], range(lone[0] - 1, -1, -1))
    after = _linked(found, side, own, lone[0], range(lone[-1] + 1, len(partner)))
    if not after:
        end = _end(found, side, lone[-1])
        if end - lone[-1] > _FAR:
            return []
        places = [(i, end, partner[i], _end(found, OTHER[side], partner[i])) for i in before[:1]]
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


def _linked(
    found: Coverage, side: Side, numbers: Sequence[int], lone: int, places: range
) -> list[int]:
    """The first few of `places` in the sentence of word `lone` whose words have a counterpart."""
    covered = found.covered[side]
    near: list[int] = []
    for i in places[:_FAR]:
        if numbers[i] != numbers[lone] or len(near) == NEAR:
            break
        if covered[i]:
            near.append(i)
    return near
