"""A word here, and in its place there the opposite of its rendering: *serious* and *leve*.

What always holds: neither word is linked, each stands in the slot of the other, and a word beside
the one is linked to a word beside the other; where a word near by says what the other version says,
or a negation turns one of the two round, nothing is said. A word is compared with those around its
slot only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from aligner.divergence.inversion import inverted
from aligner.divergence.meeting import Meeting
from aligner.divergence.prefix import out_of
from aligner.language.ladders import Ladder, other_steps, own_keys
from aligner.language.opposites import negative, opposites, prefixed_opposites
from aligner.language.roles import small
from aligner.language.vocabulary import en_first_keys, en_keys, es_keys
from aligner.text.segment import Side

# So near its slot the opposite stands, and so near it no word may say what the other version says.
_SLOT = 3
_AROUND = 8
# So near before a word a negation turns it round, and so near after a verb a particle changes it.
_BESIDE = 4
_PARTICLE = 3
# A subject may stand behind its verb: so far from its slot the opposite is looked for where all
# other words are linked, and so many of them.
_FAR = 14
_LINKED = 3
_ADVERB = re.compile(r"[a-z]{3}(?<!app)(?<!rep)(?<!supp)(?<!comp)(?<!imp)(?<!tip)ly$")
_PAYMENT = frozenset(("payment", "payments"))
# Words so near the two must be linked to one another.
_BRIDGE = 4


def opposed(met: Meeting) -> Iterator[tuple[int, int]]:
    """The words (English, Spanish) of which one is the opposite of a rendering of the other."""
    yield from _facing(met, _alone(met), _opposite, moved=True)


def another_step(met: Meeting, kind: Ladder) -> Iterator[tuple[int, int]]:
    """The words (English, Spanish) of which one stands on another step of a ladder than the renderings
    of the other."""
    listed = [
        j
        for j in _alone(met)
        if other_steps(kind, met.words["es"][j].folded)
        and not (kind == "acts" and _noun(met, "es", j))
    ]

    def apart(english: str, spanish: str) -> bool:
        ours = en_keys(english)
        if kind == "acts" and _ADVERB.search(english):
            return False  # exactly: nobody exacts anything
        return ours.isdisjoint(own_keys(spanish)) and not ours.isdisjoint(
            other_steps(kind, spanish)
        )

    for i, j in _facing(met, listed, apart):
        if not (kind == "acts" and _noun(met, "en", i)):
            yield i, j


def _alone(met: Meeting) -> list[int]:
    """The Spanish words of content without a partner."""
    content = met.content["es"]
    return [j for j, there in enumerate(met.partner["es"]) if there < 0 and content[j]]


def _noun(met: Meeting, side: Side, index: int) -> bool:
    """Whether an article, or *in order to*, shows that a word names something and nobody acts."""
    words = met.words[side]
    before = words[index - 1].folded if index else ""
    following = words[index + 1].folded if index + 1 < len(words) else ""
    if side == "en" and before in ("each", "every") and words[index].folded.endswith("s"):
        return False  # *each requires*
    return before in small(side, "articles") or (before == "in" and following in ("to", "that"))


def _facing(
    met: Meeting,
    indices: Iterable[int],
    differ: Callable[[str, str], bool],
    *,
    moved: bool = False,
) -> Iterator[tuple[int, int]]:
    """The words without a partner that stand in the slot of one another and differ as asked; opposites,
    which little else explains, are looked for behind a subject that has `moved` as well."""
    english, spanish = met.words["en"], met.words["es"]
    for j in indices:
        place = round(met.slot("es", j, j + 1))
        reach = _FAR if moved else _AROUND
        for i in range(max(place - reach, 0), min(place + reach + 1, len(english))):
            if (
                _lone(met, "en", i)
                and differ(english[i].folded, spanish[j].folded)
                and _turned(met, "en", i) == _turned(met, "es", j)
                and not _changed(met, i)
                and not _without(met, i, j)
                and _placed(met, i, j, place, moved=moved)
                and not (moved and converse(met, i, j))
                and not _said(met, i, j, all_words=not moved)
            ):
                yield i, j


def _placed(met: Meeting, i: int, j: int, place: int, *, moved: bool) -> bool:
    """Whether two words belong together: each in the slot of the other, beside words that are linked,
    or alone without a partner where all around them have one. Of words on a ladder, which are few,
    it is enough that one of them stands in the other's slot."""
    if abs(i - place) <= _SLOT or (
        not moved and met.together(i, j) and abs(met.slot("en", i, i + 1) - j) <= _SLOT
    ):
        return _bridged(met, i, j)
    if not moved and met.together(i, j) and _unnamed(met, i, j):
        return _bridged(met, i, j)
    return moved and (
        (_passive(met, "en", i) and inverted(met, i, j))
        or (met.together(i, j) and _sparse(met, "es", j) and _sparse(met, "en", i))
    )


def _unnamed(met: Meeting, i: int, j: int) -> bool:
    """Whether nobody is named who acts: the one who bears it stands before a passive verb in English
    and behind an impersonal one in Spanish (*Members are asked to*, *se pide a los miembros que*)."""
    return (
        i > 0
        and j > 0
        and met.words["en"][i - 1].folded in small("en", "been")
        and met.words["es"][j - 1].folded == "se"
    )


