"""A commitment here that is another step of the ladder there: *commit* and *procurar*.

What always holds: verbs of commitment are compared step by step in the same slot; a verb on one
side alone says nothing, and a verb whose own rendering is linked elsewhere is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import announced, laid_down
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import around, graded
from aligner.divergence.finding import finding
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.performatives import performatives, same_step
from aligner.language.phrases import Phrase
from aligner.text.segment import Side

_REACH = 30.0
_SLOT = 3.0


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(performatives), passage.es.of(performatives)
    if not english or not spanish:
        return
    met = meeting(passage)
    acting_en, acting_es = (
        _acting(met, "en", english, spanish),
        _acting(met, "es", spanish, english),
    )
    _, left_en, left_es = paired(met, acting_en, acting_es, _same, _REACH)
    pairs, _, _ = paired(met, left_en, left_es, _any, _SLOT)
    for en, es in pairs:
        if not met.apart((en.first, en.last), (es.first, es.last)):
            continue
        yield finding(
            CHECK,
            passage,
            "performative.step",
            en=[en.span],
            es=[es.span],
            facts_en=[en.value],
            facts_es=[es.value],
            severity=_weight(passage, met, en, es),
            en_word=passage.en.text[slice(*en.span)],
            es_word=passage.es.text[slice(*es.span)],
        )


def _acting(
    met: Meeting, side: Side, own: Sequence[Phrase], other: Sequence[Phrase]
) -> list[Phrase]:
    """The expressions that render no word outside of a ladder (*acuerdo* beside *agreement*)."""
    steps = {-1, *(i for each in other for i in range(each.first, each.last))}
    partner = met.partner[side]
    return [each for each in own if steps.issuperset(partner[each.first : each.last])]


def _weight(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> Severity:
    """Only those who are bound climb a ladder: in a handbook, programs support and users try."""
    speaks = laid_down(passage) or announced(passage.en, en)
    return graded(around(met, en, es)) if speaks else Severity.INFO


def _same(en: Phrase, es: Phrase) -> float | None:
    return 0.0 if same_step(en, es) else None


def _any(_en: Phrase, _es: Phrase) -> float:
    return 0.0


CHECK = Check(
    name="performative",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A verb of commitment in one version and another step of the ladder in the other",
    in_bead=_run,
)
