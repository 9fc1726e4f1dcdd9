"""A list that is open here (*including*) and closed there (*only*), or opened on one side alone.

What always holds: an open list beside a closed one is major; an opening word on one side alone
informs, because languages open lists with many words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import LOOSE, around
from aligner.divergence.finding import exchange, finding
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.phrases import Phrase
from aligner.language.register import openings
from aligner.text.segment import Side

_REACH = 14.0
_SLOT = 2.5
# Words that open or close a list only now and then (*like*, *como*, *only*).
_FAINT = "-faint"


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(openings), passage.es.of(openings)
    if not english and not spanish:
        return
    met = meeting(passage)
    _, left_en, left_es = paired(met, english, spanish, _same, _REACH)
    pairs, alone_en, alone_es = paired(met, left_en, left_es, _other, _SLOT)
    for en, es in pairs:
        if _reopened(english, en) or _reopened(spanish, es):
            continue
        if met.apart((en.first, en.last), (es.first, es.last)):
            yield exchange(
                CHECK,
                passage,
                "open-list.shift",
                en,
                es,
                _weight(met, en, es),
                facts=(_bare(en), _bare(es)),
            )
    yield from (_alone(passage, met, "en", each) for each in alone_en if _free(met, "en", each))
    yield from (_alone(passage, met, "es", each) for each in alone_es if _free(met, "es", each))


def _free(met: Meeting, side: Side, each: Phrase) -> bool:
    linked = any(met.partner[side][i] >= 0 for i in range(each.first, each.last))
    return _bare(each) == "open" and not linked


def _alone(passage: Passage, met: Meeting, side: Side, each: Phrase) -> Divergence:
    there = met.opposite(side, each.first, each.last)
    english = side == "en"
    return finding(
        CHECK,
        passage,
        f"open-list.{side}",
        en=[each.span if english else there],
        es=[there if english else each.span],
        facts_en=["open" if english else "-"],
        facts_es=["-" if english else "open"],
        severity=Severity.INFO,
        word=passage.side(side).text[slice(*each.span)],
    )


def _weight(met: Meeting, en: Phrase, es: Phrase) -> Severity:
    faint = [each.value.endswith(_FAINT) for each in (en, es)]
    if all(faint) or around(met, en, es) < LOOSE:
        return Severity.INFO
    return Severity.MINOR if any(faint) else CHECK.severity


def _reopened(own: Sequence[Phrase], closed: Phrase) -> bool:
    """Whether a list that a word closes is opened again at its end: *i.e. rakes, spades, etc.*"""
    return _bare(closed) == "closed" and any(
        _bare(each) == "open" and 0 < each.first - closed.last <= _REACH for each in own
    )


def _bare(each: Phrase) -> str:
    return each.value.removesuffix(_FAINT)


def _same(en: Phrase, es: Phrase) -> float | None:
    return 0.0 if _bare(en) == _bare(es) else None


def _other(en: Phrase, es: Phrase) -> float | None:
    return 0.0 if _bare(en) != _bare(es) else None


CHECK = Check(
    name="open-list",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A list that is open in one version and closed in the other",
    in_bead=_run,
)
