"""The terms of one language compiled into one automaton over lookup forms.

What always holds: a term is a row of word classes; a class is a word with all its forms; the forms
of all classes are the keys of one dictionary, and the rows are one trie. So the cost of reading a
text depends on the text, not on the number of terms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from aligner.glossary.concept import Concept, Glossary, Term
from aligner.glossary.tokens import FREE, bare, tokens
from aligner.language.inflection import WordKind, facts, forms, kinds
from aligner.text.segment import Side

# Accents that tell two words apart: terminó and término, secretaría and secretaria.
_CONTRASTIVE = re.compile(r"[áéíóú]$|í[ao]s?$")
# lavado de dinero, lavado del dinero; aplicación de la ley, de las leyes
_VARIANTS = {"de": "del", "a": "al", "la": "las", "las": "la", "el": "los", "los": "el"}
_EDGE = re.compile(r"[+#@$€£%°&]+")
_ACRONYM = 4
# Marks the plural of an acronym, so that Us is no plural of U nor the United States.
_PLURAL = "'s"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row stands for: a term of a concept, or a phrase in which that term is not seen."""

    concept: Concept
    term: Term
    first: WordKind
    words: tuple[str, ...]
    exception: bool = False
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Node:
    """A state of the trie: the classes that go on from here, the rows that end here, and the
    punctuation that a term has after this word."""

    following: dict[int, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    punctuation: set[str] = field(default_factory=set)


class Index:
    """The terms of one side. `classes(word, written)` gives the classes of a text's word."""

    def __init__(
        self,
        glossary: Glossary,
        side: Side,
        *,
        lemma: Callable[[str], str] | None = None,
    ) -> None:
        self.side: Side = side
        self.root = Node()
        self._exact: dict[str, tuple[int, ...]] = {}
        self._lenient: dict[str, tuple[int, ...]] = {}
        self._upper: dict[str, tuple[int, ...]] = {}
        self._ids: dict[tuple[str, WordKind, bool, bool], int] = {}
        self._lemma = lemma
        self._lemmas: dict[str, tuple[int, ...]] = {}
        self._guessed: dict[str, tuple[int, ...]] = {}
        self.joining = False
        for concept in glossary.concepts:
            for term in concept.terms(side):
                self._add_term(concept, term)

    def classes(self, word: str, written: str) -> tuple[int, ...]:
        """The classes that `word` (small letters), `written` so, may stand for."""
        found = self._exact.get(word, ())
        if not word.isascii() and self._lenient and not _CONTRASTIVE.search(word):
            found += self._lenient.get(bare(word), ())
        if self._upper and written[:1].isupper():
            key = word if written.isupper() else _acronym_plural(written)
            if key:
                found += self._upper.get(key, ())
        if "'" in word and not found:
            return self.classes(word.split("'")[0], written)
        if not found and self._lemma is not None:
            found = self._by_lemma(word)
        return found

    def _by_lemma(self, word: str) -> tuple[int, ...]:
        if word not in self._guessed:
            assert self._lemma is not None
            self._guessed[word] = self._lemmas.get(self._lemma(word).lower(), ())
        return self._guessed[word]

    def _add_term(self, concept: Concept, term: Term) -> None:
        self._add_row(concept, term, term.text, inflected=True)
        for form in term.forms:
            self._add_row(concept, term, form, inflected=False)
        for phrase in term.exceptions:
            self._add_row(concept, term, phrase, inflected=True, exception=True)

    def _add_row(
        self, concept: Concept, term: Term, text: str, *, inflected: bool, exception: bool = False
    ) -> None:
        row = tokens(text)
        if not len(row):
            return
        words, gaps = tuple(row.words), list(row.gaps)
        written = list(row.written)
        if self.side == "en" and term.part_of_speech == "verb" and words[0] == "to" and words[1:]:
            words, gaps, written = words[1:], gaps[1:], written[1:]
        part = "" if exception else term.part_of_speech
        how: tuple[WordKind, ...] = tuple("fixed" for _ in words)
        if inflected:
            how = kinds(words, self.side, part)
        shouted = len(words) > 1 and text.isupper() and max(map(len, words)) > _ACRONYM
        strict = len(words) == 1
        ids = [
            self._class(word, kind, strict, not shouted and _is_acronym(shown, strict))
            for word, kind, shown in zip(words, how, written, strict=True)
        ]
        before, after = _EDGE.match(text.strip()), _EDGE.search(text.strip()[-2:])
        entry = Entry(
            concept,
            term,
            how[0],
            words,
            exception,
            before[0] if before else "",
            after[0] if after and text.strip().endswith(after[0]) else "",
        )
        self._insert(ids, _punctuation(gaps, words, self.side), entry)
        hyphened = list(row.hyphened)
        if self.side == "en" and len(hyphened) + 1 == len(words):
            tails = facts("en", "compound_tails")
            # policy maker, policymaker
            for n, (first, second) in enumerate(pairwise(words)):
                hyphened[n] = hyphened[n] or (second in tails and len(first) > 3)
            if inflected and len(words) == 1:
                self._insert_parted(words[0], entry)
        for joining in {tuple(row.hyphened), tuple(hyphened)}:
            self._insert_joined(joining, words, how, entry)

    def _insert(self, ids: Iterable[int], punctuation: list[set[str]], entry: Entry) -> None:
        node = self.root
        for class_id, marks in zip(ids, [*punctuation, set()], strict=True):
            node = node.following.setdefault(class_id, Node())
            node.punctuation |= marks
        node.entries.append(entry)

    def _insert_joined(
        self,
        hyphened: tuple[bool, ...],
        words: tuple[str, ...],
        how: tuple[WordKind, ...],
        entry: Entry,
    ) -> None:
        """`cross-border crime` is also `crossborder crime`."""
        if not any(hyphened) or len(hyphened) + 1 != len(words):
            return
        joined, joined_how = [words[0]], [how[0]]
        for n, (_, word) in enumerate(pairwise(words)):
            if hyphened[n]:
                joined[-1] += word
                joined_how[-1] = how[n + 1]
            else:
                joined.append(word)
                joined_how.append(how[n + 1])
        ids = [
            self._class(word, kind, len(joined) == 1, False)
            for word, kind in zip(joined, joined_how, strict=True)
        ]
        self._insert(ids, [set() for _ in joined[1:]], entry)

    def _insert_parted(self, word: str, entry: Entry) -> None:
        """`policymaker` is also `policy maker`."""
        for tail in facts("en", "compound_tails"):
            before = word.removesuffix(tail)
            if before != word and len(before) > 3:
                ids = [
                    self._class(before, "fixed", False, False),
                    self._class(tail, "noun", False, False),
                ]
                self._insert(ids, [set()], entry)

    def _class(self, word: str, kind: WordKind, strict: bool, upper: bool) -> int:
        key = (word, kind, strict, upper)
        known = self._ids.get(key)
        if known is not None:
            return known
        class_id = self._ids[key] = len(self._ids)
        if upper:
            for form in (word, f"{word}{_PLURAL}"):
                self._upper[form] = (*self._upper.get(form, ()), class_id)
            return class_id
        spelled = forms(word, kind, self.side)
        plain = {bare(form) for form in spelled}
        if self.side == "es":
            if word in _VARIANTS:
                plain.add(_VARIANTS[word])
            plain -= {bare(form) for form in spelled & facts("es", "accent_tells")}
        for form in spelled | plain:
            self._exact[form] = (*self._exact.get(form, ()), class_id)
        # An accent that the glossary lacks: allowed where more words say that it is the term.
        for form in spelled:
            if form.isascii() and (not strict or form.endswith(("cion", "sion", "xion"))):
                self._lenient[form] = (*self._lenient.get(form, ()), class_id)
        if self._lemma is not None and kind != "fixed":
            self._lemmas[word] = (*self._lemmas.get(word, ()), class_id)
        return class_id


def _is_acronym(written: str, alone: bool) -> bool:
    """Whether letters are to be met as capitals only: US is not us. A letter alone is one where it
    is the whole term."""
    letters = written.replace(".", "").replace(" ", "").replace("\u00a0", "")
    if not letters.isupper() or not letters.isalpha():
        return False
    return alone if len(letters) == 1 else len(letters) <= _ACRONYM


def _acronym_plural(written: str) -> str:
    """NGOs, ONGs: capitals and a small s."""
    if written[:-1].isupper() and written.endswith("s"):
        return f"{written[:-1].lower()}{_PLURAL}"
    return ""


def _punctuation(gaps: list[str], words: tuple[str, ...], side: Side) -> list[set[str]]:
    marks = [{gap} if gap != FREE else set() for gap in gaps]
    if any("," in each for each in marks):
        conjunctions = facts(side, "conjunctions")
        for n, word in enumerate(words[1:]):
            if word in conjunctions:
                marks[n].add(",")
    return marks
