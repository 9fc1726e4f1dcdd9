"""Where to look first when a gate fell: a line for each place, for text and annotations alike.

What always holds: the places are those that the metric itself counts, in document order; a run over
an archive, which holds no reviews, has the places of its findings alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from aligner.alignment.bead import Bead
from aligner.report.run import CheckRun
from aligner.review.listing import Entry, SideEntry
from aligner.review.metrics import FORBIDDEN_CHECKS, covered
from aligner.review.review import BeadState, Review
from aligner.text.brackets import open_brackets, stray
from aligner.text.document import Document

_OPEN = "divergence.open."
_Fails = Callable[[Bead, BeadState, Review], bool]


def _brackets(bead: Bead, _: BeadState, review: Review) -> bool:
    texts = review.bitext.texts(bead)
    return any(open_brackets(text) or stray(text) for text in texts)


_BEADS: Mapping[str, tuple[_Fails, str]] = {
    "coverage.en": (
        lambda bead, state, _: bool(bead.en) and not covered(bead, state),
        "no sure counterpart",
    ),
    "coverage.es": (
        lambda bead, state, _: bool(bead.es) and not covered(bead, state),
        "no sure counterpart",
    ),
    "coverage.confirmed": (lambda _, state, __: not state.confirmed, "not accepted"),
    "reviewed": (lambda _, state, __: not state.reviewed, "not reviewed"),
    "signed": (
        lambda _, state, __: not (state.confirmed and state.signed_by),
        "not signed by a second person",
    ),
    "stale": (lambda _, state, __: state.stale, "changed since it was decided"),
    "review.conflicts": (lambda _, state, __: state.conflicted, "decisions contradict each other"),
    "brackets.open": (_brackets, "brackets are open"),
    "queries.open": (
        lambda _, state, __: any(query.open for query in state.queries),
        "a query is open",
    ),
}


def first_places(run: CheckRun, metric: str) -> Iterator[str]:
    """A line for each place that counts against `metric`, the first first."""
    if metric.startswith(_OPEN):
        wanted = metric.removeprefix(_OPEN)
        yield from (line_of(each) for each in run.open_entries if each.severity.word == wanted)
    elif metric == "glossary.forbidden":
        yield from (line_of(each) for each in run.open_entries if each.check in FORBIDDEN_CHECKS)
    elif metric in _BEADS:
        fails, why = _BEADS[metric]
        for review in run.reviews:
            for bead, state in zip(review.bitext.beads, review.beads, strict=True):
                if fails(bead, state, review):
                    yield f"{_where(review, bead)}: {why}"


def line_of(entry: Entry) -> str:
    """`en/a.md:5 | es/a.md:5 number: why`."""
    return f"{place(entry.en)} | {place(entry.es)} {entry.check}: {entry.message}"


def place(side: SideEntry) -> str:
    """`en/a.md:5`, or the path alone where the file has no lines."""
    return at(side.path, side.line)


def at(path: str, line: int) -> str:
    """`path:line`; a file without lines (Word) has `line` 0."""
    return f"{path}:{line}" if line else path


def _where(review: Review, bead: Bead) -> str:
    sides: tuple[tuple[Document, tuple[int, ...]], ...] = (
        (review.bitext.en, bead.en),
        (review.bitext.es, bead.es),
    )
    return " | ".join(
        at(document.path, document.segments[held[0]].first_line) for document, held in sides if held
    )
