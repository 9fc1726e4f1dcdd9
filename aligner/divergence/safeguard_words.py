"""The sense of a safeguard in other words: a link of its own, a condition denied, an adjective.

What always holds: only the sentence and the slot of the safeguard are asked, and nothing here knows
whether it has a partner of its class.
"""

from __future__ import annotations

import re

from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.phrases import Phrase
from aligner.language.roles import prepositions, small
from aligner.language.safeguards import hints
from aligner.text.segment import Side

HINT = 18.0
"""A hint renders a safeguard only in its slot."""
BESIDE = 6
"""How far from its slot the words of a safeguard may be linked."""
# What these tell of must not have happened yet.
_BEFORE = frozenset(["before", "antes", "until"])
# These open a condition.
_IF = frozenset(["if", "when", "where", "si", "cuando", "donde", "mientras", "as"])
# So many words after an exception a negation turns it round.
_DENIED = 5
# What may be owed or protected, by its ending.
_ABLE = re.compile(r"[ai]bles?$")
_PARTICIPLE = re.compile(r"[ai]d[oa]s?$")


def otherwise(passage: Passage, met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether a safeguard of one side that has no partner is said by other words of the other."""
    return (
        _plainly(passage, met, side, each)
        or _rendered(met, side, each)
        or (side == "en" and _kept(passage, each))
        or _turned(passage, side, each)
    )


def _rendered(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether the content words of the safeguard are linked near its slot: its sense is there in
    other words."""
    content = [i for i in range(each.first, each.last) if met.content[side][i]]
    if not content:
        return False
    place = met.slot(side, each.first, each.last)
    linked = [
        i
        for i in content
        if met.partner[side][i] >= 0 and abs(met.partner[side][i] - place) <= BESIDE
    ]
    return len(linked) >= min(len(content), 2)


def _kept(passage: Passage, each: Phrase) -> bool:
    """Whether the Spanish text keeps a safeguard of one word in English: a name, not a condition."""
    word = passage.en.words[each.first].folded
    return each.last - each.first == 1 and word in passage.es.vocabulary


def _turned(passage: Passage, side: Side, each: Phrase) -> bool:
    """Whether an exception is denied itself, so that a plain condition says the same: *unless you do
    not travel*, *si viaja*. So is a condition beside *before*: *siempre que no haya salido*."""
    following = passage.side(side).words[each.last : each.last + _DENIED]
    denials = small("en", "negating") | small("es", "negating")
    other = passage.side("es" if side == "en" else "en")
    if denials.isdisjoint(word.folded for word in following):
        return False
    if each.value == "proviso":
        return not other.vocabulary.isdisjoint(_BEFORE)
    return each.value == "exception" and any(hint.value == "meanwhile" for hint in other.of(hints))


def _plainly(passage: Passage, met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether an exception that denies nothing itself is said as a condition that is denied: *unless
    the court agrees*, *si el tribunal no lo acepta*, near its slot in the same sentence."""
    other: Side = "es" if side == "en" else "en"
    words, place = met.words[other], met.slot(side, each.first, each.last)
    if each.value == "subject":
        return _owing(passage, met, side, each)
    if each.value != "exception":
        return False
    if any(_left_out(met, other, i) for i in _around(met, other, place)):
        return True
    denials = small(other, "negating")
    return any(
        words[hint.first].folded in _IF
        and abs(hint.first - place) <= HINT
        and met.together(*((each.first, hint.first) if side == "en" else (hint.first, each.first)))
        and any(word.folded in denials for word in words[hint.last : hint.last + _DENIED])
        for hint in passage.side(other).of(hints)
        if hint.value in ("meanwhile", "instead")
    )


def _around(met: Meeting, side: Side, place: float) -> range:
    return range(max(round(place) - BESIDE, 0), min(round(place) + BESIDE, len(met.words[side])))


def _left_out(met: Meeting, side: Side, index: int) -> bool:
    """Whether a negation leaves out a thing and denies no verb: *(not those in the yard)*."""
    words = met.words[side]
    before = words[index - 1].folded if index else ""
    following = words[index + 1].folded if index + 1 < len(words) else ""
    if side == "en":
        return (
            words[index].folded == "not"
            and following != "to"
            and before not in small("en", "helping")
        )
    return (
        words[index].folded == "no"
        and following in small("es", "articles") | prepositions("es").keys()
    )


def _owing(passage: Passage, met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether *subject to duty* only says what kind of thing it is, which the other version says by
    an adjective or a participle: *dutiable*, *gravable*, *protegido por*. No article stands then
    before what it is subject to."""
    words = passage.side(side).words
    if each.last >= len(words) or words[each.last].folded in small(side, "articles"):
        return False
    other: Side = "es" if side == "en" else "en"
    place, theirs = met.slot(side, each.first, each.last), met.words[other]
    return any(
        met.content[other][i]
        and met.partner[other][i] < 0
        and (
            _ABLE.search(theirs[i].folded)
            or (
                _PARTICIPLE.search(theirs[i].folded)
                and [word.folded for word in theirs[i + 1 : i + 2]] == ["por"]
            )
        )
        for i in _around(met, other, place)
    )
