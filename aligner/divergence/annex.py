"""An annex that is announced and absent, or that stands in one version only.

What always holds: an annex is present where a short segment begins with its name; a mention that
names another instrument (*Annex I to the Convention*) announces nothing. It speaks only of
documents that hold an annex in some version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Context, Passage
from aligner.divergence.registry import Check
from aligner.language.labels import readings
from aligner.text.segment import SIDES, Side, Span

_NAME = re.compile(
    r"\b(?:Annex|Appendix|Anexo|Apéndice)(?:\s+([IVXLC]+|\d{1,2}|[A-Z]))?\b(?!\s*[a-z]*s\b)"
)
_ELSEWHERE = re.compile(r"\s*(?:to|of|al|a la|del|de la|de los|de)\b", re.IGNORECASE)
# A heading has at most so many words.
_HEADING = 14

_Found = dict[str, tuple[Passage, Span]]


def _run(context: Context) -> Iterator[Divergence]:
    present: dict[Side, _Found] = {"en": {}, "es": {}}
    announced: dict[Side, _Found] = {"en": {}, "es": {}}
    for passage in context.passages:
        for side in SIDES:
            reading = passage.side(side)
            for match in _NAME.finditer(reading.text):
                name = _value(match[1])
                if not reading.text[: match.start()].strip() and len(reading.words) <= _HEADING:
                    present[side].setdefault(name, (passage, match.span()))
                elif not _ELSEWHERE.match(reading.text, match.end()):
                    announced[side].setdefault(name, (passage, match.span()))
    if not present["en"] and not present["es"]:
        return
    for side in SIDES:
        other: Side = "es" if side == "en" else "en"
        for name, (passage, span) in sorted(present[side].items()):
            if name not in present[other]:
                yield _said("annex.one", passage, side, name, span)
        for name, (passage, span) in sorted(announced[side].items()):
            if name and name not in present["en"] and name not in present["es"]:
                yield _said("annex.absent", passage, side, name, span)


def _value(label: str | None) -> str:
    """An annex's number as one name, whatever its digits."""
    if not label:
        return ""
    return min(("".join(each) for each in readings(label)), default="")


def _said(wording: str, passage: Passage, side: Side, name: str, span: Span) -> Divergence:
    english = side == "en"
    return finding(
        CHECK,
        passage,
        f"{wording}.{side}",
        en=[span] if english else [],
        es=[] if english else [span],
        facts_en=[f"annex {name}"] if english else ["-"],
        facts_es=["-"] if english else [f"annex {name}"],
        name=passage.side(side).text[slice(*span)],
    )


CHECK = Check(
    name="annex",
    mqm="omission",
    severity=Severity.MINOR,
    version=1,
    about="An annex that is announced and absent, or that stands in one version only",
    in_document=_run,
)
