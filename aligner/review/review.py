"""The review of one bitext: what was found, what people said of it, and what became of that.

What always holds: a review is a value, put together anew from texts and events (assembly.py) and
never edited. Nothing that a person wrote is missing from it: what has no place in today's texts
is in `orphans`, a verdict whose divergence is gone is in `idle`, and contradictions are in
`conflicts`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from aligner.alignment.bead import Bitext, Pin
from aligner.divergence.divergence import Divergence, Severity
from aligner.review.reanchoring import Anchoring
from aligner.review.state import Live, State


class Verdict(StrEnum):
    """What became of a divergence."""

    OPEN = "open"
    INTENDED = "intended"
    MEND_EN = "mend-en"
    MEND_ES = "mend-es"
    FALSE_ALARM = "false-alarm"


class Scope(StrEnum):
    """How far a verdict reaches: this place, this document, or every document from now on."""

    PLACE = "place"
    DOCUMENT = "document"
    ALWAYS = "always"


class Standing(StrEnum):
    """The word of the reviewers on one bead."""

    OPEN = "open"
    ACCEPTED = "accepted"
    NEEDS_WORK = "needs-work"


class Agreement(StrEnum):
    """How far the two sides have agreed on a paragraph; apart from its review."""

    OPEN = "open"
    AD_REFERENDUM = "ad referendum"
    AGREED = "agreed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that a person wrote: who, as what, when (RFC 3339), the words, whether it may
    leave the house, and whether the text has changed since. `id` is the event's."""

    id: str
    by: str
    role: str
    at: str
    text: str
    shared: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question to somebody outside the table. `number` is stable within a document; `options`
    are wordings to choose from, English and Spanish; `due` a date (ISO 8601) or empty; it is
    `open` until an answer closes it."""

    id: str
    number: str
    by: str
    role: str
    at: str
    addressee: str
    question: str
    options: tuple[tuple[str, str], ...] = ()
    due: str = ""
    answers: tuple[Word, ...] = ()
    open: bool = True
    shared: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """Amended wording for one side of a bead (`reads` is what stood there)."""

    id: str
    by: str
    role: str
    at: str
    side: str
    reads: str
    text: str
    reason: str = ""
    shared: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True)
class BeadState:
    """What reviewers said of one bead.

    `state` is theirs even where `stale`: then a segment or the bead's shape has changed since, and
    `was` holds the two old texts (English, Spanish) as far as the journal knows them. `signed_by`
    are those whose second sign-off counts at the present digests. `justified` is the reason that a
    person gave for an empty bead. `conflicted` says that live decisions contradict each other.
    """

    bead: int
    state: Standing = Standing.OPEN
    by: str = ""
    role: str = ""
    at: str = ""
    reason: str = ""
    stale: bool = False
    was: tuple[str, str] | None = None
    signed_by: tuple[str, ...] = ()
    agreement: Agreement = Agreement.OPEN
    assignment: str = ""
    justified: str = ""
    notes: tuple[Word, ...] = ()
    queries: tuple[Query, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    conflicted: bool = False
    decisions: tuple[Live, ...] = ()

    @property
    def reviewed(self) -> bool:
        """Whether a person has spoken on this bead as it stands today."""
        return self.state is not Standing.OPEN and not self.stale

    @property
    def confirmed(self) -> bool:
        """Whether the bead is accepted as it stands today, without contradiction."""
        return self.state is Standing.ACCEPTED and not self.stale and not self.conflicted


@dataclass(frozen=True, slots=True)
class Finding:
    """A divergence and the verdict on it. `fingerprint` names it outside the journal (records.md);
    `stale` says that the paragraph changed elsewhere since the verdict."""

    divergence: Divergence
    fingerprint: str
    state: Verdict = Verdict.OPEN
    reason: str = ""
    by: str = ""
    role: str = ""
    at: str = ""
    proposed: str = ""
    scope: Scope = Scope.PLACE
    shared: bool = False
    stale: bool = False
    conflicted: bool = False
    decisions: tuple[Live, ...] = ()

    @property
    def open(self) -> bool:
        """Whether a gate counts it: no verdict yet, or verdicts that contradict each other."""
        return self.state is Verdict.OPEN or self.conflicted


@dataclass(frozen=True, slots=True)
class Conflict:
    """Live decisions that contradict each other. `topic` says on what: `status`, `verdict`,
    `agreement`, `assignment`, `proposal`, `pins`; `bead` is -1 where it has no place today."""

    topic: str
    bead: int
    decisions: tuple[Live, ...]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A live decision without a place in today's texts, with the texts that it was made on."""

    decision: Live
    was: tuple[str, str]
    why: str


@dataclass(frozen=True)
class Review:
    """One document under review. `problems` are those of the journal in words (the first ones,
    `reading_problems`, of its file). `findings` are in the order of the bitext; `pins` are those in
    force; `provisional` says that an alignment edit awaits its full re-alignment and check."""

    document: str
    bitext: Bitext
    findings: tuple[Finding, ...]
    beads: tuple[BeadState, ...]
    state: State
    anchoring: Anchoring = field(repr=False, compare=False)
    pins: tuple[Pin, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    idle: tuple[Live, ...] = ()
    lost_queries: tuple[Query, ...] = ()
    problems: tuple[str, ...] = ()
    reading_problems: tuple[str, ...] = ()
    snapshot: str = ""
    provisional: bool = False

    @property
    def divergences(self) -> tuple[Divergence, ...]:
        """The divergences without their verdicts."""
        return tuple(finding.divergence for finding in self.findings)

    @cached_property
    def _by_bead(self) -> Mapping[int, tuple[Finding, ...]]:
        places: dict[int, list[Finding]] = {}
        for finding in self.findings:
            places.setdefault(finding.divergence.bead, []).append(finding)
        return {bead: tuple(found) for bead, found in places.items()}

    def findings_of(self, bead: int) -> tuple[Finding, ...]:
        """The findings of one bead."""
        return self._by_bead.get(bead, ())

    @property
    def reviewed(self) -> tuple[int, int]:
        """How many beads people have spoken on as they stand today, of how many."""
        return sum(bead.reviewed for bead in self.beads), len(self.beads)

    @cached_property
    def open_by_severity(self) -> Mapping[Severity, int]:
        """The number of open findings of each severity, zeros included."""
        counted = Counter(finding.divergence.severity for finding in self.findings if finding.open)
        return {severity: counted.get(severity, 0) for severity in reversed(Severity)}

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings without a settled verdict."""
        return tuple(finding for finding in self.findings if finding.open)

    @property
    def queries(self) -> tuple[Query, ...]:
        """All queries in document order, then those whose paragraph is gone: a question does not
        answer itself by an edit."""
        placed = (query for bead in self.beads for query in bead.queries)
        return (*placed, *self.lost_queries)
