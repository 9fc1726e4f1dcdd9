"""Two actors who changed places: *A delivers to B*, and *B entrega a A*.

What always holds: both actors stand on both sides, so that a set of actors sees nothing; each must
stand where the other one belongs, beside words that are linked, and in the other one's frame (the
same preposition, or none). An active and a passive sentence differ in their frames, a list that only
changed its order has no linked words beside its members: neither is an exchange.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.meeting import Meeting
from aligner.divergence.pairing import Pairs
from aligner.language.phrases import Phrase
from aligner.text.segment import Side

# So many words beside an actor belong to what it does or suffers.
_BESIDE = 4
# Two actors who change places stand so near one another.
_SPAN = 30
_ARTICLES: dict[Side, frozenset[str]] = {
    "en": frozenset("the a an its their his her each every any".split()),
    "es": frozenset("el la los las un una su sus cada todo toda cualquier".split()),
}
_PREPOSITIONS = {
    **{"by": "by", "por": "by", "to": "to", "a": "to", "al": "to", "from": "of", "of": "of"},
    **{"de": "of", "del": "of", "for": "for", "para": "for", "against": "against"},
    **{"contra": "against", "with": "with", "con": "with", "between": "with", "entre": "with"},
    **{"and": "with", "or": "with", "y": "with", "e": "with", "o": "with", "u": "with"},
    **{"before": "before", "ante": "before", "in": "in", "on": "in", "en": "in"},
    **{"than": "than", "que": "than"},
}


def exchanged(met: Meeting, pairs: Pairs) -> Iterator[tuple[Phrase, Phrase, Phrase, Phrase]]:
    """English A and B, and the Spanish B and A in their places."""
    ordered = sorted(pairs, key=lambda pair: pair[0].first)
    for (en_a, es_a), (en_b, es_b) in zip(ordered, ordered[1:], strict=False):
        if not (0 < en_b.first - en_a.last <= _SPAN and 0 < es_a.first - es_b.last <= _SPAN):
            continue
        if not _distinct(en_a, es_b) or not _distinct(en_b, es_a):
            continue
        if not met.together(en_a.first, es_b.first) or not met.together(en_b.first, es_a.first):
            continue
        if not (_same_frame(met, en_a, es_b) and _same_frame(met, en_b, es_a)):
            continue
        if _neighbours(met, pairs, en_a, es_b) and _neighbours(met, pairs, en_b, es_a):
            yield en_a, en_b, es_b, es_a


def _distinct(en: Phrase, es: Phrase) -> bool:
    return set(en.value.split("|")).isdisjoint(es.value.split("|"))


def _same_frame(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether two actors stand after the same preposition; Spanish marks persons that suffer
    something with *a*. Those who do something with one another may always change places."""
    ours, theirs = _frame(met, "en", en), _frame(met, "es", es)
    return ours != "with" and (ours == theirs or (ours == "" and theirs == "to"))


def _frame(met: Meeting, side: Side, each: Phrase) -> str:
    words = met.words[side]
    at = each.first - 1
    while at >= 0 and words[at].folded in _ARTICLES[side]:
        at -= 1
    return _PREPOSITIONS.get(words[at].folded, "") if at >= 0 else ""


def _neighbours(met: Meeting, pairs: Pairs, en: Phrase, es: Phrase) -> bool:
    """Whether a word beside one actor is linked to a word on the same side of the other."""
    partner = met.partner["en"]
    taken = {i for own, _ in pairs for i in range(own.first, own.last)}
    before = [partner[i] for i in range(max(en.first - _BESIDE, 0), en.first) if i not in taken]
    after = [
        partner[i] for i in range(en.last, min(en.last + _BESIDE, len(partner))) if i not in taken
    ]
    return any(es.first - _BESIDE <= j < es.first for j in before) or any(
        es.last <= j < es.last + _BESIDE for j in after
    )
