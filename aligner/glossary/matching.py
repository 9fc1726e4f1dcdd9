"""Finding the terms of a glossary in a text, in whatever form they stand.

What always holds: a match is an occurrence of a term in its concept. One that lies inside, or
overlaps, a longer occurrence of another term is kept and marked `inner`; a term that is in two
concepts matches once for each. Matches are ordered by place. Nothing is guessed: a word matches
only if it is one of the written-out forms of the term's word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aligner.glossary.concept import Concept, Glossary, Term
from aligner.glossary.coordination import coordinated
from aligner.glossary.index import Entry, Index, Node
from aligner.glossary.tokens import FREE, Tokens, tokens
from aligner.language.inflection import facts, lemma_of
from aligner.text.segment import SIDES, Side, Span


@dataclass(frozen=True, slots=True)
class Match:
    """One occurrence: code points [start, end) of the text. `parts` are the spans of its words where
    others stand between them ("drug, arms, and human trafficking"), else one span. `inner` where
    a longer term covers it."""

    concept: Concept
    term: Term
    start: int
    end: int
    inner: bool = False
    parts: tuple[Span, ...] = ()

    @property
    def elided(self) -> bool:
        """Whether the term shares words with others of a list and does not stand in one piece."""
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class _Hit:
    entry: Entry
    first: int
    last: int
    covered: frozenset[int]
    elided: bool


class Matcher:
    """All terms of a glossary, ready to be found. Build once, use for many texts.

    `morph` also asks simplemma's word lists (the extra `[morph]`) for words that no rule knows.
    """

    def __init__(self, glossary: Glossary, *, morph: bool = False) -> None:
        self.glossary = glossary
        self._index: dict[Side, Index] = {
            side: Index(glossary, side, lemma=lemma_of(side) if morph else None) for side in SIDES
        }

    def find(self, text: str, side: Side, *, region: str = "") -> tuple[Match, ...]:
        """Every occurrence in `text` of a term of language `side`, in order of place.

        A term with a region is found only in a text of that region, where `region` is given.
        """
        index = self._index[side]
        read = tokens(text)
        classes = [
            index.classes(word, written)
            for word, written in zip(read.words, read.written, strict=True)
        ]
        hits = list(_contiguous(index, read, classes))
        hits.extend(
            _Hit(each.entry, each.first, each.last, each.covered, True)
            for each in coordinated(index, read, classes)
        )
        if not hits:
            return ()
        if any(hit.entry.exception for hit in hits):
            hits = _without_exceptions(hits)
        hits = [hit for hit in hits if _stands(hit, read, text, side, region)]
        return _matches(hits, read)


def _contiguous(index: Index, read: Tokens, classes: list[tuple[int, ...]]) -> Iterator[_Hit]:
    root = index.root.following
    last = len(read) - 1
    gaps, hyphened = read.gaps, read.hyphened
    for first, starting in enumerate(classes):
        joining = first < last and hyphened[first]
        if not starting and not joining:
            continue
        pending = [(node, first) for class_id in starting if (node := root.get(class_id))]
        if joining:
            pending += _joined(index, read, root, first)
        while pending:
            node, end = pending.pop()
            for entry in node.entries:
                yield _Hit(entry, first, end, frozenset(range(first, end + 1)), False)
            if end == last or not node.following:
                continue
            gap = gaps[end]
            if gap != FREE and gap not in node.punctuation:
                continue
            following, at = node.following, end + 1
            for class_id in classes[at]:
                after = following.get(class_id)
                if after is not None:
                    pending.append((after, at))
            if at < last and hyphened[at]:
                pending += _joined(index, read, following, at)


def _joined(
    index: Index, read: Tokens, following: dict[int, Node], at: int
) -> list[tuple[Node, int]]:
    """Where the word at `at` leads together with the next one, a hyphen between them: cyber-crime."""
    ids = index.classes(read.words[at] + read.words[at + 1], read.written[at + 1])
    return [(node, at + 1) for class_id in ids if (node := following.get(class_id))]


def _without_exceptions(hits: list[_Hit]) -> list[_Hit]:
    barred = [hit for hit in hits if hit.entry.exception]
    return [
        hit
        for hit in hits
        if not hit.entry.exception
        and not any(
            hit.entry.term is bar.entry.term and hit.covered <= bar.covered for bar in barred
        )
    ]


def _stands(hit: _Hit, read: Tokens, text: str, side: Side, region: str) -> bool:
    entry = hit.entry
    term = entry.term
    if region and term.region and not _same_region(term.region, region):
        return False
    start, end = read.starts[hit.first], read.ends[hit.last]
    if entry.before and not text[:start].endswith(entry.before):
        return False
    if entry.after and not text.startswith(entry.after, end):
        return False
    if not hit.first or read.gaps[hit.first - 1] != FREE:
        return True
    before = read.words[hit.first - 1]
    if entry.first == "noun" and (side == "es" or term.part_of_speech == "noun"):
        return before not in facts(side, "before_verbs")
    if entry.first == "verb" and read.words[hit.first] != entry.words[0]:
        return before not in facts(side, "before_nouns")
    return True


def _same_region(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def _matches(hits: list[_Hit], read: Tokens) -> tuple[Match, ...]:
    inner = _inner(hits)
    found: dict[tuple[int, int, str, int, tuple[Span, ...]], Match] = {}
    for hit, covered in zip(hits, inner, strict=True):
        start, end = read.starts[hit.first], read.ends[hit.last]
        parts = _parts(hit.covered, read)
        if hit.entry.before or hit.entry.after:
            start, end = start - len(hit.entry.before), end + len(hit.entry.after)
            parts = ((start, end),)
        key = (start, end, hit.entry.concept.id, id(hit.entry.term), parts)
        if key not in found:
            found[key] = Match(hit.entry.concept, hit.entry.term, start, end, covered, parts)
    return tuple(
        sorted(
            found.values(),
            key=lambda match: (
                match.start,
                -match.end,
                match.concept.id,
                match.term.text,
                match.parts,
            ),
        )
    )


def _inner(hits: list[_Hit]) -> list[bool]:
    """Whether each hit is covered: the longest wins, the first of equals; equals in place stay."""
    order = sorted(
        range(len(hits)), key=lambda n: (-len(hits[n].covered), hits[n].first, hits[n].elided)
    )
    outer: list[frozenset[int]] = []
    owner: dict[int, frozenset[int]] = {}
    covered = [False] * len(hits)
    for n in order:
        hit = hits[n]
        if hit.elided:
            covered[n] = any(hit.covered < other for other in outer)
        else:
            holders = {owner[at] for at in hit.covered if at in owner}
            covered[n] = any(holder != hit.covered for holder in holders)
        if not covered[n]:
            outer.append(hit.covered)
            if not hit.elided:
                owner.update(dict.fromkeys(hit.covered, hit.covered))
    return covered


def _parts(covered: frozenset[int], read: Tokens) -> tuple[Span, ...]:
    parts: list[Span] = []
    before = -2
    for at in sorted(covered):
        if at == before + 1:
            parts[-1] = (parts[-1][0], read.ends[at])
        else:
            parts.append((read.starts[at], read.ends[at]))
        before = at
    return tuple(parts)
