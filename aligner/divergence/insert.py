"""Short phrases set off on both sides that the other version leaves out.

What always holds: the phrase stands between two borders (a comma, a bracket, a dash, a conjunction
before it, the end of the sentence), the words around it have counterparts that stand side by side
with no words of their own between them, and the lengths fit better without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aligner.divergence.beside import NEAR, OTHER, Place, around, groups
from aligner.divergence.coverage import Coverage
from aligner.divergence.joined import Joined
from aligner.divergence.passage import Passage
from aligner.language.vocabulary import light
from aligner.text.segment import Side

# What the words of a phrase must weigh, and what part of the words around it must be linked.
_WEIGHT = 1.5
_DENSE = 0.75
# The same where the two versions follow one another word by word.
_LIGHT, _CLOSE = 1.0, 0.85
_BEFORE = re.compile(r"[,;:—–]|\b(?:and|or|y|e|o|u)\b", re.IGNORECASE)
_COORDINATED = re.compile(r"\b(?:and|or|but|nor|y|e|o|u|ni|pero|sino)\b", re.IGNORECASE)
_BOTH = 2
_AFTER = re.compile(r"[,;:—–.?!]")
# A phrase that holds a quotation or a bracket is a gloss more often than a clause.
_SIGNS = re.compile(r"[()\[\]«»“”\"=/{}<>]")


@dataclass(frozen=True, slots=True)
class Insert:
    """Words of one side (indices) that the other one leaves out; `close` says that all around them
    is rendered word by word."""

    lone: tuple[int, ...]
    weight: float
    close: bool


def inserts(passage: Passage, found: Coverage, side: Side) -> Iterator[Insert]:
    """The phrases of `side` that the other side leaves out, in order."""
    words, text = found.met.words[side], passage.side(side).text
    for lone in groups(found, side, passage.side(side).of(Joined)):
        weight = sum(found.worth[side][i] for i in lone)
        if weight < _LIGHT:
            continue
        dense = found.met.density(side, lone[0], lone[-1] + 1)
        if dense < _DENSE:
            continue
        parted = _set_off(found, text, side, lone)
        close = parted == _BOTH and dense >= _CLOSE and found.linked >= _CLOSE
        if (
            weight >= (_LIGHT if close else _WEIGHT)
            and not all(light(words[i].folded) for i in lone)
            and any(_silent(found, side, place) for place in around(found, side, lone)[:1])
            and parted
        ):
            yield Insert(tuple(lone), weight, close)


def _silent(found: Coverage, side: Side, place: Place) -> bool:
    """Whether the other side says nothing of its own between the partners of two words."""
    first, last, low, high = place
    back, worth = found.met.partner[OTHER[side]], found.worth[OTHER[side]]
    return not any(worth[low + 1 : high]) and all(
        back[j] < 0 or first - NEAR <= back[j] < last + NEAR for j in range(low + 1, high)
    )


def _set_off(found: Coverage, text: str, side: Side, lone: list[int]) -> int:
    """How many borders set the words off, with no word of content before them; none if they stand
    open on a side. A conjunction ahead is a weaker border than a sign: it counts for none."""
    words, content = found.met.words[side], found.met.content[side]
    before = next((i for i in range(lone[0] - 1, -1, -1) if content[i]), -1)
    after = next((i for i in range(lone[-1] + 1, len(words)) if content[i]), len(words))
    start = words[before].end if before >= 0 else 0
    end = words[after].start if after < len(words) else len(text)
    ahead, behind = text[start : words[lone[0]].start], text[words[lone[-1]].end : end]
    if (
        not _BEFORE.search(ahead)
        or not (_AFTER.search(behind) or after == len(words))
        or _SIGNS.search(text, start, end)
    ):
        return 0
    return 1 if _COORDINATED.search(ahead) else _BOTH
