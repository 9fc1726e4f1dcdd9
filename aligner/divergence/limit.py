"""*only* in one version: what it limits, and what stands in its place in the other.

What always holds: only the words that say nothing but *only* are looked at, and alone they speak only
before a preposition or a condition (*only with*, *solo si*), or where they open a sentence, where
they narrow what is allowed. A
*only* anywhere in the other version's sentence answers one here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import illustrates, to_reader
from aligner.divergence.divergence import Severity
from aligner.divergence.evidence import CLOSE, opposite
from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.phrases import Phrase
from aligner.language.roles import small
from aligner.text.segment import Side


def is_only(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether an expression says *only* and nothing else."""
    return met.words[side][each.first].folded in small(side, "only")


def alone(
    passage: Passage, met: Meeting, left: dict[Side, Sequence[Phrase]]
) -> Iterator[tuple[Side, Phrase, Severity]]:
    """Each *only* that narrows a condition on one side alone."""
    for side, found in left.items():
        other: Side = "es" if side == "en" else "en"
        for each in found:
            words = met.words[side]
            following = words[each.last].folded if each.last < len(words) else ""
            opens = (
                not each.first
                or met.sentence[side][each.first - 1] != met.sentence[side][each.first]
            )
            if not is_only(met, side, each):
                continue
            if following not in small(side, "narrowed") and not opens:
                continue
            if _narrowed(met, side, other, each) or opposite(met, side, each) < CLOSE:
                continue
            plain = to_reader(passage.en) or passage.en.of(illustrates)
            yield side, each, Severity.INFO if plain else Severity.MINOR


def _narrowed(met: Meeting, side: Side, other: Side, each: Phrase) -> bool:
    """Whether the other version narrows its sentence by any word."""
    words = met.words[other]
    if each.first and met.words[side][each.first - 1].folded in ("not", "no"):
        return True
    narrow = small(other, "narrow") | small(other, "only")
    return any(
        word.folded in narrow
        and met.together(*((each.first, at) if side == "en" else (at, each.first)))
        for at, word in enumerate(words)
    )
