"""Checking lines of a bitext file: each line is one bead already, so nothing is aligned.

What always holds: a line without a document is judged alone; lines of one document that follow one
another are judged together; the answer has one list of flags for each line, in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypedDict

from aligner.alignment.bead import Bead, Bitext
from aligner.divergence.check import run
from aligner.divergence.divergence import Divergence, Place
from aligner.divergence.passage import Context
from aligner.divergence.settings import Settings
from aligner.divergence.wording import message
from aligner.glossary.concept import Glossary
from aligner.text.digest import digest
from aligner.text.document import Document
from aligner.text.segment import Kind, Segment, Side

if TYPE_CHECKING:
    from aligner.glossary.matching import Matcher


class Flag(TypedDict):
    """One finding in one line, in the shape of interfaces.md; spans are code points of the line."""

    type: str
    severity: str
    side: str
    span: list[int] | None
    en: list[list[int]]
    es: list[list[int]]
    mqm: str
    message: str


def check_lines(
    lines: Sequence[tuple[str, str]],
    *,
    documents: Sequence[str | None] | None = None,
    glossary: Glossary | None = None,
    settings: Settings | None = None,
    regions: tuple[str, str] = ("en", "es"),
) -> list[list[Flag]]:
    """The flags of each of `lines` (English, Spanish).

    `documents` names the document of each line, None for a line of its own; a name that returns
    after another is a new document. `regions` without a country
    accept every way to write figures. A finding with evidence in several lines of a document is a
    flag in each of them, and one with evidence on both sides a flag on each side.
    """
    matcher = _matcher(glossary)
    flags: list[list[Flag]] = []
    for group in _groups(lines, documents):
        context = Context(_bitext(group, regions), glossary, settings, matcher=matcher)
        flags += _flags(run(context), len(group))
        context.release()
    return flags


def _matcher(glossary: Glossary | None) -> Matcher | None:
    if glossary is None or not glossary.concepts:
        return None
    from aligner.glossary.matching import Matcher

    return Matcher(glossary)


def _groups(
    lines: Sequence[tuple[str, str]], documents: Sequence[str | None] | None
) -> Iterator[Sequence[tuple[str, str]]]:
    if documents is None:
        for index in range(len(lines)):
            yield lines[index : index + 1]
        return
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or documents[index] is None or documents[index] != documents[start]:
            yield lines[start:index]
            start = index


def _bitext(group: Sequence[tuple[str, str]], regions: tuple[str, str]) -> Bitext:
    return Bitext(
        _document([en for en, _ in group], "en", regions[0]),
        _document([es for _, es in group], "es", regions[1]),
        tuple(Bead((index,), (index,), 1.0) for index in range(len(group))),
    )


def _document(texts: Sequence[str], side: Side, region: str) -> Document:
    segments = tuple(
        Segment(Kind.PARAGRAPH, text, index, digest(text)) for index, text in enumerate(texts)
    )
    return Document(side, region, "", segments)


def _flags(divergences: Sequence[Divergence], lines: int) -> list[list[Flag]]:
    flags: list[list[Flag]] = [[] for _ in range(lines)]
    for divergence in divergences:
        touched = {place.segment for place in (*divergence.en, *divergence.es)}
        for line in sorted(touched or {divergence.bead}):
            en, es = _spans(divergence.en, line), _spans(divergence.es, line)
            for side, spans in (("es", es), ("en", en)):
                if spans:
                    flags[line].append(_flag(divergence, side, spans[0], en, es))
            if not en and not es:
                flags[line].append(_flag(divergence, "es", None, en, es))
    return flags


def _flag(
    divergence: Divergence,
    side: str,
    span: list[int] | None,
    en: list[list[int]],
    es: list[list[int]],
) -> Flag:
    return Flag(
        type=divergence.check,
        severity=divergence.severity.word,
        side=side,
        span=span,
        en=en,
        es=es,
        mqm=divergence.mqm,
        message=message(divergence),
    )


def _spans(places: Sequence[Place], line: int) -> list[list[int]]:
    return [[place.start, place.end] for place in places if place.segment == line]
