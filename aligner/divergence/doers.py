"""Two actors who each do what the other one does there, in whatever voice it is said.

What always holds: each actor is the agent of one verb on either side (before it, or after *by* and
*por* behind it), both verbs are linked, and the two sides give them to the actors crosswise (*paid by A
and chosen by B*, *B paga y A elige*). Each must be passive on one side: two active clauses are told
apart by their places. Linear in the number of actors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.divergence.meeting import Meeting
from aligner.divergence.pairing import Pairs
from aligner.language.phrases import Phrase
from aligner.language.roles import prepositions, small
from aligner.text.segment import Side

# So near an actor its verb stands.
_VERB = 3
_PARTICIPLE = {"en": re.compile(r"(?:ed|en|id|t)$"), "es": re.compile(r"(?:[ai]d|t|ch|s)[oa]s?$")}
# No name is longer.
_LONG = 10
_AGENT = {"en": "by", "es": "por"}


def doers(met: Meeting, pairs: Pairs) -> Iterator[tuple[Phrase, Phrase, Phrase, Phrase]]:
    """English A and B, and the Spanish B and A who do there what these do here."""
    acts: dict[tuple[int, int], tuple[Phrase, Phrase]] = {}
    for en, es in pairs:
        own, there = _verb(met, "en", en), _verb(met, "es", es)
        passive = own >= 0 and (own < en.first or 0 <= there < es.first)
        if not passive or there < 0 or met.partner["en"][own] < 0 or met.partner["es"][there] < 0:
            continue
        here = met.partner["en"][own]
        crossed = acts.get((there, here)) if here != there else None
        if crossed is not None and crossed[0].value != en.value:
            yield crossed[0], en, es, crossed[1]
        acts[here, there] = en, es


def _verb(met: Meeting, side: Side, actor: Phrase) -> int:
    """The verb whose agent an actor is, or -1; *de* and *of* lead on to the noun that it completes."""
    words, content, kinds = met.words[side], met.content[side], prepositions(side)
    at, end = actor.first - 1, actor.last
    while at > max(actor.first - _LONG, 0) and (
        words[at].folded in small(side, "articles")
        or (kinds.get(words[at].folded) == "of" and content[at - 1])
        or (content[at] and kinds.get(words[at + 1].folded) == "of")
        or (side == "en" and content[at])
    ):
        at -= 1
    if at > 0 and words[at].folded == _AGENT[side]:
        return at - 1 if _PARTICIPLE[side].search(words[at - 1].folded) else -1
    if at <= 0 or kinds.get(words[at].folded, "") in ("", "and"):
        while (
            end + 1 < min(actor.last + _LONG, len(words)) and kinds.get(words[end].folded) == "of"
        ):
            end += 2
        near = range(end, min(end + _VERB, len(words)))
    else:
        return -1
    sentence = met.sentence[side]
    return next((i for i in near if content[i] and sentence[i] == sentence[actor.first]), -1)
