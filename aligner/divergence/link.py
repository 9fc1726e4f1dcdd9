"""Web and mail addresses.

What always holds: the English and the Spanish edition of one page are the same address; addresses
compare as a set, since one side may repeat one.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.links import Link, addresses


def _run(passage: Passage) -> Iterator[Divergence]:
    en, es = passage.en.of(addresses), passage.es.of(addresses)
    if not en and not es:
        return
    values_en, values_es = {each.value for each in en}, {each.value for each in es}
    left_en = [each for each in en if each.value not in values_es]
    left_es = [each for each in es if each.value not in values_en]
    both = min(len(left_en), len(left_es))
    for a, b in zip(left_en[:both], left_es[:both], strict=True):
        yield _finding(passage, "link.differ", a, b)
    for a in left_en[both:]:
        yield _finding(passage, "link.en", a, None)
    for b in left_es[both:]:
        yield _finding(passage, "link.es", None, b)


def _finding(passage: Passage, wording: str, en: Link | None, es: Link | None) -> Divergence:
    return finding(
        CHECK,
        passage,
        wording,
        en=[(en.start, en.end)] if en else [],
        es=[(es.start, es.end)] if es else [],
        facts_en=[en.value] if en else [],
        facts_es=[es.value] if es else [],
        severity=None if en and es else Severity.MINOR,
        en_text=passage.en.text[en.start : en.end] if en else "",
        es_text=passage.es.text[es.start : es.end] if es else "",
    )


CHECK = Check(
    name="link",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A web or mail address that differs or stands in one version only",
    in_bead=_run,
)
