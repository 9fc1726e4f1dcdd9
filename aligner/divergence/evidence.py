"""How much two expressions in one slot prove, and one that stands alone.

What always holds: the text around the evidence decides, not the evidence itself. Where the two
versions follow one another word by word, what differs differs; where they paraphrase, a difference
informs and accuses nobody.
"""

from __future__ import annotations

from bisect import bisect_left

from aligner.divergence.divergence import Severity
from aligner.divergence.meeting import Meeting
from aligner.language.phrases import Phrase
from aligner.language.vocabulary import en_keys, es_keys
from aligner.text.segment import Side

LOOSE = 0.4
"""Under this part of linked words around it a finding only informs."""
CLOSE = 0.65
"""From this part on a finding may be major."""

_NARROW = 8
"""A place between linked words that is wider than this is none."""


def around(met: Meeting, en: Phrase, es: Phrase) -> float:
    """What part of the words around two expressions is linked, on the side where it is less."""
    return min(met.density("en", en.first, en.last), met.density("es", es.first, es.last))


def opposite(met: Meeting, side: Side, each: Phrase) -> float:
    """The same for an expression of `side` and the empty place where it belongs."""
    other: Side = "es" if side == "en" else "en"
    place = round(met.slot(side, each.first, each.last))
    return min(met.density(side, each.first, each.last), met.density(other, place, place))


def graded(close: float, *, sure: bool = True, loose: float = LOOSE) -> Severity:
    """The severity that a part of linked words allows; only what is `sure` is major."""
    if close < loose:
        return Severity.INFO
    return Severity.MAJOR if sure and close >= CLOSE else Severity.MINOR


def renders_another(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether a word of a Spanish quantifier renders another English word than the English one, one of
    the same sense (*the two*, *los dos*; *a single office*, *una oficina única*)."""
    back = met.partner["es"]
    return any(
        back[j] >= 0
        and not en.first <= back[j] < en.last
        and met.content["en"][back[j]]
        and any(it >= 0 and abs(it - back[j]) in (1, 2) for it in back[max(j - 1, 0) : j + 2])
        and not en_keys(met.words["en"][back[j]].folded).isdisjoint(
            es_keys(met.words["es"][j].folded)
        )
        for j in range(es.first, es.last)
    )


def vacant(met: Meeting, side: Side, first: int, last: int) -> bool:
    """Whether the other side leaves empty the place where words first to last of `side` belong: the
    text runs closely together around it, and between the linked words around them it has no word
    too many that could be a rendering."""
    other: Side = "es" if side == "en" else "en"
    ours, theirs = met.chain(side)
    low, high = bisect_left(ours, first) - 1, bisect_left(ours, last)
    content, linked = met.counted(side, ours[low] + 1, ours[high])
    if linked:
        return False  # the words around are in another order: their neighbourhood tells no place
    lone = content - met.counted(side, first, last)[0]
    there = theirs[low] + 1, theirs[high]
    if there[1] - there[0] > _NARROW:
        return False
    content, linked = met.counted(other, *there)
    if content - linked > lone:
        return False
    place = round(met.slot(side, first, last))
    return min(met.density(side, first, last), met.density(other, place, place)) >= CLOSE
