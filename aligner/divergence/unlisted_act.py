"""A verb of commitment in one version, and in its place there a verb that no table sets beside it.

What always holds: it speaks only of a sentence that somebody opens by saying what he does (*the
Ministers condemn*, *it deplores*), where all but the verb has its counterpart in the other version
and the verb that stands there is well known and means something else. Linear in the words around.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from aligner.divergence.evidence import around
from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.number_words import is_number_word
from aligner.language.phrases import Phrase
from aligner.language.roles import prepositions, small
from aligner.language.vocabulary import en_known, es_known, light
from aligner.text.segment import Side

# By these steps somebody says something and binds himself, or judges others.
_SAID = frozenset(
    [
        "undertake",
        "commit",
        "agree",
        "decide",
        "instruct",
        "reaffirm",
        "thank",
        "welcome",
        "congratulate",
        "urge",
        "call",
        "invite",
        "encourage",
        "request",
        "demand",
        "condemn",
        "deplore",
        "propose",
        "recommend",
        "reject",
        "recall",
    ]
)
# A sentence's verb stands so many words from its beginning.
_OPENING = 9
# So far from its slot the other verb may stand, and no other word without a counterpart.
_SLOT = 2
# What part of the words around must be linked.
_CLOSE = 0.6
# Forms in which nobody says anything now: infinitives, participles, gerunds, futures.
_UNSAID = {
    "en": re.compile(r"(?:ing|ly)$"),
    "es": re.compile(r"(?:[aei]r(?:se|l[aeo]s?)?|[ai]d[oa]s?|ndo|r[áé]n?|remos|mente|ría[ns]?)$"),
}


def unlisted(
    passage: Passage, met: Meeting, side: Side, left: Sequence[Phrase]
) -> Iterator[tuple[Phrase, int]]:
    """The expressions of `left` (of `side`) and the word of the other side in the place of each."""
    other: Side = "es" if side == "en" else "en"
    known = es_known if other == "es" else en_known
    partner = met.partner[side]
    for each in left:
        if (
            _SAID.isdisjoint(each.value.split("|"))
            or any(partner[i] >= 0 for i in range(each.first, each.last))
            or "establish" in each.value
            or not _opens(passage, met, side, each.first)
        ):
            continue
        found = _lone(met, other, met.slot(side, each.first, each.last))
        found = [j for j in found if _opens(passage, met, other, j) and _alike(met, side, each, j)]
        if len(found) != 1:
            continue
        word = met.words[other][found[0]].folded
        facing = _lone(met, side, met.slot(other, found[0], found[0] + 1))
        if (
            known(word)
            and not light(word)
            and not is_number_word(word, other)
            and each.first in facing
            and not any(
                _opens(passage, met, side, i) for i in facing if not each.first <= i < each.last
            )
            and _close(met, side, each, found[0]) >= _CLOSE
        ):
            yield each, found[0]


def _alike(met: Meeting, side: Side, each: Phrase, index: int) -> bool:
    return met.together(*((each.first, index) if side == "en" else (index, each.first)))


def _opens(passage: Passage, met: Meeting, side: Side, index: int) -> bool:
    """Whether a word may be the verb that its sentence opens with."""
    sentence, words = met.sentence[side], met.words[side]
    before = words[index - 1].folded if index else ""
    first = bisect_left(sentence, sentence[index])
    if side == "en" and index == first and not words[index].folded.endswith("s"):
        return False  # somebody is told to do it
    return (
        index - first < _OPENING
        and not _UNSAID[side].search(passage.side(side).text[words[index].start : words[index].end])
        and before not in small(side, "articles")
        and before not in small(side, "been")
        and before not in prepositions(side)
        and before not in _HELPING
    )


# After these a verb is said of the future, or of what may be.
_HELPING = frozenset(
    [
        "shall",
        "will",
        "may",
        "might",
        "can",
        "could",
        "should",
        "would",
        "must",
        "puede",
        "pueden",
        "podra",
        "podran",
        "debe",
        "deben",
    ]
)


def _lone(met: Meeting, side: Side, slot: float) -> list[int]:
    """The words of content without a counterpart near a place."""
    place, content, partner = round(slot), met.content[side], met.partner[side]
    near = range(max(place - _SLOT, 0), min(place + _SLOT + 1, len(partner)))
    return [j for j in near if content[j] and partner[j] < 0]


def _close(met: Meeting, side: Side, each: Phrase, index: int) -> float:
    word = met.words["es" if side == "en" else "en"][index]
    there = Phrase(each.kind, word.folded, index, index + 1, (word.start, word.end))
    return around(met, each, there) if side == "en" else around(met, there, each)
