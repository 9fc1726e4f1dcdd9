"""Who acts and whom it reaches, whatever they are called: told by their place alone.

What always holds: only the noun that opens a sentence and the one whom its verb reaches are looked
at, so that no table of roles is needed; whether they changed places is for roles.py to say. Linear
in the number of words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from aligner.divergence.meeting import Meeting
from aligner.divergence.pairing import Pairs
from aligner.divergence.roles import frame
from aligner.language.phrases import Phrase
from aligner.language.roles import small
from aligner.text.segment import Side

# What stands before the one who is reached.
_REACHED = frozenset(["to", "of", "before", "against", "by", "for"])


def subjects(met: Meeting) -> Pairs:
    """Who acts and whom it reaches, by their place alone: the noun that opens a sentence, and in the
    other version the one after *a* or its like. Whatever they are called, they are two actors
    where one version has them the other way round (*the supervisor informs the coordinator*, *el
    coordinador informa al supervisor*)."""
    theirs = {met.sentence["es"][j]: j for j in _opening(met, "es")}
    found: Pairs = []
    for i in _opening(met, "en"):
        j = met.partner["en"][i]
        there = theirs.get(met.sentence["es"][j]) if j >= 0 else None
        back = met.partner["es"][there] if there is not None else -1
        if there is None or back <= i or there >= j:
            continue
        pairs = [(_noun(met, "en", i), _noun(met, "es", j))]
        pairs.append((_noun(met, "en", back), _noun(met, "es", there)))
        if (
            frame(met, "es", pairs[0][1]) == "to"
            and met.sentence["en"][back] == met.sentence["en"][i]
        ):
            found += pairs
    return found


def _opening(met: Meeting, side: Side) -> Iterator[int]:
    """The noun that opens each sentence, with its article; English may do without."""
    sentence, words = met.sentence[side], met.words[side]
    articles = small(side, "articles")
    first = 0
    while first < len(words):
        at = first
        beyond = bisect_right(sentence, sentence[first])
        while at + 1 < beyond and words[at].folded in articles:
            at += 1
        if (side == "en" or at > first) and met.content[side][at]:
            yield at
        first = beyond


def _noun(met: Meeting, side: Side, index: int) -> Phrase:
    word = met.words[side][index]
    at = index if side == "en" else met.partner["es"][index]
    return Phrase("actors", f"#{at}", index, index + 1, (word.start, word.end))
