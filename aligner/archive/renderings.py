"""How a concept was rendered over the years: every Spanish term that stood where the English one did.

What always holds: an occurrence is a bead whose English side holds a term of the concept; it counts
for each Spanish term of the concept found there, or for none; figures are counts of beads.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aligner.archive.index import Index
from aligner.glossary.concept import Concept, Glossary
from aligner.glossary.matching import Matcher
from aligner.language.words import words
from aligner.text.segment import Side

OTHER = ""
"""The rendering of a bead in which no term of the concept was found."""
_OPEN = 4
"""Letters of a word that every inflected form shares, at the least."""
_SPARKS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Renderings:
    """Counts by year and term. Years ascend; `""` is the year of texts without a date, and the
    rendering that is none of the concept's terms."""

    concept: str
    side: Side
    years: tuple[str, ...]
    counts: Mapping[str, tuple[int, ...]]

    @property
    def total(self) -> int:
        """All occurrences."""
        return sum(sum(row) for row in self.counts.values())


def renderings(index: Index, concept: Concept, *, side: Side = "en") -> Renderings:
    """The renderings, on the other side, of `concept` where its terms stand on `side`. Raises
    RecordError where the index is damaged."""
    other: Side = "es" if side == "en" else "en"
    matcher = Matcher(Glossary((concept,)))
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for date, en, es in _candidates(index, concept, side):
        here, there = (en, es) if side == "en" else (es, en)
        if not matcher.find(here, side):
            continue
        terms = {match.term.text for match in matcher.find(there, other) if not match.inner}
        for term in terms or {OTHER}:
            found[term][date[:4]] += 1
    years = tuple(sorted({year for counts in found.values() for year in counts}))
    ordered = sorted(found, key=lambda term: (-found[term].total(), term))
    return Renderings(
        concept.id,
        side,
        years,
        {term: tuple(found[term][year] for year in years) for term in ordered},
    )


def _candidates(index: Index, concept: Concept, side: Side) -> Iterator[tuple[str, str, str]]:
    """(date, English, Spanish) of the beads that may hold a term of the concept."""
    phrases = set()
    for term in concept.terms(side):
        for form in (term.text, *term.forms):
            stems = [word.folded[: max(_OPEN, len(word.folded) - 4)] for word in words(form)]
            if stems:
                phrases.add(" AND ".join(f'"{stem}"*' for stem in stems))
    if not phrases:
        return
    expression = f"{side} : ({' OR '.join(f'({phrase})' for phrase in sorted(phrases))})"
    yield from index.ask(
        "SELECT document.date, bead.en, bead.es FROM words JOIN bead ON bead.id = words.rowid "
        "JOIN document ON document.id = bead.document WHERE words MATCH ?",
        (expression,),
    )


def sparkline(counts: tuple[int, ...]) -> str:
    """One sign for each year, as high as its count; a blank where there is none."""
    most = max(counts, default=0)
    if not most:
        return " " * len(counts)
    return "".join(
        _SPARKS[(count * len(_SPARKS) - 1) // most] if count else " " for count in counts
    )
