"""Agreed wording: titles of instruments and passages of earlier texts, which are quoted and not
rephrased.

What always holds: words are compared, in their order and with their accents; capitals, quotation
marks and punctuation are not. A text that says something else altogether is no quotation: only what
has most words of the agreed wording is measured against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from aligner.glossary.concept import Concept, ConceptKind, Glossary, Status, Term
from aligner.glossary.tokens import Tokens, tokens
from aligner.text.segment import Side, Span

_ALIKE = 0.7
"""The share of words that makes a passage a quotation of an agreed wording."""
_LEAST = 4
"""The fewest words of a wording, or of a quoted passage, that are compared."""
_MOST = 20
"""The most quotations of one wording that are looked for in one segment."""
_QUOTED = re.compile(r"“([^”]+)”|«([^»]+)»|\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Misquotation:
    """Code points [start, end) of a text that quote `term` in other words. `differing` are the spans
    of what is not so in the wording, `wording` how it should read there."""

    concept: Concept
    term: Term
    start: int
    end: int
    differing: tuple[Span, ...]
    wording: str


class AgreedWordings:
    """The titles and quotations of a glossary in one language, ready to be checked against."""

    def __init__(self, glossary: Glossary, side: Side) -> None:
        self._wordings = [
            (concept, term, tokens(term.text))
            for concept in glossary.concepts
            if concept.kind in (ConceptKind.TITLE, ConceptKind.QUOTATION)
            for term in concept.terms(side)
            if term.status in (Status.PREFERRED, Status.ADMITTED)
        ]

    def check(self, text: str) -> tuple[Misquotation, ...]:
        """Every passage of `text` that quotes an agreed wording wrongly, in order of place."""
        read = tokens(text)
        present = set(read.words)
        found: list[Misquotation] = []
        exact: list[Span] = []
        for concept, term, wording in self._wordings:
            if len(wording) < _LEAST:
                continue
            if len(present.intersection(wording.words)) < _ALIKE * len(set(wording.words)):
                found.extend(self._partial(concept, term, wording, text))
                continue
            windows = _windows(read.words, wording.words)
            if not windows:
                found.extend(self._partial(concept, term, wording, text))
            for window in windows:
                if read.words[window[0] : window[1]] == wording.words:
                    exact.append((read.starts[window[0]], read.ends[window[1] - 1]))
                else:
                    found.append(_misquoted(concept, term, read, window, wording, term.text))
        kept = [
            each
            for each in found
            if not any(start <= each.start and each.end <= end for start, end in exact)
        ]
        return tuple(sorted(kept, key=lambda each: (each.start, each.end, each.concept.id)))

    def _partial(
        self, concept: Concept, term: Term, wording: Tokens, text: str
    ) -> Iterator[Misquotation]:
        """Passages between quotation marks that quote a part of the wording."""
        for match in _QUOTED.finditer(text):
            quoted = next(group for group in match.groups() if group is not None)
            read = tokens(quoted)
            if len(read) < _LEAST:
                continue
            part = _window(wording.words, read.words)
            if part is None or wording.words[part[0] : part[1]] == read.words:
                continue
            shift = match.start() + 1
            whole = (0, len(read))
            said = term.text[wording.starts[part[0]] : wording.ends[part[1] - 1]]
            inner = wording.part(*part)
            missed = _misquoted(concept, term, read, whole, inner, said)
            yield Misquotation(
                concept,
                term,
                missed.start + shift,
                missed.end + shift,
                tuple((start + shift, end + shift) for start, end in missed.differing),
                said,
            )


def _windows(words: list[str], wording: list[str]) -> list[tuple[int, int]]:
    """All stretches of `words` that are like `wording`, none over another, in order."""
    found: list[tuple[int, int]] = []
    pending = [(0, len(words))]
    while pending and len(found) < _MOST:
        start, end = pending.pop()
        window = _window(words[start:end], wording) if end - start > 1 else None
        if window is not None:
            first, last = window[0] + start, window[1] + start
            found.append((first, last))
            pending += [(start, first), (last, end)]
    return sorted(found)


def _window(words: list[str], wording: list[str]) -> tuple[int, int] | None:
    """The stretch of `words` that is most like `wording`, or None where none is alike enough."""
    for start in range(len(words) - len(wording) + 1):
        if words[start : start + len(wording)] == wording:
            return start, start + len(wording)
    best: tuple[float, int, int] | None = None
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wording)
    known = set(wording)
    for start, word in enumerate(words):
        if word not in known:
            continue
        for size in (len(wording), len(wording) - 1, len(wording) + 1):
            end = min(len(words), start + size)
            if size < 2 or words[end - 1] not in known:
                continue
            matcher.set_seq1(words[start:end])
            alike = matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE
            ratio = matcher.ratio() if alike else 0.0
            if ratio >= _ALIKE and (best is None or ratio > best[0]):
                best = (ratio, start, end)
    if best is None:
        return None
    _, start, end = best
    # A shorter mention is no wrong quotation: what stands there stands so in the wording.
    part = words[start:end]
    shorter = any(wording[n : n + len(part)] == part for n in range(len(wording)))
    return None if shorter else (start, end)


def _misquoted(
    concept: Concept,
    term: Term,
    read: Tokens,
    window: tuple[int, int],
    wording: Tokens,
    said: str,
) -> Misquotation:
    first, last = window
    matcher = SequenceMatcher(None, read.words[first:last], wording.words, autojunk=False)
    differing = [
        (read.starts[first + a], read.ends[first + max(a, b - 1)])
        for kind, a, b, _, _ in matcher.get_opcodes()
        if kind != "equal" and first + a < last
    ]
    return Misquotation(
        concept, term, read.starts[first], read.ends[last - 1], tuple(differing), said
    )
