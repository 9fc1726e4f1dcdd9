"""A sentence that is left over when all others have found a partner.

What always holds: the other sentences of its side render those of the other side one by one and in
order, and its text stands in none of those: none has words to spare and would be of a likelier
length with it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from math import log

from aligner.divergence.beside import OTHER
from aligner.divergence.coverage import Coverage, coverage
from aligner.divergence.passage import Passage
from aligner.text.segment import SIDES, Side

# The usual logarithm of Spanish length over English.
_LONGER = 0.12


def spare(passage: Passage, found: Coverage, side: Side, sentence: int) -> bool:
    """Whether a sentence (its number) of `side` is left over."""
    text, words = passage.side(side).text, found.met.words[side]
    first, last = _words(found, side, sentence)
    if any(text[words[at].start].islower() for at in (first, last) if at < len(words)):
        return False  # an abbreviation ended it
    numbers, facing = passage.of(_facing_en if side == "en" else _facing_es)
    at = bisect_left(numbers, sentence)
    others, facing = numbers[:at] + numbers[at + 1 :], facing[:at] + facing[at + 1 :]
    if facing != passage.of(_numbers)[OTHER[side]]:
        return False
    return all(
        not _fits_with(found, side, sentence, others[near], facing[near])
        for near in (at - 1, at)
        if 0 <= near < len(others)
    )


def _facing_en(passage: Passage) -> tuple[list[int], list[int]]:
    return _facing(passage, "en")


def _facing_es(passage: Passage) -> tuple[list[int], list[int]]:
    return _facing(passage, "es")


def _facing(passage: Passage, side: Side) -> tuple[list[int], list[int]]:
    """The sentences of `side` in order, and the one of the other side that most of the words of each
    are linked to, -1 for none."""
    met = passage.of(coverage).met
    ours, theirs = met.sentence[side], met.sentence[OTHER[side]]
    shared: dict[int, Counter[int]] = {number: Counter() for number in ours}
    for number, near in zip(ours, met.partner[side], strict=True):
        if near >= 0:
            shared[number][theirs[near]] += 1
    numbers = sorted(shared)
    return numbers, [shared[each].most_common(1)[0][0] if shared[each] else -1 for each in numbers]


def _numbers(passage: Passage) -> dict[Side, list[int]]:
    """The sentences of each side that have words."""
    sentence = passage.of(coverage).met.sentence
    return {side: sorted(set(sentence[side])) for side in SIDES}


def _fits_with(found: Coverage, side: Side, sentence: int, near: int, facing: int) -> bool:
    """Whether the partner of the sentence beside it is rather as long as both together, and has words
    to spare."""
    usual = -_LONGER if side == "en" else _LONGER
    own, other = _length(found, side, near), _length(found, OTHER[side], facing)
    both = own + _length(found, side, sentence)
    if abs(log(both / other) - usual) >= abs(log(own / other) - usual):
        return False
    spared = _lone(found, OTHER[side], facing) - _lone(found, side, near)
    return 2 * spared >= _lone(found, side, sentence)


def _lone(found: Coverage, side: Side, number: int) -> int:
    """How many words of content of a sentence have no counterpart."""
    first, last = _words(found, side, number)
    content, partner = found.met.content[side], found.met.partner[side]
    return sum(content[i] and partner[i] < 0 for i in range(first, last))


def _length(found: Coverage, side: Side, number: int) -> int:
    words = found.met.words[side]
    first, last = _words(found, side, number)
    return words[last - 1].end - words[first].start


def _words(found: Coverage, side: Side, number: int) -> tuple[int, int]:
    numbers = found.met.sentence[side]
    return bisect_left(numbers, number), bisect_right(numbers, number)
