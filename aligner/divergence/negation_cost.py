"""Which negation may render which: a full one, one that goes on, and a word that holds one inside.

What always holds: two full ones meet first; a word that holds one inside stands for a full one only
where it governs the same, stands in its very slot, or where nothing tells what is governed.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.divergence.inversion import inverted
from aligner.divergence.meeting import Meeting
from aligner.divergence.negated import governed
from aligner.divergence.negation_fit import behind, fits, governs, sought
from aligner.divergence.pairing import Cost
from aligner.divergence.passage import Passage
from aligner.language.negation import CONCORD
from aligner.language.phrases import Phrase
from aligner.language.words import Word
from aligner.text.segment import Side

FULL = ("not", "again")
"""The classes of negations that are no word with another sense."""

# What it costs, in words of distance, that a word holds its negation inside.
_MIXED = 2.0
# What it costs that one of two negations only goes on with another one.
_AGAIN = 4.0
_FAINT = 7.0
# In the very slot of a negation such a word stands for it anyhow, nearer where what is negated is
# linked to a word that stands elsewhere.
_BESIDE = 3
_VERY = 2
# What excepts, and what fails, may be an if with a negation.
_UNLESS = ("soft-except", "soft-contrary", "soft-breach", "soft-lack", "soft-until")
# So far from a negation nothing stands that it governs.
_APART = 8
# So many words after what is negated a clause that depends on it begins.
_AHEAD = 5
_RELATIVE = frozenset(("which", "whom", "where", "whose"))
# Verbs that forbid may stand before their subject.
_FORBIDDING = ("soft", "soft-deny")


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
            return price if not far or en.value == es.value or _one(met, en, es) else None
        side: Side = "en" if en.value in FULL else "es"
        full, weak = (en, es) if side == "en" else (es, en)
        if (
            weak.value in ("soft-any", "soft-than")
            and met.words["es"][es.first].folded not in CONCORD
        ):
            return None
        if weak.value == "soft-any" and _opens(met, weak):
            return None
        if weak.value == "soft-only":
            return None  # only is no ... sino, two negations that undo one another
        if not fits(passage.side(side), full, weak):
            return None
        heads = governed(met, side, full)
        if weak.value == "soft-check":
            return price if sought(met, side, full, weak, heads) else None
        linked = [met.partner[side][head] for head in heads if met.partner[side][head] >= 0]
        linked += behind(met, side, heads, weak)
        if weak.value == "soft-below" and heads and met.partner[side][heads[0]] >= 0:
            return None  # que no exceda, exceeding: the limit itself is there, without its negation
        other_words = met.words["es" if side == "en" else "en"]
        near = abs(weak.first - met.slot(side, full.first, full.last))
        if weak.value in _FORBIDDING and inverted(met, en.first, es.first):
            near = 0.0  # the use of nets is not allowed, está prohibido el uso de redes
        clausal = weak.value in ("soft-contrary", "soft-bound")
        if any(_clause_after(other_words, partner, weak.first) for partner in linked[:1]):
            return None
        # no longer agree to it, deja de estar de acuerdo: what is negated itself has no partner
        told = bool(linked) and met.partner[side][heads[0]] >= 0
        if near <= (_VERY if told and not clausal else _BESIDE) or weak.value == "soft-bound":
            return price
        if not linked:
            return None if far and heads else price
        other = passage.side("es" if side == "en" else "en")
        return price if any(governs(other, weak, partner) for partner in linked) else None

    return cost


def _clause_after(words: Sequence[Word], partner: int, weak: int) -> bool:
    """Whether a word stands in a clause that depends on what is negated (*significa que renuncia* does
    not say *does not mean*)."""
    return 0 < weak - partner <= _AHEAD and any(
        word.folded in ("que", "that") for word in words[partner + 1 : weak]
    )


def _opens(met: Meeting, each: Phrase) -> bool:
    """Whether an English *any* opens its sentence or a relative clause (*any person may*, *which either
    may alter*), where no negation is before it."""
    sentence, words = met.sentence["en"], met.words["en"]
    return (
        not each.first
        or sentence[each.first - 1] != sentence[each.first]
        or words[each.first - 1].folded in _RELATIVE
    )


def plain(en: Phrase, es: Phrase) -> float | None:
    """Two full negations; a word that only holds one does not come between them."""
    return _cost(en, es) if en.value == es.value and en.value in FULL else None


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


def _one(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether two negations govern the same, or nothing tells what either of them governs (*no ... ni
    cubre*, *does not cover*)."""
    ours, theirs = governed(met, "en", en)[:1], governed(met, "es", es)[:1]
    if not ours or not theirs or not met.together(en.first, es.first):
        return False
    there, here = met.partner["en"][ours[0]], met.partner["es"][theirs[0]]
    return there in (theirs[0], -1) and here in (ours[0], -1)


def _elsewhere(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether both versions have what one of the negations governs far from the other one: they
    negate two things."""
    there = [met.partner["en"][head] for head in governed(met, "en", en)[:1]]
    here = [met.partner["es"][head] for head in governed(met, "es", es)[:1]]
    far_es = bool(there) and there[0] >= 0 and abs(there[0] - es.first) > _APART
    far_en = bool(here) and here[0] >= 0 and abs(here[0] - en.first) > _APART
    return far_es and far_en


def excepted(passage: Passage, met: Meeting) -> Cost:
    """An exception and a negation that govern the same (*unless it doubles*, *si no se duplica*)."""

    def cost(en: Phrase, es: Phrase) -> float | None:
        side: Side = "en" if en.value == "not" else "es"
        full, weak = (en, es) if side == "en" else (es, en)
        if full.value != "not" or weak.value not in _UNLESS:
            return None
        other = passage.side("es" if side == "en" else "en")
        partners = [met.partner[side][head] for head in governed(met, side, full)[:1]]
        return 0.0 if any(it >= weak.last and governs(other, weak, it) for it in partners) else None

    return cost


def within(met: Meeting) -> Cost:
    """The cost of negations that are far apart: only those of the same sentence meet, and none that
    goes on with another one (*ni*), which stands beside it."""

    def cost(en: Phrase, es: Phrase) -> float | None:
        if en.value != es.value or not met.together(en.first, es.first):
            return None
        return None if _elsewhere(met, en, es) else plain(en, es)

    return cost
