"""Two or more words that one version took over from the other as they stand there: *los side panels*.

What always holds: the words follow one another in both versions, in small letters, and one of them
at least is none of its language, by the word tables or by its last letter; capitals, code and what
both languages write alike tell nothing. Linear in the words that both versions share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aligner.divergence.passage import Passage
from aligner.language.idiom import unquoted
from aligner.language.reading import Reading
from aligner.language.roles import prepositions
from aligner.language.vocabulary import en_empty, en_known, es_empty, es_known
from aligner.text.segment import Side, Span

_LEAST = 2
_SHORT = 3
_OPENS = " \u00a0\n("
_CLOSES = re.compile(r"[\s,;:)!?]|\.(?!\w)|$")
# A word with a capital before the run makes a name of both: *GNU privacy guard*.
_NAMED = re.compile(r"(?<!\w)[^\W\d_a-záéíóúñü]\w* $")
_REACH = 24
# A text with such signs speaks of code.
_CODE = re.compile(r"[\\=_$<>|{}`#@]|--|(?<!\w)[/-]\w|\w\(")
# Names of commands, behind which their arguments stand in any language.
_COMMANDS = frozenset(
    [
        "make",
        "apt",
        "aptitude",
        "set",
        "get",
        "man",
        "info",
        "exclude",
        "init",
        "git",
        "ls",
        "cat",
        "grep",
        "sudo",
    ]
)
# Letters in which no Spanish word ends, and those in which few English ones do.
_ENDS = {
    "es": re.compile(r"(?:[bcfghkmpqtvw]|ing|[^aeiou]s|[aeiou]ll|ly)$"),
    "en": re.compile(r"(?!)"),
}


@lru_cache(maxsize=65536)
def _alien(side: Side, word: str) -> bool:
    """Whether a word of the other language is none of `side`."""
    if len(word) <= _SHORT:
        return False
    if side == "es":
        if not en_known(word) or es_empty(word):
            return False
        return not es_known(word) or _ENDS["es"].search(word) is not None
    return es_known(word) and not en_known(word) and not en_empty(word)


@lru_cache(maxsize=65536)
def _strange(side: Side, word: str) -> bool:
    """Whether a word of any length belongs to the other language alone."""
    if side == "es":
        return (en_known(word) or en_empty(word)) and not (es_known(word) or es_empty(word))
    return (es_known(word) or es_empty(word)) and not (en_known(word) or en_empty(word))


def _phrase(side: Side, run: list[str], strange: set[str]) -> bool:
    """Whether words with a small one among them are a phrase of the other language: *until further
    notice*. Two of which the last is a particle are a term that both languages may have: *check in*."""
    other: Side = "en" if side == "es" else "es"
    empty = en_empty if side == "es" else es_empty
    small = [word for word in run if empty(word)]
    if not 0 < len(small) < len(run) or strange.isdisjoint(run):
        return False
    if len(run) > _LEAST:
        return True
    return not strange.isdisjoint(small) and run[-1] not in prepositions(other)


def left_words(passage: Passage, side: Side) -> Iterator[Span]:
    """The words (indices, last one included) of `side` that stand alike in the other version."""
    reading, other = passage.side(side), passage.es if side == "en" else passage.en
    shared = reading.vocabulary & other.vocabulary
    alien = {word for word in shared if _alien(side, word)}
    strange = {word for word in shared if _strange(side, word)}
    if not alien and not strange:
        return
    cast, sign = reading.of(unquoted), 1 if side == "es" else -1
    empty, small = (es_empty, en_empty) if side == "es" else (en_empty, es_empty)
    known = _known_en if side == "es" else _known_es
    words, text, there = reading.words, reading.text, other.of(_written)
    first = 0
    while first < len(words):
        last = first
        while (
            last < len(words)
            and words[last].folded in shared
            and cast[last] * sign >= 0
            and text[words[last].start].islower()
            and (last == first or text[words[last - 1].end : words[last].start] in (" ", "\u00a0"))
        ):
            last += 1
        run = [word.folded for word in words[first:last]]
        while len(run) > _LEAST and empty(run[-1]) and f" {' '.join(run)} " not in there:
            run.pop()  # a small word of both languages that goes on with what follows
        end = first + len(run)
        said = sum(not empty(word) for word in run)
        told = (
            bool(run)
            and run[0] not in _COMMANDS
            and ((said >= _LEAST and not alien.isdisjoint(run)) or _phrase(side, run, strange))
        )
        told = told and f" {' '.join(run)} " in there
        if told and all(map(known, run)):
            span = words[first].start, words[end - 1].end
            if _free(text, *span, named=not small(run[0])):
                yield first, end - 1
        first = max(last, first + 1)


def _free(text: str, start: int, end: int, *, named: bool) -> bool:
    """Whether a run stands free, no part of a name (if it may be `named`) or of code: *apt-get update*,
    *-t testing*."""
    before, behind = text[max(start - 1, 0) : start], text[end : end + 2]
    if named and _NAMED.search(text, max(start - _REACH, 0), start):
        return False
    return before in _OPENS and _CLOSES.match(behind) is not None and not _CODE.search(text)


def _known_en(word: str) -> bool:
    return en_known(word) or en_empty(word)


def _known_es(word: str) -> bool:
    return es_known(word) or es_empty(word)


def _written(reading: Reading) -> str:
    return f" {' '.join(word.folded for word in reading.words)} "
