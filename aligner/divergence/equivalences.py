"""What people said is equal: it is taken out of the findings, not of the facts.

What always holds: an equivalence silences a finding only where all of its evidence is one of the
two expressions and both expressions stand in the bead.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.divergence.divergence import Divergence, Place
from aligner.divergence.passage import Passage
from aligner.divergence.settings import Equivalence, Settings
from aligner.language.folding import fold
from aligner.text.segment import Side


def relevant(settings: Settings) -> tuple[Equivalence, ...]:
    """The equivalences that hold in the document under check."""
    return tuple(
        each
        for each in settings.equivalences
        if each.document in ("", settings.document) and (each.en or each.es)
    )


def settled(divergence: Divergence, passage: Passage, equivalences: Sequence[Equivalence]) -> bool:
    """Whether one of `equivalences` says that what `divergence` compares is equal."""
    for each in equivalences:
        if each.check not in ("", divergence.check):
            continue
        en, es = fold(each.en), fold(each.es)
        if en not in fold(passage.en.text) or es not in fold(passage.es.text):
            continue
        if _only(divergence.en, passage, "en", en) and _only(divergence.es, passage, "es", es):
            return True
    return False


def _only(places: Sequence[Place], passage: Passage, side: Side, expression: str) -> bool:
    """Whether each place holds a part of `expression`, or `expression` and a few letters more."""
    texts = {segment.index: segment.text for segment in passage.segments[side]}
    return all(
        evidence in expression or expression in evidence
        for evidence in (
            fold(texts[p.segment][p.start : p.end]) for p in places if p.segment in texts
        )
    )
