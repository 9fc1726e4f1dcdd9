"""Term decisions of one open project, for the UI and for the verb `glossary` alike.

What always holds: a decision is on disk, in the file and in its history, before it counts here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from aligner.errors import RecordError, UsageError
from aligner.glossary.concept import Concept, Decision, Glossary
from aligner.glossary.deciding import Author
from aligner.glossary.history import Change, ConceptChange, of_concept
from aligner.store.glossary_history import GlossaryHistory
from aligner.store.project import GLOSSARY, JOURNALS, Project


def now() -> str:
    """The time in UTC as RFC 3339 has it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class GlossaryDesk:
    """The glossary of a project while people decide terms."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._history = GlossaryHistory(project.root / GLOSSARY, project.root / JOURNALS)
        self._glossary: Glossary | None = None
        self._seen = self._mark()

    @property
    def glossary(self) -> Glossary:
        """The glossary as it was last read or written. Raises RecordError."""
        if self._glossary is None:
            self._seen = self._mark()
            self._glossary = self._project.glossary
        return self._glossary

    def save(
        self, before: Concept | None, after: Concept | None, why: str, *, by: str, role: str
    ) -> Glossary:
        """Adds (before None), changes or removes (after None) one concept. `why` is already in the
        concept's decision. Raises RecordError where the concept on disk is not `before`."""
        del why
        self._writable()
        present = self._history.text().glossary
        named = after if after is not None else before
        if named is None:
            raise UsageError("nothing to save: no concept before and none after")
        on_disk = next((each for each in present.concepts if each.id == named.id), None)
        if on_disk != before:
            raise RecordError(
                f"{named.id}: changed on disk since it was read; look at it again and repeat"
            )
        if after is None:
            changed = Glossary(tuple(c for c in present.concepts if c.id != named.id))
        else:
            changed = present.with_concept(after)
        self._history.record(present, changed, Author(by, now(), role))
        self._glossary, self._seen = changed, self._mark()
        return changed

    def undo(self, *, by: str, role: str) -> tuple[Glossary, str]:
        """Undoes the last change of `by`; the glossary and the concept's id."""
        self._writable()
        glossary, change = self._history.undo(Author(by, now(), role))
        self._glossary, self._seen = glossary, self._mark()
        return glossary, change.changes[0].concept if change.changes else ""

    def history(self, concept: str) -> Sequence[tuple[str, str, str]]:
        """(when, who, what and why) of one concept, newest first: changes made through the tool,
        and the decisions that the file itself holds."""
        rows = [(change.at, change.by, said(change, concept)) for change in self._changes(concept)]
        held = next((each for each in self.glossary.concepts if each.id == concept), None)
        if held is not None:
            rows += [(decision.at, decision.by, decided(decision)) for decision in held.decisions]
        return sorted(dict.fromkeys(rows), reverse=True)

    def _changes(self, concept: str) -> Sequence[Change]:
        return of_concept(self._history.read(), concept)

    def export_csv(self) -> str:
        """Writes the glossary as CSV beside it; the file's name. Raises RecordError."""
        from aligner.cli.glossary_formats import exported
        from aligner.store.atomic import write_whole

        content, _ = exported(self.glossary, "csv", include_internal=False)
        path = self._project.glossary_path.with_suffix(".csv")
        write_whole(path, content)
        return path.name

    def changed(self) -> list[str]:
        """The glossary's file where it changed since it was read, other than by this window."""
        return [GLOSSARY] if self._mark() != self._seen else []

    def _mark(self) -> tuple[int, int]:
        try:
            state = self._project.glossary_path.stat()
        except OSError:
            return 0, -1
        return state.st_mtime_ns, state.st_size

    def _writable(self) -> None:
        if self._project.alone:
            raise UsageError("two files alone have no glossary; `aligner init` starts a project")
        if self._project.glossary_given is not None:
            raise UsageError("decisions go into glossary.yaml, not into a --glossary file")


def decided(decision: Decision) -> str:
    """A decision that the glossary file holds, in words."""
    return f"{decision.term}: {decision.status}. {decision.why}".strip(": ")


def said(change: Change, concept: str) -> str:
    """What `change` did to `concept`, in words."""
    for each in change.changes:
        if each.concept == concept:
            return said_of(change.kind, each)
    return change.kind


def said_of(kind: str, each: ConceptChange) -> str:
    """What one change of a concept did, in words; `kind` is that of the action it belongs to."""
    if each.before is None:
        return f"{kind}: added"
    if each.after is None:
        return f"{kind}: removed"
    fresh = [d for d in each.after.decisions if d not in each.before.decisions]
    why = "; ".join(f"{d.term}: {d.status}. {d.why}" for d in fresh if d.why)
    return f"{kind}: changed" + (f" ({why})" if why else "")
