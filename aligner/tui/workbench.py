"""What the UI asks of the house around it; `cli` fills it with the store.

What always holds: the UI opens no file. Everything that it reads or writes goes through this
Protocol; a method that may take long says so, and is then called away from the screen's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from aligner.glossary.concept import Concept, Glossary
from aligner.review.review import Review
from aligner.review.session import Records, Session
from aligner.text.segment import Side


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the project and the person asked of the UI: `keys` remaps by id; `language` is `en`,
    `es` or empty (the locale); `theme` one of `light`, `dark`, `terminal`, `contrast` or empty;
    `hints` whether the first-start hints are shown."""

    keys: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    theme: str = ""
    hints: bool = True


@dataclass(frozen=True, slots=True)
class Position:
    """Where somebody was reading: kept in the project, found again on reopening. The digest names
    the segment should the numbers have changed."""

    bead: int = 0
    side: Side = "en"
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One document on the documents screen. `known` is false while its figures have not been
    computed; fractions are (n, d); `open_divergences` counts open critical and major ones first."""

    id: str
    known: bool = False
    coverage_en: tuple[int, int] = (0, 0)
    coverage_es: tuple[int, int] = (0, 0)
    reviewed: tuple[int, int] = (0, 0)
    severe: int = 0
    lesser: int = 0


@dataclass(frozen=True, slots=True)
class Preparation:
    """Long work that is done before a document can be opened quickly. `function` is a function of
    a module (it is sent to a spawned process); it is called with `arguments` and, last, a callable
    `report(stage: str, done: float)`; its result is dropped, it leaves a cache behind."""

    function: Callable[..., object]
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier paragraph of the archive that is like this one: where and when it stood, both
    sides, how alike it is (0 to 1), and whether its wording is departed from here: the same words
    on one side, others on the other."""

    document: str
    date: str
    en: str
    es: str
    score: float
    departed: bool = False


Through = Callable[[Records], Records]
"""Puts the UI's writer thread between a session and the journal."""


class Workbench(Protocol):
    """A project as the UI sees it."""

    @property
    def name(self) -> str:
        """The project's name for the header."""

    @property
    def reviewer(self) -> str:
        """Who decides; empty while nobody said so (the UI asks at the first decision)."""

    @property
    def preferences(self) -> Preferences:
        """Keys, language, theme."""

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written (another window, or the user's choice)."""

    def introduce(self, reviewer: str, role: str) -> None:
        """The reviewer said who they are. Kept for next time. Raises AlignerError."""

    def prefer(self, *, language: str = "", theme: str = "", hints: bool | None = None) -> None:
        """Keep a choice of the person for next time; failing to is no error."""

    def documents(self) -> Sequence[Card]:
        """The documents in order, at once: figures only where they are cached."""

    def figures(self, document: str) -> Card:
        """One document's figures; may take seconds."""

    def preparation(self, document: str) -> Preparation | None:
        """What must be computed before `open` is quick, or None. Raises AlignerError."""

    def open(self, document: str, through: Through) -> Session:
        """The review of one document; its session writes to `through(records)` and neither aligns
        nor checks after an edit (see `completion`). Raises AlignerError."""

    def completion(self, document: str, review: Review) -> Preparation:
        """The full alignment (under the pins of `review`) and check after an edit, for a spawned
        process: the function returns (Bitext, sequence of Divergence), which the session adopts."""

    def position(self, document: str) -> Position:
        """Where this person was in a document."""

    def remember(self, document: str, position: Position) -> None:
        """Keep the place; failing to is no error."""

    def changed(self, document: str) -> Sequence[str]:
        """Paths of texts, journal or glossary that changed on disk since they were read; quick,
        asked every second or two."""

    def reopen(self, document: str, through: Through) -> Session:
        """The review after such a change, everything decided carried over. Raises AlignerError."""

    def earlier(self, document: str, en: str, es: str) -> Sequence[Earlier]:
        """Earlier paragraphs like this one, likest first; quick; nothing without an archive."""

    def glossary(self) -> Glossary:
        """The glossary as it stands. Raises AlignerError."""

    def save_concept(self, before: Concept | None, after: Concept | None, why: str) -> Glossary:
        """Add (before None), change, or remove (after None) a concept; the new glossary. Raises
        RecordError, also where the concept on disk is no longer `before`."""

    def undo_concept(self) -> tuple[Glossary, str]:
        """Undo the last change made here; the glossary and the concept's id. Raises UsageError
        where there is none or the concept has changed since."""

    def concept_history(self, concept: str) -> Sequence[tuple[str, str, str]]:
        """(when, who, what changed and why) of one concept, newest first."""

    def export_glossary(self) -> str:
        """Write the glossary as CSV beside it; where, relative to the project."""

    def text_place(self, document: str, side: Side, line: int) -> tuple[str, int]:
        """(absolute path, line) of a text, for the person's editor."""
