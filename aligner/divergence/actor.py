"""One actor here, another one there.

What always holds: actors are compared as sets of a paragraph with the number of their mentions, so
that order, passive voice and the order of two states say nothing; only an actor too many on one
side and another too few in the same slot is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import around, graded
from aligner.divergence.finding import finding
from aligner.divergence.meeting import meeting
from aligner.divergence.pairing import paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.actors import actors
from aligner.language.phrases import Phrase

# Mentions of the same actor meet from afar, others only in the same slot.
_REACH = 60.0
_SLOT = 5.0
# Adjectives of a country come and go with the language; they never stand for an exchange alone.
_FAINT = frozenset(("mexico", "united-states", "canada"))
# Bodies and people that stand for one another in free style (the company and the organization).
_FREE = frozenset(
    (
        "organization",
        "company",
        "member",
        "employee",
        "worker",
        "publisher",
        "distributor",
        "author",
        "contributor",
    )
)


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(actors), passage.es.of(actors)
    if not english or not spanish:
        return
    met = meeting(passage)
    _, left_en, left_es = paired(met, english, spanish, _same, _REACH)
    if not left_en or not left_es:
        return
    pairs, _, _ = paired(met, left_en, left_es, _any, _SLOT)
    for en, es in pairs:
        if not met.apart((en.first, en.last), (es.first, es.last)):
            continue
        known = _classes(en.value) | _classes(es.value)
        yield finding(
            CHECK,
            passage,
            "actor.other",
            en=[en.span],
            es=[es.span],
            facts_en=[en.value],
            facts_es=[es.value],
            severity=graded(around(met, en, es), sure=not (known & _FAINT or known <= _FREE)),
            en_word=passage.en.text[slice(*en.span)],
            es_word=passage.es.text[slice(*es.span)],
        )


def _any(_en: Phrase, _es: Phrase) -> float:
    return 0.0


def _same(en: Phrase, es: Phrase) -> float | None:
    if en.value == es.value:
        return 0.0
    return None if _classes(en.value).isdisjoint(_classes(es.value)) else 0.0


@lru_cache(maxsize=4096)
def _classes(value: str) -> frozenset[str]:
    """The actors that one word may name."""
    return frozenset(value.split("|"))


CHECK = Check(
    name="actor",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="One actor in one version, another one in the other",
    in_bead=_run,
)
