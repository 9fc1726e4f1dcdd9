"""A word here, its opposite there: increase and reduce, before and after, include and exclude.

What always holds: words are compared axis by axis; a word with a rendering of the same pole near
its slot, or with a linked word of its own, says nothing; what is left is reported only where the
two opposites share a slot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from aligner.divergence.addressee import laid_down
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import LOOSE, around, graded
from aligner.divergence.finding import exchange
from aligner.divergence.inversion import inverted
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.opposed import converse, opposed
from aligner.divergence.pairing import Cost, paired
from aligner.divergence.passage import Passage
from aligner.divergence.prefix import prefixed
from aligner.divergence.registry import Check
from aligner.language.antonyms import poles
from aligner.language.negation import negations
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.roles import small
from aligner.language.weak_negation import weak_negations
from aligner.text.segment import Side

_REACH = 14.0
_SLOT = 6.0
# So far from its slot a verb before its subject may stand.
_FAR = 24.0
# What part of all other words must be linked: in a freer rendering an opposite turns up by chance.
_FOLLOWED = 0.7
# So near its slot a word stands in it for certain; the words beside it are linked so near the other.
_OWN_SLOT, _BRIDGE = 2.0, 4
# What it costs, in words of distance, that a word may render either pole: it must stand near.
_EITHER = 11.0
# A negation so few words before a word negates it: what it governs, and the very next word. Where
# both versions negate, two opposites are opposites still.
_NEAR = 6
_BESIDE = 1
# In the other version the same negation may stand further off.
_FURTHER = {_BESIDE: 2, _NEAR: 10}
# So few words before a participle its auxiliary stands.
_BEEN = 2
# An expression of so many words says by itself what it says, whatever one of them is linked to.
_FIXED = 3
# So many words before another a verb that holds a negation governs it; here a prefix is no word.
_GOVERNING = 3
# So many words of content a preposition governs, and so far on they stand.
_GOVERNED, _FAR_ON = 3, 10
_PARTICLES = frozenset(("un", "de", "non", "against", "contra", "without", "sin"))
_COMMA = re.compile(r"[,;:.()](?=\s)")
# Words that turn the next one round as well: to *reverse compile* is *descompilar*.
_LITTLE = frozenset((
    "little", "less", "hardly", "barely", "un", "non", "reverse", "poco", "menos", "apenas", "menor",
))  # fmt: skip


def _run(passage: Passage) -> Iterator[Divergence]:
    met = meeting(passage)
    seen: set[tuple[int, int]] = set()
    for axis, en, es in _opposites(passage, met):
        place = (en.first, es.first)
        if (
            place in seen
            or any(_one_turned(passage, en, es, near) for near in _FURTHER)
            or not (_fixed(en) or _fixed(es) or met.apart((en.first, en.last), (es.first, es.last)))
        ):
            continue
        seen.add(place)
        yield exchange(
            CHECK,
            passage,
            "antonym.opposite",
            en,
            es,
            _weight(passage, met, en, es),
            facts=(axis + en.value, axis + es.value),
        )


def _weight(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> Severity:
    """What the words around allow; where the passage as a whole is rendered freely, nothing, unless the
    words right beside the two are linked and each stands in the slot of the other."""
    own: dict[Side, range] = {"en": range(en.first, en.last), "es": range(es.first, es.last)}
    placed = _in_place(met, en, es)
    if met.followed(own)[0] < _FOLLOWED:
        return Severity.MINOR if placed else Severity.INFO
    sure = met.sure("en", en.first, en.last) and laid_down(passage)
    return graded(around(met, en, es), sure=sure, loose=0.0 if placed else LOOSE)


def _in_place(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether each of two expressions stands in the slot of the other, and a word of content right
    beside each of them is linked to one of those beside the other."""
    return (
        abs(met.slot("en", en.first, en.last) - es.first) <= _OWN_SLOT
        and abs(met.slot("es", es.first, es.last) - en.first) <= _OWN_SLOT
        and any(_next(met, "en", en, es))
        and any(_next(met, "es", es, en))
    )


def _next(met: Meeting, side: Side, each: Phrase, other: Phrase) -> Iterator[bool]:
    """Of the nearest word of content before an expression and of that behind it, whether it is linked
    to a word near the `other` expression."""
    content, partner = met.content[side], met.partner[side]
    near = range(other.first - _BRIDGE, other.last + _BRIDGE)
    for places in (range(each.first - 1, -1, -1), range(each.last, len(content))):
        yield any(partner[i] in near for i in islice((i for i in places if content[i]), 1))


