"""From the words of a command line to an open project and its reviews.

What always holds: every verb finds its project in the same way; one document that cannot be read
does not keep the others from being shown, and its exit code is not lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from aligner.alignment.bead import Bitext
from aligner.archive.pool import pool
from aligner.cli.options import cores, note
from aligner.cli.progress import Progress
from aligner.divergence.divergence import Divergence
from aligner.errors import AlignerError, InputError, UsageError, worst
from aligner.review.review import Review
from aligner.store.project import Project, open_pair, open_project
from aligner.text.reading import SUFFIXES, Tracked

FEW = 8
"""Below this many documents the start of other processes costs more than they save."""
MOST = 8
"""Documents that a process takes in one go, at the most: so that progress is seen."""


def opened(
    paths: Sequence[str],
    *,
    encoding: str | None = None,
    tracked: str = "show",
    glossary: str | None = None,
) -> Project:
    """The project that `[PROJECT | EN ES]` names. Raises UsageError, ConfigurationError,
    InputError."""
    how = cast(Tracked, tracked)
    if len(paths) > 2:
        raise UsageError(
            f"{len(paths)} paths: give one project, or one English and one Spanish text"
        )
    if len(paths) == 2:
        project = open_pair(paths[0], paths[1], encoding=encoding, tracked=how)
    elif not paths:
        project = open_project(".", upward=True, encoding=encoding, tracked=how)
    else:
        project = _one(paths[0], encoding, how)
    if glossary is not None:
        from aligner.cli.glossary_source import glossary_from  # loads formats only when asked

        project = project.with_glossary(glossary_from(glossary))
    return project


def project_of(given: Mapping[str, Any]) -> Project:
    """The project that a verb's arguments ask for: `opened` with its common options."""
    return opened(
        given["paths"],
        encoding=given["encoding"],
        tracked=given["tracked"],
        glossary=given.get("glossary"),
    )


def project_of_terms(path: str | None) -> Project:
    """The project at `path`, else in this folder or above, whose terms are to be worked on: it need
    not have a text yet. Raises ConfigurationError."""
    if path:
        return open_project(path, texts=False)
    return open_project(".", upward=True, texts=False)


def read_reviews(project: Project, given: Mapping[str, Any], *, checked: bool = True) -> Opened:
    """The reviews of `project` as `reviews_of` has them; what could not be read is told on stderr."""
    found = reviews_of(project, jobs=given["jobs"], quiet=given["quiet"], checked=checked)
    for error in found.errors:
        note(f"aligner: {error}", quiet=False)
    return found


def _one(path: str, encoding: str | None, tracked: Tracked) -> Project:
    place = Path(path)
    if place.suffix.lower() in SUFFIXES and not place.is_dir():
        if not place.exists():
            raise InputError(f"{path}: no such file")
        raise UsageError(f"{path}: one text alone; give both: aligner EN ES")
    return open_project(path, encoding=encoding, tracked=tracked)


@dataclass(frozen=True, slots=True)
class Opened:
    """The reviews that could be put together, and the errors of the others."""

    reviews: tuple[Review, ...]
    errors: tuple[AlignerError, ...]

    @property
    def code(self) -> int:
        """The exit code of what could not be read; 0 where all was."""
        return worst([error.exit_code for error in self.errors])


def reviews_of(
    project: Project, *, jobs: int | None = None, quiet: bool = False, checked: bool = True
) -> Opened:
    """The reviews of all documents in their order, whatever the number of processes; where they are
    many, a terminal shows how far the work is. Not `checked`, they are aligned alone and hold no
    findings. Raises what concerns the project as a whole (its glossary)."""
    _ = project.glossary
    names = [listed.id for listed in project.documents]
    workers = min(cores(jobs), len(names))
    if workers > 1 and len(names) >= FEW:
        progress = Progress("aligner", quiet=quiet)
        with pool(workers) as processes:
            chunk = max(1, min(len(names) // (workers * 4), MOST))
            parts = [names[n : n + chunk] for n in range(0, len(names), chunk)]
            work = _Reviewing(project, checked)
            found = []
            for future in [processes.submit(work.several, part) for part in parts]:
                found += future.result()
                progress(len(found), len(names))
        progress.close()
    else:
        found = [_Reviewing(project, checked)(name) for name in names]
    return Opened(
        tuple(one for one in found if isinstance(one, Review)),
        tuple(one for one in found if isinstance(one, AlignerError)),
    )


@dataclass(frozen=True, slots=True)
class _Reviewing:
    """Puts one review together; an error that the user can understand is an answer."""

    project: Project
    checked: bool = True

    def several(self, names: Sequence[str]) -> list[Review | AlignerError]:
        """What a process does in one go."""
        return [self(name) for name in names]

    def __call__(self, name: str) -> Review | AlignerError:
        try:
            if self.checked:
                return self.project.review(name)
            align, _ = self.project.engines(name)
            return self.project.review(name, engines=(align, _unchecked))
        except AlignerError as error:
            return error


def _unchecked(bitext: Bitext) -> tuple[Divergence, ...]:
    """Stands in for the checks where nobody asks what they find."""
    del bitext
    return ()
