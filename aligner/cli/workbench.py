"""The project as the terminal UI sees it: the store behind the UI's Protocol.

What always holds: what the UI may ask often (`changed`, `documents`) is quick; what may take long
runs in a process of its own (`preparing.py`); a choice that cannot be kept is no error.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from aligner.cli import preferring
from aligner.cli.preparing import Location, complete, prepare, ready
from aligner.cli.terms import GlossaryDesk
from aligner.divergence.divergence import Severity
from aligner.glossary.concept import Concept, Glossary
from aligner.review.metrics import measure
from aligner.review.review import Review
from aligner.review.session import Session
from aligner.store import reviewer as identity
from aligner.store.presence import Presence, presence
from aligner.store.project import PRIVATE, Project
from aligner.store.records import DocumentRecords
from aligner.text.segment import Side
from aligner.tui.workbench import Card, Earlier, Position, Preferences, Preparation, Through

LARGE = 150_000
"""Bytes of both texts from which on the first alignment is worth a progress bar."""

_Signature = tuple[tuple[str, int, int], ...]


class ProjectBench:
    """A Workbench over a project on disk."""

    def __init__(
        self,
        location: Location,
        *,
        by: str,
        role: str,
        language: str,
        read_only: bool = False,
        archive: str | None = None,
    ) -> None:
        self.location = location
        self.project: Project = location.open()
        self.read_only = read_only
        self._by, self._role = by, role
        self._archive = Path(archive) if archive else None
        self._language = language
        self._sessions: dict[str, Session] = {}
        self._records: dict[str, DocumentRecords] = {}
        self._signatures: dict[str, _Signature] = {}
        self._ready: dict[str, Review] = {}
        self._present: dict[str, Presence] = {}
        self._cards: dict[str, Card] = {}
        self._desk = GlossaryDesk(self.project)

    def others(self) -> Sequence[str]:
        """A line for each other window that has a document of this project open."""
        lines = []
        for listed in self.project.documents:
            for other in presence(self.project, listed.id, self._by).others():
                where = "on this machine" if other.here else f"on {other.host}"
                who = other.reviewer or "somebody"
                lines.append(f"{who} has {listed.id} open {where} since {other.since}")
        return lines

    def close(self) -> None:
        """This window leaves its documents."""
        for here in self._present.values():
            here.leave()
        self._present.clear()

    @property
    def name(self) -> str:
        """The project's name for the header."""
        return self.project.name

    @property
    def reviewer(self) -> str:
        """Who decides; empty while nobody said so."""
        return self._by

    @property
    def preferences(self) -> Preferences:
        """The project's keys and the person's language, theme and hints."""
        kept = preferring.read()
        return Preferences(
            self.project.configuration.keys,
            self._language or kept.get("language", ""),
            kept.get("theme", ""),
            kept.get("hints", "") != "off",
        )

    def introduce(self, reviewer: str, role: str) -> None:
        """The reviewer said who they are. Kept for next time."""
        self._by = identity.remember(reviewer)
        self._role = role or self._role
        for session in self._sessions.values():
            session.by, session.role = self._by, self._role

    def prefer(self, *, language: str = "", theme: str = "", hints: bool | None = None) -> None:
        """Keeps a choice of the person for next time."""
        chosen = {"language": language, "theme": theme}
        if hints is not None:
            chosen["hints"] = "on" if hints else "off"
        preferring.keep({name: value for name, value in chosen.items() if value})

    # Documents

    def documents(self) -> Sequence[Card]:
        """The documents in order; figures of those that were open."""
        for name, session in self._sessions.items():
            self._cards[name] = self._card(session.review)
        return [self._cards.get(listed.id, Card(listed.id)) for listed in self.project.documents]

    def figures(self, document: str) -> Card:
        """One document's figures."""
        if document in self._sessions:
            return self._card(self._sessions[document].review)
        card = self._card(self.project.review(document))
        self._cards[document] = card
        return card

    def _card(self, review: Review) -> Card:
        metrics = measure([review])
        opened = review.open_by_severity
        severe = opened[Severity.CRITICAL] + opened[Severity.MAJOR]
        return Card(
            review.document,
            True,
            (metrics["coverage.en"].n, metrics["coverage.en"].d),
            (metrics["coverage.es"].n, metrics["coverage.es"].d),
            review.reviewed,
            severe,
            opened[Severity.MINOR],  # notices accuse nobody and are not counted
        )

    def preparation(self, document: str) -> Preparation | None:
        """What must be computed before `open` is quick, or None."""
        if self._bytes(document) < LARGE:
            return None
        review = ready(self.project, document)
        if review is None:
            return Preparation(prepare, (self.location, document))
        self._ready[document] = review
        return None

    def _bytes(self, document: str) -> int:
        total = 0
        for path in self._paths(document):
            try:
                total += path.stat().st_size
            except OSError:
                continue
        return total

    def _paths(self, document: str) -> list[Path]:
        listed = self.project.listed(document)
        return [self.project.root / written for written in (*listed.en, *listed.es)]

    def open(self, document: str, through: Through) -> Session:
        """The review of one document."""
        # What `preparation` put together a moment ago, while nothing can have been decided here.
        review = self._ready.pop(document, None) or self.project.review(document)
        records = DocumentRecords(self.project, document)
        news = records.news()  # what is there now is no news
        session = Session(review, through(records), by=self._by, role=self._role)
        if news is not None and any(event.id not in review.state.events for event in news.events):
            session.reload(news.events)
        self._sessions[document], self._records[document] = session, records
        self._signatures[document] = self._signature(document)
        if document not in self._present:
            self._present[document] = presence(self.project, document, self._by)
            self._present[document].announce()
        return session

    def completion(self, document: str, review: Review) -> Preparation:
        """The full alignment and check under the pins of `review`, for another process."""
        return Preparation(complete, (self.location, document, review.pins))

    def changed(self, document: str) -> Sequence[str]:
        """The files that changed since they were read, other than by this window."""
        out: list[str] = []
        if document in self._signatures:
            before = {name: rest for name, *rest in self._signatures[document]}
            now = self._signature(document)
            out = [name for name, *rest in now if before.get(name) != rest]
        out += self._desk.changed()
        records, session = self._records.get(document), self._sessions.get(document)
        if records is not None and session is not None:
            news = records.news()
            known = session.review.state.events
            if news is not None and any(event.id not in known for event in news.events):
                out.append(records.journal.name)
        return out

    def _signature(self, document: str) -> _Signature:
        found = []
        for path in self._paths(document):
            try:
                state = path.stat()
                found.append((str(path), state.st_mtime_ns, state.st_size))
            except OSError:
                found.append((str(path), 0, -1))
        return tuple(found)

    def reopen(self, document: str, through: Through) -> Session:
        """The review after a change on disk. The old one stays where the new cannot be read."""
        fresh = self.location.open()
        self._ready = {document: fresh.review(document)}
        self.project = fresh
        self._desk = GlossaryDesk(fresh)
        return self.open(document, through)

    # Places

    def position(self, document: str) -> Position:
        """Where this person was in a document."""
        kept = preferring.read_position(self._private(), document)
        return Position(*kept) if kept else Position()

    def remember(self, document: str, position: Position) -> None:
        """Keeps the place."""
        preferring.keep_position(
            self._private(), document, (position.bead, position.side, position.digest)
        )

    def _private(self) -> Path | None:
        return None if self.project.alone else self.project.root / PRIVATE

    def text_place(self, document: str, side: Side, line: int) -> tuple[str, int]:
        """The absolute path and line of a text; of several files of one side, the first."""
        listed = self.project.listed(document)
        written = (listed.en if side == "en" else listed.es)[0]
        return os.path.abspath(self.project.root / written), line  # noqa: PTH100  a link stays one

    # The archive

    def earlier(self, document: str, en: str, es: str) -> Sequence[Earlier]:
        """Earlier paragraphs like `en` (or, where it is empty, like `es`), likest first. Quick, and
        nothing without an archive. Raises RecordError where the index is damaged."""
        if self._archive is None:
            return ()
        from aligner.archive.index import Index
        from aligner.archive.recall import similar
        from aligner.text.digest import fold

        with Index(self._archive) as index:
            found = similar(index, en or es, "en" if en else "es", apart=document)
        return [
            Earlier(
                each.document,
                each.date,
                each.en,
                each.es,
                each.score,
                bool(en and es) and each.score == 1.0 and fold(each.es) != fold(es),
            )
            for each in found
        ]

    # Terms

    def glossary(self) -> Glossary:
        """The glossary as it stands."""
        return self._desk.glossary

    def save_concept(self, before: Concept | None, after: Concept | None, why: str) -> Glossary:
        """Adds, changes or removes a concept."""
        return self._desk.save(before, after, why, by=self._by, role=self._role)

    def undo_concept(self) -> tuple[Glossary, str]:
        """Undoes the last change made by this reviewer."""
        return self._desk.undo(by=self._by, role=self._role)

    def concept_history(self, concept: str) -> Sequence[tuple[str, str, str]]:
        """(when, who, what and why) of one concept, newest first."""
        return self._desk.history(concept)

    def export_glossary(self) -> str:
        """Writes the glossary as CSV beside it."""
        return self._desk.export_csv()
