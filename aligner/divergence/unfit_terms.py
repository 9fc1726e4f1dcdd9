"""How a term that must not be used for a concept is told, be it forbidden or given up.

What always holds: nothing is wrong as a string: a form is told only where the other side holds the
concept more often than this side holds it in a form that may be used. An English word inside a
compound that the glossary does not know (*device controllers*) may be another concept: then the
finding weighs less. It weighs nearly nothing where the preferred term has a complement of its own
(*responsable del tratamiento*), so that it names one kind of what the bare word names, and the form
is the ordinary rendering of the bare word: a word has one sense in one text, and here it is of
another kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.terms import other, spans, uses
from aligner.language.folding import lowered
from aligner.language.vocabulary import en_empty, en_keys, es_keys, light
from aligner.text.segment import SIDES

if TYPE_CHECKING:
    from aligner.divergence.registry import Check
    from aligner.glossary.matching import Match


def unfit(check: Check, passage: Passage, which: Literal["wrong", "old"]) -> Iterator[Divergence]:
    """The findings of `check` on forms that the glossary forbids (`wrong`) or gave up (`old`)."""
    for use in passage.of(uses):
        for side in SIDES:
            forms = (use.wrong if which == "wrong" else use.old)[side]
            if not forms or use.owed(side) <= 0:
                continue
            there = use.live[other(side)] + use.old[other(side)]
            here = {side: list(spans(forms)), other(side): list(spans(there))}
            said, concept = [each.term.text for each in forms], [use.concept.id]
            english = there if side == "es" else forms
            yield finding(
                check,
                passage,
                f"{check.name}.{side}",
                en=here["en"],
                es=here["es"],
                facts_en=concept if side == "es" else said,
                facts_es=concept if side == "en" else said,
                severity=_severity(passage, english, said, use.concept.terms(side)[0].text),
                term=forms[0].term.text,
                held=there[0].term.text,
                preferred=use.concept.terms(side)[0].text,
            )


def _severity(
    passage: Passage, english: Sequence[Match], said: Sequence[str], preferred: str
) -> Severity | None:
    """What a finding weighs, by the words before the English forms."""
    before = _before(passage, english)
    if any(_ordinary(form, english) for form in said) and " " in preferred:
        known = _known(passage)
        if any(word not in known and not light(word) for word in before):
            return Severity.INFO
    return Severity.MINOR if 2 * len(before) > len(english) else None


def _ordinary(form: str, english: Sequence[Match]) -> bool:
    """Whether a single word renders the single English words in other matters too."""
    single = [lowered(each.term.text) for each in english if " " not in each.term.text]
    if " " in form:
        return False
    keys = es_keys(lowered(form))
    return any(not keys.isdisjoint(en_keys(word)) for word in single)


def _known(passage: Passage) -> frozenset[str]:
    """All English words of the terms of the glossary: what they name is of its field."""
    return frozenset(
        lowered(word)
        for concept in passage.context.glossary.concepts
        for term in concept.terms("en")
        for word in term.text.split()
    )


def _before(passage: Passage, found: Sequence[Match]) -> list[str]:
    """The words right before those of the English forms that are single words, in the same phrase:
    the two may name something else."""
    text, words = passage.en.text, passage.en.words
    places = {word.end: index for index, word in enumerate(words)}
    compounds = []
    for each in found:
        at = places.get(each.end, 0)
        if at and words[at].start == each.start:
            before = words[at - 1]
            if text[before.end : each.start] == " " and not en_empty(before.folded):
                compounds.append(before.folded)
    return compounds
