"""One run of the checks over a project: the one value that every report format shows.

What always holds: a format adds nothing and computes nothing that another format could compute
differently; figures, gates and findings come from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aligner.divergence.divergence import Severity
from aligner.review.gates import GateResult
from aligner.review.listing import Entry, Shape
from aligner.review.metrics import Metric
from aligner.review.review import Review


@dataclass(frozen=True, slots=True)
class CheckRun:
    """`project` is the name for people; `documents` and `found` what was read and found, in
    document order; `profile` the gates' profile; `known` the fingerprints of the baseline, and
    `expired` those of them that no longer apply to anything; `only`, where given, the beads that a
    run is limited to, by document; `least` the lowest severity shown; `notes` lines for people.
    `reviews` are there where a format shows the texts themselves, `root` where their files lie."""

    project: str
    documents: tuple[Shape, ...]
    found: tuple[Entry, ...]
    metrics: Mapping[str, Metric]
    gates: tuple[GateResult, ...]
    signature: str
    profile: str = ""
    known: frozenset[str] = frozenset()
    expired: tuple[str, ...] = ()
    only: Mapping[str, frozenset[int]] | None = None
    least: Severity = Severity.INFO
    notes: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    root: Path | None = None

    @property
    def held(self) -> bool:
        """Whether every gate holds."""
        return all(gate.held for gate in self.gates)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The findings to show, in document order: not those of the baseline."""
        return tuple(
            entry
            for entry in self.found
            if entry.severity >= self.least
            and entry.fingerprint not in self.known
            and (self.only is None or entry.bead in self.only.get(entry.document, frozenset()))
        )

    @property
    def open_entries(self) -> tuple[Entry, ...]:
        """The findings to show that no verdict has settled."""
        return tuple(entry for entry in self.entries if not entry.settled)
