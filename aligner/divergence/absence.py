"""How the checks of completeness say that something stands in one version only.

What always holds: almost no content word of what is shown has a counterpart, and the other version
holds nothing of its own at that place. A finding is shown on the side where the words stand, with
the place on the other side where they would stand. What binds or narrows (a duty, a condition, a
safeguard) weighs more than what tells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aligner.divergence.coverage import coverage
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.doubt import doubtful, joined, plain
from aligner.divergence.finding import finding
from aligner.divergence.gaps import gaps
from aligner.divergence.passage import Passage
from aligner.divergence.short_gaps import Gap, Kind
from aligner.language.modality import modals
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.safeguards import safeguards

if TYPE_CHECKING:
    from aligner.divergence.registry import Check

# A gap of fewer content words may be a free rendering, whatever it says.
_LEAST = 3.5
# The same where a sign sets it off and all around it is rendered.
_LEAST_PLAIN = 3.0
# From this gain on the lengths of the two versions alone say that something is missing: about a
# fifth of the text.
_FITTING = 0.2
# The part of all other words that is linked where one version renders the other closely.
_CLOSELY = 0.75
_DUTY = ("duty", "duty-now")


def absent(check: Check, passage: Passage, kind: Kind, major: float) -> Iterator[Divergence]:
    """The gaps of `kind` in `passage` as findings of `check`: major from a weight of `major`
    content words on (fewer for what binds, and where the lengths say the same), else minor."""
    for gap in passage.of(gaps):
        if gap.kind != kind or _safeguarded(passage, gap):
            continue
        english = gap.side == "en"
        heavy = gap.weight >= major or (
            major < float("inf")
            and gap.weight >= (_LEAST_PLAIN if plain(passage, gap) else _LEAST)
            and (gap.fit >= _FITTING or _binds(passage, gap))
        )
        yield finding(
            check,
            passage,
            f"{check.name}.{gap.side}",
            en=[gap.span if english else gap.place],
            es=[gap.place if english else gap.span],
            facts_en=gap.words if english else ["-"],
            facts_es=["-"] if english else gap.words,
            severity=_severity(passage, gap, heavy),
        )


def _severity(passage: Passage, gap: Gap, heavy: bool) -> Severity:
    if doubtful(passage, gap):
        return Severity.INFO
    if heavy and not (gap.kind == "sentence" and _freely(passage, gap)):
        return Severity.MAJOR
    return Severity.MINOR


def _freely(passage: Passage, gap: Gap) -> bool:
    """Whether a sentence may be said in the one beside it: the two were joined, or one version renders
    the other so freely that what has no counterpart need not be missing."""
    words = passage.side(gap.side).words
    lone = range(*(bisect_left(words, at, key=lambda word: word.start) for at in gap.span))
    close = passage.of(coverage).met.followed({gap.side: lone})[1] >= _CLOSELY
    return not close or joined(passage, gap)


def _safeguarded(passage: Passage, gap: Gap) -> bool:
    """Whether a gap is a safeguard and no more: the check of safeguards speaks of it."""
    start, end = gap.span
    found = passage.side(gap.side).of(safeguards)
    return any(each.span[0] <= start and end <= each.span[1] for each in found)


def _binds(passage: Passage, gap: Gap) -> bool:
    """Whether a gap holds a duty or a safeguard, in two versions of a length."""
    if not passage.sure:
        return False
    start, end = gap.span
    return any(start <= each.span[0] < end for each in passage.side(gap.side).of(_binding))


def _binding(reading: Reading) -> tuple[Phrase, ...]:
    duties = tuple(each for each in reading.of(modals) if each.value in _DUTY)
    return (*duties, *reading.of(safeguards))
