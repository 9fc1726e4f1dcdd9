"""*and* here that is *or* there.

What always holds: conjunctions are compared in the same slot of the same enumeration; *así como*,
*tanto ... como*, *ni* and a comma in place of a conjunction are no divergence. Only an exchange is
reported, never a conjunction that stands on one side alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.divergence.addressee import laid_down
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import CLOSE, LOOSE, around, graded
from aligner.divergence.finding import finding
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import Cost, paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.antonyms import poles
from aligner.language.conjunctions import conjunctions
from aligner.language.phrases import Phrase, beginning
from aligner.language.reading import Reading
from aligner.language.roles import small
from aligner.text.segment import SIDES

_REACH = 9.0
# What an exchange costs in words of distance: a conjunction of the same kind is preferred so far.
_EXCHANGE = 4.0
# Within so many words of a conjunction its neighbours are looked at, and are its very own.
_BESIDE = 5
_NEXT = 2
# So many words before a conjunction are searched for what makes *and* and *or* say the same.
_BEFORE = 14
# So few words before a conjunction a word may open all that is joined.
_WHICHEVER = 3
# So many words after *and* it may be said that this is the other case.
_ALTERNATIVE = 5
_EXAMPLES = frozenset(("example", "instance", "ejemplo"))
_STOP = re.compile(r"[.;:!?](?=\s)")


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(conjunctions), passage.es.of(conjunctions)
    if not english or not spanish:
        return
    met = meeting(passage)
    pairs, _, _ = paired(met, english, spanish, _cost(met), _REACH)
    for en, es in pairs:
        if en.value == es.value or "both" in (en.value, es.value):
            continue
        bridges = _bridges(met, en, es, _BESIDE)
        if not bridges:
            continue
        yield finding(
            CHECK,
            passage,
            "conjunction.shift",
            en=[en.span],
            es=[es.span],
            facts_en=[en.value],
            facts_es=[es.value],
            severity=_weight(passage, met, en, es, bridges),
            en_word=passage.en.text[slice(*en.span)],
            es_word=passage.es.text[slice(*es.span)],
        )


def _weight(passage: Passage, met: Meeting, en: Phrase, es: Phrase, bridges: int) -> Severity:
    close = around(met, en, es)
    own = laid_down(passage) and _bridges(met, en, es, _NEXT) == 2
    marks = _even(passage.en, en), _even(passage.es, es)
    if (
        _otherwise(passage, en)
        or _whichever(passage, en, es)
        or _again(passage.en, en)
        or _again(passage.es, es)
    ):
        return Severity.INFO
    if None not in marks or (_opposites(passage.en, en) and _opposites(passage.es, es)):
        # Where something is laid down, even what is all but the same under a negation, or by what
        # it says, is looked at.
        denied = None in marks or any(
            mark in small(side, "denied") for side, mark in zip(SIDES, marks, strict=True)
        )
        return Severity.MINOR if own and denied and close >= CLOSE else Severity.INFO
    if _bridges(met, en, es, _NEXT) == 2:
        return graded(close, sure=own, loose=0.0)
    # Where nothing is laid down, what is joined may as well be counted up.
    return graded(close, sure=own, loose=LOOSE if bridges == 2 else CLOSE)


def _again(reading: Reading, each: Phrase) -> bool:
    """Whether a conjunction joins a second negation (*and no witness*), which *or* would spare."""
    following = reading.words[each.last : each.last + 1]
    return any(word.folded in small(reading.side, "denied") for word in following)


def _whichever(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether both versions speak of every one of what is joined: *any judicial and administrative
    body* is *todo órgano judicial o administrativo*."""
    return _opened(passage.en, en) and _opened(passage.es, es)


def _opened(reading: Reading, each: Phrase) -> bool:
    before = reading.words[max(each.first - _WHICHEVER, 0) : each.first]
    return any(word.folded in small(reading.side, "whichever") for word in before)


def _bridges(met: Meeting, en: Phrase, es: Phrase, beside: int) -> int:
    """On how many sides of the two conjunctions a word is linked to a word on one side of the
    other: the same side, or for all of them the opposite one (*rejections and approvals*,
    *aprobaciones y rechazos*)."""
    partner = met.partner["en"]
    left = [partner[i] for i in range(max(en.first - beside, 0), en.first)]
    right = [partner[i] for i in range(en.last, min(en.last + beside, len(partner)))]
    before, after = range(es.first - beside, es.first), range(es.last, es.last + beside)
    straight = any(j in before for j in left) + any(j in after for j in right)
    crossed = any(j in after for j in left) + any(j in before for j in right)
    return max(straight, crossed if crossed == 2 else 0)


def _otherwise(passage: Passage, en: Phrase) -> bool:
    """Whether an alternative says itself that it is one (*and x otherwise*)."""
    further = {w.folded for w in passage.en.words[en.last : en.last + _ALTERNATIVE]}
    return "otherwise" in further


def _opposites(reading: Reading, each: Phrase) -> bool:
    """Whether the words on the two sides of a conjunction are opposites of one another, which can
    hardly both hold (*adding and removing*)."""
    return any(
        {a.value, b.value} == {"+", "-"}
        for found in reading.of(poles).values()
        for a in beginning(found, each.first - _NEXT, each.first)
        for b in beginning(found, each.last, each.last + _NEXT)
    )


def _even(reading: Reading, each: Phrase) -> str | None:
    """The negation or the opening of examples that stands before a conjunction in its sentence and
    still holds there: another conjunction beside a comma ends what it governs, and so does a comma
    after a word that governs its noun alone."""
    words, joints = reading.words, reading.of(_joints)
    marks, harmless = small(reading.side, "even"), small(reading.side, "harmless")
    single = small(reading.side, "single")
    joint = comma = False
    for at in range(each.first - 1, max(each.first - 1 - _BEFORE, -1), -1):
        between = reading.text[words[at].end : words[at + 1].start + 1]
        comma = comma or "," in between
        if _STOP.search(between) or (joint and comma):
            return None
        joint = joint or at in joints
        if words[at + 1].folded in harmless:
            continue  # without prejudice to: no negation
        word = words[at].folded
        if comma and word in single:
            continue
        if word in marks or word.endswith(("n't", "n’t")):
            return None if word in _EXAMPLES and _opens(reading, at - 1) else word
    return None


def _opens(reading: Reading, first: int) -> bool:
    """Whether a word opens its sentence: *For example, the chair and the rapporteur may ...* gives
    one example, not a list of them."""
    before = reading.words[first - 1].end if first > 0 else 0
    return first <= 0 or bool(_STOP.search(reading.text, before, reading.words[first].start))


def _joints(reading: Reading) -> frozenset[int]:
    """The words that are conjunctions."""
    return frozenset(each.first for each in reading.of(conjunctions))


def _cost(met: Meeting) -> Cost:
    def cost(en: Phrase, es: Phrase) -> float:
        if en.value == es.value:
            return 0.0
        if "both" in (en.value, es.value):
            return 1.0
        # Between the very same two words an exchange is likelier than another conjunction near by.
        return 0.0 if _bridges(met, en, es, 1) == 2 else _EXCHANGE

    return cost


CHECK = Check(
    name="conjunction",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="*and* in one version that is *or* in the other",
    in_bead=_run,
)
