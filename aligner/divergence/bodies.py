"""Known bodies, instruments and seas that take one another's place.

What always holds: each is compared by what it is, whatever its name; an acronym of the other version
stands for it as well. Only two that face one another differ, since a name on one side alone may be
said otherwise on the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.language.acronyms import acronyms
from aligner.language.expressions import Expression, bodies
from aligner.text.segment import Side

# So many words from its place a name may stand.
_BESIDE = 4.0
# So many differences in one bead say that the sides do not belong together.
_MOST = 20


def swapped(passage: Passage) -> Iterator[tuple[Expression, Expression, bool]]:
    """The bodies that differ, in order, each pair once; and whether they face one another closely.
    Those that are the only ones in their sentence differ as well."""
    en, es = passage.en.of(bodies), passage.es.of(bodies)
    if not en or not es:
        return
    left_en, left_es = _left(passage, "en", en, es), _left(passage, "es", es, en)
    if not left_en or not left_es:
        return
    met = meeting(passage)
    alone = len(left_en) == len(left_es) == 1
    open_es = list(left_es[:_MOST])
    told: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for each in left_en[:_MOST]:
        first, last = _places(met, "en", each)
        expected = _expected(met, first, last)
        ranked = [(_apart(met, other, expected), n) for n, other in enumerate(open_es)]
        distance, nearest = min(ranked, default=(_BESIDE + 1, -1))
        if nearest < 0:
            return
        close = distance <= _BESIDE
        if close or (alone and met.together(first, _places(met, "es", open_es[nearest])[0])):
            other = open_es.pop(nearest)
            if (each.meanings, other.meanings) not in told:
                told.add((each.meanings, other.meanings))
                yield each, other, close


def _expected(met: Meeting, first: int, last: int) -> list[float]:
    """Where the text before, and where the text behind words first to last puts them."""
    partner = met.partner["en"]
    before = next((i for i in range(first - 1, max(first - 4, -1), -1) if partner[i] >= 0), -1)
    behind = next((i for i in range(last, min(last + 3, len(partner))) if partner[i] >= 0), -1)
    found = [met.slot("en", first, last)]
    found += [partner[before] + float(first - before)] if before >= 0 else []
    found += [partner[behind] - float(behind - last + 1)] if behind >= 0 else []
    return found


def _left(
    passage: Passage, side: Side, own: Sequence[Expression], others: Sequence[Expression]
) -> list[Expression]:
    """What of `own` the other side names neither in full nor by an acronym."""
    there = passage.es if side == "en" else passage.en
    said = {meaning for each in others for meaning in each.meanings}
    said |= {key for each in there.of(acronyms) for key in each.keys}
    return [each for each in own if said.isdisjoint(each.meanings)]


def _places(met: Meeting, side: Side, each: Expression) -> tuple[int, int]:
    """The indices of the words of a name (half open)."""
    words = met.words[side]
    first = bisect_left(words, each.start, key=lambda word: word.start)
    return first, max(bisect_left(words, each.end, key=lambda word: word.start), first + 1)


def _apart(met: Meeting, es: Expression, expected: Sequence[float]) -> float:
    """How many words from the nearest expected place a Spanish name stands; none inside it."""
    first, last = _places(met, "es", es)
    return min(max(first - at, at - (last - 1), 0.0) for at in expected)
