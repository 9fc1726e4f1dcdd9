"""A word here, and there the same word under a negative prefix: *unaccompanied* and *acompañado*.

What always holds: both words are linked to nothing else and stand in one slot; a negation beside
either of them says what the prefix says, and is no business of this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.divergence.meeting import Meeting
from aligner.language.roles import small
from aligner.language.vocabulary import en_keys, es_keys
from aligner.text.segment import Side

_NEGATIVE: dict[Side, re.Pattern[str]] = {
    "en": re.compile(r"^(?:un|in|im|ir|il|dis|non)(?=[a-z]{6})"),
    "es": re.compile(r"^(?:in|im|ir|i(?=l)|des|anti)(?=[a-z]{6})"),
}
# So near its slot the other word stands, and so near before a word a negation turns it round.
_SLOT = 7
_BESIDE = 4
_SIDES: tuple[tuple[Side, Side], ...] = (("en", "es"), ("es", "en"))


def prefixed(met: Meeting) -> Iterator[tuple[int, int]]:
    """The words (English, Spanish) of which one has a negative prefix and the other none."""
    for side, other in _SIDES:
        for at in _alone(met, side):
            bare = _NEGATIVE[side].sub("", met.words[side][at].folded)
            if bare == met.words[side][at].folded:
                continue
            if _kept(met, side, other, bare):
                continue
            place = round(met.slot(side, at, at + 1))
            for there in _alone(met, other, place - _SLOT, place + _SLOT + 1):
                word = met.words[other][there].folded
                english, spanish = (bare, word) if side == "en" else (word, bare)
                if en_keys(english) & es_keys(spanish) and not _NEGATIVE[other].match(word):
                    yield (at, there) if side == "en" else (there, at)
                    break


def _kept(met: Meeting, side: Side, other: Side, bare: str) -> bool:
    """Whether the other side has the word with its prefix as well, or without it more than once:
    then the one may have its place anywhere."""
    plain = 0
    for word in met.words[other]:
        stem = _NEGATIVE[other].sub("", word.folded)
        english, spanish = (bare, stem) if side == "en" else (stem, bare)
        if en_keys(english) & es_keys(spanish):
            if stem != word.folded:
                return True
            plain += 1
    return plain > 1


def _alone(met: Meeting, side: Side, low: int = 0, high: int | None = None) -> list[int]:
    """The words of content that are linked to nothing and beside no negation."""
    words, partner, content = met.words[side], met.partner[side], met.content[side]
    turning = small(side, "turning")
    return [
        i
        for i in range(max(low, 0), min(len(words) if high is None else high, len(words)))
        if content[i]
        and partner[i] < 0
        and not any(w.folded in turning for w in words[max(i - _BESIDE, 0) : i])
    ]
