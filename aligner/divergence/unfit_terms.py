"""How a term that must not be used for a concept is told, be it forbidden or given up.

What always holds: nothing is wrong as a string: a form is told only where the other side holds the
concept more often than this side holds it in a form that may be used. An English word inside a
compound that the glossary does not know (*device controllers*) may be another concept: then the
finding weighs less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.terms import other, spans, uses
from aligner.language.vocabulary import en_empty
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
                severity=Severity.MINOR if _compound(passage, english) else None,
                term=forms[0].term.text,
                held=there[0].term.text,
                preferred=use.concept.terms(side)[0].text,
            )


def _compound(passage: Passage, found: Sequence[Match]) -> bool:
    """Whether most of the English forms are single words right behind a word of the same phrase:
    the two may name something else."""
    text, words = passage.en.text, passage.en.words
    places = {word.end: index for index, word in enumerate(words)}
    compounds = 0
    for each in found:
        at = places.get(each.end, 0)
        if at and words[at].start == each.start:
            before = words[at - 1]
            joined = text[before.end : each.start] == " "
            compounds += joined and not en_empty(before.folded)
    return compounds * 2 > len(found)