def _opposites(passage: Passage, met: Meeting) -> Iterator[tuple[str, Phrase, Phrase]]:
    """An axis, and the words of its two poles that share a slot; then words that differ in a
    negative prefix alone."""
    english, spanish = passage.en.of(poles), passage.es.of(poles)
    for axis, ours in english.items():
        theirs = spanish.get(axis)
        if theirs is None:
            continue
        _, left_en, left_es = paired(met, ours, theirs, _same_pole(passage), _REACH, both_ways=True)
        pairs, left_en, left_es = paired(met, left_en, left_es, _opposite, _SLOT)
        moved, _, _ = paired(met, left_en, left_es, _moved(met), _FAR, both_ways=True)
        for en, es in (*pairs, *moved):
            if not converse(met, en.first, es.first) and _governing_alike(met, en, es):
                yield axis, en, es
    for i, j in (*prefixed(passage, met), *opposed(met)):
        yield "not", _word(met, "en", i), _word(met, "es", j)


def _word(met: Meeting, side: Side, index: int) -> Phrase:
    word = met.words[side][index]
    return Phrase("antonyms", word.folded, index, index + 1, (word.start, word.end))


def _fixed(each: Phrase) -> bool:
    return each.last - each.first >= _FIXED


def _one_turned(passage: Passage, en: Phrase, es: Phrase, near: int) -> bool:
    """Whether one of two words is turned round, and nothing in the other version turns the other."""
    far = _FURTHER[near]
    return (_turned(passage.en, en, near) and not _turned(passage.es, es, far, past=True)) or (
        _turned(passage.es, es, near) and not _turned(passage.en, en, far, past=True)
    )


def _turned(reading: Reading, each: Phrase, near: int = _NEAR, *, past: bool = False) -> bool:
    """Whether a word just before turns a word round: *not possible*, *menor velocidad*; a comma ends
    what it turns, unless it is looked for `past` one."""
    ends = reading.of(_ends)
    for step in range(near):
        if each.first - step in ends:
            start = reading.words[each.first - step - 1].end
            return past or not _COMMA.search(reading.text, start, each.span[0])
    # What governs a word in both versions (*avoid*) turns neither against the other.
    if (
        near > _BESIDE
        and not past
        and any(
            word.folded in small(reading.side, "turning")
            and word.folded not in small(reading.side, "negating") | _PARTICLES
            for word in reading.words[max(each.first - _GOVERNING, 0) : each.first]
        )
    ):
        return True  # se evita la inclusión
    before = [word.folded for word in reading.words[max(each.first - 2, 0) : each.first]]
    return bool(before) and before[-1] in _LITTLE and before[0] != "a"


def _ends(reading: Reading) -> frozenset[int]:
    """The words after the negations of a side, those in an exception as well (*hace que no sea*)."""
    weak = (
        each for each in reading.of(weak_negations) if " no " in reading.lower[slice(*each.span)]
    )
    return frozenset(each.last for each in (*reading.of(negations), *weak))


def _same_pole(passage: Passage) -> Cost:
    def cost(en: Phrase, es: Phrase) -> float | None:
        if en.value == es.value:
            return 0.0
        if "~" in (en.value, es.value):
            return _EITHER
        # not possible, imposible
        return 1.0 if _one_turned(passage, en, es, _NEAR) else None

    return cost


def _opposite(en: Phrase, es: Phrase) -> float | None:
    return 0.0 if {en.value, es.value} == {"+", "-"} else None


def _governing_alike(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether two prepositions govern the same: *after that*, *durante tres semanas* do not, nor does
    *since* that gives a reason. Of other words nothing is asked."""
    if not all(
        words[each.first].folded in small(side, "time_prepositions")
        for side, each, words in (
            ("en", en, met.words["en"]),
            ("es", es, met.words["es"]),
        )
    ):
        return True
    partner, theirs = met.partner["en"], set(_governed(met, "es", es))
    return any(partner[i] in theirs for i in _governed(met, "en", en))


def _governed(met: Meeting, side: Side, each: Phrase) -> Iterator[int]:
    """The first words of content behind an expression."""
    content = met.content[side]
    near = range(each.last, min(each.last + _FAR_ON, len(content)))
    return islice((i for i in near if content[i]), _GOVERNED)


def _moved(met: Meeting) -> Cost:
    """Two opposites that share a slot because one stands behind its subject and one before it."""

    def cost(en: Phrase, es: Phrase) -> float | None:
        before = met.words["en"][max(en.first - _BEEN, 0) : en.first]
        if not any(word.folded in small("en", "been") for word in before) or (
            met.words["en"][en.first].folded in small("en", "comparing")
        ):
            return None  # after, antes: no verbs
        return _opposite(en, es) if inverted(met, en.first, es.first) else None

    return cost


CHECK = Check(
    name="antonym",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A word in one version and its opposite in the other",
    in_bead=_run,
)