def _sparse(met: Meeting, side: Side, index: int) -> bool:
    """Whether the words of a sentence around a word have partners, but for the word itself: a verb
    may stand before its subject in one version and behind it in the other."""
    sentence, partner, content = met.sentence[side], met.partner[side], met.content[side]
    own = sentence[index]
    near = [
        k
        for k in range(max(index - _FAR, 0), min(index + _FAR + 1, len(partner)))
        if content[k] and sentence[k] == own
    ]
    alone = sum(partner[k] < 0 for k in near)
    return alone == 1 and len(near) > _LINKED


def _lone(met: Meeting, side: Side, index: int) -> bool:
    return met.content[side][index] and met.partner[side][index] < 0


@lru_cache(maxsize=65536)
def _opposite(english: str, spanish: str) -> bool:
    ours, theirs = en_keys(english), es_keys(spanish)
    if not ours.isdisjoint(theirs):
        return False
    first = en_first_keys(english)
    if not (
        _proper(first).isdisjoint(opposites("es", spanish))
        and _proper(theirs).isdisjoint(opposites("en", english))
    ):
        return True
    if negative("en", english) == negative("es", spanish):
        return False
    # A prefix is the only sign here, so that the chief meaning of the other word must be meant: *parte*
    # is a part before it is a share, and *impartial* is spelt as *impartir* is.
    return not (
        _proper(first).isdisjoint(prefixed_opposites("es", spanish))
        and _proper(theirs).isdisjoint(prefixed_opposites("en", english))
    )


def _proper(keys: frozenset[str]) -> frozenset[str]:
    """The keys of a word but for its spelling, where there are others: *internacional* is spelt as
    *internal* is. A word that no table knows is itself and nothing that only begins like it."""
    return frozenset(key for key in keys if key[0] not in "#=") or frozenset(
        key for key in keys if key[0] == "#"
    )


def _turned(met: Meeting, side: Side, index: int) -> bool:
    before = met.words[side][max(index - _BESIDE, 0) : index]
    return any(word.folded in small(side, "turning") for word in before)


def _without(met: Meeting, i: int, j: int) -> bool:
    """Whether a preposition beside the one word says what a negative prefix of the other says: *píxeles
    sin rellenar*, *unfilled*; *desenfocado*, *out of focus*."""
    english, spanish = met.words["en"], met.words["es"]
    bare = (
        negative("en", english[i].folded) and j > 0 and spanish[j - 1].folded in small("es", "bare")
    )
    return bare or (
        negative("es", spanish[j].folded)
        and i > 0
        and (english[i - 1].folded in small("en", "bare") or out_of(met, "en", i))
    )


def _changed(met: Meeting, index: int) -> bool:
    """Whether a particle makes another word of an English verb that takes one (*turn off*)."""
    words = met.words["en"]
    if not words[index].folded.startswith(tuple(small("en", "phrasal"))):
        return False
    after = words[index + 1 : index + 1 + _PARTICLE]
    return any(word.folded in small("en", "particles") for word in after)


def converse(met: Meeting, i: int, j: int) -> bool:
    """Whether the same event is seen from the other side: who *is paid* is said to *cobrar*."""
    if met.words["en"][i].folded in _PAYMENT and met.words["es"][j].folded.startswith("cobro"):
        return True  # what is payable to one is pending payment and pendiente de cobro
    if met.words["en"][i].folded not in small("en", "converse") or not met.words["es"][
        j
    ].folded.startswith(tuple(small("es", "converse"))):
        return False
    return _passive(met, "en", i) != _passive(met, "es", j)


def _passive(met: Meeting, side: Side, index: int) -> bool:
    before = met.words[side][max(index - 2, 0) : index]
    return any(word.folded in small(side, "been") for word in before)


def _bridged(met: Meeting, i: int, j: int) -> bool:
    """Whether a word beside the English one is linked to a word beside the Spanish one."""
    partner = met.partner["en"]
    near = range(j - _BRIDGE, j + _BRIDGE + 1)
    return any(
        partner[k] in near for k in range(max(i - _BRIDGE, 0), min(i + _BRIDGE + 1, len(partner)))
    )


def _said(met: Meeting, i: int, j: int, *, all_words: bool) -> bool:
    """Whether a word near by says in one version what the other one says with another word: one that
    has no partner yet, or any."""
    ours, theirs = en_keys(met.words["en"][i].folded), es_keys(met.words["es"][j].folded)
    english, spanish = met.words["en"], met.words["es"]
    return any(
        not ours.isdisjoint(es_keys(spanish[k].folded)) for k in _near(met, "es", j, all_words)
    ) or any(
        not theirs.isdisjoint(en_keys(english[k].folded)) for k in _near(met, "en", i, all_words)
    )


def _near(met: Meeting, side: Side, index: int, all_words: bool) -> Iterator[int]:
    partner = met.partner[side]
    near = range(max(index - _AROUND, 0), min(index + _AROUND, len(partner)))
    return (k for k in near if all_words or partner[k] < 0)
