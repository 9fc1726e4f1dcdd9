"""Gaps: what one side says and the other does not, by kind, from sentence to list member.

What always holds: a gap has words without a counterpart and a border (a sentence, a comma, a
conjunction); two gaps of like size, one on each side, fill one another; where the whole bead does
not match there are no gaps.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from aligner.divergence.coverage import Coverage, Run, coverage
from aligner.divergence.excuse import doublet, explained, glossed, moved, reordered
from aligner.divergence.left_sentence import left_sentences
from aligner.divergence.likeness import unlike
from aligner.divergence.passage import Passage
from aligner.divergence.short_gaps import Gap, Kind, fit_without, short_gaps, within
from aligner.divergence.spare_sentence import spare
from aligner.text.segment import SIDES, Side, Span

# Weight from which a run is a gap: with one border of a clause, with both, as a sentence, inside
# an enumeration.
_LOOSE = 4.0
_BOUND = 2.5
_SENTENCE = 2.0
# The part of a sentence's content that a run must hold to be the sentence.
_MOST = 0.7
# The same for a sentence of the side that has more of them and is too long.
_MOSTLY = 0.6
# A sentence of fewer content words may only join what is around it.
_FEWEST = 2
# From how many on a sentence is missing wherever all others have a partner.
_SOME = 3
# By how much a gap may make the lengths fit worse, from what gain on it is likely, and how much less it
# must weigh then.
_UNLIKELY = -0.04
_LIKELY = 0.05
_LESS = 0.75
# The same where the lengths leave little doubt, and one version renders the other closely.
_SURELY = 0.12
_MUCH_LESS = 0.6
# The part of the words that is linked where one version renders the other closely.
_CLOSE = 0.7
# What part of all other words must be linked, on the side where more are, for a clause to be missed:
# in a freer rendering what looks like a gap is said in another way, more often than not.
_CLAUSED = 0.75
# How many times as long a gap may be that fills another one.
_LIKE_SIZE = 2
_BORDER_BEFORE = re.compile(r"[,;:(—–.…-]")
# A conjunction before words that end at a border is a border too.
_JOINED = re.compile(
    r"\b(?:and|or|y|e|o|u"
    r"|until|unless|if|when|whenever|where|while|because|since|before|after|although|though"
    r"|whether|without|except|including|provided that|so that|in order to|pursuant to"
    r"|in accordance with|regardless of|notwithstanding|subject to|as well as"
    r"|hasta que|a menos que|salvo|si|cuando|donde|mientras|porque|puesto que|ya que|dado que"
    r"|antes de|después de|aunque|sin|excepto|incluid[oa]s?|siempre que|para que|a fin de"
    r"|con el fin de|de conformidad con|conforme a|con arreglo a|en virtud de|así como"
    r"|sin perjuicio de|independientemente de|no obstante)\b",
    re.IGNORECASE,
)
_BORDER_AFTER = re.compile(r"[,;:).—–…]")
_BRACKET = re.compile(r"[(\[—–]")


def gaps(passage: Passage) -> tuple[Gap, ...]:
    """The gaps of both sides, English first, in order."""
    if unlike(passage):
        return ()
    found = passage.of(coverage)
    sides = [
        [
            gap
            for run in found.runs[side]
            if run.weight >= _SENTENCE and (gap := _gap(passage, found, side, run)) is not None
        ]
        for side in SIDES
    ]
    for side, own in zip(SIDES, sides, strict=True):
        own += _sentences(passage, found, side, own)
        own += left_sentences(passage, found, side, own)
        own += short_gaps(passage, found, side, own)
    return (*_unmoved(sides[0], sides[1]), *_unmoved(sides[1], sides[0]))


def _sentences(passage: Passage, found: Coverage, side: Side, others: list[Gap]) -> list[Gap]:
    """The sentences of the side that has more of them, and is too long by them, whose words mostly
    have no counterpart, however little each of them says."""
    met = found.met
    if not _more(found, side):
        return []
    words, content, numbers = met.words[side], met.content[side], met.sentence[side]
    sentences: list[Gap] = []
    first = 0
    while first < len(words):
        last = bisect_right(numbers, numbers[first])
        own = [i for i in range(first, last) if content[i]]
        lone = [i for i in own if not found.covered[side][i]]
        span = words[first].start, words[last - 1].end
        fit = fit_without(passage, side, *span)
        place = met.gap(side, first, last)
        if (
            len(lone) >= max(_FEWEST, _MOSTLY * len(own))
            and not within(span, others)
            and not moved(found, side, lone)
            and (
                _untold(found, len(lone), len(own), found.alone(side, *place), fit)
                or (len(lone) == len(own) >= _SOME and spare(passage, found, side, numbers[first]))
            )
        ):
            sentences.append(
                Gap(
                    side,
                    "sentence",
                    span,
                    _place(found, side, first, last),
                    tuple(words[i].folded for i in lone),
                    sum(found.worth[side][i] for i in lone),
                    fit,
                )
            )
        first = last
    return sentences


def _place(found: Coverage, side: Side, first: int, last: int) -> Span:
    """Where a sentence would stand on the other side: one that ends the text at its end, wherever
    single words of it may have found a partner."""
    facing = found.met.words["es" if side == "en" else "en"]
    if last == len(found.met.words[side]) and first and facing:
        return facing[-1].start, facing[-1].end
    return found.met.place(side, first, last)


def _untold(found: Coverage, lone: int, own: int, facing: int, fit: float) -> bool:
    """Whether the other side says too little at the place of a sentence to be its rendering: where
    the lengths say that something is missing, half as much at most; where nothing of the sentence
    has a counterpart and all around it has, less than it says, or nothing whatever the lengths."""
    if fit > _LIKELY and 2 * facing <= lone:
        return True
    return lone == own and found.linked >= _CLOSE and facing < (lone if fit > _LIKELY else 1)


def _more(found: Coverage, side: Side) -> bool:
    """Whether `side` has more sentences than the other one."""
    ours, theirs = found.met.sentence[side], found.met.sentence["es" if side == "en" else "en"]
    return bool(ours) and ours[-1] > (theirs[-1] if theirs else 0)


def _unmoved(ours: list[Gap], theirs: list[Gap]) -> list[Gap]:
    """The gaps of `ours` that no gap of `theirs` can fill: two gaps of like size, one on each side,
    are the same text freely rendered in another place."""
    sizes = sorted(len(gap.words) for gap in theirs)
    return [
        gap
        for gap in ours
        if bisect_left(sizes, len(gap.words) / _LIKE_SIZE)
        == bisect_right(sizes, len(gap.words) * _LIKE_SIZE)
    ]


def _gap(passage: Passage, found: Coverage, side: Side, run: Run) -> Gap | None:
    words, content = found.met.words[side], found.met.content[side]
    covered = found.covered[side]
    lone = [i for i in range(run.first, run.last) if content[i] and not covered[i]]
    first, last = lone[0], lone[-1]
    text = passage.side(side).text
    before = text[words[run.first - 1].end if run.first else 0 : words[first].start]
    ends = run.last == len(words)
    after = text[words[last].end : len(text) if ends else words[run.last].start]
    fit = fit_without(passage, side, words[first].start, words[last].end)
    there = passage.side("es" if side == "en" else "en").vocabulary
    bracket = _BRACKET.search(before) is not None
    kind = _kind(found, side, run, lone, (before, after, ends), fit)
    if (
        kind is None
        or (
            fit < _UNLIKELY
            and not (kind == "sentence" and not run.other and found.linked >= _CLOSE)
        )
        or moved(found, side, lone)
        or (kind == "clause" and reordered(found, side, lone))
        or (kind == "clause" and explained(found, side, run, lone, there, bracket))
        or (kind == "clause" and found.met.followed({side: lone})[1] < _CLAUSED)
        or (side == "es" and doublet(found, lone))
        or glossed(text, (words[first].start, words[last].end))
    ):
        return None
    if kind == "sentence":
        numbers = found.met.sentence[side]
        start, end = first, last
        while start > run.first and numbers[start - 1] == numbers[first]:
            start -= 1
        while end + 1 < run.last and numbers[end + 1] == numbers[last]:
            end += 1
        first, last = start, end
    return Gap(
        side=side,
        kind=kind,
        span=(words[first].start, words[last].end),
        place=(
            _place(found, side, first, last + 1)
            if kind == "sentence"
            else found.met.place(side, first, last + 1)
        ),
        words=tuple(words[i].folded for i in lone),
        weight=run.weight,
        fit=fit,
    )


def _kind(
    found: Coverage,
    side: Side,
    run: Run,
    lone: list[int],
    edge: tuple[str, str, bool],
    fit: float,
) -> Kind | None:
    before, after, ends = edge
    numbers, content = found.met.sentence[side], found.met.content[side]
    border = bool(not run.first or _BORDER_BEFORE.search(before))
    closed = bool(ends or _BORDER_AFTER.search(after))
    joined = closed and not run.anchors and _JOINED.search(before) is not None
    borders = (border or joined) + closed
    if run.weight >= _SENTENCE:
        counts = Counter(numbers[i] for i in lone)
        number, held = counts.most_common(1)[0]
        low, high = bisect_left(numbers, number), bisect_right(numbers, number)
        if _more(found, side) and held >= _MOST * sum(content[low:high]) and held >= _SENTENCE:
            return "sentence"
    less = _LESS if fit > _LIKELY else 1.0
    if fit > _SURELY and found.linked >= _CLOSE:
        less = _MUCH_LESS
    if (run.weight >= _LOOSE * less and borders) or (run.weight >= _BOUND * less and borders == 2):
        return "clause"
    return None
