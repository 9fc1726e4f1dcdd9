"""Fixed expressions of the linguistic tables, found in one pass over the words of a text.

What always holds: every table gives its expressions by side and class; within a table the longest
expression that starts at a word takes its words, so that *no later than* is never also a negation;
an expression of the class `none` takes its words and says nothing. A pattern is words apart by
blanks; `stem*` is any word that begins so, `~verb` any form in which somebody acts. Expressions are folded (no accents, small letters).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from aligner.language.acting import spelled_out
from aligner.language.folding import lowered
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side, Span

# The tables whose expressions share one pass.
TABLES = (
    "negation",
    "modality",
    "performatives",
    "safeguards",
    "quantifiers",
    "conjunctions",
    "actors",
    "antonyms",
    "register",
    "openness",
)


# So many words are kept with what may start with them.
_KEPT = 65536
# No stem of the tables has more letters.
_LONGEST = 24


class Phrase(NamedTuple):
    """One expression found: `kind` is the table, `value` the class there, `first` and `last` the
    word indices (half open), `span` its code points."""

    kind: str
    value: str
    first: int
    last: int
    span: Span


# `Phrase(...)` goes through a function in Python for each expression; this does not.
_new = tuple.__new__


class _Pattern(NamedTuple):
    words: tuple[str, ...]
    meanings: tuple[tuple[str, str], ...]


@lru_cache(maxsize=2)
def _patterns(side: Side) -> tuple[dict[str, list[_Pattern]], dict[str, list[_Pattern]], int]:
    """Patterns by whole first word and by first stem, and the shortest stem's length."""
    meanings: defaultdict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for kind in TABLES:
        for value, line in table(kind)[side].items():
            for entry in line.split(","):
                for phrase in spelled_out(entry, side):
                    for words in _contracted(tuple(lowered(phrase).split()), side):
                        if words and (kind, value) not in meanings[words]:
                            meanings[words].append((kind, value))
    exact: defaultdict[str, list[_Pattern]] = defaultdict(list)
    stems: defaultdict[str, list[_Pattern]] = defaultdict(list)
    for words, found in meanings.items():
        first = words[0]
        where = stems if first.endswith("*") else exact
        mute = {kind for kind, value in found if value == "none"}
        kept = [each for each in found if each[1] == "none" or each[0] not in mute]
        where[first.rstrip("*")].append(_Pattern(words, tuple(kept)))
    return dict(exact), dict(stems), min((len(stem) for stem in stems), default=99)


_CONTRACTED = {"a": "al", "de": "del"}


def _contracted(words: tuple[str, ...], side: Side) -> Iterator[tuple[str, ...]]:
    """An expression, and in Spanish what its last preposition makes with an article (*sujeto al*)."""
    yield words
    if side == "es" and len(words) > 1 and words[-1] in _CONTRACTED:
        yield (*words[:-1], _CONTRACTED[words[-1]])


class _Starts(NamedTuple):
    """The patterns that may start with a word: those of that word alone, those of more words by
    their second one, and those whose second one is a stem; longer ones first. `plain` is what the
    word means alone, where none of it says that it means nothing."""

    single: tuple[_Pattern, ...]
    plain: tuple[tuple[str, str], ...] | None
    second: dict[str, tuple[_Pattern, ...]]
    loose: tuple[_Pattern, ...]


