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
from aligner.language.name_kinds import vouched
from aligner.language.names import Name
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
    held = {
        side: {i for each in lone[side] for i in range(each.first, each.last)} for side in SIDES
    }
    left = {
        "en": [each for each in lone["en"] if _unlinked(met, "en", each, held["es"])],
        "es": [each for each in lone["es"] if _unlinked(met, "es", each, held["en"])],
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
        as_it_stands = all(word.folded in written for word in words[each.first : each.last])
        if each.firm and not as_it_stands and meant.isdisjoint(each.meanings):
            lone.append(each)
    return lone


def _unlinked(met: Meeting, side: Side, each: People, others: set[int]) -> bool:
    """Whether no word but those of a lone people (`others`) stands for a people of one word: *turkey*,
    *pavo*."""
    there = met.partner[side][each.first]
    return each.last - each.first > 1 or there < 0 or there in others


def _apart(met: Meeting, en: People, es: People) -> float:
    """How far two peoples stand from one slot, seen from the side that puts them nearer."""
    return min(
        abs(es.first - met.slot("en", en.first, en.last)),
        abs(en.first - met.slot("es", es.first, es.last)),
    )


def _weight(passage: Passage, met: Meeting, en: People, es: People, distance: float) -> Severity:
    close = min(met.density("en", en.first, en.last), met.density("es", es.first, es.last))
    if distance > _IN_SLOT or close < CLOSE:
        return Severity.MINOR
    name = Name(en.start, en.end, passage.en.lower[en.start : en.end], initial=False)
    sure = laid_down(passage) or vouched(passage.en, name)
    return Severity.MAJOR if sure else Severity.MINOR


def overruled(
    passage: Passage, said: Sequence[Divergence], pairs: Sequence[Pair]
) -> tuple[list[Divergence], list[Pair]]:
    """What stays of findings and pairs that speak of one word: the finding where it has both words
    and more than informs, else the pair. Nor does a name stand alone whose people the other side has
    in another form: *Castilian*, *español*."""
    kept, told = list(pairs), []
    for each in said:
        firm = each.severity != Severity.INFO
        about = {pair: _touched(passage, each, pair) for pair in kept}
        if firm and 2 in about.values():
            kept = [pair for pair in kept if not about[pair]]
        elif any(about.values()) or ((not each.en or not each.es) and _named(passage, each)):
            continue
        told.append(each)
    return told, kept


def _touched(passage: Passage, said: Divergence, pair: Pair) -> int:
    """Of how many words of a pair a finding speaks."""
    (en, es, _), places = pair, passage.places
    return _touch(said.en, places("en", *en)) + _touch(said.es, places("es", *es))


def _named(passage: Passage, said: Divergence) -> bool:
    """Whether the one word of a finding names a people that the other side names as well."""
    met = passage.of(_met)
    return any(("en", place.segment, place.start) in met for place in said.en) or any(
        ("es", place.segment, place.start) in met for place in said.es
    )


def _met(passage: Passage) -> frozenset[tuple[Side, int, int]]:
    """Side, segment and place: where the words of those peoples begin that both sides name."""
    found = {side: passage.side(side).of(peoples) for side in SIDES}
    meant = [{name for each in found[side] for name in each.meanings} for side in SIDES]
    both = meant[0] & meant[1]
    return frozenset(
        (side, place.segment, place.start)
        for side in SIDES
        for each in found[side]
        if not both.isdisjoint(each.meanings)
        for word in passage.side(side).words[each.first : each.last]
        for place in passage.places(side, word.start, word.end)
    )


def _touch(own: Iterable[Place], others: Iterable[Place]) -> bool:
    return any(
        a.segment == b.segment and a.start < b.end and b.start < a.end for a in own for b in others
    )
