"""Treaty language in one version of a political text.

What always holds: it speaks only where the instrument is political; it compares notions, not
words, and only inside the same sentence; a word whose rendering is linked is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.phrases import Phrase
from aligner.language.register import register

_REACH = 60.0
# In plain prose people agree and things take effect: these alone only inform.
_PLAIN = frozenset(("agree", "force"))


def _run(passage: Passage) -> Iterator[Divergence]:
    if passage.context.settings.instrument != "political":
        return
    english, spanish = passage.en.of(register), passage.es.of(register)
    if not english and not spanish:
        return
    met = meeting(passage)
    _, left_en, left_es = paired(met, english, spanish, _same, _REACH)
    for side, left in (("en", left_en), ("es", left_es)):
        for each in left:
            partner = met.partner["en" if side == "en" else "es"]
            if any(partner[i] >= 0 for i in range(each.first, each.last)) or _said_again(
                met, each, side, spanish if side == "en" else english
            ):
                continue
            there = met.opposite("en" if side == "en" else "es", each.first, each.last)
            yield finding(
                CHECK,
                passage,
                f"binding-register.{side}",
                en=[each.span if side == "en" else there],
                es=[there if side == "en" else each.span],
                facts_en=[each.value if side == "en" else "-"],
                facts_es=["-" if side == "en" else each.value],
                severity=Severity.INFO if each.value in _PLAIN else Severity.MINOR,
                words=passage.side("en" if side == "en" else "es").text[slice(*each.span)],
            )


def _said_again(met: Meeting, each: Phrase, side: str, others: Sequence[Phrase]) -> bool:
    """Whether the other version's sentence has the notion too: here it is only said once more, where a
    passive verb spares its subject there."""
    return any(
        other.value == each.value
        and met.together(
            *((each.first, other.first) if side == "en" else (other.first, each.first))
        )
        for other in others
    )


def _same(en: Phrase, es: Phrase) -> float | None:
    return 0.0 if en.value == es.value else None


CHECK = Check(
    name="binding-register",
    mqm="register",
    severity=Severity.MINOR,
    version=1,
    about="Treaty language in one version of a political text only",
    in_bead=_run,
)
