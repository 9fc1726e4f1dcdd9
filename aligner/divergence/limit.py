"""*only* in one version: what it limits, and what stands in its place in the other.

What always holds: only the words that say nothing but *only* are looked at, and alone they speak only
before a preposition or a condition (*only with*, *solo si*), or where they open a sentence, where
they narrow what is allowed. A
*only* anywhere in the other version's sentence answers one here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import illustrates, laid_down, to_reader
from aligner.divergence.divergence import Severity
from aligner.divergence.evidence import CLOSE, opposite, vacant
from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.phrases import Phrase
from aligner.language.roles import small
from aligner.text.segment import Side


# Before a noun that stands in both versions these say that none is left out; *toda persona* says no
# more than *persons* do.
_ALL = frozenset(("all", "todos", "todas"))
_NOUN = 3


def is_only(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether an expression says *only* and nothing else."""
    return met.words[side][each.last - 1].folded in small(side, "only")


def alone(
    passage: Passage, met: Meeting, left: dict[Side, Sequence[Phrase]]
) -> Iterator[tuple[Side, Phrase, Severity]]:
    """Each *only* that narrows a condition on one side alone."""
    for side, found in left.items():
        lone = [each for each in found if is_only(met, side, each) and _narrows(met, side, each)]
        narrow = _narrow(met, "es" if side == "en" else "en") if lone else set()
        same = met.parallel
        for each in lone:
            if met.sentence[side][each.first] in narrow or (narrow and not same):
                continue
            if opposite(met, side, each) < CLOSE:
                continue
            plain = passage.en.of(to_reader) or passage.en.of(illustrates)
            yield side, each, Severity.INFO if plain else Severity.MINOR


def one_by_one(
    passage: Passage, met: Meeting, left: dict[Side, Sequence[Phrase]]
) -> Iterator[tuple[Side, Phrase, Severity]]:
    """Each *each* and *all* whose place the other version leaves empty, where what holds is laid
    down; *all* only before a word that is linked, and where nothing else in the other version's
    sentence says how many."""
    for side, found in left.items():
        other: Side = "es" if side == "en" else "en"
        told = {met.sentence[other][each.first] for each in left[other]}
        for each in found:
            if each.value != "each" and not (
                _all(met, side, each) and met.parallel and met.sentence[side][each.first] not in told
            ):
                continue
            if vacant(met, side, each.first, each.last):
                yield side, each, Severity.MINOR if laid_down(passage) else Severity.INFO


def _all(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether an expression is *all* before a word that has a partner."""
    following = met.partner[side][each.last : each.last + _NOUN]
    content = met.content[side][each.last : each.last + _NOUN]
    heads = [partner for partner, own in zip(following, content, strict=True) if own]
    return met.words[side][each.first].folded in _ALL and heads[:1] > [-1]


def _narrows(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether an *only* stands before what it narrows, or opens its sentence; not *not only*."""
    words, sentence = met.words[side], met.sentence[side]
    before = words[each.first - 1].folded if each.first else ""
    following = words[each.last].folded if each.last < len(words) else ""
    opens = not each.first or sentence[each.first - 1] != sentence[each.first]
    return before not in ("not", "no") and (opens or following in small(side, "narrowed"))


def _narrow(met: Meeting, side: Side) -> set[int]:
    """The sentences of a side that any word narrows."""
    words = small(side, "narrow") | small(side, "only")
    return {
        number
        for number, word in zip(met.sentence[side], met.words[side], strict=True)
        if word.folded in words
    }
