"""Plurals joined by *and* beside a singular choice: *routers and bridges*, *a router or bridge*.

What always holds: the words on both sides of the two conjunctions are linked, plural to singular.
"""

from __future__ import annotations

from aligner.divergence.meeting import Meeting
from aligner.language.phrases import Phrase
from aligner.language.roles import small
from aligner.text.segment import Side

# Within so many words of a conjunction what it joins is looked for.
_JOINED = 4


def generic(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether *and* joins plurals and *or* their singulars: *routers and bridges* are *a router or
    bridge*."""
    plural: Side = "en" if en.value == "and" else "es"
    single: Side = "es" if plural == "en" else "en"
    each = es if plural == "en" else en
    words = met.words[single]
    before = words[max(each.first - _JOINED, 0) : each.first]
    one = any(word.folded in small(single, "one") for word in before)
    return one and all(_grown(met, plural, places) for places in _ends(en, es))


def _ends(en: Phrase, es: Phrase) -> tuple[dict[Side, range], dict[Side, range]]:
    """The words just before and just behind two conjunctions."""
    return (
        {
            "en": range(en.first - 1, en.first - 1 - _JOINED, -1),
            "es": range(es.first - 1, es.first - 1 - _JOINED, -1),
        },
        {
            "en": range(en.last, en.last + _JOINED),
            "es": range(es.last, es.last + _JOINED),
        },
    )


def _grown(met: Meeting, side: Side, places: dict[Side, range]) -> bool:
    """Whether the first word of content there is a plural on `side`, and its partner, beside the
    other conjunction, a singular."""
    other: Side = "es" if side == "en" else "en"
    for at in places[side]:
        if not 0 <= at < len(met.words[side]):
            return False
        if not met.content[side][at]:
            continue
        partner = met.partner[side][at]
        return (
            partner in places[other]
            and _plural(met.words[side][at].folded)
            and not _plural(met.words[other][partner].folded)
        )
    return False


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))
