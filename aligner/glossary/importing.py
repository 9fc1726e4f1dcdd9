"""Taking a glossary that came from outside into one's own: adding and updating by concept.

What always holds: nothing is skipped in silence and no status that people decided on is overwritten,
unless that is asked for; each concept of the incoming glossary ends up added, updated, unchanged, or
among the conflicts. The same file imported twice changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from aligner.glossary.concept import Authority, Concept, ConceptKind, Glossary, Status, Term
from aligner.glossary.conflicts import conflicts as contradictions
from aligner.glossary.conflicts import preferred_pair
from aligner.language.folding import fold
from aligner.text.segment import Side

Prefer = Literal["ours", "theirs"]
_DEFAULTS = (ConceptKind.TERM, Authority.HOUSE, "")


@dataclass(frozen=True, slots=True)
class Import:
    """`added` and `updated` are ids; `updated` says what changed; `conflicts` are lines for people:
    statuses that differ, and second preferred terms, which stand beside the first until somebody
    decides."""

    glossary: Glossary
    added: tuple[str, ...]
    updated: tuple[tuple[str, str], ...]
    unchanged: int
    conflicts: tuple[str, ...]


def integrate(own: Glossary, incoming: Glossary, *, prefer: Prefer = "ours") -> Import:
    """`own` with everything that `incoming` says. A concept is the same by id, or by its preferred
    pair. `prefer` says whose status holds where both know a term."""
    concepts = {concept.id: concept for concept in own.concepts}
    by_pair = {_pair(concept): concept.id for concept in own.concepts if all(_pair(concept))}
    added: list[str] = []
    updated: list[tuple[str, str]] = []
    conflicts: list[str] = []
    unchanged = 0
    for concept in incoming.concepts:
        known = concepts.get(concept.id) or concepts.get(by_pair.get(_pair(concept), ""))
        if known is None:
            concepts[concept.id] = concept
            added.append(concept.id)
            continue
        joined, changes = _joined(known, concept, prefer, conflicts)
        if joined == known:
            unchanged += 1
        else:
            concepts[known.id] = joined
            updated.append((known.id, ", ".join(changes)))
    result = Glossary(tuple(concepts[key] for key in sorted(concepts)))
    before = {str(conflict) for conflict in contradictions(own)}
    conflicts.extend(
        str(conflict) for conflict in contradictions(result) if str(conflict) not in before
    )
    return Import(result, tuple(added), tuple(updated), unchanged, tuple(conflicts))


def _pair(concept: Concept) -> tuple[str, str]:
    en, es = preferred_pair(concept)
    return fold(en), fold(es)


def _joined(
    known: Concept, new: Concept, prefer: Prefer, conflicts: list[str]
) -> tuple[Concept, list[str]]:
    changes: list[str] = []
    values: dict[str, Any] = {}
    for name in ("kind", "definition", "domain", "scope", "authority", "note"):
        value = getattr(new, name)
        if value not in _DEFAULTS and value != getattr(known, name):
            values[name] = value
            changes.append(name)
    for name in ("sources", "decisions"):
        united = _united(getattr(known, name), getattr(new, name))
        if united != getattr(known, name):
            values[name] = united
            changes.append(name)
    sides: tuple[Side, Side] = ("en", "es")
    for side in sides:
        terms = list(known.terms(side))
        for term in new.terms(side):
            _take(terms, term, known.id, prefer, changes, conflicts)
        values[side] = tuple(terms)
    return replace(known, **values), changes


def _take(
    terms: list[Term],
    term: Term,
    concept_id: str,
    prefer: Prefer,
    changes: list[str],
    conflicts: list[str],
) -> None:
    place = next(
        (n for n, t in enumerate(terms) if (t.text, t.region) == (term.text, term.region)), None
    )
    if place is None:
        terms.append(term)
        changes.append(f"new term {term.text!r}")
        return
    own = terms[place]
    values: dict[str, Any] = {}
    for each in fields(Term):
        value, present = getattr(term, each.name), getattr(own, each.name)
        if each.name == "status":
            if value is not present and not _same_outside(present, value):
                conflicts.append(
                    f"{concept_id}, {term.text!r}: {present.value} here, {value.value} in the file; "
                    + ("the file's holds" if prefer == "theirs" else "ours kept")
                )
                if prefer == "theirs":
                    values["status"] = value
        elif each.name in ("forms", "exceptions"):
            values[each.name] = _united(present, value)
        elif value:
            values[each.name] = value
    fresh = replace(own, **values)
    if fresh != own:
        terms[place] = fresh
        changes.append(f"term {term.text!r}")


def _same_outside(own: Status, given: Status) -> bool:
    """Whether a format that lacks our status would give it so: a forbidden term is deprecated there."""
    return (own, given) in (
        (Status.FORBIDDEN, Status.DEPRECATED),
        (Status.PROPOSED, Status.ADMITTED),
    )


def _united(own: Iterable[Any], new: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys([*own, *new]))
