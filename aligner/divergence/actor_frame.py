"""The frame in which an actor stands: the kind of the preposition before it, or none.

What always holds: only the words right before an actor are looked at, past its articles and the
words that only make a state's name longer.
"""

from __future__ import annotations

from aligner.divergence.meeting import Meeting
from aligner.language.phrases import Phrase
from aligner.language.roles import prepositions, small
from aligner.text.segment import Side

_GENITIVE = ("'s", "’s", "s'", "s’")


def frame(met: Meeting, side: Side, each: Phrase) -> str:
    """The kind of the preposition before an actor; *the Republic of* belongs to a state's name, and
    *en contra de* is one preposition."""
    words, kinds = met.words[side], prepositions(side)
    if side == "en" and words[each.last - 1].folded.endswith(_GENITIVE):
        return "of"
    at = _before_articles(met, side, each.first - 1)
    if at > 0 and kinds.get(words[at].folded) == "of":
        before = words[at - 1].folded
        if before in small(side, "commonwealths"):
            at = _before_articles(met, side, at - 2)
        elif kinds.get(before) == "against":
            at -= 1
    return kinds.get(words[at].folded, "") if at >= 0 else ""


def _before_articles(met: Meeting, side: Side, at: int) -> int:
    words = met.words[side]
    while at >= 0 and words[at].folded in small(side, "articles"):
        at -= 1
    return at
