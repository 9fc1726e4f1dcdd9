"""Square brackets of negotiated text, as structure.

In a draft, contested wording stands in brackets: `[...]`, with the side that wants it `[MX: ...]`,
or with its alternatives `[shall / should]`, nested at will. What always holds: brackets come in
text order, inner ones inside their outer one; a bracket without its partner is no structure and
is told apart; spans are code points of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from aligner.text.segment import Span

MAX_NESTING = 40
"""Brackets within brackets beyond this depth are taken for signs without structure."""

# "MX", "US/MX", "EE. UU.", "United States": a party or several, then a colon and a blank.
_PARTY = r"[A-ZÁÉÍÓÚÑ][\w.]{0,20}(?:[ \u00a0](?:(?:of|de|del|los|las|the|and|y) ){0,2}[A-ZÁÉÍÓÚÑ][\w.]{0,20}){0,4}"
_BY = re.compile(rf"\s*(?P<by>{_PARTY}(?:\s?[/,+&]\s?{_PARTY}){{0,4}})\s?:(?=\s|$)")
_NO_PARTY = frozenset(("note", "nota", "see", "véase", "n.b", "nb", "comment", "comentario"))
_CHOICE = re.compile(r"[\w\u00ad'’-]+(?:/[\w'’-]+)+")
_NO_CHOICE = frozenset(("and/or", "y/o", "he/she", "his/her", "km/h", "o/y", "w/o", "c/u"))
_ELLIPSIS = re.compile(r"\s*(?:\.\s?\.\s?\.|…)\s*")
_BLANK = re.compile(r"[\s_.·●•\u2022x-]*", re.IGNORECASE)
_REFERENCE = re.compile(r"\s*(?:\^?\d{1,3}|\*{1,3}|sic\.?|n\. de la t\.|[a-z])\s*", re.IGNORECASE)
_SLASH = re.compile(r"\s/\s")


class BracketKind(StrEnum):
    """What a pair of brackets says."""

    TEXT = "text"
    ATTRIBUTED = "attributed"
    OPTIONS = "options"
    BLANK = "blank"
    ELLIPSIS = "ellipsis"
    REFERENCE = "reference"

    @property
    def open(self) -> bool:
        """Whether something is still to be agreed: an omission mark, a note number and *sic* are
        ordinary editing."""
        return self not in (BracketKind.ELLIPSIS, BracketKind.REFERENCE)


@dataclass(frozen=True, slots=True)
class Option:
    """One wording inside brackets, without blanks at its ends; `by` is who proposes it, as
    written, or empty."""

    start: int
    end: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of brackets: `text[start] == "["` and `text[end - 1] == "]"`. `options` holds the
    alternatives, or the one wording; `inner` the brackets directly inside."""

    kind: BracketKind
    start: int
    end: int
    by: str = ""
    options: tuple[Option, ...] = ()
    inner: tuple[Bracket, ...] = ()

    def walk(self) -> Iterator[Bracket]:
        """This bracket and all inside it, outermost first."""
        yield self
        for bracket in self.inner:
            yield from bracket.walk()


def brackets(text: str) -> tuple[Bracket, ...]:
    """The outermost brackets of `text` in order, each with those inside it."""
    return _parse(text)[0] if "[" in text else ()


def stray(text: str) -> tuple[Span, ...]:
    """The brackets of `text` that have no partner, in order."""
    return _parse(text)[1] if "[" in text or "]" in text else ()


def open_brackets(text: str) -> int:
    """How many brackets of `text`, inner ones too, are still to be agreed: what `brackets.open`
    counts."""
    return sum(each.kind.open for outer in brackets(text) for each in outer.walk())


def _parse(text: str) -> tuple[tuple[Bracket, ...], tuple[Span, ...]]:
    opened: list[tuple[int, list[Bracket]]] = []
    outermost: list[Bracket] = []
    alone: list[int] = []
    for match in re.finditer(r"[\[\]]", text):
        place = match.start()
        if match.group() == "[":
            opened.append((place, []))
        elif opened:
            start, inside = opened.pop()
            if len(opened) >= MAX_NESTING:
                alone += (start, place)
                continue
            closed = _bracket(text, start, place + 1, tuple(inside))
            (opened[-1][1] if opened else outermost).append(closed)
        else:
            alone.append(place)
    for start, inside in opened:
        # Never closed: what it holds stands one level further out.
        alone.append(start)
        outermost += inside
    outermost.sort(key=lambda bracket: bracket.start)
    return tuple(outermost), tuple((place, place + 1) for place in sorted(alone))


def _bracket(text: str, start: int, end: int, inner: tuple[Bracket, ...]) -> Bracket:
    body = text[start + 1 : end - 1]
    if not inner:
        if _ELLIPSIS.fullmatch(body):
            return Bracket(BracketKind.ELLIPSIS, start, end)
        if _BLANK.fullmatch(body):
            return Bracket(BracketKind.BLANK, start, end)
        if _REFERENCE.fullmatch(body):
            return Bracket(BracketKind.REFERENCE, start, end)
    options = tuple(_option(text, *span) for span in _alternatives(text, start + 1, end - 1, inner))
    if len(options) > 1:
        return Bracket(BracketKind.OPTIONS, start, end, "", options, inner)
    kind = BracketKind.ATTRIBUTED if options[0].by else BracketKind.TEXT
    return Bracket(kind, start, end, options[0].by, options, inner)


def _alternatives(text: str, start: int, end: int, inner: tuple[Bracket, ...]) -> list[Span]:
    body = text[start:end].strip()
    if not inner and _CHOICE.fullmatch(body) and body.lower() not in _NO_CHOICE:
        cuts = [(m.start(), m.end()) for m in re.finditer("/", text[start:end])]
    else:
        cuts = [(m.start(), m.end()) for m in _SLASH.finditer(text[start:end])]
    holes = [(bracket.start - start, bracket.end - start) for bracket in inner]
    spans: list[Span] = []
    last = 0
    for a, b in cuts:
        if not any(hole[0] <= a < hole[1] for hole in holes):
            spans.append((start + last, start + a))
            last = b
    return [*spans, (start + last, end)]


def _option(text: str, start: int, end: int) -> Option:
    by = ""
    match = _BY.match(text, start, end)
    if match and match["by"].lower().rstrip(".") not in _NO_PARTY:
        by, start = match["by"], match.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Option(start, end, by)
