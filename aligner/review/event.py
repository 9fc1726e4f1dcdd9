"""An event: one action of one person, a line of the journal.

What always holds: an event is never changed and never dropped. Unknown kinds and unknown keys are
kept as they came (`extra`), so that an older program does not lose what a newer one wrote. Time is
shown and never used for order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aligner.review.target import Target

VERSION = 1


class EventKind(StrEnum):
    """What can be decided about a document."""

    SNAPSHOT = "snapshot"
    PIN = "pin"
    UNPIN = "unpin"
    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    LINK = "link"
    UNLINK = "unlink"
    ACCEPT = "accept"
    NEEDS_WORK = "needs-work"
    SIGN_OFF = "sign-off"
    AGREEMENT = "agreement"
    NOTE = "note"
    QUERY = "query"
    ANSWER = "answer"
    VERDICT = "verdict"
    PROPOSAL = "proposal"
    ASSIGNMENT = "assignment"


class Role(StrEnum):
    """The roles of ISO 17100 practice. A label that people give themselves, not a proof."""

    TRANSLATOR = "translator"
    REVISER = "reviser"
    TERMINOLOGIST = "terminologist"
    LEGAL_ADVISER = "legal adviser"
    VERIFIER = "verifier"


@dataclass(frozen=True, slots=True)
class Event:
    """`id` is a UUID 4; `at` RFC 3339 in UTC; `targets` one or many (a bulk action is one event);
    `value` depends on the kind; `replaces` names every live decision on the targets that the
    person was looking at; `undoes` the event that this one undoes (an undo's own kind is that of
    the event it undoes); `snap` the snapshot that its references were made from (a snapshot names the
    one before it). `slots` says which targets of an event with many are replaced, by its id; an id
    in `replaces` without slots is replaced wholly."""

    id: str
    at: str
    by: str
    role: str
    kind: str
    targets: tuple[Target, ...] = ()
    value: Mapping[str, Any] = field(default_factory=dict)
    replaces: tuple[str, ...] = ()
    undoes: str = ""
    snap: str = ""
    slots: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    v: int = VERSION
    extra: Mapping[str, Any] = field(default_factory=dict)
