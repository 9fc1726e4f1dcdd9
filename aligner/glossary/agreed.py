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
_MOST = 5_000
"""The most stretches of one segment that are measured against one wording."""
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
    """All stretches of `words` that are like `wording`, the most alike first taken, none over
    another, in order."""
    offers = sorted(_offers(words, wording), key=lambda offer: (-offer[0], offer[1]))
    taken: set[int] = set()
    found: list[tuple[int, int]] = []
    for _, start, end in offers:
        if not taken.intersection(range(start, end)):
            taken.update(range(start, end))
            found.append((start, end))
    # A shorter mention is no wrong quotation: what stands there stands so in the wording.
    return sorted(each for each in found if not _shorter(words[each[0] : each[1]], wording))


def _window(words: list[str], wording: list[str]) -> tuple[int, int] | None:
    """The stretch of `words` that is most like `wording`, or None where none is alike enough."""
    offers = list(_offers(words, wording))
    if not offers:
        return None
    _, start, end = max(offers, key=lambda offer: (offer[0], -offer[1]))
    return None if _shorter(words[start:end], wording) else (start, end)


def _shorter(part: list[str], wording: list[str]) -> bool:
    return len(part) < len(wording) and any(
        wording[n : n + len(part)] == part for n in range(len(wording))
    )


def _offers(words: list[str], wording: list[str]) -> Iterator[tuple[float, int, int]]:
    """Stretches that are alike enough, with how much (Ratcliff and Metzener 1988)."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wording)
    known = set(wording)
    tried = 0
    for start, word in enumerate(words):
        if word not in known or tried > _MOST:
            continue
        for size in (len(wording), len(wording) - 1, len(wording) + 1):
            end = min(len(words), start + size)
            if size < 2 or words[end - 1] not in known:
                continue
            if words[start:end] == wording:
                yield 1.0, start, end
                continue
            tried += 1
            matcher.set_seq1(words[start:end])
            if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                ratio = matcher.ratio()
                if ratio >= _ALIKE:
                    yield ratio, start, end


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
