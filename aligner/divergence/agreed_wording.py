"""Titles of instruments and passages of earlier texts, quoted in other words than those agreed on.

What always holds: each side is compared with the wording of its own language; what is quoted
rightly on both sides is silent, whatever the two wordings say of each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Context
from aligner.divergence.registry import Check
from aligner.glossary.agreed import AgreedWordings
from aligner.glossary.concept import ConceptKind
from aligner.glossary.usage import applies
from aligner.text.segment import SIDES


def _run(context: Context) -> Iterator[Divergence]:
    if all(each.kind is ConceptKind.TERM for each in context.glossary.concepts):
        return
    wordings = {side: AgreedWordings(context.glossary, side) for side in SIDES}
    for passage in context.passages:
        for side in SIDES:
            for each in wordings[side].check(passage.side(side).text):
                if not applies(each.concept, context.settings.document):
                    continue
                spans = list(each.differing) or [(each.start, each.end)]
                said = passage.side(side).text[each.start : each.end]
                yield finding(
                    CHECK,
                    passage,
                    f"agreed-wording.{side}",
                    en=spans if side == "en" else [],
                    es=spans if side == "es" else [],
                    facts_en=[said] if side == "en" else [each.concept.id],
                    facts_es=[said] if side == "es" else [each.concept.id],
                    said=said,
                    agreed=each.wording,
                )


CHECK = Check(
    name="agreed-wording",
    mqm="wrong-term",
    severity=Severity.MAJOR,
    version=1,
    about="A title or quotation in other words than those agreed on",
    in_document=_run,
)
