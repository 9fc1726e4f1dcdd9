"""Whether a word that holds a negation inside fits a full one: its kind, and what it governs.

What always holds: a word of a kind that has one use only (a price, a limit, something unwanted) fits
nothing else; what it governs stands beside it, with no joint between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.divergence.meeting import Meeting
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.roles import small
from aligner.language.vocabulary import alike
from aligner.text.segment import Side

# What a negation governs stands at most so many words behind or before a word that holds one inside.
_AHEAD = 5
_BEHIND = 3
# Behind an exception (*a no ser que*) its subject stands before it.
_AHEAD_CLAUSE = 9
# What holds a negation and stands before what it governs.
_BEFORE = (
    "soft-one",
    "soft-from",
    "soft-against",
    "soft-out",
    "soft-until",
    "soft-except",
    "soft-despite",
)
# Verbs that keep something away, and what stands behind them.
_AWAY = ("soft-out", "soft-off")
_KEEPING = ("keep", "kept", "stay", "remain", "leav", "left", "mant", "qued", "perman", "dej")
_JOINTS = frozenset(("and", "or", "nor", "but", "y", "e", "o", "u", "ni", "pero"))
_BREAK = re.compile(r"[,;:.?!](?=\s)")
# So many words after a negation its limit stands.
_LIMIT = 5
# So near behind a word that holds a negation stands what it governs.
_CLOSE_BY = 3
# How far from its verb stands what somebody looks for.
_SOUGHT = 12
_WANTED = ("dese", "solicit", "pedid")


def behind(met: Meeting, side: Side, heads: Sequence[int], weak: Phrase) -> list[int]:
    """The words just behind one that holds a negation which may render what the full one governs,
    whatever they are linked to: the text has the same word more than once."""
    other: Side = "es" if side == "en" else "en"
    words, ours = met.words[other], met.words[side]
    near = range(weak.last, min(weak.last + _CLOSE_BY, len(words)))
    return [
        at
        for at in near
        if met.partner[other][at] < 0
        and met.content[other][at]
        and any(alike(side, ours[head].folded, words[at].folded) for head in heads[:1])
    ]


def sought(met: Meeting, side: Side, full: Phrase, weak: Phrase, heads: Sequence[int]) -> bool:
    """Whether a text is looked through *for* what must not be there: *check the text for errors* is
    *compruebe que no haya errores*."""
    words, ours = met.words["en"], met.words[side]
    if side == "en" or ours[max(full.first - 1, 0)].folded != "que":
        return False
    at = next(
        (
            at
            for at in range(weak.last, min(weak.last + _SOUGHT, len(words)))
            if words[at].folded == "for"
        ),
        len(words),
    )
    sought = words[at + 1 : at + 1 + _BEHIND]
    return any(alike("es", ours[head].folded, word.folded) for head in heads for word in sought)


def fits(reading: Reading, full: Phrase, weak: Phrase) -> bool:
    """Whether a word that holds a negation inside can stand for one of this kind at all."""
    if weak.value == "soft-swift":
        return reading.words[full.first].folded in small(reading.side, "bare")
    if weak.value == "soft-free":
        prices = tuple(small(reading.side, "prices"))
        near = reading.words[full.last : full.last + _LIMIT]
        return reading.words[full.first].folded in small(reading.side, "bare") or any(
            word.folded.startswith(prices) for word in near
        )
    if weak.value == "soft-unwanted":
        near = reading.words[full.last : full.last + _LIMIT]
        return any(word.folded.startswith(_WANTED) for word in near)
    if weak.value in ("soft-qualm", "soft-rather"):
        return False
    if weak.value in ("soft-below", "soft-bound"):
        limits = tuple(small(reading.side, "limits"))
        near = reading.words[full.last : full.last + _LIMIT]
        return any(word.folded.startswith(limits) for word in near)
    return True


def governs(reading: Reading, weak: Phrase, index: int) -> bool:
    """Whether a word that holds a negation inside may govern the word at `index`: one beside it, with
    no joint between them."""
    words = reading.words
    ahead = _AHEAD_CLAUSE if weak.value in ("soft-except", "soft-from") else _AHEAD
    if weak.value in _AWAY and index == weak.first - 1:
        return words[index].folded.startswith(_KEEPING)  # kept out of, no se guarda en
    if weak.first <= index <= weak.last + ahead:
        start, end = weak.span[1], words[index].start
    elif weak.value not in _BEFORE and weak.first - _BEHIND <= index < weak.first:
        start, end = words[index].end, weak.span[0]
        if any(words[at].folded in _JOINTS for at in range(index + 1, weak.first)):
            return False
    else:
        return False
    return not _BREAK.search(reading.text, start, end)
