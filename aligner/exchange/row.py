"""One bead as other tools see it: the row of every bitext export.

What always holds: an export meant for others holds what its author shared and nothing else. With
`include_internal` the rest is there too, and each internal remark says so in front.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from aligner.alignment.bead import Bitext
from aligner.review.review import BeadState, Review, Standing
from aligner.text.segment import Kind

INTERNAL = "[internal] "
"""What stands in front of a remark that was not meant to leave the house."""


class Progress(StrEnum):
    """How far the review of a bead has come, as the exports name it."""

    NONE = ""
    OPEN = "open"
    NEEDS_WORK = "needs-work"
    STALE = "stale"
    ACCEPTED = "accepted"
    SIGNED = "signed"

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return self in (Progress.ACCEPTED, Progress.SIGNED)


@dataclass(frozen=True, slots=True)
class Remark:
    """A note, query or answer: who wrote it (empty: nobody is named) and the words."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A bead. `number` counts from 1 in its document; `en` and `es` hold the printed segments of
    each side, labels included; `lines` the first lines in the two files (0: none); `order` the place
    of the first Spanish segment in its version, from 1 (0: none), so that what stands elsewhere in
    Spanish can go back there."""

    number: int
    en: tuple[str, ...]
    es: tuple[str, ...]
    kind: Kind
    progress: Progress = Progress.NONE
    remarks: tuple[Remark, ...] = ()
    score: float = 0.0
    lines: tuple[int, int] = (0, 0)
    order: int = 0

    @property
    def texts(self) -> tuple[str, str]:
        """Both sides as one text each, a line a segment."""
        return "\n".join(self.en), "\n".join(self.es)

    @property
    def shape(self) -> str:
        """The numbers of segments, English first: `2-1`."""
        return f"{len(self.en)}-{len(self.es)}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one document, its name and the regions of its two versions."""

    name: str
    en: str
    es: str
    rows: tuple[Row, ...]


def sheet_of(source: Bitext | Review, name: str = "", *, include_internal: bool = False) -> Sheet:
    """The rows of a bitext, or of a review with its states and shared remarks. `name` defaults to
    the review's document, or the English path."""
    if isinstance(source, Review):
        bitext = source.bitext
        states = {state.bead: state for state in source.beads}
        name = name or source.document
    else:
        bitext, states = source, {}
    reviewed = isinstance(source, Review)
    rows = tuple(
        _row(bitext, number, states.get(number), include_internal, reviewed)
        for number in range(len(bitext.beads))
    )
    return Sheet(name or bitext.en.path or "document", bitext.en.region, bitext.es.region, rows)


def _row(
    bitext: Bitext, number: int, state: BeadState | None, include_internal: bool, reviewed: bool
) -> Row:
    bead = bitext.beads[number]
    english = [bitext.en.segments[i] for i in bead.en]
    spanish = [bitext.es.segments[j] for j in bead.es]
    return Row(
        number + 1,
        tuple(segment.printed for segment in english),
        tuple(segment.printed for segment in spanish),
        (english or spanish)[0].kind,
        progress_of(state) if reviewed else Progress.NONE,
        tuple(_remarks(state, include_internal)) if state else (),
        bead.score,
        (english[0].first_line if english else 0, spanish[0].first_line if spanish else 0),
        bead.es[0] + 1 if bead.es else 0,
    )


def progress_of(state: BeadState | None) -> Progress:
    """The word for the state of one bead; a contradiction counts as open."""
    if state is None or state.conflicted or state.state is Standing.OPEN:
        return Progress.OPEN
    if state.stale:
        return Progress.STALE
    if state.state is Standing.NEEDS_WORK:
        return Progress.NEEDS_WORK
    return Progress.SIGNED if state.signed_by else Progress.ACCEPTED


def _remarks(state: BeadState, include_internal: bool) -> Iterator[Remark]:
    def remark(by: str, text: str, shared: bool) -> Iterator[Remark]:
        if text and (shared or include_internal):
            yield Remark(by, text if shared else INTERNAL + text)

    # The reasons for a state have no word of their own on who may see them: internal.
    yield from remark(state.by, state.reason, False)
    yield from remark(state.by, state.justified, False)
    for note in state.notes:
        yield from remark(note.by, note.text, note.shared)
    for query in state.queries:
        number = f"{query.number}: " if query.number else ""
        yield from remark(query.by, f"{number}{query.question}", query.shared)
        for answer in query.answers:
            yield from remark(answer.by, f"{number}{answer.text}", query.shared and answer.shared)
    for proposal in state.proposals:
        words = f"{proposal.side}: {proposal.text}"
        yield from remark(proposal.by, words, proposal.shared)
