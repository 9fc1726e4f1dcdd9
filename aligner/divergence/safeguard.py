"""A safeguard that one version lacks: *subject to*, *as appropriate*, *within available resources*.

What always holds: safeguards move freely inside their sentence, so any rendering in the same
sentence counts; kindred ones (*as appropriate* and *where possible*, *in accordance with*) may stand
for one another. A loss is major: a safeguard narrows what was promised.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import laid_down
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import graded, opposite
from aligner.divergence.finding import finding
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import Cost, paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.divergence.safeguard_words import BESIDE, HINT, otherwise
from aligner.language.phrases import Phrase
from aligner.language.safeguards import hints, kin, safeguards
from aligner.text.segment import SIDES, Side

_REACH = 80.0
# A kindred safeguard costs so many words of distance more than the very same one.
_KIN = 6.0
# *in accordance with* and its like have so many words, and name something so many words on.
_LONG = 3
_NAMED = 6
_FIRST = 2
# Hints that stand for one another do so in the same slot.
_LIKE = 4.0
# So many words of the clause that a safeguard opens are looked at.
_CLAUSE = 40
# What part of the words around must be linked: a safeguard often has a clause of its own.
_LOOSE = 0.25


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(safeguards), passage.es.of(safeguards)
    if not (english or spanish or passage.en.of(hints) or passage.es.of(hints)):
        return
    met = meeting(passage)
    cost = _cost(met)
    _, left_en, left_es = paired(met, english, spanish, cost, _REACH)
    if left_en or left_es:
        # A hint that renders its like on the other side renders no safeguard.
        hints_en, hints_es = passage.en.of(hints), passage.es.of(hints)
        _, free_en, free_es = paired(met, hints_en, hints_es, _alike, _LIKE)
        _, left_en, _ = paired(met, left_en, free_es, cost, HINT)
        _, _, left_es = paired(met, free_en, left_es, cost, HINT)
    left: dict[Side, Sequence[Phrase]] = {"en": left_en, "es": left_es}
    for side in SIDES:
        for each in left[side]:
            if not otherwise(passage, met, side, each):
                yield _left(passage, met, side, each)
    for side, each in _accords(passage, met):
        yield _left(passage, met, side, each)


def _accords(passage: Passage, met: Meeting) -> Iterator[tuple[Side, Phrase]]:
    """What one version does *in accordance with* something that the other one does not name: the
    expression has no partner, and none of the words after it is linked."""
    renderings: dict[Side, list[Phrase]] = {
        side: [*passage.side(side).of(hints), *passage.side(side).of(safeguards)] for side in SIDES
    }
    cost = _cost(met)
    for side in SIDES:
        own = [
            each
            for each in passage.side(side).of(hints)
            if each.value == "accord" and each.last - each.first >= _LONG
        ]
        english, spanish = ({**renderings, side: own}[each] for each in SIDES)
        _, left_en, left_es = paired(met, english, spanish, cost, HINT, in_order=False)
        content, partner = met.content[side], met.partner[side]
        for each in left_en if side == "en" else left_es:
            if any(content[i] and partner[i] >= 0 for i in range(each.first, each.last)):
                continue  # in the terms of the agreement, o los términos del acuerdo
            named = range(each.last, min(each.last + _NAMED, len(content)))
            first = [i for i in named if content[i]][:_FIRST]
            if first and all(partner[i] < 0 for i in first):
                yield side, each


def _cost(met: Meeting) -> Cost:
    def cost(en: Phrase, es: Phrase) -> float | None:
        if not kin(en.value, es.value) or not met.together(en.first, es.first):
            return None
        return 0.0 if en.value == es.value else _KIN

    return cost


def _alike(en: Phrase, es: Phrase) -> float | None:
    return 0.0 if en.value == es.value else None


def _named(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether what a thing is *subject to* is named by the other version in its place: then the bond
    alone is said in another way."""
    if each.value != "subject":
        return False
    place = met.slot(side, each.first, each.last)
    first = [i for i in range(each.last, len(met.words[side]))[:_NAMED] if met.content[side][i]]
    return any(
        met.partner[side][i] >= 0 and abs(met.partner[side][i] - place) <= BESIDE for i in first[:1]
    )


def _close(met: Meeting, side: Side, each: Phrase) -> float:
    """How closely the versions follow one another around a safeguard. Where the clause that it opens
    is missing with it, its own words say nothing: the other version's alone do."""
    sentence = met.sentence[side]
    end = min(bisect_right(sentence, sentence[each.first]), each.last + _CLAUSE)
    clause = range(each.last, end)
    if any(met.partner[side][i] >= 0 for i in clause):
        return opposite(met, side, each)
    place = round(met.slot(side, each.first, each.last))
    return met.density("es" if side == "en" else "en", place, place)


def _left(passage: Passage, met: Meeting, side: Side, each: Phrase) -> Divergence:
    here, there = [each.span], [met.place(side, each.first, each.last)]
    facts, none = [each.value], ["-"]
    english = side == "en"
    return finding(
        CHECK,
        passage,
        f"safeguard.{side}",
        en=here if english else there,
        es=there if english else here,
        facts_en=facts if english else none,
        facts_es=none if english else facts,
        severity=graded(
            _close(met, side, each),
            sure=met.sure(side, each.first, each.last)
            and laid_down(passage)
            and not _named(met, side, each),
            loose=_LOOSE,
        ),
        words=passage.side(side).text[slice(*each.span)],
    )


CHECK = Check(
    name="safeguard",
    mqm="omission",
    severity=Severity.MAJOR,
    version=1,
    about="A safeguard or condition that stands in one version only",
    in_bead=_run,
)
