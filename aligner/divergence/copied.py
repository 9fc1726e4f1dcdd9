"""Stretches of one version that stand word for word in the other: text that nobody translated yet.

What always holds: a stretch has no quotes, no sign of code and more small letters than capitals, and
several of its words are of the other language and none of its own; names, figures, titles and values
of a list are in no language. Where fewer than three words are shared nothing is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.divergence.beside import OTHER
from aligner.divergence.passage import Passage
from aligner.language.code import in_code
from aligner.language.reading import Reading
from aligner.language.vocabulary import en_empty, en_known, es_empty, es_known
from aligner.language.words import Word
from aligner.text.segment import Side, Span

# So many words in a row are a stretch, and so many of them must be of the other language. Where no
# small word says so too, signs must set it off.
_STRETCH, _FOREIGN = 3, 2
_CODE = '/\\=_$<>|{}()[]«»“”"`@#*~&'
_ENDS = ".!?\n"
_BORDERS = ",;:.!?—–\n"
# Parts of a name with hyphens, and options of a command.
_JOINED = re.compile(r"\w-\w|(?<!\w)-+\w")


def copied(passage: Passage, side: Side, votes: Sequence[int]) -> Iterator[Span]:
    """The words (first and last) of each stretch of `side` that the other version holds in its own
    language; `votes` says of each word whether it is a small word of that language (1) or not (-1)."""
    reading, other = passage.side(side), passage.side(OTHER[side])
    words, there = reading.words, other.vocabulary
    shared = reading.vocabulary & there
    if len(shared) < _STRETCH or not _some_foreign(shared, side):
        return
    known = {
        tuple(word.folded for word in other.words[at : at + _STRETCH])
        for at in range(len(other.words) - _STRETCH + 1)
        if other.words[at].folded in shared
    }
    at = 0
    while at + _STRETCH <= len(words):
        last = at
        while (
            last + _STRETCH <= len(words)
            and words[last].folded in shared
            and tuple(word.folded for word in words[last : last + _STRETCH]) in known
        ):
            last += 1
        if last == at:
            at += 1
            continue
        last += _STRETCH - 2
        yield from _sentences(reading, votes, side, at, last)
        at = last + 1


def _some_foreign(shared: frozenset[str], side: Side) -> bool:
    return sum(_foreign(word, side) for word in shared) >= _FOREIGN


def _foreign(word: str, side: Side) -> bool:
    """Whether a word is one of the other language only."""
    english, spanish = en_known(word) or en_empty(word), es_known(word) or es_empty(word)
    return english and not spanish if side == "es" else spanish and not english


def _sentences(
    reading: Reading, votes: Sequence[int], side: Side, first: int, last: int
) -> Iterator[Span]:
    """The parts of a stretch, one for each sentence, that are text of the other language."""
    text, words = reading.text, reading.words
    start = first
    for at in range(first, last + 1):
        after = text[words[at].end : words[at + 1].start if at + 1 < len(words) else len(text)]
        stops = any(sign in after for sign in _ENDS)
        if stops or at == last:
            before = text[words[start - 1].end : words[start].start] if start else "."
            title = text[words[start].start].isupper() and not any(sign in before for sign in _ENDS)
            apart = any(sign in before for sign in _BORDERS) and (
                at + 1 == len(words) or any(sign in after for sign in _BORDERS)
            )
            said = apart or max(votes[start : at + 1]) > 0
            if (
                said
                and not title
                and _prose(reading, words[start : at + 1], votes[start : at + 1], side)
            ):
                yield start, at
            start = at + 1


def _prose(reading: Reading, run: Sequence[Word], votes: Sequence[int], side: Side) -> bool:
    """Whether words are text of the other language and of no other."""
    if len(run) < _STRETCH or min(votes) < 0:
        return False
    text = reading.text
    start, end = run[0].start, run[-1].end
    inside = text[max(start - 1, 0) : end + 1]
    small = sum(text[word.start].islower() for word in run)
    if (
        _JOINED.search(inside)
        or any(sign in inside for sign in _CODE)
        or 2 * inside.count(",") >= len(run)
    ):
        return False
    own: Side = OTHER[side]
    return (
        2 * small > len(run)
        and sum(_foreign(word.folded, side) for word in run) >= _FOREIGN
        and not any(_foreign(word.folded, own) for word in run)
        and not in_code(reading, start, end)
    )
