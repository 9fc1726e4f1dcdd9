"""`--diff-base REV`: what changed since a revision, and what changed on one side alone.

What always holds: a bead counts as changed where a segment of it was edited, added or renumbered,
or lost a neighbour in it; a document that was not there at the revision is all new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aligner.cli.revision import documents_at
from aligner.review.review import Review
from aligner.review.versions import Change, compare_documents
from aligner.store.project import Project
from aligner.text.document import Document

_SIDES = {"en": "English", "es": "Spanish"}


def since(
    project: Project, reviews: Sequence[Review], revision: str
) -> tuple[Mapping[str, frozenset[int]], tuple[str, ...]]:
    """The changed beads of each document, and a line for each paragraph that changed on one side
    alone. Raises UsageError, InputError."""
    only: dict[str, frozenset[int]] = {}
    notes: list[str] = []
    for review in reviews:
        before = documents_at(project, review.document, revision)
        if before is None:
            only[review.document] = frozenset(range(len(review.bitext.beads)))
            continue
        english = _touched(before[0], review.bitext.en)
        spanish = _touched(before[1], review.bitext.es)
        beads = set()
        for number, bead in enumerate(review.bitext.beads):
            changed_en = [i for i in bead.en if i in english]
            changed_es = [j for j in bead.es if j in spanish]
            if changed_en or changed_es:
                beads.add(number)
            if bool(changed_en) != bool(changed_es) and not bead.empty:
                side = "en" if changed_en else "es"
                document = review.bitext.en if changed_en else review.bitext.es
                segment = document.segments[(changed_en or changed_es)[0]]
                notes.append(
                    f"{document.path}:{segment.first_line}: changed since {revision} "
                    f"in {_SIDES[side]} alone"
                )
        only[review.document] = frozenset(beads)
    return only, tuple(notes)


def _touched(old: Document, new: Document) -> frozenset[int]:
    """The segments of `new` that changed, and those beside which something was removed."""
    changes = compare_documents(old, new)
    touched = {change.new for change in changes if change.new is not None and not change.quiet}
    for n, change in enumerate(changes):
        if change.new is None:
            touched.update(_neighbours(changes, n))
    return frozenset(touched)


def _neighbours(changes: Sequence[Change], n: int) -> list[int]:
    before = next((c.new for c in reversed(changes[:n]) if c.new is not None), None)
    return [before] if before is not None else []
