"""Two negations of one sentence that undo one another, where the other version affirms.

What always holds: *no ... sino* is *only*, *none may without* is *requires*, *none shall fail to* is
*every one shall*. Both stand without a partner, and the other version has the word that affirms as
much and does not have it on this side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.phrases import Phrase, beginning
from aligner.language.roles import small
from aligner.text.segment import Side

# So many words apart two negations may undo one another.
_APART = 16
# No negation has more words.
_LONGEST = 8
# What excepts from a negation stands behind it, and the verb that negates what it governs just
# behind.
_EXCEPTING = ("soft-except", "soft-rather", "soft-until", "soft-instead")
_REFRAINING = ("soft-stop", "soft-breach", "soft-deny", "soft-lack")
_BEHIND = 3
# What excepts may open the sentence as well.
_OPENING = ("soft-except", "soft-out")
# Behind such a mark another clause begins.
_BREAK = re.compile(r"[;:.?!](?=\s)")


def affirmed(
    passage: Passage,
    met: Meeting,
    side: Side,
    lone: Sequence[Phrase],
    weak: Sequence[Phrase],
    theirs: Sequence[Phrase],
) -> list[Phrase]:
    """Those of the negations without a partner that undo one another, or that a word without one
    undoes, where the other version has a word that affirms as much and no exception of its own."""
    lone = sorted((each for each in lone if each.value == "not"), key=_first)
    weak = sorted(weak, key=_first)
    other: Side = "es" if side == "en" else "en"
    excepted = {met.sentence[other][it.first] for it in theirs if it.value in _EXCEPTING}
    if excepted and not met.parallel:
        return []
    return [
        each
        for each in lone
        if met.sentence[side][each.first] not in excepted
        and _undone(passage, met, side, each, lone, weak)
        and _affirms(met, side, each)
    ]


def _first(each: Phrase) -> int:
    return each.first


def _undone(
    passage: Passage,
    met: Meeting,
    side: Side,
    each: Phrase,
    lone: Sequence[Phrase],
    weak: Sequence[Phrase],
) -> bool:
    """Whether another negation of the clause, without a partner as well, undoes one."""
    sentence, partner = met.sentence[side], met.partner[side]
    text = passage.side(side).text

    def beside(other: Phrase, apart: int) -> bool:
        before, after = sorted((each, other), key=lambda it: it.first)
        return (
            before.first < after.first <= before.last + apart
            and sentence[before.first] == sentence[after.first]
            and not _BREAK.search(text, before.span[1], after.span[0])
        )

    low, high = each.first - _APART - _LONGEST, each.last + _APART + 1
    lone, weak = beginning(lone, low, high), beginning(weak, low, high)
    if any(beside(other, _APART) for other in lone):
        return True
    if any(
        other.value in _OPENING
        and (not other.first or sentence[other.first - 1] != sentence[other.first])
        and beside(other, _APART)
        for other in weak
    ):
        return True  # Salvo los domingos, ningún ...: only on Sundays
    return any(
        other.first >= each.last
        and (
            (other.value in _EXCEPTING and beside(other, _APART))
            or (other.value in _REFRAINING and partner[other.first] < 0 and beside(other, _BEHIND))
        )
        for other in weak
    )


def _affirms(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether the facing sentence has a word that affirms what two negations say."""
    other: Side = "es" if side == "en" else "en"
    stems = tuple(small(other, "affirming"))
    words, place = met.words[other], round(met.slot(side, each.first, each.last))
    near = range(max(place - _APART, 0), min(place + _APART + 1, len(words)))
    return any(
        words[at].folded.startswith(stems)
        and (met.together(each.first, at) if side == "en" else met.together(at, each.first))
        for at in near
    )
