"""From reviews to one judged run: baseline, selection, metrics, gates.

What always holds: gates count what is open, selected and not in the baseline, the same for every
format.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from aligner import __version__
from aligner.divergence.divergence import Severity
from aligner.divergence.registry import NAMES
from aligner.errors import UsageError
from aligner.language.tables import digest_of_tables
from aligner.report.run import CheckRun
from aligner.review.gates import Gate, at_most, fail_under, judge, nearest, replaced
from aligner.review.listing import Language, entries, shape
from aligner.review.metrics import measure
from aligner.review.review import Review
from aligner.store.project import Project


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command line asks of a run."""

    gate: str = ""
    fail_under: tuple[str, ...] = ()
    most: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    least: Severity = Severity.INFO
    known: frozenset[str] = frozenset()
    only: Mapping[str, frozenset[int]] | None = None
    language: Language = "en"
    internal: bool = True
    notes: tuple[str, ...] = field(default=())


def gates_for(project: Project, wanted: Wanted) -> tuple[Gate, ...]:
    """The gates of the project with those of the command line in place of its own."""
    own = project.configuration.gates(wanted.gate)
    given = [fail_under(argument) for argument in wanted.fail_under]
    given += [at_most(argument) for argument in wanted.most]
    return replaced(own, given)


def run_of(project: Project, reviews: Sequence[Review], wanted: Wanted) -> CheckRun:
    """The judged run. Raises ConfigurationError for unknown metrics, UsageError for unknown
    checks."""
    gates = gates_for(project, wanted)
    active = checks_chosen(wanted.select, wanted.ignore)
    chosen = [_limited(review, active, wanted.only) for review in reviews]
    metrics = measure(chosen, project.glossary, known=wanted.known)
    present = {finding.fingerprint for review in reviews for finding in review.findings}
    return CheckRun(
        project.name,
        tuple(shape(review.document, review.bitext) for review in reviews),
        tuple(entries(chosen, language=wanted.language, internal=wanted.internal)),
        metrics,
        judge(metrics, gates),
        signature_of(reviews),
        wanted.gate or project.configuration.profile,
        wanted.known,
        tuple(sorted(wanted.known - present)),
        wanted.only,
        wanted.least,
        (*wanted.notes, *_notes(reviews), *(each.line for each in project.departures)),
        tuple(chosen),
        project.root,
    )


def signature_of(reviews: Sequence[Review]) -> str:
    """What made the figures: version, tables, method of alignment."""
    for review in reviews:
        if review.bitext.signature:
            return review.bitext.signature
    return f"aligner:{__version__}|tables:{digest_of_tables()}"


def checks_chosen(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The checks that `--select` and `--ignore` leave. Raises UsageError for an unknown one."""
    chosen, left = set(select), set(ignore)
    for name in sorted(chosen | left):
        if name not in NAMES:
            raise UsageError(f"no check is called {name!r}{nearest(name, NAMES)}")
    return frozenset((chosen or set(NAMES)) - left)


def _limited(
    review: Review, active: frozenset[str], only: Mapping[str, frozenset[int]] | None
) -> Review:
    """`review` with the findings of active checks and, where given, of the named beads alone."""
    beads = only.get(review.document, frozenset()) if only is not None else None
    kept = tuple(
        finding
        for finding in review.findings
        if finding.divergence.check in active
        and (beads is None or finding.divergence.bead in beads)
    )
    return review if len(kept) == len(review.findings) else replace(review, findings=kept)


def _notes(reviews: Sequence[Review]) -> tuple[str, ...]:
    """What a person should know beside figures: problems, conflicts, idle verdicts, orphans."""
    lines = []
    for review in reviews:
        name = review.document
        lines += [f"{name}: {problem}" for problem in review.problems]
        lines += [
            f"{name}: conflict on {conflict.topic}"
            + (f" of block {conflict.bead + 1}" if conflict.bead >= 0 else "")
            + ": "
            + ", ".join(sorted({live.event.by for live in conflict.decisions}))
            for conflict in review.conflicts
        ]
        lines += [
            f"{name}: verdict by {live.event.by} of {live.event.at[:10]} applies to nothing any more"
            for live in review.idle
        ]
        if review.orphans:
            count = len(review.orphans)
            said = "1 decision has" if count == 1 else f"{count} decisions have"
            lines.append(f"{name}: {said} no place in today's text")
    return tuple(lines)
