"""A gap, and the short ones: remarks in brackets, phrases between commas, members of enumerations.

What always holds: a short gap lies in no greater one; the more freely a passage is rendered, the
less a few words without a counterpart say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

from aligner.divergence.beside import OTHER
from aligner.divergence.coverage import Coverage
from aligner.divergence.excuse import doublet, elsewhere, glossed, reordered
from aligner.divergence.insert import inserts
from aligner.divergence.joints import lone_members
from aligner.divergence.passage import Passage
from aligner.divergence.remark import remarks
from aligner.text.segment import Side, Span

Kind = Literal["sentence", "clause", "coordinate", "member"]

# The usual logarithm of Spanish length over English.
_LONGER = 0.12
# So far behind a phrase the word may stand that makes it a gloss.
_GLOSS = 12
# What part of all other words must be linked for a member of an enumeration to be missed, or one of
# two coordinated words. In a freer rendering what looks like a gap is said in another way, more
# often than not.
_LISTED = 0.7
_COORDINATED = 0.96


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that `side` says and the other side does not: code points on both sides, its
    content words in folded form, its weight in content words, and how much better the lengths of
    the two sides fit without it."""

    side: Side
    kind: Kind
    span: Span
    place: Span
    words: tuple[str, ...]
    weight: float
    fit: float


def short_gaps(passage: Passage, found: Coverage, side: Side, greater: Sequence[Gap]) -> list[Gap]:
    """The short gaps of `side` that lie in none of the greater ones."""
    short = [*greater]
    for kind in (_remarks, _members, _inserts):
        short += kind(passage, found, side, short)
    return short[len(greater) :]


def _remarks(passage: Passage, found: Coverage, side: Side, others: Sequence[Gap]) -> list[Gap]:
    """The remarks in brackets that stand in no greater gap."""
    words, text = found.met.words[side], passage.side(side).text
    left_out = []
    for each in remarks(passage, found, side):
        lone = each.lone
        span = words[lone[0]].start, words[lone[-1]].end
        if not within(span, others) and not glossed(text, span):
            place = found.met.place(side, lone[0], lone[-1] + 1)
            folded = tuple(words[i].folded for i in lone)
            fit = fit_without(passage, side, *span)
            left_out.append(Gap(side, "clause", span, place, folded, each.weight, fit))
    return left_out


def _inserts(passage: Passage, found: Coverage, side: Side, others: Sequence[Gap]) -> list[Gap]:
    """The short phrases set off by borders that stand in no greater gap."""
    phrases = []
    words = found.met.words[side]
    for each in inserts(passage, found, side):
        lone = list(each.lone)
        span = words[lone[0]].start, words[lone[-1]].end
        fit = fit_without(passage, side, *span)
        if (
            max(fit, _fit_in_sentence(found, side, lone[0], span)) > each.least
            and not within(span, others)
            and not elsewhere(found, side, lone)
            and not reordered(found, side, lone)
            and not glossed(passage.side(side).text, (span[0], span[1] + _GLOSS))
        ):
            place = found.met.place(side, lone[0], lone[-1] + 1)
            folded = tuple(words[i].folded for i in lone)
            phrases.append(Gap(side, "clause", span, place, folded, each.weight, fit))
    return phrases


def _members(passage: Passage, found: Coverage, side: Side, others: Sequence[Gap]) -> list[Gap]:
    """The lone members of `side` that stand in no greater gap."""
    members = []
    for each in lone_members(passage, found, side):
        words = found.met.words[side]
        span = words[each.lone[0]].start, words[each.lone[-1]].end
        lone = list(each.lone)
        if (
            not within(span, others)
            and not elsewhere(found, side, lone)
            and not reordered(found, side, lone)
            and not (side == "es" and doublet(found, lone))
            and found.met.followed({side: lone})[0] >= (_LISTED if each.several else _COORDINATED)
        ):
            facing = found.met.words["es" if side == "en" else "en"]
            place = facing[each.facing[0]].start, facing[each.facing[1]].end
            kind: Kind = "member" if each.several else "coordinate"
            folded = tuple(words[i].folded for i in lone)
            fit = fit_without(passage, side, *span)
            members.append(Gap(side, kind, span, place, folded, each.weight, fit))
    return members


def within(span: Span, others: Sequence[Gap]) -> bool:
    """Whether a stretch of text overlaps a gap."""
    return any(gap.span[0] < span[1] and span[0] < gap.span[1] for gap in others)


def _fit_in_sentence(found: Coverage, side: Side, word: int, span: Span) -> float:
    """How much nearer to the usual one the lengths of two sentences come without a stretch of one,
    where each renders the one of the same number: in a long passage a phrase changes little."""
    if not found.met.parallel:
        return -1.0
    number = found.met.sentence[side][word]
    own, other = _length(found, side, number), _length(found, OTHER[side], number)
    if not other:
        return -1.0
    usual = -_LONGER if side == "en" else _LONGER
    left = max(own - (span[1] - span[0]), 1)
    return abs(log(own / other) - usual) - abs(log(left / other) - usual)


def _length(found: Coverage, side: Side, number: int) -> int:
    """How many signs the sentence of a number has."""
    numbers, words = found.met.sentence[side], found.met.words[side]
    first, last = bisect_left(numbers, number), bisect_right(numbers, number)
    return words[last - 1].end - words[first].start if first < last else 0


def fit_without(passage: Passage, side: Side, start: int, end: int) -> float:
    """How much nearer to the usual one the lengths of the two sides come without a stretch of one:
    what is really missing on the other side makes this one too long (after Gale and Church 1993)."""
    own, other = (
        len(passage.side(side).text),
        len(passage.side("es" if side == "en" else "en").text),
    )
    usual = -_LONGER if side == "en" else _LONGER
    excess = log(own / max(other, 1)) - usual
    without = log(max(own - (end - start), 1) / max(other, 1)) - usual
    return abs(excess) - abs(without)
