"""A negation that belongs to a bound: *not exceeding*, *no taller than*, *no más alto de*.

What always holds: it is asked only of a negation without a partner, and only a bound of the other
version in its slot answers it (*como máximo*, *at most*): a bound lost is no bound met.
"""

from __future__ import annotations

from math import ceil, floor

from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.phrases import Phrase, beginning
from aligner.language.quantifiers import quantifiers
from aligner.language.words import Word
from aligner.text.segment import Side

BOUNDS = ("atleast", "atmost")
"""The classes of quantifiers that say how far something may go."""

# So near its slot the bound of the other version stands: behind what it measures, it may be.
_NEAR = 8
# No bound has more words before its negation, or between it and *than*.
_LONGEST = 4
_COMPARING = {"en": ("more", "less", "fewer"), "es": ("mas", "menos", "mayor", "menor")}
_THAN = {"en": ("than",), "es": ("de", "del", "que", "a", "al")}


def bounded(passage: Passage, met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether a negation sets a bound that the other version sets in other words."""
    own = _near(passage, side, each.first)
    measured = any(it.first <= each.first < it.last for it in own)
    if not measured and not _compares(side, met.words[side][each.last : each.last + _LONGEST]):
        return False
    other: Side = "es" if side == "en" else "en"
    following = met.partner[side][each.last : each.last + 1]
    if measured and following and following[0] >= 0 and not _within(passage, other, following[0]):
        return False  # que no exceda, exceeding: what it measures stands there without a bound
    # up to a limit not exceeding: each bound answers one
    theirs = _near(passage, other, met.slot(side, each.first, each.last))
    return len(theirs) >= len(own) + (not measured)


def _within(passage: Passage, side: Side, at: int) -> bool:
    """Whether a word is a part of a bound."""
    return any(each.first <= at < each.last for each in _near(passage, side, at))


def _near(passage: Passage, side: Side, place: float) -> list[Phrase]:
    """The bounds of a side near a place."""
    found = passage.side(side).of(quantifiers)
    near = beginning(found, ceil(place - _NEAR), floor(place + _NEAR) + 1)
    return [each for each in near if each.value in BOUNDS]


def _compares(side: Side, words: tuple[Word, ...]) -> bool:
    """Whether a comparative opens a run of words, and *than* goes on with it (*taller than*)."""
    if not words:
        return False
    first = words[0].folded
    return (
        first in _COMPARING[side]
        or (side == "en" and first.endswith("er") and len(first) > _LONGEST)
    ) and any(word.folded in _THAN[side] for word in words[1:])
