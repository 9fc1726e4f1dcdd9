"""Web and mail addresses.

What always holds: the English and the Spanish edition of one page are the same address; addresses
compare as a set, since one side may repeat one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.compounds import renders
from aligner.language.links import Link, addresses
from aligner.language.reading import Reading

_PARTS = re.compile(r"[/@.?&=#:]")
_HOST = re.compile(r"/?(?:[^/@]*@)?([^/:?#]*)")
# Hosts that are kept for examples.
_SAMPLE = re.compile(r"(?:^|\.)(?:example|test|invalid|localhost)(?:\.(?:com|net|org|edu))?$")
# "[the guidelines][guide]": a link by its label.
_REFERRED = re.compile(r"\]\[[^\[\]\n]{0,80}\]")


def _run(passage: Passage) -> Iterator[Divergence]:
    en, es = passage.en.of(addresses), passage.es.of(addresses)
    if not en and not es:
        return
    values_en, values_es = {each.value for each in en}, {each.value for each in es}
    left_en = [each for each in en if each.value not in values_es]
    left_es = [each for each in es if each.value not in values_en]
    both = min(len(left_en), len(left_es))
    for a, b in zip(left_en[:both], left_es[:both], strict=True):
        yield _finding(passage, "link.differ", a, b, _weight(a.value, b.value))
    for a in left_en[both:]:
        yield _finding(passage, "link.en", a, None, _alone(passage.es))
    for b in left_es[both:]:
        yield _finding(passage, "link.es", None, b, _alone(passage.en))


def _weight(en: str, es: str) -> Severity | None:
    """What it weighs that two addresses differ: a sample leads nowhere, and either version may give
    it words of its own."""
    if _localised(en, es):
        return Severity.INFO
    ours, theirs = _host(en), _host(es)
    invented = ours != theirs and _localised(ours, theirs)
    reserved = _SAMPLE.search(ours) and _SAMPLE.search(theirs)
    return Severity.MINOR if invented or reserved else None


def _host(address: str) -> str:
    found = _HOST.match(address)
    return found[1] if found else ""


def _localised(en: str, es: str) -> bool:
    """Whether two addresses are one sample whose words each version says in its language."""
    ours, theirs = _PARTS.split(en), _PARTS.split(es)
    return len(ours) == len(theirs) and all(
        a == b or renders(a, b) for a, b in zip(ours, theirs, strict=True)
    )


def _alone(there: Reading) -> Severity:
    """What an address weighs that the other version lacks: where that refers to its links by their
    labels, the address stands at the end of its document."""
    return Severity.INFO if _REFERRED.search(there.text) else Severity.MINOR


def _finding(
    passage: Passage,
    wording: str,
    en: Link | None,
    es: Link | None,
    severity: Severity | None,
) -> Divergence:
    return finding(
        CHECK,
        passage,
        wording,
        en=[(en.start, en.end)] if en else [],
        es=[(es.start, es.end)] if es else [],
        facts_en=[en.value] if en else [],
        facts_es=[es.value] if es else [],
        severity=severity,
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
