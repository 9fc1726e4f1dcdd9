"""Where sentences and clauses begin and end.

What always holds: spans are in order, do not overlap, hold no white space at their ends, and
every visible sign of the text is in exactly one; a text without a sentence end is one sentence.
A sentence is never cut by its clauses' spans: clauses lie inside sentences.
"""

from __future__ import annotations

import re
from functools import cache

from aligner.language.folding import lowered
from aligner.language.tables import table
from aligner.text.segment import Side, Span

# A final mark, what closes after it, white space, what opens the next sentence. A row of marks is tried
# from its first one alone: else a text of nothing but marks would take quadratic time.
_END = re.compile(r"(?<![.!?…。])[.!?…。]+[\"'”’»)\]]*(?=\s+[¿¡\"'“‘«(\[—–-]*[^\W_])")
_OPENERS = " \t\r\n\u00a0\u2009\u202f\u2028\u2029¿¡\"'“‘«([—–-"
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]]*$")
# No abbreviation is longer, with the marks behind it.
_LONGEST = 40
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_STRONG = re.compile(r"[;:](?=\s)|\s[—–](?=\s)|—(?=\w)")
_COMMA = re.compile(r",(?=\s)")
_LEAST_WORDS = 3  # a clause cut at a comma has at least so many words
_WORDS = re.compile(r"[^\W_]+")


@cache
def _abbreviations(side: Side) -> tuple[frozenset[str], frozenset[str]]:
    rules = table("abbreviations")
    return frozenset(rules["always"][side]), frozenset(rules["between"][side])


@cache
def abbreviations(side: Side) -> frozenset[str]:
    """The words that may end in a point of their own, without it, in small letters."""
    return frozenset().union(*_abbreviations(side))


@cache
def _words(which: str, side: Side) -> frozenset[str]:
    return frozenset(table("clauses")[which][side])


def _ends(text: str, small: str, start: int, stop: int, side: Side) -> bool:
    """Whether the mark that ends at `stop` ends the sentence that began at `start`."""
    next_at = stop
    while next_at < len(text) and text[next_at] in _OPENERS:
        next_at += 1
    opener = text[stop:next_at].strip()
    first = text[next_at : next_at + 1]
    if first.islower() and not opener.startswith(("¿", "¡")):
        return False
    found = _WORD_BEFORE.search(small, max(start, stop - _LONGEST), stop)
    before = found.group().rstrip(".…!?") if found else ""
    mark = text[start:stop].rstrip("\"'”’»)]")
    if mark.endswith(("?", "!", "…")) or not before:
        return True
    always, between = _abbreviations(side)
    if before in always or (len(before) == 1 and before.isalpha()):
        return False
    if before.isdigit() and not text[start : stop - len(before) - 1].strip():
        return False  # a printed number at the head of the paragraph
    if before in between or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", before):
        word = _WORD_AFTER.match(small, next_at)
        return word is not None and word.group() in _words("starters", side)
    return True


def _trimmed(text: str, start: int, stop: int) -> Span | None:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return (start, stop) if start < stop else None


def sentences(text: str, side: Side) -> tuple[Span, ...]:
    """The sentences of `text`, which is in the language `side`, as spans of code points."""
    spans: list[Span] = []
    small = lowered(text)
    start = 0
    for found in _END.finditer(text):
        if _ends(text, small, start, found.end(), side):
            span = _trimmed(text, start, found.end())
            if span:
                spans.append(span)
            start = found.end()
    span = _trimmed(text, start, len(text))
    if span:
        spans.append(span)
    return tuple(spans)


def _cuts(text: str, span: Span, side: Side) -> list[int]:
    start, stop = span
    cuts = [found.end() for found in _STRONG.finditer(text, start, stop)]
    connectors = _words("connectors", side)
    small = lowered(text[start:stop])
    for found in _COMMA.finditer(text, start, stop):
        word = _WORD_AFTER.search(small, found.end() - start)
        if word is not None and word.group() in connectors:
            cuts.append(found.end())
    return sorted(set(cuts))


def clauses(text: str, side: Side) -> tuple[Span, ...]:
    """The clauses of `text` as spans: sentences cut at semicolons, colons, dashes, and at commas
    before a connector where both parts have three words or more."""
    spans: list[Span] = []
    for sentence in sentences(text, side):
        start = sentence[0]
        for cut in _cuts(text, sentence, side):
            strong = text[cut - 1] != ","
            least = 1 if strong else _LEAST_WORDS
            if (
                len(_WORDS.findall(text[start:cut])) < least
                or len(_WORDS.findall(text[cut : sentence[1]])) < least
            ):
                continue
            span = _trimmed(text, start, cut)
            if span:
                spans.append(span)
                start = cut
        span = _trimmed(text, start, sentence[1])
        if span:
            spans.append(span)
    return tuple(spans)
