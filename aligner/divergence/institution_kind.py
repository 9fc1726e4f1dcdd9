"""Institutions called by their kind alone that take one another's place: *the Fund*, *el Banco*.

What always holds: each is a lone word of the table of kinds with a capital, and the kinds are no
rendering of one another, in the vocabulary or in the names of institutions; the text runs closely
together around them. Boards, councils and courts, which act, are the business of the actors.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from aligner.divergence.evidence import LOOSE
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.language.names import names
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.language.vocabulary import en_keys, es_keys
from aligner.text.segment import SIDES, Side, Span

_BESIDE = 3.0
_MOST = 20


@cache
def _alone(side: Side) -> frozenset[str]:
    return frozenset(table("names")["alone"][side].split())


@cache
def _same() -> frozenset[tuple[str, str]]:
    return frozenset(
        (en, es) for en, line in table("names")["alike"].items() for es in line.split()
    )


def unlike(passage: Passage) -> Iterator[tuple[Span, Span]]:
    """The words (code points) of kinds that face one another and are not the same, in order."""
    if any(_alone(side).isdisjoint(passage.side(side).vocabulary) for side in SIDES):
        return
    met = meeting(passage)
    english, spanish = (list(_lone(met, passage.side(side)))[:_MOST] for side in SIDES)
    for i in english:
        facing = [j for j in spanish if _face(met, i, j)]
        if len(facing) == 1 and sum(_face(met, each, facing[0]) for each in english) == 1:
            one, other = met.words["en"][i], met.words["es"][facing[0]]
            if not _alike(one.folded, other.folded):
                yield (one.start, one.end), (other.start, other.end)


def _lone(met: Meeting, reading: Reading) -> Iterator[int]:
    """The words of kinds with a capital and without a partner that are no part of a longer name."""
    side = reading.side
    capital = {each.start: each for each in reading.of(names)}
    for at, word in enumerate(met.words[side]):
        if word.folded not in _alone(side) or met.partner[side][at] >= 0:
            continue
        name = capital.get(word.start)
        if name is None or name.initial:
            continue
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(met.words[side])]
        if not any(met.content[side][i] and met.words[side][i].start in capital for i in beside):
            yield at


def _face(met: Meeting, en: int, es: int) -> bool:
    there, back = met.slot("en", en, en + 1), met.slot("es", es, es + 1)
    close = min(met.density("en", en, en + 1), met.density("es", es, es + 1))
    return min(abs(there - es), abs(back - en)) <= _BESIDE and close >= LOOSE


def _alike(en: str, es: str) -> bool:
    return (en, es) in _same() or not en_keys(en).isdisjoint(es_keys(es))
