"""The archive as memory: earlier paragraphs like this one, and pairs to learn words from.

What always holds: a score of 1 means the same words (after folding of white space and quotation
marks), less is the share of words in common order; a suggestion says where and when it stood, and
decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from aligner.archive.index import Index
from aligner.language.words import words
from aligner.text.digest import fold
from aligner.text.segment import Side

LEAST = 0.7
"""The least score of a suggestion: below it, translators find retyping quicker."""
_CANDIDATES = 40
_LOOKED_AT = 200
"""Beads whose words are compared with the paragraph's, of each of two questions to the index."""
_ASKED = 12
"""Words of a paragraph that are asked for: the longest are the rarest. Of a paragraph in which a
third of the words is new, two that stay stand in one of six pairs in 98 of 100."""
_SURE = 0.9
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An earlier paragraph and its counterpart: `score` from 0 to 1, where it stood and when."""

    document: str
    date: str
    n: int
    en: str
    es: str
    score: float


def similar(
    index: Index, text: str, side: Side, *, limit: int = 5, apart: str = ""
) -> tuple[Suggestion, ...]:
    """Earlier paragraphs like `text`, the likest and then the latest first; not those of the
    document called `apart`. Raises RecordError where the index is damaged."""
    found = []
    for name, date, n, en, es in _candidates(index, text, side, apart):
        score = likeness(text, en if side == "en" else es)
        if score >= LEAST:
            found.append(Suggestion(name, date, n, en, es, score))
    found.sort(key=lambda each: (-each.score, _later_first(each.date), each.document, each.n))
    return tuple(found[:limit])


_Row = tuple[str, str, int, str, str]


def _candidates(index: Index, text: str, side: Side, apart: str) -> list[_Row]:
    """(document, date, number, English, Spanish) of the beads that share most words with `text`:
    first those that hold all of its longest words, then those that hold two that are next to each
    other in length. No ranking by the index: it would read every place of every word."""
    own = {word.folded for word in words(text)}
    asked = sorted(own, key=lambda word: (-len(word), word))[:_ASKED]
    quoted = ['"' + word + '"' for word in asked]
    pairs = [" AND ".join(quoted[n : n + 2]) for n in range(0, len(quoted), 2)]
    found: dict[tuple[str, int], _Row] = {}
    for sought in filter(None, (" AND ".join(quoted), " OR ".join(f"({pair})" for pair in pairs))):
        rows = index.ask(
            "SELECT document.name, document.date, bead.n, bead.en, bead.es FROM words "
            "JOIN bead ON bead.id = words.rowid JOIN document ON document.id = bead.document "
            "WHERE words MATCH ? AND document.name <> ? AND bead.en <> '' AND bead.es <> '' "
            "ORDER BY words.rowid DESC LIMIT ?",
            (f"{side} : ({sought})", apart, _LOOKED_AT),
        )
        found |= {(name, n): (name, date, n, en, es) for name, date, n, en, es in rows}

    def shared(row: _Row) -> float:
        here = {word.folded for word in words(row[3] if side == "en" else row[4])}
        return len(own & here) / (len(own | here) or 1)

    return sorted(found.values(), key=shared, reverse=True)[:_CANDIDATES]


def _later_first(date: str) -> tuple[int, ...]:
    return tuple(-ord(sign) for sign in date) or (0,)


def likeness(one: str, other: str) -> float:
    """How alike two paragraphs are: 1 for the same words, else the share of words in common order
    (Ratcliff and Obershelp, 1988), rounded down to whole per cent."""
    if fold(one) == fold(other):
        return 1.0
    first = [word.folded for word in words(one)]
    second = [word.folded for word in words(other)]
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return min(int(100 * ratio) / 100, 0.99)


def departures(index: Index, en: str, es: str, *, apart: str = "") -> tuple[Suggestion, ...]:
    """Earlier paragraphs with the same English whose Spanish is other than `es`: agreed wording
    that is departed from here."""
    return tuple(
        each
        for each in similar(index, en, "en", limit=_CANDIDATES, apart=apart)
        if each.score == 1.0 and fold(each.es) != fold(es)
    )


def memory_pairs(index: Index, *, most: int = 200_000) -> Iterator[tuple[str, str]]:
    """Paragraph pairs that are surely right, latest documents first: what a lexicon learns from."""
    rows = index.ask(
        "SELECT bead.en, bead.es FROM bead JOIN document ON document.id = bead.document "
        "WHERE bead.score >= ? AND bead.en <> '' AND bead.es <> '' "
        "ORDER BY document.date DESC, document.name, bead.n LIMIT ?",
        (_SURE, most),
    )
    for en, es in rows:
        if len(en.split()) >= _SHORTEST:
            yield en, es
