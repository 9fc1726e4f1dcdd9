"""What is wrong with the records, in words, and what can be mended.

What always holds: looking changes nothing; mending copies a file aside before it touches it, never
drops an event that can be read, and keeps what cannot be read in the copy.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from aligner.errors import AlignerError, RecordError
from aligner.glossary.history import NewerError
from aligner.review.codec import line_of
from aligner.review.state import state_of
from aligner.store.aside import copied_aside
from aligner.store.atomic import write_whole
from aligner.store.cache import MAX_BYTES, Cache
from aligner.store.equivalences_file import brought_up_to_date
from aligner.store.glossary_history import HISTORY, GlossaryHistory
from aligner.store.inside import relative
from aligner.store.journal import Flaw, Journal, Reading
from aligner.store.moved import Stray, strays, take_home
from aligner.store.presence import windows
from aligner.store.project import EQUIVALENCES, GLOSSARY, JOURNALS, PRIVATE, Project
from aligner.store.records import DocumentRecords


class Weight(StrEnum):
    """How much a finding matters: `fault` is to be mended, `note` to be known."""

    FAULT = "fault"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that the doctor found: where, what, and the exit code that it stands for.
    `mend`, where it can be mended, does so and says what it did."""

    where: str
    words: str
    weight: Weight = Weight.FAULT
    code: int = RecordError.exit_code
    mend: Callable[[], str] | None = None

    @property
    def line(self) -> str:
        """`where: words`."""
        return f"{self.where}: {self.words}"


def examine(project: Project) -> Iterator[Symptom]:
    """Everything that is wrong with `project` or worth knowing, file by file."""
    yield from _glossary(project)
    yield from _equivalences(project)
    for listed in project.documents:
        yield from _texts(project, listed.id)
        yield from _journal(project, listed.id)
    if not project.alone:
        yield from _strays(project)
        yield from _private(project)


def _glossary(project: Project) -> Iterator[Symptom]:
    if project.alone:
        return
    try:
        text = project.glossary_text
    except AlignerError as error:
        yield Symptom(GLOSSARY, _without(error, GLOSSARY), code=error.exit_code)
        return
    try:
        for departure in project.departures:
            yield Symptom(GLOSSARY, departure.line, Weight.NOTE)
    except AlignerError as error:
        yield Symptom(GLOSSARY, str(error))
    history = GlossaryHistory(project.glossary_path, project.root / JOURNALS)
    name = f"{JOURNALS}/{HISTORY}"
    try:
        history.read()
    except NewerError as error:
        yield Symptom(name, _without(error, name))
    except RecordError as error:
        yield Symptom(name, _without(error, name), mend=history.mend)
    # Loaded here: the checks of a glossary are needed by nobody else below the command line.
    from aligner.glossary.conflicts import conflicts

    for conflict in conflicts(text.glossary):
        words = f"{conflict.kind}: {', '.join(conflict.concepts)}: {', '.join(conflict.terms)}"
        yield Symptom(GLOSSARY, words, code=1)


def _without(error: AlignerError, name: str) -> str:
    """The message without the name of the file, which stands in front anyway."""
    return str(error).removeprefix(name).lstrip(":, ")


def _equivalences(project: Project) -> Iterator[Symptom]:
    try:
        _ = project.taught
    except AlignerError as error:
        yield Symptom(EQUIVALENCES, _without(error, EQUIVALENCES), code=error.exit_code)


def _texts(project: Project, document: str) -> Iterator[Symptom]:
    try:
        project.texts(document)
    except AlignerError as error:
        yield Symptom(document, str(error), code=error.exit_code)


def _journal(project: Project, document: str) -> Iterator[Symptom]:
    journal = project.journal(document)
    try:
        reading = journal.read(strict=False)
    except RecordError as error:
        yield Symptom(journal.name, str(error).removeprefix(f"{journal.name}: "))
        return
    for trouble in reading.troubles:
        mend = None
        if trouble.flaw is not Flaw.NEWER:
            mend = _mending(journal)
        where = f"{journal.name}, line {trouble.line}"
        yield Symptom(where, trouble.words, mend=mend)
    if reading.doubled:
        words = f"{reading.doubled} doubled lines, as git's union merge leaves; they cost nothing"
        yield Symptom(journal.name, words, Weight.NOTE, mend=_mending(journal))
    if journal.torn.exists():
        words = f"what a crash tore lies in {journal.torn.name}; look, then delete it"
        yield Symptom(journal.name, words, Weight.NOTE)
    yield from _unwritable(journal.path, journal.name)
    if journal.busy():
        words = "another program holds its lock at this moment; no lock outlives its program"
        yield Symptom(journal.name, words, Weight.NOTE)
    yield from _state(project, document, reading)


