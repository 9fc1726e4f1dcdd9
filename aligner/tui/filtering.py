"""Which beads are shown, and which of them `n` walks through.

What always holds: an empty filter shows everything; a filter hides, it never changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from aligner.divergence.divergence import Severity
from aligner.review.review import BeadState, Finding, Review, Standing

# What `n` and `N` can walk through (`walk.<name>` in the catalogue).
WALKS = (
    "open",
    "notices",
    "unreviewed",
    "needs-work",
    "stale",
    "noted",
    "queried",
    "conflict",
    "alignment",
    "mine",
)

# The states of a bead as the screen names them (`state.<name>`).
STATES = ("unreviewed", "accepted", "signed", "needs-work", "stale", "conflict")


def state_of(bead: BeadState) -> str:
    """The one word (of STATES) under which the screen shows a bead."""
    if bead.conflicted:
        return "conflict"
    if bead.stale:
        return "stale"
    if bead.state is Standing.NEEDS_WORK:
        return "needs-work"
    if bead.state is Standing.ACCEPTED:
        return "signed" if bead.signed_by else "accepted"
    return "unreviewed"


def wanted(review: Review, bead: int, walk: str, reviewer: str) -> bool:
    """Whether `n` stops at a bead when it walks through `walk`."""
    state = review.beads[bead]
    if walk in ("open", "notices"):
        return any(stops(finding, walk) for finding in review.findings_of(bead))
    if walk == "noted":
        return bool(state.notes)
    if walk == "queried":
        return any(query.open for query in state.queries)
    if walk == "alignment":
        shape = review.bitext.beads[bead]
        return shape.empty or shape.crossing or shape.shape != "1-1" or shape.score < 0.5
    if walk == "mine":
        return state.assignment == reviewer and not state.reviewed
    return state_of(state) == walk


def stops(finding: Finding, walk: str) -> bool:
    """Whether a divergence is a stop of the walk: notices (info) accuse nobody and are passed over
    unless asked for."""
    return finding.open and (walk == "notices" or finding.divergence.severity > Severity.INFO)


@dataclass(frozen=True, slots=True)
class Filter:
    """What must hold of a bead that is shown; an empty set asks nothing."""

    states: frozenset[str] = field(default_factory=frozenset)
    checks: frozenset[str] = field(default_factory=frozenset)
    severities: frozenset[Severity] = field(default_factory=frozenset)
    reviewer: str = ""
    walk: str = ""

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return self == Filter()

    def passes(self, review: Review, bead: int, me: str) -> bool:
        """Whether `bead` is shown."""
        state = review.beads[bead]
        if self.states and state_of(state) not in self.states:
            return False
        if self.reviewer and self.reviewer not in _people(review, bead):
            return False
        if self.walk and not wanted(review, bead, self.walk, me):
            return False
        if self.checks or self.severities:
            return any(
                (not self.checks or finding.divergence.check in self.checks)
                and (not self.severities or finding.divergence.severity in self.severities)
                for finding in review.findings_of(bead)
            )
        return True


def _people(review: Review, bead: int) -> set[str]:
    state = review.beads[bead]
    people = {state.by, state.assignment, *state.signed_by}
    people.update(note.by for note in state.notes)
    people.update(query.by for query in state.queries)
    people.update(finding.by for finding in review.findings_of(bead))
    return people - {""}


def people(review: Review) -> tuple[str, ...]:
    """Everybody who decided something in this document."""
    found: set[str] = set()
    for event in review.state.events.values():
        if event.by:
            found.add(event.by)
    return tuple(sorted(found))
