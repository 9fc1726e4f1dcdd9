"""What all glossary formats share: what may leave the house, what a parse gives, how terms pair.

What always holds: an export carries no internal decision unless that was asked for, and says how
many it kept back; an import is one value with every problem in it, so that the caller takes all of it
or nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from aligner.errors import AlignerError
from aligner.glossary.concept import Concept, Glossary, Term
from aligner.glossary.pairs import new_id
from aligner.glossary.record import concept_from_record, concept_record, valid_id

Progress = Callable[[int, int], None]
"""Called with what has been read and what there is, in units of the format."""

INTERNAL = "INTERNAL: holds decisions that are not meant to leave the house."
"""What marks every page of an export that includes internal decisions."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something in a file cannot be imported. `line` counts from 1 (0: the file as a whole)."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}" if self.line else self.reason


@dataclass(frozen=True, slots=True)
class Parsed:
    """What an importer made of a file. With `problems` it is not to be imported; `notices` say what
    the file holds that a glossary does not, and what was read in another sense."""

    glossary: Glossary
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


Exported = tuple[bytes, tuple[str, ...]]
"""The bytes of a file, and what it could not hold, one line each."""


def outgoing(glossary: Glossary, *, include_internal: bool) -> tuple[Glossary, tuple[str, ...]]:
    """The glossary as it may leave the house, and a line on what was kept back."""
    if include_internal:
        return glossary, ()
    kept = 0
    concepts: list[Concept] = []
    for concept in glossary.concepts:
        shared = tuple(decision for decision in concept.decisions if decision.shared)
        kept += len(concept.decisions) - len(shared)
        concepts.append(replace(concept, decisions=shared))
    said = (f"{kept} internal decisions were kept back",) if kept else ()
    return Glossary(tuple(concepts)), said


def has_internal(glossary: Glossary) -> bool:
    """Whether a decision of `glossary` is not meant to leave the house."""
    return any(not each.shared for concept in glossary.concepts for each in concept.decisions)


def encoded(text: str, losses: list[str]) -> bytes:
    """`text` as UTF-8. What no file can hold (NUL, halves of surrogate pairs) is replaced and named."""
    if "\x00" in text:
        losses.append("NUL characters, which no text file can hold, became ␀")
        text = text.replace("\x00", "␀")
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        losses.append("halves of surrogate pairs became U+FFFD")
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")


def paired(concept: Concept) -> list[tuple[Term | None, Term | None]]:
    """The terms of a concept side by side: each term once or more, the first of either side with all
    of the other, so that the order of both sides can be read back."""
    if not concept.en or not concept.es:
        return [*((term, None) for term in concept.en), *((None, term) for term in concept.es)]
    return [
        *((concept.en[0], term) for term in concept.es),
        *((term, concept.es[0]) for term in concept.en[1:]),
    ]


_MARK = "aligner-glossary"


def island(glossary: Glossary) -> str:
    """`glossary` as JSON that may stand in a comment of HTML or Markdown: without <, > and --."""
    record = {concept.id: concept_record(concept) for concept in glossary.concepts}
    text = json.dumps(record, ensure_ascii=True, separators=(",", ":"))
    for sign in "<>&-":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"{_MARK} {text}"


def from_island(text: str) -> Glossary | None:
    """The glossary whose JSON `island` wrote somewhere into `text`, or None. Raises ValueError or
    RecordError where it was damaged."""
    at = text.rfind(f"<!-- {_MARK} ")
    if at < 0:
        return None
    start = at + len(f"<!-- {_MARK} ")
    try:
        record = json.loads(text[start : text.index(" -->", start)])
    except RecursionError:
        raise ValueError("nested deeper than we read") from None
    if not isinstance(record, Mapping):
        raise ValueError("no mapping of concepts")
    return from_concepts(record)


def from_concepts(record: Mapping[str, object]) -> Glossary:
    """The glossary that a mapping from id to concept holds. Raises RecordError."""
    return Glossary(tuple(concept_from_record(key, record[key]) for key in sorted(record)))


class Gathering:
    """Concepts put together from rows or entries of a file, with what went wrong on the way."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, object]] = {}
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.notices: dict[str, None] = {}
        self._next: dict[str, int] = {}
        self._renamed: dict[str, str] = {}

    def fresh_id(self, text: str) -> str:
        """An id made from `text` that no record has yet, in constant time however many share it."""
        base = new_id(text, ())
        number = self._next.get(base, 0)
        chosen = base
        while chosen in self.records:
            number = max(2, number + 1)
            chosen = f"{base}-{number}"
        self._next[base] = number
        return chosen

    def id_for(self, given: str) -> str:
        """The id under which what a file calls `given` is kept: itself, or one made from it."""
        if valid_id(given):
            return given
        if given not in self._renamed:
            self._renamed[given] = self.fresh_id(given)
            self.records[self._renamed[given]] = {"en": [], "es": []}
            self.notice(f"the id {given!r} is read as {self._renamed[given]}")
        return self._renamed[given]

    def problem(self, line: int, reason: str) -> None:
        """Keeps a reason not to import the file."""
        self.problems.append(Problem(line, reason))

    def notice(self, text: str) -> None:
        """Keeps something that the user must know, once."""
        self.notices[text] = None

    def result(self) -> Parsed:
        """The glossary of all records that are sound, and the problems of the others."""
        concepts: list[Concept] = []
        for concept_id in sorted(self.records):
            try:
                concepts.append(concept_from_record(concept_id, self.records[concept_id]))
            except AlignerError as error:
                self.problem(self.lines.get(concept_id, 0), str(error))
        return Parsed(
            Glossary(tuple(concepts)),
            tuple(sorted(self.problems, key=lambda problem: problem.line)),
            tuple(self.notices),
        )


def losses_in(glossary: Glossary, held: Iterable[str]) -> list[str]:
    """One line for each field that some concept uses and that is not among those `held` by a format,
    with the number of concepts that lose it. Fields of terms are called `term FIELD`."""
    kept = set(held)
    counts: dict[str, int] = {}
    for concept in glossary.concepts:
        record = concept_record(concept)
        used = {key for key in record if key not in ("en", "es")}
        for term in (*concept.en, *concept.es):
            used |= {
                f"term {key}"
                for key in (
                    "part_of_speech", "gender", "number", "region", "forms", "exceptions", "note"
                )
                if getattr(term, key)
            }  # fmt: skip
        for key in used - kept:
            counts[key] = counts.get(key, 0) + 1
    return [
        f"{key.replace('_', ' ')} of {counts[key]} concept{'s' if counts[key] > 1 else ''} was left out"
        for key in sorted(counts)
    ]
