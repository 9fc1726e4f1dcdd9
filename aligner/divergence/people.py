"""Peoples, countries and languages that differ: *Mexican authorities*, *autoridades guatemaltecas*.

What always holds: the two sides are compared as sets, whatever the order and the part of speech;
what one side has alone accuses nobody, since *Mexico's ministry* may be *la Secretaría*. Two differ
only where each is lacking on the other side in any form and they stand near one slot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aligner.divergence.addressee import laid_down
from aligner.divergence.divergence import Divergence, Place, Severity
from aligner.divergence.evidence import CLOSE
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.language.peoples import People, peoples
from aligner.text.segment import SIDES, Side, Span

# How many words from its slot the other one may stand, and how many to be in it. Where there is one
# on each side, it may stand anywhere in its sentence.
_NEAR = 4
_IN_SLOT = 1.5
_MOST = 20


Pair = tuple[Span, Span, Severity]
"""The code points of two peoples that differ, and how much that says."""


def estranged(passage: Passage) -> list[Pair]:
    """The peoples that differ, in order."""
    return sorted(_pairs(passage))


def _pairs(passage: Passage) -> Iterator[Pair]:
    """The peoples (code points) by which the sides differ, nearest to one slot first."""
    found: dict[Side, tuple[People, ...]] = {side: passage.side(side).of(peoples) for side in SIDES}
    if not found["en"] or not found["es"]:
        return
    lone = {side: _lone(passage, side, found) for side in SIDES}
    if not lone["en"] or not lone["es"]:
        return
    met = meeting(passage)
    left = {
        side: [each for each in lone[side] if _unlinked(met, side, each, lone)] for side in SIDES
    }
    ranked = sorted(
        (_apart(met, en, es), n, m)
        for n, en in enumerate(left["en"][:_MOST])
        for m, es in enumerate(left["es"][:_MOST])
    )
    single = all(len(each) == 1 for each in left.values())
    used: set[tuple[Side, int]] = set()
    for distance, n, m in ranked:
        en, es = left["en"][n], left["es"][m]
        if distance > _NEAR and not (single and met.together(en.first, es.first)):
            break
        if used.isdisjoint({("en", n), ("es", m)}):
            used |= {("en", n), ("es", m)}
            yield (en.start, en.end), (es.start, es.end), _weight(passage, met, en, es, distance)


def _lone(passage: Passage, side: Side, found: dict[Side, tuple[People, ...]]) -> list[People]:
    """The peoples of `side` that the other side names in no form, nor writes as they stand."""
    other: Side = "es" if side == "en" else "en"
    meant = {name for each in found[other] for name in each.meanings}
    lone, words, written = [], passage.side(side).words, passage.side(other).vocabulary
    for each in found[side]:
        named = not meant.isdisjoint(each.meanings) or words[each.first].folded in written
        if each.firm and not named:
            lone.append(each)
    return lone


def _unlinked(met: Meeting, side: Side, each: People, lone: dict[Side, list[People]]) -> bool:
    """Whether no word stands for a people of one word: *turkey*, *pavo*."""
    if each.last - each.first > 1:
        return True
    there = met.partner[side][each.first]
    other = lone["es" if side == "en" else "en"]
    return there < 0 or any(them.first <= there < them.last for them in other)


def _apart(met: Meeting, en: People, es: People) -> float:
    """How far two peoples stand from one slot, seen from the side that puts them nearer."""
    return min(
        abs(es.first - met.slot("en", en.first, en.last)),
        abs(en.first - met.slot("es", es.first, es.last)),
    )


def _weight(passage: Passage, met: Meeting, en: People, es: People, distance: float) -> Severity:
    close = min(met.density("en", en.first, en.last), met.density("es", es.first, es.last))
    if distance <= _IN_SLOT and close >= CLOSE and laid_down(passage):
        return Severity.MAJOR
    return Severity.MINOR


def overruled(
    passage: Passage, said: Sequence[Divergence], pairs: Sequence[Pair]
) -> tuple[list[Divergence], list[Pair]]:
    """What stays of findings and pairs that speak of one word: the pair where the finding has one
    word alone, or two that only inform; else the finding. Nor does a name stand alone whose people
    the other side has in another form: *Castilian*, *español*."""
    kept, told = list(pairs), []
    for each in said:
        about = [pair for pair in kept if _touches(passage, each, pair)]
        alone = not each.en or not each.es
        if about and (alone or each.severity == Severity.INFO):
            continue
        if alone and _named(passage, each):
            continue
        told.append(each)
        kept = [pair for pair in kept if pair not in about]
    return told, kept


def _named(passage: Passage, said: Divergence) -> bool:
    """Whether the one word of a finding names a people that the other side names as well."""
    side: Side = "en" if said.en else "es"
    places = said.en or said.es
    there = passage.es if said.en else passage.en
    meant = {name for each in there.of(peoples) for name in each.meanings}
    return any(
        not meant.isdisjoint(each.meanings)
        and _touch(places, passage.places(side, each.start, each.end))
        for each in passage.side(side).of(peoples)
    )


def _touches(passage: Passage, said: Divergence, pair: Pair) -> bool:
    (en, es, _), places = pair, passage.places
    return _touch(said.en, places("en", *en)) or _touch(said.es, places("es", *es))


def _touch(own: Iterable[Place], others: Iterable[Place]) -> bool:
    return any(
        a.segment == b.segment and a.start < b.end and b.start < a.end for a in own for b in others
    )
