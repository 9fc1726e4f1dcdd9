"""Which negation may render which: a full one, one that goes on, and a word that holds one inside.

What always holds: two full ones meet first; a word that holds one inside stands for a full one only
where it governs the same, stands in its very slot, or where nothing tells what is governed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.divergence.held_negation import alike
from aligner.divergence.inversion import inverted
from aligner.divergence.meeting import Meeting
from aligner.divergence.negated import governed
from aligner.divergence.pairing import Cost
from aligner.divergence.passage import Passage
from aligner.language.negation import CONCORD
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.roles import small
from aligner.language.words import Word
from aligner.text.segment import Side

FULL = ("not", "again")
"""The classes of negations that are no word with another sense."""

# What it costs, in words of distance, that a word holds its negation inside.
_MIXED = 2.0
# What it costs that one of two negations only goes on with another one.
_AGAIN = 4.0
_FAINT = 7.0
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
_JOINTS = frozenset(("and", "or", "nor", "but", "y", "e", "o", "u", "ni", "pero"))
_BREAK = re.compile(r"[,;:.?!](?=\s)")
# In the very slot of a negation such a word stands for it anyhow, nearer where what is negated is
# linked to a word that stands elsewhere.
_BESIDE = 3
_VERY = 2
# So many words after a negation its limit stands.
_LIMIT = 5
# So near behind a word that holds a negation stands what it governs.
_CLOSE_BY = 3
# Verbs that forbid may stand before their subject.
_FORBIDDING = ("soft", "soft-deny")
# How far from its verb stands what somebody looks for.
_SOUGHT = 12
_WANTED = ("dese", "solicit", "pedid")


def _cost(en: Phrase, es: Phrase) -> float | None:
    """Full negations meet first, then a full one and a weak one."""
    full_en, full_es = en.value in FULL, es.value in FULL
    if full_en and full_es:
        return 0.0 if en.value == es.value else _AGAIN
    if full_en == full_es:
        return None
    faint = {en.value, es.value} & {"more", "soft-any", "again"}
    return _FAINT if faint else _MIXED


def mixed(passage: Passage, met: Meeting, *, far: bool = False) -> Cost:
    """The cost of two negations that may mean the same: where the other side has what a full one
    governs, the word that holds one inside must govern it there; where it has not, that word must
    stand in the very slot of the negation, or near it (not `far`)."""

    def cost(en: Phrase, es: Phrase) -> float | None:
        price = _cost(en, es)
        if price is None or (en.value in FULL and es.value in FULL):
            return None if far and en.value != es.value else price
        side: Side = "en" if en.value in FULL else "es"
        full, weak = (en, es) if side == "en" else (es, en)
        if (
            weak.value in ("soft-any", "soft-than")
            and met.words["es"][es.first].folded not in CONCORD
        ):
            return None
        if weak.value == "soft-any" and _opens(met, weak):
            return None
        if not _fits(passage.side(side), full, weak):
            return None
        heads = governed(met, side, full)
        if weak.value == "soft-check":
            return price if _sought(met, side, full, weak, heads) else None
        linked = [met.partner[side][head] for head in heads if met.partner[side][head] >= 0]
        linked += _again(met, side, heads, weak)
        if weak.value == "soft-below" and heads and met.partner[side][heads[0]] >= 0:
            return None  # que no exceda, exceeding: the limit itself is there, without its negation
        other_words = met.words["es" if side == "en" else "en"]
        near = abs(weak.first - met.slot(side, full.first, full.last))
        if weak.value in _FORBIDDING and inverted(met, en.first, es.first):
            near = 0.0  # the use of nets is not allowed, está prohibido el uso de redes
        clausal = weak.value in ("soft-contrary", "soft-bound")
        if any(_clause_after(other_words, partner, weak.first) for partner in linked[:1]):
            return None
        if near <= (_VERY if linked and not clausal else _BESIDE) or weak.value == "soft-bound":
            return price
        if not linked:
            return None if far and heads else price
        other = passage.side("es" if side == "en" else "en")
        return price if any(_governs(other, weak, partner) for partner in linked) else None

    return cost


def _again(met: Meeting, side: Side, heads: Sequence[int], weak: Phrase) -> list[int]:
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


def _sought(met: Meeting, side: Side, full: Phrase, weak: Phrase, heads: Sequence[int]) -> bool:
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


def _clause_after(words: Sequence[Word], partner: int, weak: int) -> bool:
    """Whether a word stands in a clause that depends on what is negated (*significa que renuncia* does
    not say *does not mean*)."""
    return 0 < weak - partner <= _AHEAD and any(
        word.folded in ("que", "that") for word in words[partner + 1 : weak]
    )


def _opens(met: Meeting, each: Phrase) -> bool:
    """Whether an English *any* opens its sentence (*any person may*), where no negation is before it."""
    sentence = met.sentence["en"]
    return not each.first or sentence[each.first - 1] != sentence[each.first]


def _fits(reading: Reading, full: Phrase, weak: Phrase) -> bool:
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


def _governs(reading: Reading, weak: Phrase, index: int) -> bool:
    """Whether a word that holds a negation inside may govern the word at `index`: one beside it, with
    no joint between them."""
    words = reading.words
    ahead = _AHEAD_CLAUSE if weak.value in ("soft-except", "soft-from") else _AHEAD
    if weak.first <= index <= weak.last + ahead:
        start, end = weak.span[1], words[index].start
    elif weak.value not in _BEFORE and weak.first - _BEHIND <= index < weak.first:
        start, end = words[index].end, weak.span[0]
        if any(words[at].folded in _JOINTS for at in range(index + 1, weak.first)):
            return False
    else:
        return False
    return not _BREAK.search(reading.text, start, end)


def plain(en: Phrase, es: Phrase) -> float | None:
    """Two full negations; a word that only holds one does not come between them."""
    return _cost(en, es) if en.value in FULL and es.value in FULL else None


def same_kind(en: Phrase, es: Phrase) -> float | None:
    """Weak negations of one kind render one another (*until* and *hasta*)."""
    return 0.0 if en.value == es.value and en.value not in ("soft", "soft-below") else None


def governing(met: Meeting) -> Cost:
    """Two full negations of which the one governs what the other does: the word that it negates is
    linked to one of the words that the other negates."""
    known: dict[tuple[Side, int], list[int]] = {}

    def heads(side: Side, each: Phrase) -> list[int]:
        key = (side, each.first)
        if key not in known:
            known[key] = governed(met, side, each)
        return known[key]

    def cost(en: Phrase, es: Phrase) -> float | None:
        if plain(en, es) is None or en.value != es.value:
            return None  # what only goes on with a negation leaves the negation itself to another
        ours, theirs = heads("en", en), heads("es", es)
        meets = (ours and met.partner["en"][ours[0]] in theirs) or (
            theirs and met.partner["es"][theirs[0]] in ours
        )
        return 0.0 if meets else None

    return cost


def within(met: Meeting) -> Cost:
    """The cost of negations that are far apart: only those of the same sentence meet, and none that
    goes on with another one (*ni*), which stands beside it."""

    def cost(en: Phrase, es: Phrase) -> float | None:
        if en.value != es.value or not met.together(en.first, es.first):
            return None
        return plain(en, es)

    return cost
