"""A word here, its opposite there: increase and reduce, before and after, include and exclude.

What always holds: words are compared axis by axis; a word with a rendering of the same pole near
its slot, or with a linked word of its own, says nothing; what is left is reported only where the
two opposites share a slot.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.meeting import meeting
from aligner.divergence.pairing import paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.antonyms import poles
from aligner.language.negation import negations
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading

_REACH = 14.0
_SLOT = 6.0
# What it costs, in words of distance, that a word may render either pole: it must stand near.
_EITHER = 11.0
# A negation so few words before a word negates it.
_NEAR = 6
# Words that turn the next one round as well.
_LITTLE = frozenset(["little", "less", "hardly", "barely", "un", "non", "poco", "menos", "apenas"])


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(poles), passage.es.of(poles)
    if not english or not spanish:
        return
    met = meeting(passage)
    seen: set[tuple[int, int]] = set()
    for axis, ours in english.items():
        theirs = spanish.get(axis)
        if theirs is None:
            continue
        _, left_en, left_es = paired(met, ours, theirs, _same_pole, _REACH)
        pairs, _, _ = paired(met, left_en, left_es, _opposite, _SLOT)
        for en, es in pairs:
            place = (en.first, es.first)
            if (
                place in seen
                or _negated(passage, en, es)
                or not met.apart((en.first, en.last), (es.first, es.last))
            ):
                continue
            seen.add(place)
            yield finding(
                CHECK,
                passage,
                "antonym.opposite",
                en=[en.span],
                es=[es.span],
                facts_en=[axis + en.value],
                facts_es=[axis + es.value],
                severity=Severity.MAJOR if met.sure("en", en.first, en.last) else Severity.MINOR,
                en_word=passage.en.text[slice(*en.span)],
                es_word=passage.es.text[slice(*es.span)],
            )


def _negated(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether a negation just before one of the two words turns it round."""
    for reading, each in ((passage.en, en), (passage.es, es)):
        ends = reading.of(_ends)
        if any(each.first - step in ends for step in range(_NEAR)):
            return True
        if each.first and reading.words[each.first - 1].folded in _LITTLE:
            return True
    return False


def _ends(reading: Reading) -> frozenset[int]:
    """The words after the negations of a side."""
    return frozenset(negation.last for negation in reading.of(negations))


def _same_pole(en: Phrase, es: Phrase) -> float | None:
    if en.value == es.value:
        return 0.0
    return _EITHER if "~" in (en.value, es.value) else None


def _opposite(en: Phrase, es: Phrase) -> float | None:
    return 0.0 if {en.value, es.value} == {"+", "-"} else None


CHECK = Check(
    name="antonym",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A word in one version and its opposite in the other",
    in_bead=_run,
)
