"""Words that nearly say a preferred term: misspelt, in another order, or rendered from the other
language word by word.

What always holds: this speaks only where it is safe. All words of the term but one stand there, and
the odd one is either no word that we know and one letter off, or a literal rendering of what the
other language says for the same concept (early alert system, from alerta temprana); or all words
stand there in another order. A text that holds the term itself at that place is never named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from aligner.glossary.concept import Concept, ConceptKind, Glossary, Status, Term
from aligner.glossary.tokens import FREE, Tokens, bare, tokens
from aligner.language.folding import lowered
from aligner.language.inflection import forms, function_words, kinds
from aligner.language.vocabulary import en_keys, en_known, es_keys, es_known
from aligner.text.segment import Side

_LEAST = 5
"""The fewest letters of a word that can be called misspelt."""


class NearKind(StrEnum):
    """How the words differ from the term."""

    MISSPELT = "misspelt"
    REORDERED = "reordered"
    LITERAL = "literal"


@dataclass(frozen=True, slots=True)
class Near:
    """Code points [start, end) of a text that nearly say `term`."""

    kind: NearKind
    concept: Concept
    term: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Row:
    concept: Concept
    term: Term
    words: tuple[str, ...]
    accepted: tuple[frozenset[str], ...]
    content: tuple[int, ...]
    across: frozenset[str]


class NearMisses:
    """The preferred and admitted terms of a glossary, ready to be nearly found in one language."""

    def __init__(self, glossary: Glossary, side: Side) -> None:
        self.side: Side = side
        self._rows: list[_Row] = []
        self._by_word: dict[str, list[int]] = {}
        self._forms: set[str] = set()
        for concept in glossary.concepts:
            if concept.kind is ConceptKind.QUOTATION:
                continue
            for term in concept.terms(side):
                if term.status in (Status.PREFERRED, Status.ADMITTED):
                    self._add(concept, term)

    def find(self, text: str, taken: set[int]) -> Iterator[Near]:
        """What nearly says a term in `text`, outside the code points `taken` (where terms stand)."""
        read = tokens(text)
        shapes = [bare(word) for word in read.words]
        rows = {row for shape in set(shapes) for row in self._by_word.get(shape, ())}
        for number in sorted(rows):
            row = self._rows[number]
            for first, last, kind in self._places(row, read, shapes):
                start, end = read.starts[first], read.ends[last]
                if not any(at in taken for at in range(start, end)):
                    yield Near(kind, row.concept, row.term, start, end)

    def _add(self, concept: Concept, term: Term) -> None:
        words = tuple(tokens(term.text).words)
        function = function_words(self.side)
        content = tuple(n for n, word in enumerate(words) if word not in function)
        how = kinds(words, self.side, term.part_of_speech)
        accepted = tuple(
            frozenset(bare(form) for form in forms(word, kind, self.side))
            for word, kind in zip(words, how, strict=True)
        )
        self._forms.update(*accepted)
        if len(content) < 2:
            return
        across = concept.terms("es" if self.side == "en" else "en")
        other: set[str] = set()
        for each in across:
            for word in tokens(each.text).words:
                if word not in function_words("es" if self.side == "en" else "en"):
                    other |= _keys(word, "es" if self.side == "en" else "en")
        self._rows.append(_Row(concept, term, words, accepted, content, frozenset(other)))
        for n in content:
            for form in accepted[n]:
                self._by_word.setdefault(form, []).append(len(self._rows) - 1)

    def _places(
        self, row: _Row, read: Tokens, shapes: list[str]
    ) -> Iterator[tuple[int, int, NearKind]]:
        length = len(row.words)
        for first in range(len(read) - length + 1):
            if any(read.gaps[at] != FREE and length < 4 for at in range(first, first + length - 1)):
                continue
            odd = [n for n in range(length) if shapes[first + n] not in row.accepted[n]]
            if len(odd) == 1 and odd[0] in row.content:
                kind = self._one_odd(row, odd[0], read.words[first + odd[0]])
                if kind is not None:
                    yield first, first + length - 1, kind
        if len(row.content) >= 3:
            yield from self._reordered(row, read, shapes)

    def _one_odd(self, row: _Row, n: int, word: str) -> NearKind | None:
        if word in function_words(self.side):
            return None
        known = en_known if self.side == "en" else es_known
        shape = lowered(word)
        if (
            bare(word) not in self._forms
            and not known(shape)
            and any(_one_off(bare(word), form) for form in row.accepted[n])
        ):
            return NearKind.MISSPELT
        # What the other words of the term render is no reason for this one.
        rest = frozenset().union(*(_keys(w, self.side) for m, w in enumerate(row.words) if m != n))
        literal = (_keys(word, self.side) & row.across) - rest
        same_root = any(bare(form)[:_LEAST] == bare(word)[:_LEAST] for form in row.accepted[n])
        if (
            literal
            and not same_root
            and row.term.status is Status.PREFERRED
            and bare(word) not in self._forms
        ):
            return NearKind.LITERAL
        return None

    def _reordered(
        self, row: _Row, read: Tokens, shapes: list[str]
    ) -> Iterator[tuple[int, int, NearKind]]:
        """All content words within as many words, in another order, little between them."""
        wanted = [row.accepted[n] for n in row.content]
        function = function_words(self.side)
        span = len(row.content) + 3
        for first in range(len(read)):
            left = list(wanted)
            order: list[int] = []
            for at in range(first, min(first + span, len(read))):
                if at > first and read.gaps[at - 1] != FREE:
                    break
                hit = next((n for n, form in enumerate(left) if shapes[at] in form), None)
                if hit is None:
                    if not order or shapes[at] not in function:
                        break
                    continue
                order.append(wanted.index(left.pop(hit)))
                if not left:
                    if order != sorted(order):
                        yield first, at, NearKind.REORDERED
                    break


def _keys(word: str, side: Side) -> frozenset[str]:
    shape = lowered(word)
    found = en_keys(shape) if side == "en" else es_keys(shape)
    return frozenset(key for key in found if not key.startswith("#"))


def _one_off(word: str, form: str) -> bool:
    """Whether one letter too many, too few, or two neighbours exchanged part the two (Damerau 1964,
    without the exchange of one letter for another: police is no policy)."""
    if min(len(word), len(form)) < _LEAST or word[0] != form[0] or abs(len(word) - len(form)) > 1:
        return False
    if len(word) == len(form):
        differing = [n for n in range(len(word)) if word[n] != form[n]]
        return (
            len(differing) == 2
            and differing[1] == differing[0] + 1
            and word[differing[0]] == form[differing[1]]
            and word[differing[1]] == form[differing[0]]
        )
    longer, shorter = (word, form) if len(word) > len(form) else (form, word)
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
