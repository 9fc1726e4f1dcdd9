"""What a negation governs, and how much it weighs that the other version has none.

What always holds: the word that is negated decides: where it stands in the other version too (linked,
or a word of the same sense in its slot), the negation is missing; else the other version may well say
it in words that are their own opposite.
"""

from __future__ import annotations

from math import ceil, floor

from aligner.divergence.addressee import laid_down
from aligner.divergence.denied import doubtful
from aligner.divergence.divergence import Severity
from aligner.divergence.evidence import LOOSE, graded, opposite
from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.antonyms import poles
from aligner.language.modality import modals
from aligner.language.phrases import Phrase, beginning
from aligner.language.roles import prepositions
from aligner.text.segment import Side

# A negation governs the first words of content so many words on.
_GOVERNED = 7
_BEFORE_NOUN = ("sin", "without", "non")
# So near its slot a modal verb or a word of the same sense stands.
_AROUND = 4
# No modal expression has more words.
_LONGEST = 12
# What part of the words around must be linked where the word after a negation is not, and where
# neither of the next two is.
_LINKED = 0.5
_DENSE = 0.56
# Under this part of linked words the whole passage is freely translated: there a negation proves
# nothing where neither its modal verb nor a word that it negates stands on the other side, with so
# many of the words around.
_FREE = 0.65
_FACING = 0.5
# How an adjective ends that may stand behind a noun and a negation.
_ADJECTIVES = tuple(
    stem + number
    for stem in (
        *("ado", "ada", "ido", "ida", "ivo", "iva", "oso", "osa", "ario", "aria", "ante", "ente"),
        *("ble", "al"),
    )
    for number in ("", "s", "es")
)


_AGAINST = frozenset(("though", "although", "but", "and", "aunque", "pero", "y", "mas"))


def governed(met: Meeting, side: Side, each: Phrase) -> list[int]:
    """The one or two words of content that a negation governs: the next ones of its sentence, for a
    preposition its noun alone."""
    sentence, words = met.sentence[side], met.words[side]
    found = []
    for i in range(each.last, min(each.last + _GOVERNED, len(sentence))):
        # A word apart by a comma: another clause begins (*si no lo es, se podrá ...*).
        apart = words[i].start - words[i - 1].end > 1
        if sentence[i] != sentence[each.first] or apart:
            break
        if met.content[side][i]:
            found.append(i)
    return found[: 1 if met.words[side][each.first].folded in _BEFORE_NOUN else 2]


def weight(passage: Passage, met: Meeting, side: Side, each: Phrase) -> Severity:
    """What is negated on one side must be there on the other, in a stretch where the two versions
    say the same word by word; else the other side may well say it in words that are their own
    opposite (*for beginners*, *sin experiencia*)."""
    heads = governed(met, side, each)
    if doubtful(passage, met, side, heads):
        return Severity.INFO
    linked = [_affirmed(met, side, head) or _alike(passage, met, side, head) for head in heads]
    if len(linked) > 1 and _attribute(met, side, each, heads[0]):
        linked = linked[:1]
    modal = _modal(passage, met, side, each)
    affirmed = linked[:1] == [True]
    near = opposite(met, side, each)
    facing = any(linked) and near >= _FACING
    if not modal and not affirmed and not facing and met.followed({})[0] < _FREE:
        return Severity.INFO
    if _elliptic(met, side, each):
        # though not for firms: the other version may give that clause a verb of its own
        return graded(near, sure=False, loose=_LINKED)
    if modal and affirmed:
        # The verb and its modal stand there without it: what else is said around matters less.
        return graded(max(near, LOOSE), sure=laid_down(passage))
    if modal:
        linked = [True]
    if not any(linked):
        clausal = met.words[side][each.last - 1].folded not in _BEFORE_NOUN
        return Severity.MINOR if clausal and near >= _DENSE else Severity.INFO
    if linked[0]:
        near = (near + met.density(side, each.first, each.last)) / 2 if near < LOOSE else near
    sure = affirmed and laid_down(passage)
    return graded(near, sure=sure, loose=LOOSE if linked[0] else _LINKED)


def _elliptic(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether a negation is set against what was said, without a verb (*though not for firms*, *pero no
    para las empresas*)."""
    words = met.words[side]
    return (
        each.first > 0
        and each.last < len(words)
        and words[each.first - 1].folded in _AGAINST
        and words[each.last].folded in prepositions(side)
    )


def _attribute(met: Meeting, side: Side, each: Phrase, head: int) -> bool:
    """Whether a negation belongs to the adjective behind a noun and to nothing else (*los cambios no
    deseados*)."""
    words = met.words["es"]
    return (
        side == "es"
        and words[each.first].folded == "no"
        and head == each.last
        and each.first > 0
        and met.content["es"][each.first - 1]
        and words[head].folded.endswith(_ADJECTIVES)
    )


def _affirmed(met: Meeting, side: Side, head: int) -> bool:
    """Whether what is negated is linked to a word of the same sentence."""
    partner = met.partner[side][head]
    return partner >= 0 and (
        met.together(head, partner) if side == "en" else met.together(partner, head)
    )


def _modal(passage: Passage, met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether a negation governs a modal verb that stands without one in its slot (*no podrá* and
    *may*, *won't* and *podrá*)."""
    other: Side = "es" if side == "en" else "en"
    place = met.slot(side, each.first, each.last)
    own = passage.side(side).of(modals)
    near = beginning(
        passage.side(other).of(modals), ceil(place - _AROUND), floor(place + _AROUND) + 1
    )
    unable = met.words[side][each.first].folded == "unable"  # it is a modal verb itself
    return (
        unable
        or any(
            modal.last == each.first or modal.first in (each.first, each.last)
            for modal in beginning(own, each.first - _LONGEST, each.last + 1)
        )
    ) and any(not there.value.endswith("-not") for there in near)


def _alike(passage: Passage, met: Meeting, side: Side, head: int) -> bool:
    """Whether a word without a link has a word of the same sense in its slot: one of the same pole
    of an axis (*compulsory*, *obligatorio*)."""
    other: Side = "es" if side == "en" else "en"
    place = met.slot(side, head, head + 1)
    theirs = passage.side(other).of(poles)
    return any(
        own.value == there.value != "~"
        for axis, found in passage.side(side).of(poles).items()
        if axis in theirs
        for own in beginning(found, head, head + 1)
        for there in beginning(theirs[axis], ceil(place - _AROUND), floor(place + _AROUND) + 1)
    )
