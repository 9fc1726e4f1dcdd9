"""One run of the checks over a project: the one value that every report format shows.

What always holds: a format adds nothing and computes nothing that another format could compute
differently; figures, gates and findings come from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aligner.divergence.divergence import Severity
from aligner.report.listing import Entry, entries
from aligner.review.gates import GateResult
from aligner.review.metrics import Metric
from aligner.review.review import Review


@dataclass(frozen=True, slots=True)
class CheckRun:
    """`project` is the name for people; `profile` the gates' profile; `known` the fingerprints of
    the baseline; `expired` those of the baseline that no longer apply to anything; `only`, where
    given, the beads that a run is limited to, by document; `least` the lowest severity shown."""

    project: str
    reviews: tuple[Review, ...]
    metrics: Mapping[str, Metric]
    gates: tuple[GateResult, ...]
    signature: str
    profile: str = ""
    known: frozenset[str] = frozenset()
    expired: tuple[str, ...] = ()
    only: Mapping[str, frozenset[int]] | None = None
    least: Severity = Severity.INFO
    notes: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether every gate holds."""
        return all(gate.held for gate in self.gates)

    def entries(self, *, language: str = "en", internal: bool = True) -> tuple[Entry, ...]:
        """The findings to show, in document order: not those of the baseline. Sentences in
        `language`; `internal` False leaves out reasons that are not shared."""
        return tuple(
            entry
            for entry in entries(self.reviews, language=language, internal=internal)
            if entry.severity >= self.least
            and entry.fingerprint not in self.known
            and (self.only is None or entry.bead in self.only.get(entry.document, frozenset()))
        )

    def open_entries(self, *, language: str = "en") -> tuple[Entry, ...]:
        """The findings to show that no verdict has settled."""
        return tuple(entry for entry in self.entries(language=language) if not entry.settled)
