"""Marks inside a text that one version lost, and stops that part one sentence in two.

What always holds: the other version has fewer marks in all; the words on both sides of the mark are
linked, close by, to words that follow one another in the other version; a comma or a conjunction
there stands for a mark, and so does a bracket or a dash. Linear in the marks of a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from aligner.divergence.evidence import CLOSE
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.language.roles import prepositions, small
from aligner.language.vocabulary import en_empty, en_known, es_empty, es_known
from aligner.text.segment import SIDES, Side, Span

_BESIDE = 4
"""So many words before and behind a mark are looked at for links."""
_ARTICLE = 2
_GAP = 5
"""So far apart their partners may stand."""
# A mark that parts clauses, with a word before and one behind it.
_CLAUSES = re.compile(
    r"(?<=[^\W\d_][^\W\d_])(?:[»”\")]?)(?:;|:(?= [a-záéíóúñü\d])) (?=[«“\"(¿¡]?\w{2})"
)
# A stop behind a word and before one in small letters: it ends no sentence.
_STRAY = re.compile(
    r"(?<![^\W\d_])(?P<word>[a-záéíóúñü]{4,30})\. (?P<next>[a-záéíóúñü]{2,30})\b(?![.@/_-])"
)
# Where a clause ends, a dash included.
_STRONG = re.compile(r"[.;:!?…](?=[\s\"'»”)]|$)|\s(?:--?-?|—|–)\s")
# What may stand for a mark between two words.
_SIGN = re.compile(r"[,;:.!?()\[\]«»“”\"—–…/|\n]|\s-\s")


class Mark(NamedTuple):
    """A mark of `side` without a counterpart: its place with the word before, and the place of the
    other side where one belongs (`lost`) or where none parts anything."""

    side: Side
    span: Span
    there: Span
    sign: str
    lost: bool


def inner_marks(passage: Passage) -> Iterator[Mark]:
    """The marks between clauses that the other version has not, and the stray stops."""
    counts = {side: len(_STRONG.findall(passage.side(side).text)) for side in SIDES}
    if counts["en"] == counts["es"]:
        return  # As many on both sides: one stands elsewhere, or is another one.
    side: Side = "en" if counts["en"] > counts["es"] else "es"
    reading = passage.side(side)
    for match in _CLAUSES.finditer(reading.text):
        yield from _lost(passage, side, match.end())
    known = en_known if side == "en" else es_known
    empty = en_empty if side == "en" else es_empty
    for match in _STRAY.finditer(reading.text):
        word, following = (reading.lower[slice(*match.span(each))] for each in ("word", "next"))
        if known(word) and (empty(following) or known(following)):
            yield from _stray(passage, side, match.end("word"))


def _lost(passage: Passage, side: Side, at: int) -> Iterator[Mark]:
    met = meeting(passage)
    ends = _across(met, side, at)
    if ends is None:
        return
    before, after = ends
    other: Side = "es" if side == "en" else "en"
    there = passage.side(other)
    words = there.words
    if not 0 < after - before <= _GAP:
        return
    joining, leading = small(other, "joining"), prepositions(other)
    if any(word.folded in joining for word in words[before + 1 : after + 1]) or any(
        word.folded in leading for word in words[max(after - _ARTICLE, before + 1) : after]
    ):
        return  # a conjunction joins the clauses, or a preposition leads to what follows
    behind = bisect_left(met.words[side], at, key=lambda word: word.start)
    if not met.content[side][behind - 1]:
        return  # "Operators are: lt": the word before would need a mark here alone
    span = words[before].start, words[after].end
    if _SIGN.search(there.text, words[before].end, words[after].start) is None:
        yield Mark(
            side, _placed(passage, side, at), span, passage.side(side).text[at - 2], lost=True
        )


def _stray(passage: Passage, side: Side, at: int) -> Iterator[Mark]:
    met = meeting(passage)
    ends = _across(met, side, at)
    if ends is None:
        return
    before, after = sorted(ends)
    other: Side = "es" if side == "en" else "en"
    words, numbers = passage.side(other).words, met.sentence[other]
    if after - before <= _GAP and numbers[before] == numbers[after]:
        span = words[before].start, words[after].end
        yield Mark(side, _placed(passage, side, at), span, ".", lost=False)


def _across(met: Meeting, side: Side, at: int) -> tuple[int, int] | None:
    """The partners of the last linked word before code point `at` of `side` and of the first one
    behind it, where these stand near by and the text around is rendered closely."""
    words, partner = met.words[side], met.partner[side]
    first = bisect_left(words, at, key=lambda word: word.start)
    before = next((i for i in _range(first - 1, -1, len(words)) if partner[i] >= 0), None)
    after = next((i for i in _range(first, 1, len(words)) if partner[i] >= 0), None)
    if before is None or after is None or met.density(side, first, first) < CLOSE:
        return None
    return partner[before], partner[after]


def _range(start: int, step: int, size: int) -> Iterator[int]:
    return (i for i in range(start, start + step * _BESIDE, step) if 0 <= i < size)


def _placed(passage: Passage, side: Side, at: int) -> Span:
    """The place of a mark before `at` with the words beside it, so that it can be seen."""
    words = passage.side(side).words
    first = bisect_left(words, at, key=lambda word: word.start)
    return words[max(first - 1, 0)].start, words[min(first, len(words) - 1)].end
