"""A sentence that no pairing of the sentences finds a partner for, though its words have partners.

What always holds: its words were linked to those of its neighbours, which say the same words once more;
no sentence of the other side is left alone too, and it is a sentence with a capital and an end of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.divergence.beside import OTHER
from aligner.divergence.coverage import Coverage
from aligner.divergence.passage import Passage
from aligner.divergence.sentence_pairs import sentence_pairs
from aligner.divergence.short_gaps import Gap, fit_without, within
from aligner.text.segment import Side

# How much more it must cost to join the sentence with the one beside it, how many words of content it
# has at least, and what part of all words is linked.
_MARGIN = 0.25
_FEWEST = 3
_LINKED = 0.6
# By how much the lengths may fit worse without it, in a close rendering.
_WORSE, _CLOSE = -0.12, 0.75
# A side that would be too short without so small a part of it has no sentence too many.
_PART = 8
_STOPS = ".!?"


def left_sentences(
    passage: Passage, found: Coverage, side: Side, others: Sequence[Gap]
) -> list[Gap]:
    """The sentences of `side` that are left alone and lie in no other gap."""
    ours, theirs = found.met.sentence[side], found.met.sentence[OTHER[side]]
    text = passage.side(side).text
    if (
        found.linked < _LINKED
        or ours[-1:] <= theirs[-1:]
        or fit_without(passage, side, 0, len(text) // _PART) < _WORSE
    ):
        return []
    left = passage.of(sentence_pairs).left
    if not left or any(each.side != side for each in left):
        return []
    words, content, covered = found.met.words[side], found.met.content[side], found.covered[side]
    gaps = []
    for each in left:
        own = [i for i in range(each.first, each.last) if content[i]]
        span = words[each.first].start, words[each.last - 1].end
        fit = fit_without(passage, side, *span)
        if (
            len(own) >= _FEWEST
            and _MARGIN < each.margin < float("inf")
            and fit > (_WORSE if found.linked >= _CLOSE else 0)
            and not within(span, others)
            and _whole(text, span)
        ):
            place = found.met.place(side, each.first, each.last)
            lone = [i for i in own if not covered[i]] or own
            weight = sum(found.worth[side][i] for i in lone)
            folded = tuple(words[i].folded for i in lone)
            gaps.append(Gap(side, "sentence", span, place, folded, weight, fit))
    return gaps


def _whole(text: str, span: tuple[int, int]) -> bool:
    """Whether a stretch begins with a capital, ends at a stop, and another one begins after it."""
    behind = text[span[1] :].lstrip("\"'”’»)")
    after = behind[1:].lstrip(" \n\"'”’»)([“‘«¿¡")[:1]
    return text[span[0]].isupper() and behind[:1] in _STOPS and not after.islower()
