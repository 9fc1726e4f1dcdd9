"""*and* here that is *or* there.

What always holds: conjunctions are compared in the same slot of the same enumeration; *así como*,
*tanto ... como*, *ni* and a comma in place of a conjunction are no divergence. Only an exchange is
reported, never a conjunction that stands on one side alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import laid_down
from aligner.divergence.choice import gendered, governed, opposed, permitted, same
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import CLOSE, LOOSE, around, graded
from aligner.divergence.finding import exchange
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import Cost, paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.conjunctions import conjunctions
from aligner.language.phrases import Phrase, beginning
from aligner.language.roles import small
from aligner.text.segment import SIDES, Side

_REACH = 9.0
# What an exchange costs in words of distance: a conjunction of the same kind is preferred so far.
_EXCHANGE = 4.0
# Within so many words of a conjunction its neighbours are looked at, and are its very own.
_BESIDE = 5
_NEXT = 2

_Kinds = defaultdict[int, Counter[str]]


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(conjunctions), passage.es.of(conjunctions)
    if not english or not spanish:
        return
    met = meeting(passage)
    pairs, left_en, left_es = paired(met, english, spanish, _cost(met), _REACH)
    one = met.parallel and _differing(pairs) == 1
    kinds: tuple[_Kinds, _Kinds] | None = None
    for en, es in pairs:
        if en.value == es.value or "both" in (en.value, es.value):
            continue
        bridges = _bridges(met, en, es, _BESIDE)
        if not bridges:
            continue
        alone = one and not (_has(left_en, es.value) or _has(left_es, en.value))
        if kinds is None:
            kinds = _kinds(met, "en", english), _kinds(met, "es", spanish)
        stray = (
            kinds[0][met.sentence["en"][en.first]] == kinds[1][met.sentence["es"][es.first]]
            or _stray(passage, "es", es, left_en)
            or _stray(passage, "en", en, left_es)
        )
        yield exchange(
            CHECK,
            passage,
            "conjunction.shift",
            en,
            es,
            Severity.INFO if stray else _weight(passage, met, en, es, 2 if alone else bridges),
        )


def _kinds(met: Meeting, side: Side, found: Sequence[Phrase]) -> _Kinds:
    """How often each sentence of a side joins and offers a choice. Where two sentences do so equally
    often, their clauses stand in another order, and only the pairing exchanges the conjunctions."""
    kinds: _Kinds = defaultdict(Counter)
    for each in found:
        kinds[met.sentence[side][each.first]][each.value] += 1
    return kinds


def _differing(pairs: Sequence[tuple[Phrase, Phrase]]) -> int:
    """How many of the pairs join here and offer a choice there."""
    return sum(en.value != es.value and "both" not in (en.value, es.value) for en, es in pairs)


def _has(left: Sequence[Phrase], value: str) -> bool:
    """Whether a conjunction of a kind is left without a partner."""
    return any(each.value == value for each in left)


def _weight(passage: Passage, met: Meeting, en: Phrase, es: Phrase, bridges: int) -> Severity:
    close = around(met, en, es)
    laid = laid_down(passage)
    own = laid and _bridges(met, en, es, _NEXT) == 2
    if same(passage, met, en, es):
        return Severity.INFO
    marks = governed(passage.en, en), governed(passage.es, es)
    if None not in marks or opposed(passage, en, es, laid=laid):
        # Where something is laid down, even what is all but the same under a negation, or by what
        # it says, is looked at.
        denied = None in marks or any(
            mark in small(side, "denied") for side, mark in zip(SIDES, marks, strict=True)
        )
        return Severity.MINOR if own and denied and close >= CLOSE else Severity.INFO
    # Under a permission it says little which of the two conjunctions stands.
    own = own and not (permitted(passage.en, en) and permitted(passage.es, es))
    if _bridges(met, en, es, _NEXT) == 2:
        return graded(close, sure=own, loose=0.0)
    return graded(close, sure=own, loose=LOOSE if bridges == 2 else CLOSE)


def _stray(passage: Passage, side: Side, each: Phrase, left: Sequence[Phrase]) -> bool:
    """Whether a conjunction of the same kind stands without a partner on the other side near the
    place of this one of `side`, in its sentence: the versions join the same things in another order.
    The one between two pronouns (*his or her*) joins none of them, and one of several words (*together
    with*) may go with the verb."""
    met = meeting(passage)
    place = met.slot(side, each.first, each.last)
    there = passage.side("es" if side == "en" else "en")
    return any(
        other.value == each.value
        and other.last - other.first == 1
        and abs(other.first - place) <= _REACH
        and met.together(
            *((each.first, other.first) if side == "en" else (other.first, each.first))
        )
        and not gendered(there, other)
        for other in beginning(left, round(place - _REACH), round(place + _REACH) + 1)
    )


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
