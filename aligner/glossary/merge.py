"""Merging two versions of a glossary that come from one: concept by concept, term by term.

What always holds: no decision is lost, those of both sides stand in the result; what only one side
changed is taken; what both changed differently stays as ours says and is named as a conflict; a
concept or term that one side took away and the other changed stays. Which side is called ours
decides nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from aligner.glossary.concept import Concept, Decision, Glossary, Term

_Value = TypeVar("_Value")
_Part = TypeVar("_Part")
_PARTS = frozenset({"id", "en", "es", "sources", "decisions"})
_LISTS = frozenset({"forms", "exceptions"})


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """Both sides changed one thing differently: `what` in `concept` (a field, or a term and its
    field), as it was and as each side has it; ours stands in the result."""

    concept: str
    what: str
    base: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        return (
            f"{self.concept}, {self.what}: was {self.base!r}, ours {self.ours!r}, "
            f"theirs {self.theirs!r}; ours kept"
        )


@dataclass(frozen=True, slots=True)
class Merged:
    """The glossary that both versions give, and what they do not agree on."""

    glossary: Glossary
    conflicts: tuple[MergeConflict, ...]


def merge(base: Glossary, ours: Glossary, theirs: Glossary) -> Merged:
    """The three-way merge of `ours` and `theirs`, which both come from `base`."""
    versions = [{c.id: c for c in each.concepts} for each in (base, ours, theirs)]
    found: list[MergeConflict] = []
    concepts: list[Concept] = []
    for concept_id in sorted({key for version in versions for key in version}):
        was, a, b = (version.get(concept_id) for version in versions)
        merged = _concept(concept_id, was, a, b, found)
        if merged is not None:
            concepts.append(merged)
    return Merged(Glossary(tuple(concepts)), tuple(found))


def _concept(
    concept_id: str,
    was: Concept | None,
    ours: Concept | None,
    theirs: Concept | None,
    found: list[MergeConflict],
) -> Concept | None:
    if ours == theirs or theirs == was:
        return ours
    if ours == was:
        return theirs
    if ours is None or theirs is None:
        kept = theirs if ours is None else ours
        gone = ("taken away", "changed") if ours is None else ("changed", "taken away")
        found.append(MergeConflict(concept_id, "the concept", "there", *gone))
        return kept
    before = was or Concept(concept_id, (), ())

    def field(name: str) -> Any:
        was, one, two = (getattr(each, name) for each in (before, ours, theirs))
        return _field(concept_id, name, was, one, two, found)

    simple = {each.name: field(each.name) for each in fields(Concept) if each.name not in _PARTS}
    return Concept(
        id=concept_id,
        en=_terms(concept_id, before.en, ours.en, theirs.en, found),
        es=_terms(concept_id, before.es, ours.es, theirs.es, found),
        sources=_united(before.sources, ours.sources, theirs.sources),
        decisions=_decisions(before.decisions, ours.decisions, theirs.decisions),
        **simple,
    )


def _field(
    concept_id: str,
    what: str,
    was: _Value,
    ours: _Value,
    theirs: _Value,
    found: list[MergeConflict],
) -> _Value:
    if ours == theirs or theirs == was:
        return ours
    if ours == was:
        return theirs
    found.append(MergeConflict(concept_id, what, str(was), str(ours), str(theirs)))
    return ours


def _terms(
    concept_id: str,
    was: tuple[Term, ...],
    ours: tuple[Term, ...],
    theirs: tuple[Term, ...],
    found: list[MergeConflict],
) -> tuple[Term, ...]:
    """Terms are the same where text and region are; the order is ours, then what theirs adds."""
    before, a, b = ({_key(term): term for term in terms} for terms in (was, ours, theirs))
    order = [*dict.fromkeys([*map(_key, ours), *map(_key, theirs)])]
    if [key for key in map(_key, ours) if key in before] == [*before] and set(a) <= set(b):
        # We left the order alone: theirs holds.
        order = [*dict.fromkeys([*map(_key, theirs), *map(_key, ours)])]
    merged: list[Term] = []
    for key in order:
        old, one, two = before.get(key), a.get(key), b.get(key)
        if one is None or two is None:
            kept = one or two
            assert kept is not None
            if old is None:
                merged.append(kept)
            elif kept != old:
                gone = ("taken away", "changed") if one is None else ("changed", "taken away")
                found.append(MergeConflict(concept_id, f"term {kept.text!r}", "there", *gone))
                merged.append(kept)
            continue
        merged.append(_term(concept_id, old, one, two, found))
    return tuple(merged)


def _term(
    concept_id: str, old: Term | None, ours: Term, theirs: Term, found: list[MergeConflict]
) -> Term:
    # A term that both sides added: what one leaves empty is no opposite of what the other says.
    before = old or Term(ours.text, region=ours.region)
    values: dict[str, Any] = {}
    for each in fields(Term):
        was, one, two = (getattr(term, each.name) for term in (before, ours, theirs))
        if each.name in _LISTS:
            values[each.name] = _united(was, one, two)
        elif old is None and each.name == "status" and one != two:
            found.append(MergeConflict(concept_id, f"{ours.text!r} status", "", one, two))
            values[each.name] = one
        else:
            what = f"{ours.text!r} {each.name}"
            values[each.name] = _field(concept_id, what, was, one, two, found)
    return replace(ours, **values)


def _key(term: Term) -> tuple[str, str]:
    return term.text, term.region


def _united(
    was: Sequence[_Part], ours: Sequence[_Part], theirs: Sequence[_Part]
) -> tuple[_Part, ...]:
    """What either side has, less what one of them took away from what there was."""
    gone = {each for each in was if each not in ours or each not in theirs}
    return tuple(each for each in dict.fromkeys([*ours, *theirs]) if each not in gone)


def _decisions(
    was: tuple[Decision, ...], ours: tuple[Decision, ...], theirs: tuple[Decision, ...]
) -> tuple[Decision, ...]:
    """All decisions: those of before in their order, then the new ones of both sides by time and
    author, so that both directions of a merge give the same file."""
    known = [each for each in was if each in ours or each in theirs]
    order: Callable[[Decision], tuple[str, ...]] = lambda each: (  # noqa: E731
        each.at,
        each.by,
        each.term,
        each.status,
        each.why,
    )
    fresh = sorted({each for each in (*ours, *theirs) if each not in was}, key=order)
    return (*known, *fresh)
