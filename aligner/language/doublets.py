"""The two genders of one word that stand side by side: *el usuario o la usuaria*, *niñas y niños*.

What always holds: the two forms are of one word and of one number (*el fiscal o la fiscal* is one
too), and nothing but small words stands between them; which one is rendered on the other side is not known here. Linear in the words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Span

# A shorter stem says little; so many small words the second form may bring along.
_STEM = 3
_CARRIED = 2
_ENGLISH_SIGN = re.compile(r"\bor h|\bor she\b")


class Doublet(NamedTuple):
    """Words `first` and `second` (indices) are the two genders of one word; `join` is the place of
    what joins them."""

    first: int
    second: int
    join: Span


def doublets(reading: Reading) -> tuple[Doublet, ...]:
    """The doublets of a text, in order; of English ones only the pronouns."""
    return _english(reading) if reading.side == "en" else _spanish(reading)


def _english(reading: Reading) -> tuple[Doublet, ...]:
    if not _ENGLISH_SIGN.search(reading.lower):
        return ()
    known, words = _english_pairs(), reading.words
    return tuple(
        Doublet(at - 1, at + 1, (word.start, word.end))
        for at, word in enumerate(words[1:-1], 1)
        if word.folded == "or" and (words[at - 1].folded, words[at + 1].folded) in known
    )


def _spanish(reading: Reading) -> tuple[Doublet, ...]:
    words, text = reading.words, reading.text
    joins, carried = _words("joins"), _words("between")
    found: list[Doublet] = []
    for at, word in enumerate(words):
        if word.folded in joins and 0 < at < len(words) - 1:
            before, after = at - 1, at + 1
            if text[words[before].end : word.start].strip():
                continue
            last = min(after + _CARRIED, len(words) - 1)
            for second in range(after, last + 1):
                if text[words[second - 1].end : words[second].start].strip():
                    break
                one, other = words[before].folded, words[second].folded
                if genders(one, other) or (one == other and second > after and len(one) > _STEM):
                    found.append(Doublet(before, second, (word.start, word.end)))
                    break
                if words[second].folded not in carried:
                    break
        elif (
            at
            and word.folded in _words("suffixes")
            and words[at - 1].end == word.start - 1
            and text[word.start - 1] in "/("
        ):
            found.append(Doublet(at - 1, at, (word.start - 1, word.start)))
    return tuple(found)


@lru_cache(maxsize=65536)
def genders(one: str, other: str) -> bool:
    """Whether two folded Spanish words are the two genders of one word."""
    if frozenset((one, other)) in _pairs():
        return True
    if min(len(one), len(other)) <= _STEM or one[:_STEM] != other[:_STEM]:
        return False
    return any(
        man.endswith(his)
        and woman.endswith(hers)
        and man[: len(man) - len(his)] == woman[: len(woman) - len(hers)]
        for his, hers in _endings()
        for man, woman in ((one, other), (other, one))
    )


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(table("doublets")[which])


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple((his, hers) for his, hers in table("doublets")["endings"])


@cache
def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in table("doublets")["pairs"])


@cache
def _english_pairs() -> frozenset[tuple[str, str]]:
    pairs = (each.split() for each in table("doublets")["english"])
    return frozenset((pair[0], pair[-1]) for pair in pairs)
