"""Long work for the UI, in a spawned process: functions of a module with plain arguments.

What always holds: the process opens the project anew, so nothing large is sent to it; what it
works out lies in the cache when it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aligner.alignment.bead import Bitext, Pin
from aligner.cli.opening import opened
from aligner.divergence.divergence import Divergence
from aligner.review.review import Review
from aligner.store.project import Project
from aligner.text.document import Document

Report = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Location:
    """Where a project is and how its texts are read: enough to open it again anywhere."""

    paths: tuple[str, ...] = ()
    encoding: str | None = None
    tracked: str = "show"
    glossary: str | None = None

    def open(self) -> Project:
        """The project. Raises what `opened` raises."""
        return opened(
            self.paths, encoding=self.encoding, tracked=self.tracked, glossary=self.glossary
        )


class _MissingError(Exception):
    """The cache had no answer."""


def _refuse(*_: object) -> Any:
    raise _MissingError


def ready(project: Project, document: str) -> Review | None:
    """The review of `document` where the cache answers for both engines, else None: nothing is
    worked out here."""
    if project.cache is None:
        return None
    keep = project.cache.keeping(
        project.texts(document).key,
        project.glossary,
        project.settings(document),
        project.memories,
    )
    try:
        return project.review(document, engines=(keep.aligning(_refuse), keep.checking(_refuse)))
    except _MissingError:
        return None


def prepare(location: Location, document: str, report: Report) -> None:
    """Aligns and checks `document`, so that opening it is quick."""
    report("reading", 0.0)
    project = location.open()
    align, check = project.engines(document)

    def told_align(en: Document, es: Document, pins: Sequence[Pin]) -> Bitext:
        report("aligning", 0.1)
        return align(en, es, pins)

    def told_check(bitext: Bitext) -> Sequence[Divergence]:
        report("checking", 0.5)
        return check(bitext)

    project.review(document, engines=(told_align, told_check))
    report("done", 1.0)


def complete(
    location: Location, document: str, pins: Sequence[Pin], report: Report
) -> tuple[Bitext, tuple[Divergence, ...]]:
    """The full alignment under `pins` and its divergences, kept in the cache too."""
    project = location.open()
    texts = project.texts(document)
    align, check = project.engines(document)
    report("aligning", 0.1)
    bitext = align(texts.en, texts.es, pins)
    report("checking", 0.5)
    return bitext, tuple(check(bitext))
