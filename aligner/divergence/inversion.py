"""A verb behind its subject in English, and before it in Spanish: *advertising is banned*, *queda
prohibida la publicidad*.

What always holds: the words of the subject, all between the two verbs, are linked to one another and
to nothing outside: then the verbs share a slot, however many words stand between.
"""

from __future__ import annotations

from aligner.divergence.meeting import Meeting

# The subject has so many words at most, and its nearest linked word stands so near the verb.
_LONG = 24
_NEAR = 6


def inverted(met: Meeting, english: int, spanish: int) -> bool:
    """Whether the English word at `english` stands just behind what the Spanish word at `spanish`
    stands just before."""
    to_es, to_en = met.partner["en"], met.partner["es"]
    if not met.together(english, spanish):
        return False
    first = next(
        (j for j in range(spanish + 1, min(spanish + 1 + _NEAR, len(to_en))) if to_en[j] >= 0), -1
    )
    last = next(
        (i for i in range(english - 1, max(english - 1 - _NEAR, -1), -1) if to_es[i] >= 0), -1
    )
    if first < 0 or last < 0:
        return False
    if not (english - _LONG <= to_en[first] <= last and first <= to_es[last] <= spanish + _LONG):
        return False
    block = range(first, to_es[last] + 1)
    inside = [to_en[j] for j in block if to_en[j] >= 0]
    low = min(inside)
    within = max(inside) < english and english - low <= _LONG
    # Nothing linked stands between the verb and the word before its subject.
    before = next((i for i in range(low - 1, -1, -1) if to_es[i] >= 0), -1)
    outside = before < 0 or not met.together(before, spanish) or to_es[before] < spanish
    return within and outside
