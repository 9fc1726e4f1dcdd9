"""A negation that stands in one version only.

What always holds: negations are counted once (negative concord), matched by their slots, and then
against words that hold a negation inside (*fail to*, *sin*, *unless*, prefixes); only what is left
is reported. It is major where the words around it are linked to the other side and the text lays
down what holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from aligner.divergence.bounded import BOUNDS, bounded
from aligner.divergence.contraposition import affirmed
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.held_negation import free, unprefixed
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.negated import weight
from aligner.divergence.negation_cost import (
    FULL,
    excepted,
    governing,
    mixed,
    plain,
    same_kind,
    within,
)
from aligner.divergence.pairing import paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.negation import CONCORD, negations
from aligner.language.phrases import Phrase
from aligner.language.quantifiers import quantifiers
from aligner.language.weak_negation import weak_negations
from aligner.text.segment import Side

# How many words from its slot a negation may stand, and a word that holds one inside.
_NEAR = 7.0
_REACH = 12.0
_FAR = 60.0
# Two full negations of one sentence meet so far apart before a word that only holds one is asked.
_SENTENCE = 12.0
# How far apart weak negations of one kind meet.
_KIND = 8.0
# So near after an exception a negation is undone by it.
_UNDONE = 5
# So near its slot an English word is looked for in the Spanish text.
_KEPT = 10
# So many words behind a negation a dependent clause may go on with it.
_CARRIED = 8
_EXCEPTING = ("soft-except", "soft-contrary")


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(negations), passage.es.of(negations)
    if not english and not spanish:
        return
    met = meeting(passage)
    weak_en, weak_es = free(
        met,
        {"en": english, "es": spanish},
        {"en": passage.en.of(weak_negations), "es": passage.es.of(weak_negations)},
    )
    _, weak_en, weak_es = paired(met, weak_en, weak_es, same_kind, _KIND)
    if not any(passage.es.lower[slice(*each.span)] in CONCORD for each in spanish):
        weak_en = [each for each in weak_en if each.value != "soft-any"]
    weak_en = _unbounded(passage, met, weak_en, spanish)
    worn: set[tuple[Side, int]] = set()
    full_en, full_es = unprefixed(met, _translated(met, english), spanish, worn)
    # uncovered, sin cubrir: what stands for one negation stands for no other
    weak_en = [each for each in weak_en if ("en", each.first) not in worn]
    weak_es = [each for each in weak_es if ("es", each.first) not in worn]
    same = within(met)
    for cost, reach in (
        (governing(met), _SENTENCE),
        (excepted(passage, met), _SENTENCE),
        (plain, _NEAR),
        (same, _SENTENCE),
        (mixed(passage, met), _NEAR),
        (same, _FAR),
        (mixed(passage, met, far=True), _REACH),
    ):
        _, rest_en, rest_es = paired(
            met,
            (*full_en, *weak_en),
            (*full_es, *weak_es),
            cost,
            reach,
            in_order=False,
            both_ways=True,
        )
        full_en = [each for each in rest_en if each.value in FULL]
        full_es = [each for each in rest_es if each.value in FULL]
        weak_en = [each for each in rest_en if each.value not in FULL]
        weak_es = [each for each in rest_es if each.value not in FULL]
    left_en, left_es = unprefixed(met, full_en, full_es, worn, moved=True)
    undone: dict[Side, list[Phrase]] = {
        "en": affirmed(passage, met, "en", left_en, weak_en, weak_es),
        "es": [
            *affirmed(passage, met, "es", left_es, weak_es, weak_en),
            *(each for each in left_es if _carried(passage, met, each, spanish)),
        ],
    }
    ends_en, ends_es = _exceptions(weak_en), _exceptions(weak_es)
    left_en = [e for e in left_en if e.value == "not" and not _cancelled(e, ends_en)]
    left_es = [e for e in left_es if e.value == "not" and not _cancelled(e, ends_es)]
    left_en = [each for each in left_en if not bounded(passage, met, "en", each)]
    left_es = [each for each in left_es if not bounded(passage, met, "es", each)]
    # ¿No hay otra?: a question asks the same with a negation and without it.
    left_es = [e for e in left_es if not passage.es.text.endswith("¿", 0, e.span[0])]
    # As many on both sides, and as many left: they were only paired crosswise.
    crossed = len(english) == len(spanish) and len(left_en) == len(left_es)
    for each in left_en:
        word = passage.en.text[slice(*each.span)]
        yield finding(
            CHECK,
            passage,
            "negation.en",
            en=[each.span],
            es=[met.region("en", each.first, each.last)],
            facts_en=["not"],
            facts_es=["-"],
            severity=Severity.INFO
            if crossed or each in undone["en"]
            else weight(passage, met, "en", each),
            word=word,
        )
    for each in left_es:
        word = passage.es.text[slice(*each.span)]
        yield finding(
            CHECK,
            passage,
            "negation.es",
            en=[met.region("es", each.first, each.last)],
            es=[each.span],
            facts_en=["-"],
            facts_es=["not"],
            severity=Severity.INFO
            if crossed or each in undone["es"]
            else weight(passage, met, "es", each),
            word=word,
        )


def _unbounded(
    passage: Passage, met: Meeting, weak: Sequence[Phrase], spanish: Sequence[Phrase]
) -> list[Phrase]:
    """The English words that hold a negation but for the bounds (*not less than*) that the Spanish
    version renders by a bound of its own (*no inferior a*): they stand for no other negation."""
    if not any(each.value == "soft-bound" for each in weak):
        return list(weak)
    counted = {each.first for each in spanish}
    bounds = [
        each.first
        for each in passage.es.of(quantifiers)
        if each.value in BOUNDS and each.first not in counted
    ]
    kept = []
    for each in weak:
        slot = met.slot("en", each.first, each.last)
        near = bisect_left(bounds, slot - _KIND) < bisect_right(bounds, slot + _KIND)
        if each.value != "soft-bound" or not near:
            kept.append(each)
    return kept


def _carried(passage: Passage, met: Meeting, each: Phrase, spanish: Sequence[Phrase]) -> bool:
    """Whether a *ningún* in a clause that depends on a negation may only go on with it: *no vemos
    motivo para que ninguna* is *we see no reason why any*."""
    words, sentence = met.words["es"], met.sentence["es"]
    return (
        passage.es.lower[slice(*each.span)] in CONCORD
        and each.first > 0
        and words[each.first - 1].folded == "que"
        and any(
            0 < each.first - other.last <= _CARRIED
            and sentence[other.first] == sentence[each.first]
            for other in spanish
        )
    )


def _exceptions(weak: Sequence[Phrase]) -> frozenset[int]:
    """The words behind exceptions."""
    return frozenset(each.last for each in weak if each.value in _EXCEPTING)


def _cancelled(each: Phrase, exceptions: frozenset[int]) -> bool:
    """Whether an exception just before a negation, rendered by nothing, undoes it: *unless you chose
    not to pay* is *si ha elegido pagar*, *or else you will not be paid* is *if you wish to be paid*."""
    return not exceptions.isdisjoint(range(each.first - _UNDONE + 1, each.first + 1))


def _translated(met: Meeting, english: Sequence[Phrase]) -> list[Phrase]:
    """The English negations but those that the Spanish text keeps in English: values of a program
    (`none`), or a stretch that nobody has translated, which is another check's affair."""
    named = {
        word: _kept(met, word) for word in {met.words["en"][each.first].folded for each in english}
    }
    return [each for each in english if each.first not in named[met.words["en"][each.first].folded]]


def _kept(met: Meeting, word: str) -> set[int]:
    """Where the Spanish text keeps an English word: each Spanish place answers the nearest one."""
    places = [j for j, there in enumerate(met.words["es"]) if there.folded == word]
    if word == "no" or not places:
        return set()
    ours = sorted(
        (met.project("en", i), i) for i, w in enumerate(met.words["en"]) if w.folded == word
    )
    kept: set[int] = set()
    for j in places:
        near = ours[
            bisect_left(ours, (j - _KEPT, 0)) : bisect_right(
                ours, (j + _KEPT, len(met.words["en"]))
            )
        ]
        free = [(abs(place - j), i) for place, i in near if i not in kept]
        if free:
            kept.add(min(free)[1])
    return kept


CHECK = Check(
    name="negation",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A negation that stands in one version only",
    in_bead=_run,
)
