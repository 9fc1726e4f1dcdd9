"""Journals whose document was renamed, split or joined with others.

What always holds: a journal belongs where its paragraphs are, as its own snapshots tell; taking it
there adds its events to the journals of the documents that hold them now and leaves a copy of it
beside; nothing is dropped, and doing it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import AlignerError, RecordError
from aligner.review.state import state_of
from aligner.store.aside import copied_aside
from aligner.store.inside import relative
from aligner.store.journal import Journal
from aligner.store.project import JOURNALS, Project

KIN = 0.5
"""The share of paragraphs in common, of the shorter of both, from which a document and a journal
belong together."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A journal without a document, and the documents that hold its paragraphs now, each with the
    share in common."""

    path: Path
    stem: str
    kin: Mapping[str, float]


def strays(project: Project) -> tuple[Stray, ...]:
    """The journals below review/ that belong to no document by name."""
    folder = project.root / JOURNALS
    known = {project.journal_path(listed.id) for listed in project.documents}
    known.add(folder / "glossary.jsonl")
    paths = sorted(folder.rglob("*.jsonl")) if folder.is_dir() else []
    return tuple(
        Stray(path, relative(folder, path.with_suffix("")), _kin(project, path))
        for path in paths
        if path not in known
    )


def _kin(project: Project, path: Path) -> dict[str, float]:
    try:
        state = state_of(Journal(path).read(strict=False).events)
    except RecordError:
        return {}
    versions = [
        {digest for side in ("en", "es") for digest in _digests(event.value.get(side))}
        for event in state.snapshots.values()
    ]
    shares = {}
    for listed in project.documents:
        try:
            texts = project.texts(listed.id)
        except AlignerError:
            continue
        held = {*texts.en.digests, *texts.es.digests}
        share = max(
            (len(held & version) / min(len(held), len(version)) for version in versions if version),
            default=0.0,
        )
        if share >= KIN:
            shares[listed.id] = share
    return shares


def _digests(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def take_home(project: Project, stray: Stray) -> str:
    """Adds the events of `stray` to the journals of its kin and sets it aside. Says what it did.
    Raises RecordError, for flaws in the journal too: those are mended first."""
    journal = Journal(stray.path, name=f"{JOURNALS}/{stray.path.name}")
    with journal.held():
        events = journal.read().events
        for document in stray.kin:
            target = project.journal(document)
            present = {event.id for event in target.read().events}
            new = [event for event in events if event.id not in present]
            if new:
                target.append_all(new)
        aside = copied_aside(stray.path)
        try:
            stray.path.unlink()
        except OSError as error:
            raise RecordError(f"{stray.path}: cannot be removed ({error.strerror})") from error
    where = ", ".join(stray.kin)
    old = aside.name if aside else ""
    return f"{len(events)} events taken to {where} (the old file: {old})"
