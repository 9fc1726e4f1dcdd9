"""The history of a glossary: each change made through the tool, concept before and after.

What always holds: history is for reading and for undo; it is never replayed into the file. Undo
writes `before` back only where the concept still equals `after`, and says so otherwise. A change is
active unless an active change undoes it; time is shown and never used for order. Keys and kinds that
a newer program wrote are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from aligner.errors import RecordError, UsageError
from aligner.glossary.concept import Concept, Glossary
from aligner.glossary.deciding import Author
from aligner.glossary.record import concept_from_record, concept_record

VERSION = 1
_KEYS = frozenset({"v", "id", "at", "by", "role", "kind", "changes", "undoes"})


class NewerError(RecordError):
    """A newer program wrote the line: it is read by none of ours, and taken out by none."""


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """One concept before and after; None where it did not or does not exist."""

    concept: str
    before: Concept | None
    after: Concept | None


@dataclass(frozen=True, slots=True)
class Change:
    """One action of one person on the glossary, a line of its history. `id` is a UUID 4; `undoes`
    the id of the change that this one takes back."""

    id: str
    at: str
    by: str
    role: str
    changes: tuple[ConceptChange, ...]
    kind: str = "change"
    undoes: str = ""
    v: int = VERSION
    extra: Mapping[str, object] = field(default_factory=dict)


def change_between(
    before: Glossary, after: Glossary, author: Author, change_id: str, *, kind: str = "change"
) -> Change | None:
    """What leads from one glossary to the other, or None where they are equal."""
    old = {concept.id: concept for concept in before.concepts}
    new = {concept.id: concept for concept in after.concepts}
    changes = tuple(
        ConceptChange(concept_id, old.get(concept_id), new.get(concept_id))
        for concept_id in sorted(old.keys() | new.keys())
        if old.get(concept_id) != new.get(concept_id)
    )
    if not changes:
        return None
    return Change(change_id, author.at, author.by, author.role, changes, kind)


def undo(
    glossary: Glossary, change: Change, author: Author, change_id: str
) -> tuple[Glossary, Change]:
    """The glossary with `change` taken back, and the change that does so.

    Raises UsageError, naming the concepts, where one no longer is as the change left it: nothing is
    written back then.
    """
    now = {concept.id: concept for concept in glossary.concepts}
    moved = [each.concept for each in change.changes if now.get(each.concept) != each.after]
    if moved:
        raise UsageError(
            f"cannot undo: changed since by hand or by a later decision: {', '.join(moved)}"
        )
    for each in change.changes:
        now.pop(each.concept, None)
        if each.before is not None:
            now[each.concept] = each.before
    restored = Glossary(tuple(now[concept_id] for concept_id in sorted(now)))
    back = tuple(ConceptChange(each.concept, each.after, each.before) for each in change.changes)
    return restored, Change(
        change_id, author.at, author.by, author.role, back, "undo", undoes=change.id
    )


def active(history: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that no active change undoes, in the order given; undo of an undo redoes."""
    known: dict[str, Change] = {}
    for change in history:
        known.setdefault(change.id, change)
    undoing: dict[str, list[str]] = {}
    for change in known.values():
        if change.undoes in known:
            undoing.setdefault(change.undoes, []).append(change.id)
    state: dict[str, bool] = {}
    for start in known:
        # From the last undo backwards; a circle of undos, which nobody can write, counts as inactive.
        stack = [start]
        while stack:
            at = stack[-1]
            waiting = [each for each in undoing.get(at, ()) if each not in state]
            fresh = [each for each in waiting if each not in stack]
            if fresh:
                stack.extend(fresh)
                continue
            state[at] = not any(state.get(each, False) for each in undoing.get(at, ()))
            stack.pop()
    return tuple(change for change in known.values() if state[change.id])


def last_of(history: Sequence[Change], by: str) -> Change:
    """The last active change of `by` that is no undo. Raises UsageError where there is none."""
    for change in reversed(active(history)):
        if change.by == by and not change.undoes:
            return change
    raise UsageError(f"{by} has no change of the glossary to undo")


def of_concept(history: Iterable[Change], concept_id: str) -> tuple[Change, ...]:
    """The changes that touch one concept."""
    return tuple(
        change for change in history if any(each.concept == concept_id for each in change.changes)
    )


def to_entry(change: Change) -> dict[str, object]:
    """The JSON object of one line of `review/glossary.jsonl`."""
    entry: dict[str, object] = {
        "v": change.v,
        "id": change.id,
        "at": change.at,
        "by": change.by,
        "role": change.role,
        "kind": change.kind,
        "changes": [
            {
                "concept": each.concept,
                "before": None if each.before is None else concept_record(each.before),
                "after": None if each.after is None else concept_record(each.after),
            }
            for each in change.changes
        ],
    }
    if change.undoes:
        entry["undoes"] = change.undoes
    return {**entry, **change.extra}


def from_entry(entry: Mapping[str, object]) -> Change:
    """The change that a line holds. Raises RecordError for a newer version or a broken line."""
    version = entry.get("v")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise RecordError("no change of a glossary: `v` is missing or no version that ever was")
    if version > VERSION:
        raise NewerError(f"the glossary's history has version {version}, newer than this program")
    listed = entry.get("changes")
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        raise RecordError("a line of the glossary's history has no list of changes")
    words = {key: str(entry.get(key) or "") for key in ("id", "at", "by", "role", "undoes")}
    if not words["id"]:
        raise RecordError("a line of the glossary's history has no id")
    return Change(
        changes=tuple(_change(each) for each in listed),
        kind=str(entry.get("kind") or "change"),
        v=version,
        extra={key: value for key, value in entry.items() if key not in _KEYS},
        **words,
    )


def _change(each: object) -> ConceptChange:
    if not isinstance(each, Mapping) or not isinstance(each.get("concept"), str):
        raise RecordError("a change of the glossary's history names no concept")
    concept_id = each["concept"]
    before, after = (
        None if each.get(key) is None else concept_from_record(concept_id, each[key])
        for key in ("before", "after")
    )
    return ConceptChange(concept_id, before, after)