class _Starting(dict[str, _Starts | None]):
    """What may start with each word of a side: filled as words come up, so that a word costs one
    look in a dictionary."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self._side: Side = side

    def __missing__(self, word: str) -> _Starts | None:
        if len(self) >= _KEPT:
            self.clear()
        self[word] = starts = _starts(self._side, _bare(word))
        return starts


@cache
def _starting(side: Side) -> _Starting:
    return _Starting(side)


_GENITIVE = ("'s", "’s")


def _bare(word: str) -> str:
    """A word without the English ending of the genitive."""
    return word.replace("’", "'").removesuffix("'s")


def _starts(side: Side, word: str) -> _Starts | None:
    exact, stems, shortest = _patterns(side)
    found = list(exact.get(word, ()))
    for cut in range(min(len(word), _LONGEST), shortest - 1, -1):
        found += stems.get(word[:cut], ())
    if not found:
        return None
    # A whole word stands before a stem of it; the sort keeps that order among equals.
    found.sort(key=lambda pattern: -len(pattern.words))
    second: dict[str, list[_Pattern]] = {}
    for pattern in found:
        if len(pattern.words) > 1 and not pattern.words[1].endswith("*"):
            second.setdefault(pattern.words[1], []).append(pattern)
    single = tuple(pattern for pattern in found if len(pattern.words) == 1)
    meant = tuple(meaning for pattern in single for meaning in pattern.meanings)
    return _Starts(
        single,
        None if any(value == "none" for _, value in meant) else meant,
        {key: tuple(patterns) for key, patterns in second.items()},
        tuple(p for p in found if len(p.words) > 1 and p.words[1].endswith("*")),
    )


def _candidates(starts: _Starts, following: str) -> tuple[_Pattern, ...]:
    """The patterns of `starts` that the word after may continue, longer ones first."""
    more = starts.second.get(following, ()) if starts.second else ()
    if not starts.loose:
        return (*more, *starts.single) if more else starts.single
    both = sorted((*more, *starts.loose), key=lambda pattern: -len(pattern.words))
    return (*both, *starts.single)


def phrases(reading: Reading) -> tuple[Phrase, ...]:
    """All expressions of all tables in `reading`, in order."""
    words, folded, starting = reading.words, reading.folded, _starting(reading.side)
    count = len(words)
    taken = dict.fromkeys(TABLES, 0)
    found: list[Phrase] = []
    for at, starts in enumerate([starting[word] for word in folded]):
        if starts is None:
            continue
        word = words[at]
        candidates = starts.single
        if at + 1 < count and (starts.second or starts.loose):
            following = folded[at + 1]
            if starts.loose or following in starts.second or following[-2:] in _GENITIVE:
                candidates = _candidates(starts, _bare(following))
        if candidates is starts.single and starts.plain is not None:
            if starts.plain:
                span = (word.start, word.end)
                for kind, value in starts.plain:
                    if taken[kind] <= at:
                        found.append(_new(Phrase, (kind, value, at, at + 1, span)))
            continue
        here: dict[str, int] = {}
        for pattern in candidates:
            size = len(pattern.words)
            if size > 1 and not _continues(pattern.words, folded, at, count):
                continue
            for kind, value in pattern.meanings:
                if taken[kind] > at or here.get(kind, size) != size:
                    continue
                here[kind] = -1 if value == "none" else size
                if value != "none":
                    span = (word.start, words[at + size - 1].end)
                    found.append(Phrase(kind, value, at, at + size, span))
                else:
                    taken[kind] = at + size
        for kind, size in here.items():
            if size > 0:
                taken[kind] = at + size
    return tuple(found)


def _continues(pattern: tuple[str, ...], folded: tuple[str, ...], at: int, count: int) -> bool:
    if at + len(pattern) > count:
        return False
    for offset in range(1, len(pattern)):
        wanted, got = pattern[offset], folded[at + offset]
        if offset == len(pattern) - 1:
            got = got.replace("’", "'").removesuffix("'s")
        if wanted.endswith("*"):
            if not got.startswith(wanted[:-1]):
                return False
        elif wanted != got:
            return False
    return True


_first = attrgetter("first")


def beginning(found: Sequence[Phrase], low: int, high: int) -> Sequence[Phrase]:
    """Those of `found` (in order) that begin at one of the words from `low` to `high`."""
    return found[bisect_left(found, low, key=_first) : bisect_left(found, high, key=_first)]


def of_kind(reading: Reading, kind: str) -> tuple[Phrase, ...]:
    """The expressions of one table in `reading`."""
    return reading.of(_by_kind).get(kind, ())


def _by_kind(reading: Reading) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for each in reading.of(phrases):
        found.setdefault(each.kind, []).append(each)
    return {kind: tuple(expressions) for kind, expressions in found.items()}