def _state(project: Project, document: str, reading: Reading) -> Iterator[Symptom]:
    """What became of the decisions on today's texts."""
    name = project.journal(document).name
    state = state_of(reading.events)
    for name_of_event, missing in state.absent:
        words = f"event {name_of_event} refers to {missing}, which is not here; it is kept"
        yield Symptom(name, words, Weight.NOTE)
    for name_of_event in state.unknown:
        kind = state.events[name_of_event].kind
        words = f"event {name_of_event} is of a kind from another version ({kind})"
        yield Symptom(name, words, Weight.NOTE)
    if not project.alone:
        try:
            if brought_up_to_date(project.taught, state, document) is not None:
                words = "equivalences.yaml does not hold what its verdicts for always say"
                yield Symptom(name, words, mend=_teaching(project, document))
        except AlignerError:
            pass  # said already, by _equivalences
    if any(trouble.grave for trouble in reading.troubles):
        return
    try:
        review = project.review(document)
    except AlignerError:
        return  # the texts or the glossary: said already
    for orphan in review.orphans:
        event = orphan.decision.event
        words = f"{event.kind} by {event.by} of {event.at[:10]} has no place any more: {orphan.why}"
        yield Symptom(name, words, Weight.NOTE)
    for live in review.idle:
        words = f"the verdict by {live.event.by} of {live.event.at[:10]} meets no divergence now"
        yield Symptom(name, words, Weight.NOTE)
    stale = sum(bead.stale for bead in review.beads)
    if stale:
        words = f"{stale} blocks changed since they were reviewed"
        yield Symptom(name, words, Weight.NOTE)
    for conflict in review.conflicts:
        people = ", ".join(sorted({live.event.by for live in conflict.decisions}))
        place = f"block {conflict.bead + 1}" if conflict.bead >= 0 else "the alignment"
        words = f"{people} contradict each other on {conflict.topic} ({place})"
        yield Symptom(name, words, code=1)


def _strays(project: Project) -> Iterator[Symptom]:
    """Journals of documents that are not there any more under that name."""
    for stray in strays(project):
        where = relative(project.root, stray.path)
        if not stray.kin:
            words = (
                f"a journal without a document; if {stray.stem} was renamed, rename its journal "
                "too, or give the document this id in aligner.yaml"
            )
            yield Symptom(where, words, Weight.NOTE)
            continue
        homes = ", ".join(f"{name} ({share:.0%})" for name, share in stray.kin.items())
        words = f"a journal without a document; its paragraphs are now in {homes}"
        yield Symptom(where, words, Weight.NOTE, mend=_taking(project, stray))


def _taking(project: Project, stray: Stray) -> Callable[[], str]:
    def mend() -> str:
        return take_home(project, stray)

    return mend


def _private(project: Project) -> Iterator[Symptom]:
    folder = project.root / PRIVATE
    for _, present in windows(folder / "presence"):
        words = f"open since {present.since} by {present.reviewer or 'somebody'} on {present.host}"
        yield Symptom("presence", f"{words} (process {present.process})", Weight.NOTE)
    cache = Cache(folder / "cache")
    size = cache.size()
    if size:
        words = f"{size / 1e6:.1f} MB of at most {MAX_BYTES / 1e6:.0f} MB; may be deleted any time"
        yield Symptom("cache", words, Weight.NOTE, mend=lambda: f"{cache.clear()} entries removed")


def _unwritable(path: Path, name: str) -> Iterator[Symptom]:
    if path.exists() and not os.access(path, os.W_OK):
        yield Symptom(name, "cannot be written to; decisions would not be saved")


def _teaching(project: Project, document: str) -> Callable[[], str]:
    def mend() -> str:
        aside = copied_aside(project.equivalences_path)
        DocumentRecords(project, document).teach()
        return f"equivalences.yaml written anew{_old(aside)}"

    return mend


def _mending(journal: Journal) -> Callable[[], str]:
    def mend() -> str:
        return mend_journal(journal)

    return mend


def mend_journal(journal: Journal) -> str:
    """Writes the journal anew from every event that can be read, each once. Lines that are no
    events, and both contents of an id that has two (nobody can say which is true), stay in the
    copy alone. Says what it did; a journal without flaws is left alone. Raises RecordError."""
    with journal.held():
        return _mended(journal)


def _mended(journal: Journal) -> str:
    reading = journal.read(strict=False)
    if any(trouble.flaw is Flaw.NEWER for trouble in reading.troubles):
        raise RecordError(f"{journal.name}: a newer version wrote it; nothing is mended here")
    if not reading.troubles and not reading.doubled:
        return f"{journal.name}: nothing left to mend"
    corrupt = {each.event for each in reading.troubles if each.event}
    aside = copied_aside(journal.path)
    kept = [event for event in reading.events if event.id not in corrupt]
    write_whole(journal.path, b"".join(line_of(event) for event in kept))
    dropped = sum(each.flaw is not Flaw.CORRUPT for each in reading.troubles)
    parts = [f"{len(kept)} events kept"]
    if corrupt:
        parts.append(f"{len(corrupt)} with two contents taken out")
    if dropped:
        parts.append(f"{dropped} lines that are no events taken out")
    if reading.doubled:
        parts.append(f"{reading.doubled} doubled lines joined")
    return f"{journal.name}: {', '.join(parts)}{_old(aside)}"


def _old(aside: Path | None) -> str:
    return f" (the old file: {aside.name})" if aside else ""
