"""The figures of a review: exact fractions of segments and of words.

What always holds: a ratio with an empty denominator is n/a and holds every gate; a per cent is
floored, so that 100 % means all. A count has `n` alone to be judged; its `d` says of how many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from aligner.alignment.bead import Bead
from aligner.divergence.divergence import Severity
from aligner.glossary.concept import Glossary
from aligner.review.review import BeadState, Review
from aligner.text.brackets import open_brackets, stray
from aligner.text.segment import SIDES, Side

COVERED = 0.3
"""The least score at which a bead counts as covered without a person's word (interfaces.md)."""

FORBIDDEN_CHECKS = frozenset({"forbidden-term"})
"""The checks whose open findings make `glossary.forbidden`."""

RATIOS: tuple[str, ...] = (
    "coverage.en",
    "coverage.es",
    "coverage.confirmed",
    "signed",
    "reviewed",
    "glossary.compliance",
)
COUNTS: tuple[str, ...] = (
    "coverage.justified",
    "stale",
    "orphaned",
    "divergence.open.critical",
    "divergence.open.major",
    "divergence.open.minor",
    "divergence.open.info",
    "glossary.forbidden",
    "glossary.conflicts",
    "review.conflicts",
    "brackets.open",
    "queries.open",
)
METRICS: tuple[str, ...] = (
    "coverage.en",
    "coverage.es",
    "coverage.confirmed",
    "coverage.justified",
    "signed",
    "reviewed",
    "stale",
    "orphaned",
    "divergence.open.critical",
    "divergence.open.major",
    "divergence.open.minor",
    "divergence.open.info",
    "glossary.compliance",
    "glossary.forbidden",
    "glossary.conflicts",
    "review.conflicts",
    "brackets.open",
    "queries.open",
)


@dataclass(frozen=True, slots=True)
class Metric:
    """`n` of `d` segments (or findings, or concepts), and `words_n` of `words_d` words. A count of
    things that are no text has no words (0 of 0)."""

    name: str
    n: int
    d: int
    words_n: int = 0
    words_d: int = 0

    @property
    def ratio(self) -> bool:
        """Whether it is judged as a share of the whole, not as a number."""
        return self.name in RATIOS

    @property
    def known(self) -> bool:
        """Whether there is anything to measure; False prints as n/a."""
        return not self.ratio or self.d > 0

    @property
    def percent(self) -> int | None:
        """The share in per cent, floored; None where nothing is measured."""
        return 100 * self.n // self.d if self.d else None

    @property
    def printed(self) -> str:
        """The figure for people: `98 % (45/46 segments, 98 % of words)`, `3`, `n/a`."""
        if not self.ratio:
            return str(self.n)
        if not self.d:
            return "n/a"
        unit = "" if self.name == "glossary.compliance" else " segments"
        words = f", {100 * self.words_n // self.words_d} % of words" if self.words_d else ""
        return f"{self.percent} % ({self.n}/{self.d}{unit}{words})"


def measure(
    reviews: Sequence[Review],
    glossary: Glossary | None = None,
    *,
    known: frozenset[str] = frozenset(),
) -> Mapping[str, Metric]:
    """All metrics of `reviews` together, by name in the order of METRICS. Findings whose
    fingerprint is in `known` (a baseline) are not counted as open."""
    found = {
        "coverage.en": _segments("coverage.en", reviews, covered, ("en",)),
        "coverage.es": _segments("coverage.es", reviews, covered, ("es",)),
        "coverage.confirmed": _segments("coverage.confirmed", reviews, lambda _, s: s.confirmed),
        "coverage.justified": _segments(
            "coverage.justified", reviews, lambda _, s: bool(s.justified)
        ),
        "signed": _segments("signed", reviews, lambda _, s: s.confirmed and bool(s.signed_by)),
        "reviewed": _segments("reviewed", reviews, lambda _, s: s.reviewed),
        "stale": _segments("stale", reviews, lambda _, s: s.stale),
        "orphaned": Metric(
            "orphaned",
            sum(len(review.orphans) for review in reviews),
            sum(len(review.state.live) for review in reviews),
        ),
        "review.conflicts": _count(
            "review.conflicts", sum(len(review.conflicts) for review in reviews)
        ),
        "brackets.open": _count("brackets.open", sum(map(_brackets, reviews))),
        "queries.open": Metric(
            "queries.open",
            sum(query.open for review in reviews for query in review.queries),
            sum(len(review.queries) for review in reviews),
        ),
    }
    found.update(_findings(reviews, known))
    found.update(_terms(reviews, glossary or Glossary()))
    return {name: found[name] for name in METRICS}


def covered(bead: Bead, state: BeadState) -> bool:
    """Whether the two versions meet in `bead`: both sides are there, and the score is high enough
    or a person said so (by accepting or pinning it); or a person justified the empty side."""
    if bead.empty:
        return bool(state.justified)
    return bead.score >= COVERED or bead.pinned or state.confirmed


def _segments(
    name: str,
    reviews: Iterable[Review],
    holds: Callable[[Bead, BeadState], bool],
    sides: Sequence[Side] = SIDES,
) -> Metric:
    n = d = words_n = words_d = 0
    for review in reviews:
        for bead, state in zip(review.bitext.beads, review.beads, strict=True):
            count = words = 0
            for side in sides:
                document = review.bitext.en if side == "en" else review.bitext.es
                indices = bead.en if side == "en" else bead.es
                count += len(indices)
                words += sum(len(document.segments[i].text.split()) for i in indices)
            d += count
            words_d += words
            if holds(bead, state):
                n += count
                words_n += words
    return Metric(name, n, d, words_n, words_d)


def _count(name: str, n: int) -> Metric:
    return Metric(name, n, n)


def _findings(reviews: Sequence[Review], known: frozenset[str]) -> dict[str, Metric]:
    everything = [finding for review in reviews for finding in review.findings]
    still_open = [each for each in everything if each.open and each.fingerprint not in known]
    out = {}
    for severity in Severity:
        name = f"divergence.open.{severity.word}"
        out[name] = Metric(
            name,
            sum(each.divergence.severity is severity for each in still_open),
            sum(each.divergence.severity is severity for each in everything),
        )
    out["glossary.forbidden"] = Metric(
        "glossary.forbidden",
        sum(each.divergence.check in FORBIDDEN_CHECKS for each in still_open),
        sum(each.divergence.check in FORBIDDEN_CHECKS for each in everything),
    )
    return out


def _terms(reviews: Sequence[Review], glossary: Glossary) -> dict[str, Metric]:
    if not glossary.concepts:
        return {
            "glossary.compliance": Metric("glossary.compliance", 0, 0),
            "glossary.conflicts": Metric("glossary.conflicts", 0, 0),
        }
    # Loaded here: the matcher's tables cost start-up, and only a glossary needs them.
    from aligner.glossary.compliance import compliance

    figures = compliance([(review.document, review.bitext) for review in reviews], glossary)
    return {
        "glossary.compliance": Metric("glossary.compliance", figures.following, figures.places),
        "glossary.conflicts": Metric(
            "glossary.conflicts", figures.conflicts, len(glossary.concepts)
        ),
    }


def _brackets(review: Review) -> int:
    """Brackets of negotiated text that are still to be settled, inner ones too, both sides
    together; a bracket without its partner is no less open."""
    return sum(
        open_brackets(segment.text) + len(stray(segment.text))
        for document in (review.bitext.en, review.bitext.es)
        for segment in document.segments
        if "[" in segment.text or "]" in segment.text
    )
