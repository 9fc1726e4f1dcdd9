"""Where a glossary contradicts itself. A contradiction is shown to people, never resolved here.

What always holds: a conflict names the concepts and the terms that it is between; a glossary
without conflicts gives none, and the order of concepts or terms changes nothing but the order.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from aligner.glossary.concept import Concept, Glossary, Status, Term
from aligner.language.folding import fold
from aligner.text.segment import SIDES, Side


@dataclass(frozen=True, slots=True)
class Conflict:
    """`kind` is `two-preferred` (two live preferred terms for one concept, language, region and
    scope), `two-statuses` (one term twice in a concept, with different status) or `same-pair` (two
    concepts of one scope with the same preferred pair). `concepts` are ids, `terms` texts."""

    kind: str
    side: Side
    concepts: tuple[str, ...]
    terms: tuple[str, ...]
    region: str = ""

    def __str__(self) -> str:
        names = " | ".join(self.terms)
        where = f" ({self.region})" if self.region else ""
        said = {
            "two-preferred": "has more than one preferred term",
            "two-statuses": "gives one term more than one status",
            "same-pair": "have the same preferred terms",
        }[self.kind]
        return f"{', '.join(self.concepts)} [{self.side}]{where} {said}: {names}"


def conflicts(glossary: Glossary) -> tuple[Conflict, ...]:
    """Every contradiction in `glossary`, in the order of its concepts."""
    found: list[Conflict] = []
    for concept in glossary.concepts:
        for side in SIDES:
            found.extend(_within(concept, side))
    return (*found, *_between(glossary))


def _within(concept: Concept, side: Side) -> list[Conflict]:
    preferred: dict[str, list[Term]] = defaultdict(list)
    statuses: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in concept.terms(side):
        statuses[fold(term.text), term.region].append(term)
        if term.status is Status.PREFERRED:
            preferred[term.region].append(term)
    found = [
        Conflict("two-preferred", side, (concept.id,), tuple(t.text for t in terms), region)
        for region, terms in preferred.items()
        if len({fold(term.text) for term in terms}) > 1
    ]
    found.extend(
        Conflict(
            "two-statuses",
            side,
            (concept.id,),
            tuple(f"{term.text} ({term.status.value})" for term in terms),
            region,
        )
        for (_, region), terms in statuses.items()
        if len({term.status for term in terms}) > 1
    )
    return found


def _between(glossary: Glossary) -> list[Conflict]:
    holders: dict[tuple[str, str, str], list[Concept]] = defaultdict(list)
    for concept in glossary.concepts:
        pair = preferred_pair(concept)
        if all(pair):
            holders[concept.scope, fold(pair[0]), fold(pair[1])].append(concept)
    return [
        Conflict(
            "same-pair",
            "en",
            tuple(concept.id for concept in same),
            preferred_pair(same[0]),
        )
        for same in holders.values()
        if len(same) > 1
    ]


def preferred_pair(concept: Concept) -> tuple[str, str]:
    """The first preferred term of each language, English first; empty where there is none."""
    en, es = (
        next((t.text for t in concept.terms(side) if t.status is Status.PREFERRED), "")
        for side in SIDES
    )
    return en, es
