"""What the authenticity of a document changes in its findings: names and words, never the result.

What always holds: where both versions are authentic nothing is touched; keys and facts never are,
so that verdicts, baselines and fingerprints stay when the authenticity of a document changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from aligner.divergence.divergence import Divergence
from aligner.divergence.settings import Authenticity
from aligner.text.segment import Side

SLOT = "precedence"
"""The word of a finding that names the closing sentence (wording.py)."""

_MODELS: dict[Authenticity, Side] = {
    "prevails-en": "en",
    "prevails-es": "es",
    "courtesy-en": "es",
    "courtesy-es": "en",
}
# What a check puts where one side has nothing to compare.
_NOTHING = ((), ("-",))


def model(authenticity: Authenticity) -> Side | None:
    """The side that the other one has to follow; None where both are authentic."""
    return _MODELS.get(authenticity)


def classed(found: Iterable[Divergence], authenticity: Authenticity) -> tuple[Divergence, ...]:
    """`found` as the document's authenticity names it: what stands in one version alone is, seen
    from the version that counts, an omission or an addition of the other (MQM, Lommel et al.
    2014), and the sentence says which version counts."""
    side = model(authenticity)
    if side is None:
        return tuple(found)
    return tuple(_named(each, side, authenticity) for each in found)


def _named(divergence: Divergence, model_side: Side, authenticity: Authenticity) -> Divergence:
    alone = _alone(divergence)
    if alone is None:
        return divergence
    mqm = divergence.mqm
    if mqm in ("omission", "addition"):
        mqm = "omission" if alone == model_side else "addition"
    return replace(divergence, mqm=mqm, words=(*divergence.words, (SLOT, authenticity)))


def _alone(divergence: Divergence) -> Side | None:
    """The only side that holds what the finding is about."""
    nothing = divergence.facts_en in _NOTHING, divergence.facts_es in _NOTHING
    if nothing == (False, True):
        return "en"
    if nothing == (True, False):
        return "es"
    return None
