"""*and* here that is *or* there.

What always holds: conjunctions are compared in the same slot of the same enumeration; *así como*,
*tanto ... como*, *ni* and a comma in place of a conjunction are no divergence. Only an exchange is
reported, never a conjunction that stands on one side alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.conjunctions import conjunctions
from aligner.language.phrases import Phrase

_REACH = 9.0
# What an exchange costs in words of distance: a conjunction of the same kind is preferred so far.
_EXCHANGE = 4.0
# Within so many words of a conjunction its neighbours are looked at, and are its very own.
_BESIDE = 4
_NEXT = 2


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(conjunctions), passage.es.of(conjunctions)
    if not english or not spanish:
        return
    met = meeting(passage)
    pairs, _, _ = paired(met, english, spanish, _cost, _REACH)
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
            severity=Severity.MAJOR if _bridges(met, en, es, _NEXT) == 2 else Severity.MINOR,
            en_word=passage.en.text[slice(*en.span)],
            es_word=passage.es.text[slice(*es.span)],
        )


def _bridges(met: Meeting, en: Phrase, es: Phrase, beside: int) -> int:
    """On how many sides of the two conjunctions a word is linked to a word of the other's side."""
    partner = met.partner["en"]
    before = range(es.first - beside, es.first)
    after = range(es.last, es.last + beside)
    return any(partner[i] in before for i in range(max(en.first - beside, 0), en.first)) + any(
        partner[i] in after for i in range(en.last, min(en.last + beside, len(partner)))
    )


def _cost(en: Phrase, es: Phrase) -> float:
    if en.value == es.value:
        return 0.0
    return 1.0 if "both" in (en.value, es.value) else _EXCHANGE


CHECK = Check(
    name="conjunction",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="*and* in one version that is *or* in the other",
    in_bead=_run,
)
