"""What the other version may say by other means than a negation, so that one without a partner proves
nothing.

What always holds: the words decide that stand around what is negated, on both sides; a word that
denies what is negated there (*evitará su uso*, *should not use it*) counts whatever it is linked to.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.antonyms import poles
from aligner.language.phrases import Phrase, beginning
from aligner.language.vocabulary import alike
from aligner.language.weak_negation import weak_negations
from aligner.text.segment import Side

# The classes of words that deny what stands beside them, or themselves once they are negated.
_DENYING = frozenset(
    ("soft", "soft-lack", "soft-deny", "soft-breach", "soft-stop", "soft-waive", "soft-off")
)
_TURNED = _DENYING | {"soft-qualm"}
# So many words behind a word that denies stands what it governs.
_DENIED = 3
# So near its slot another word may deny the same.
_AROUND = 6
_JOINTS = frozenset(("and", "or", "nor", "but", "y", "e", "o", "u", "ni", "pero"))


def doubtful(passage: Passage, met: Meeting, side: Side, heads: Sequence[int]) -> bool:
    """Whether a negation without a partner may well be said by other means on the other side."""
    if not heads:
        return False
    return (
        _litotes(passage, met, side, heads[0])
        or _opposed(passage, met, side, heads[0])
        or _denied(passage, met, side, heads[0])
        or _repeated(met, side, heads[0])
    )


def _litotes(passage: Passage, met: Meeting, side: Side, head: int) -> bool:
    """Whether a negation only turns a word round that holds one inside and that the other version has
    not: *no oculta que* is *makes it clear that*, *sin dudar* is *readily*."""
    weak = beginning(passage.side(side).of(weak_negations), head, head + 1)
    if met.partner[side][head] >= 0 or not any(each.value in _TURNED for each in weak):
        return False
    other: Side = "es" if side == "en" else "en"
    place = round(met.slot(side, head, head + 1))
    word = met.words[side][head].folded
    around = met.words[other][max(place - _WITHIN, 0) : place + _WITHIN]
    if any(alike(side, word, there.folded) for there in around):
        return False  # the word is there, further off
    near = beginning(passage.side(other).of(weak_negations), place - _AROUND, place + _AROUND)
    return not any(each.value in _DENYING and met.partner[other][each.first] < 0 for each in near)


def _denied(passage: Passage, met: Meeting, side: Side, head: int) -> bool:
    """Whether a word that denies stands just before what the other side has for the word that is
    negated, and denies it here nowhere: *should not use it*, *debería evitar su uso*."""
    other: Side = "es" if side == "en" else "en"
    partner = met.partner[side][head]
    if partner < 0:
        return False
    ours = passage.side(side).of(weak_negations)
    for weak in beginning(passage.side(other).of(weak_negations), partner - _DENIED, partner):
        if weak.value not in _DENYING or weak.last > partner or _parted(met, other, weak, partner):
            continue
        own = [met.partner[other][at] for at in range(weak.first, weak.last)]
        if any(0 <= at < head and beginning(ours, at, at + 1) for at in own):
            continue  # illegal logging, la tala ilegal: said in both versions
        if not any(head - _DENIED <= at < head for at in own if at >= 0):
            return True
    return False


def _parted(met: Meeting, side: Side, weak: Phrase, at: int) -> bool:
    """Whether a mark or a joint stands between a word and the one it would deny."""
    words = met.words[side]
    return any(
        words[i].start - words[i - 1].end > 1 or words[i].folded in _JOINTS
        for i in range(weak.last, at + 1)
    )


def _opposed(passage: Passage, met: Meeting, side: Side, head: int) -> bool:
    """Whether the other version has the opposite of what is negated in its slot, and nothing links
    it to another word: *will stay closed* is *no abrirá*."""
    other: Side = "es" if side == "en" else "en"
    if met.partner[side][head] >= 0:
        return False
    own, theirs = passage.side(side).of(poles), passage.side(other).of(poles)
    place = round(met.slot(side, head, head + 1))
    return any(
        there.value not in ("~", pole.value) and met.partner[other][there.first] in (-1, head)
        for axis in own.keys() & theirs.keys()
        for pole in beginning(own[axis], head, head + 1)
        if pole.value != "~"
        for there in beginning(theirs[axis], place - _AROUND, place + _AROUND + 1)
    )


def _repeated(met: Meeting, side: Side, head: int) -> bool:
    """Whether the word that is negated stands in its sentence more often than the other side has it:
    the other version says it once (*Unix and non-Unix systems*, *sistemas Unix u otros*)."""
    words, partner, sentence = met.words[side], met.partner[side], met.sentence[side]
    before = [
        at
        for at in range(max(head - _WITHIN, 0), head)
        if words[at].folded == words[head].folded and sentence[at] == sentence[head]
    ]
    if not before or all(partner[at] >= 0 for at in (*before, head)):
        return False
    other: Side = "es" if side == "en" else "en"
    there = met.words[other]
    said = {there[partner[at]].folded for at in (*before, head) if partner[at] >= 0}
    if not said:
        return False  # no word of the other side is known to say it at all
    place = round(met.slot(side, head, head + 1))
    near = there[max(place - _WITHIN, 0) : place + _WITHIN]
    return sum(_same(word.folded, said) for word in near) <= len(before)


def _same(word: str, said: set[str]) -> bool:
    """Whether a word is a form of one of those (*overrides*, *override*)."""
    return any(word[:_STEM] == it[:_STEM] for it in said)


# So near the same word stands again, alike in so many letters.
_WITHIN = 30
_STEM = 6
