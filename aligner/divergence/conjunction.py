"""*and* here that is *or* there.

What always holds: conjunctions are compared in the same slot of the same enumeration; *así como*,
*tanto ... como*, *ni* and a comma in place of a conjunction are no divergence. Only an exchange is
reported, never a conjunction that stands on one side alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.conjunctions import conjunctions
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading

_REACH = 9.0
# What an exchange costs in words of distance: a conjunction of the same kind is preferred so far.
_EXCHANGE = 4.0
# Within so many words of a conjunction its neighbours are looked at, and are its very own.
_BESIDE = 4
_NEXT = 2
# So many words before a conjunction are searched for what makes *and* and *or* say the same.
_BEFORE = 14
# Under a negation, and in a list of examples, what is joined and what is left to choose are the
# same things: no script and no arguments = ningún script o argumento.
_EVEN_EN = frozenset(
    [
        "no",
        "not",
        "nor",
        "neither",
        "never",
        "without",
        "such",
        "like",
        "e.g",
        "example",
        "instance",
    ]
)
_EVEN_ES = frozenset(
    ["no", "ni", "nunca", "sin", "ningun", "ninguna", "ninguno", "nadie", "como", "ejemplo", "ej"]
)
_HARMLESS = frozenset(["prejudice", "perjuicio", "only", "solo"])
_STOP = re.compile(r"[.;:!?](?=\s)")


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(conjunctions), passage.es.of(conjunctions)
    if not english or not spanish:
        return
    met = meeting(passage)
    pairs, _, _ = paired(met, english, spanish, _cost, _REACH)
    for en, es in pairs:
        if en.value == es.value or "both" in (en.value, es.value):
            continue
        if not _bridges(met, en, es, _BESIDE):
            continue
        even = _even(passage.en, en, _EVEN_EN) and _even(passage.es, es, _EVEN_ES)
        yield finding(
            CHECK,
            passage,
            "conjunction.shift",
            en=[en.span],
            es=[es.span],
            facts_en=[en.value],
            facts_es=[es.value],
            severity=_weight(even, _bridges(met, en, es, _NEXT)),
            en_word=passage.en.text[slice(*en.span)],
            es_word=passage.es.text[slice(*es.span)],
        )


def _bridges(met: Meeting, en: Phrase, es: Phrase, beside: int) -> int:
    """On how many sides of the two conjunctions a word is linked to a word of the other's side."""
    partner = met.partner["en"]
    before = range(es.first - beside, es.first)
    after = range(es.last, es.last + beside)
    return any(partner[i] in before for i in range(max(en.first - beside, 0), en.first)) + any(
        partner[i] in after for i in range(en.last, min(en.last + beside, len(partner)))
    )


def _weight(even: bool, bridges: int) -> Severity:
    if even:
        return Severity.INFO
    return Severity.MAJOR if bridges == 2 else Severity.MINOR


def _even(reading: Reading, each: Phrase, marks: frozenset[str]) -> bool:
    """Whether a negation or the opening of examples stands before a conjunction in its sentence."""
    words = reading.words
    for at in range(each.first - 1, max(each.first - 1 - _BEFORE, -1), -1):
        if _STOP.search(reading.text, words[at].end, words[at + 1].start + 1):
            return False
        if words[at + 1].folded in _HARMLESS:
            continue  # without prejudice to: no negation
        if words[at].folded in marks or words[at].folded.endswith(("n't", "n’t")):
            return True
    return False


def _cost(en: Phrase, es: Phrase) -> float:
    if en.value == es.value:
        return 0.0
    return 1.0 if "both" in (en.value, es.value) else _EXCHANGE


CHECK = Check(
    name="conjunction",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="*and* in one version that is *or* in the other",
    in_bead=_run,
)
