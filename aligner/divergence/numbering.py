"""Printed numbers and levels that differ between the versions of one paragraph.

What always holds: numbers are compared by value ((a) and a), IV and 4); a number on one side alone
says nothing, because formats number in different ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Context, Passage
from aligner.divergence.registry import Check
from aligner.language.labels import readings, shifted
from aligner.text.segment import Kind, Segment, Span

# A number that opens a line: 3. or (a) or IV. before a word.
_PRINTED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zñ]|[ivxl]+|[IVXL]+)(?:\)|\.)\s+(?=\w)")


def _run(context: Context) -> Iterator[Divergence]:
    with_tilde = any("ñ" in segment.label.lower() for segment in context.bitext.es.segments)
    for passage in context.passages:
        english, spanish = passage.segments["en"], passage.segments["es"]
        if not english or not spanish:
            continue
        one, other = english[0], spanish[0]
        label_en, label_es = _label(one), _label(other)
        values_en, values_es = readings(label_en), readings(label_es)
        if with_tilde:
            values_es = {shifted(each) for each in values_es}
        if values_en and values_es and not values_en & values_es:
            yield finding(
                CHECK,
                passage,
                "numbering.label",
                en=[_start(one)],
                es=[_start(other)],
                facts_en=[label_en],
                facts_es=[label_es],
                en_label=label_en,
                es_label=label_es,
            )
        elif one.kind is other.kind is Kind.HEADING and one.level != other.level:
            yield _level(passage, one, other)


def _label(segment: Segment) -> str:
    """The printed number: the reader's, or the one that begins a line of a bitext file."""
    match = _PRINTED.match(segment.text) if not segment.label else None
    return match[0].strip() if match else segment.label


def _level(passage: Passage, one: Segment, other: Segment) -> Divergence:
    return finding(
        CHECK,
        passage,
        "numbering.level",
        en=[_start(one)],
        es=[_start(other)],
        facts_en=[f"level {one.level}"],
        facts_es=[f"level {other.level}"],
        severity=Severity.INFO,
        en_level=str(one.level),
        es_level=str(other.level),
    )


def _start(segment: Segment) -> Span:
    """The first word of a segment: its label stands before the text."""
    text = segment.text
    first = text.split(maxsplit=1)[0] if text.split() else ""
    at = text.find(first)
    return at, at + len(first)


CHECK = Check(
    name="numbering",
    mqm="locale-convention",
    severity=Severity.MINOR,
    version=1,
    about="Printed numbers or heading levels that differ between the versions",
    in_document=_run,
)
