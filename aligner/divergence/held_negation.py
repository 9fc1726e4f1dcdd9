"""Words that hold a negation inside, and which of them may stand for one of the other version.

What always holds: a word that already stands for such a word, or for one without any negation, is
not free to stand for another, unless a prefix makes the difference (*unauthorized*, *no autorizado*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from aligner.divergence.meeting import Meeting
from aligner.divergence.negated import governed
from aligner.language.negation import CONCORD
from aligner.language.opposites import SEEMING
from aligner.language.phrases import Phrase
from aligner.language.vocabulary import alike, en_known, es_known
from aligner.text.segment import Side

_SIDES: tuple[tuple[Side, Side], ...] = (("en", "es"), ("es", "en"))
# So near its slot a word may hold a negation in its prefix.
_AROUND = 4
_NEGATIVE = re.compile(r"^(?:un|in|im|ir|il|dis|des|non)(?=[a-z]{3})")
# So few words after a negation stands what a prefix may negate.
_SAID = 2
_OTHERWISE = re.compile(r"^(?:i(?=l)|mis|anti|extra)(?=[a-z]{3})")
# Such words may be linked to what a negation governs (*spam*, *no deseado*).
_LINKED = ("soft-free", "soft-unwanted", "soft-check")
# So far within the sentence.
_WITHIN = 30
# losslessly, sin pérdida
_SUFFIX = re.compile(r"(?<=[a-z]{3})less(?:ly|ness)?$")
# A word that itself has one beyond doubt.
_OWN = re.compile(r"^(?:un|in|im|ir|il)(?=[a-z]{6})")
# A word with such a prefix or ending may stand for *not* and the word it is linked to.
_PREFIXED = re.compile(
    r"(?:un|in|im|ir|il|i|dis|des|non|mis|anti|extra)[a-z]{3}|[a-z]{3}less(?:ly|ness)?$"
)


def unprefixed(
    met: Meeting,
    english: Sequence[Phrase],
    spanish: Sequence[Phrase],
    worn: set[tuple[Side, int]],
    *,
    moved: bool = False,
) -> tuple[list[Phrase], list[Phrase]]:
    """The negations without those that one word of the other side holds in its prefix or suffix: *no
    válida* is *invalid*, *not authorized* is *desautorizado*, *sin pérdida* is *lossless*; where the
    clauses stand in another order, a word that has `moved` as well. Each such word stands for one
    negation: those that did are `worn`."""
    found: dict[Side, list[Phrase]] = {"en": [], "es": []}
    own: dict[Side, Sequence[Phrase]] = {"en": english, "es": spanish}
    for side, other in _SIDES:
        taken = _places(own[other])
        for each in own[side]:
            at = next(
                (
                    at
                    for head in governed(met, side, each)
                    if (at := _in_prefix(met, side, each, head, taken, worn, moved)) >= 0
                ),
                -1,
            )
            if at < 0:
                found[side].append(each)
            else:
                worn.add((other, at))
    return found["en"], found["es"]


def _in_prefix(
    met: Meeting,
    side: Side,
    each: Phrase,
    head: int,
    negating: set[int],
    worn: set[tuple[Side, int]],
    moved: bool,
) -> int:
    """Where the other side has a word that holds the negation of what one governs, or -1: the next
    word, or one behind a verb that says little (*no se muestran alineados*, *unaligned*)."""
    if head - each.last > _SAID:
        return -1
    other: Side = "es" if side == "en" else "en"
    words, partner, sentence = met.words[other], met.partner[other], met.sentence
    place = round(met.slot(side, each.first, each.last))
    # One word beside it that is linked amiss, far away, does not move its place.
    kept = round(met.project(side, each.first))
    near: list[int] = [
        at
        for middle in dict.fromkeys((place, kept))
        for at in range(max(middle - _AROUND, 0), min(middle + _AROUND + 1, len(words)))
    ]
    if met.partner[side][head] >= 0:
        near.append(met.partner[side][head])
    if moved and met.parallel:
        # The clauses may stand in another order: the same sentence holds them all.
        far = range(max(place - _WITHIN, 0), min(place + _WITHIN + 1, len(words)))
        near += [at for at in far if sentence[other][at] == sentence[side][head]]
    word = met.words[side][head].folded
    for at in near:
        if at in negating or (other, at) in worn or partner[at] not in (head, -1):
            continue
        there = words[at].folded
        for bare in _bare(there):
            whole = there.startswith(bare) or not alike(side, word, there)
            if whole and alike(side, word, bare) and not _prefixed_too(met, side, head, bare):
                return at
    return -1


@lru_cache(maxsize=65536)
def _bare(word: str) -> tuple[str, ...]:
    """A word without its negative prefix, and without its negative suffix."""
    if SEEMING.match(word):
        return ()
    stripped = (_NEGATIVE.sub("", word), _OTHERWISE.sub("", word), _SUFFIX.sub("", word))
    return tuple([bare for bare in stripped if len(bare) < len(word)])


def _prefixed_too(met: Meeting, side: Side, head: int, there: str) -> bool:
    """Whether a word around has the prefix as well: it renders the other one (*unlink*,
    *desenlazar*)."""
    words = met.words[side][max(head - _WITHIN, 0) : head + _WITHIN]
    return any(alike(side, bare, there) for word in words for bare in _bare(word.folded))


def free(
    met: Meeting, full: dict[Side, Sequence[Phrase]], weak: dict[Side, Sequence[Phrase]]
) -> tuple[list[Phrase], list[Phrase]]:
    """The weak negations that may stand for a full one: not those that already stand for one
    another by a word link, nor those that stand for a word without any negation, unless a prefix
    makes the difference (*unauthorized*, *no autorizado*)."""
    found: dict[Side, list[Phrase]] = {}
    for side, other in _SIDES:
        theirs, negating = _places(weak[other]), _places(full[other])
        if other == "es":
            # do-nothing, no hacer nada: what goes on with a negation is no word of its own
            negating |= {i for i, word in enumerate(met.words["es"]) if word.folded in CONCORD}
        found[side] = [
            each for each in weak[side] if _may_negate(met, side, each, theirs, negating)
        ]
    return found["en"], found["es"]


def _places(found: Sequence[Phrase]) -> set[int]:
    return {index for each in found for index in range(each.first, each.last)}


def _may_negate(
    met: Meeting, side: Side, each: Phrase, other: set[int], negating: set[int]
) -> bool:
    partners = [met.partner[side][i] for i in range(each.first, each.last)]
    linked = [partner for partner in partners if partner >= 0]
    if each.value == "soft-bound" or any(partner in negating for partner in linked):
        return True  # not less than, no es menor de; unlikely, improbable
    if any(partner in other for partner in linked):
        return False
    if not linked or each.last - each.first > 1 or each.value in _LINKED:
        return True  # charged and gratuita render one another beside a negation
    beyond: Side = "es" if side == "en" else "en"
    word, there = met.words[side][each.first].folded, met.words[beyond][linked[0]].folded
    if not _PREFIXED.match(word) or _owned(met, beyond, linked[0]):
        return False
    # anticipado is advance and no more: what is left without its prefix is no word
    known = en_known if side == "en" else es_known
    plain = side == "en" and (word.startswith(("un", "non")) or _SUFFIX.search(word) is not None)
    return plain or any(known(bare) or alike(side, bare, there) for bare in _bare(word))


def _owned(met: Meeting, side: Side, index: int) -> bool:
    """Whether a word has a negative prefix before a word of its own (*injusto*, not *intervenir*)."""
    word = met.words[side][index].folded
    bare = _OWN.sub("", word)
    return bare != word and (en_known(bare) if side == "en" else es_known(bare))
