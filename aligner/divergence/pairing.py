"""Putting expressions of the two sides into the same slots.

What always holds: an expression has at most one partner; nearer slots and better agreement win;
expressions further apart than `reach` words never meet. Linear in the number of expressions, but
for those within reach of one another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from aligner.divergence.meeting import Meeting
from aligner.language.phrases import Phrase

# So many expressions on either side of a slot are weighed: what is further off never fits better.
_NEAREST = 12
# How far a slot seen from one side may be amiss; the slot seen from the other side decides.
_AMISS = 4
# Within so many words two places are one.
_SAME = 0.5

Pairs = list[tuple[Phrase, Phrase]]
Cost = Callable[[Phrase, Phrase], float | None]


def paired(
    meeting: Meeting,
    english: Sequence[Phrase],
    spanish: Sequence[Phrase],
    cost: Cost,
    reach: float = 10.0,
    *,
    in_order: bool = True,
    both_ways: bool = False,
) -> tuple[Pairs, list[Phrase], list[Phrase]]:
    """The pairs, and what is left of each side.

    `cost` says how badly two expressions agree, in words of distance that it is worth (0 = the
    same), or None where they may not be partners. `both_ways` looks for partners from the Spanish
    side as well: one word linked amiss beside an English expression does not hide them then.
    """
    if not in_order:
        english = sorted(english, key=lambda each: each.first)
        spanish = sorted(spanish, key=lambda each: each.first)
    if not english or not spanish:
        return [], list(english), list(spanish)
    slot = meeting.slot
    starts, firsts = [each.first for each in spanish], [each.first for each in english]
    places = [slot("en", each.first, each.last) for each in english]
    back = [slot("es", each.first, each.last) for each in spanish]
    seen = _seen_back(firsts, back, reach) if both_ways else {}
    options = []
    taken_en: set[int] = set()
    taken_es: set[int] = set()
    pairs: Pairs = []
    count = len(starts)
    for i, place in enumerate(places):
        ours, first = english[i], firsts[i]
        middle = bisect_left(starts, place - _SAME)
        # What agrees and stands in one slot, seen from both sides, has no better partner.
        if (
            middle < count
            and starts[middle] - place <= _SAME
            and -_SAME <= first - back[middle] <= _SAME
            and middle not in taken_es
            and cost(ours, spanish[middle]) == 0.0
        ):
            taken_en.add(i)
            taken_es.add(middle)
            pairs.append((ours, spanish[middle]))
            continue
        low = max(bisect_left(starts, place - reach - _AMISS), middle - _NEAREST)
        high = min(bisect_right(starts, place + reach + _AMISS), middle + _NEAREST)
        near = sorted({*range(low, high), *seen.get(i, ())}) if seen else range(low, high)
        for j in near:
            price = cost(ours, spanish[j])
            if price is not None:
                there, back_again = abs(starts[j] - place), abs(first - back[j])
                total = price + (there if there < back_again else back_again)
                if total <= reach:
                    options.append((total, there + back_again, i, j))
    for _, _, i, j in sorted(options):
        if i not in taken_en and j not in taken_es:
            taken_en.add(i)
            taken_es.add(j)
            pairs.append((english[i], spanish[j]))
    return (
        pairs,
        [each for i, each in enumerate(english) if i not in taken_en],
        [each for j, each in enumerate(spanish) if j not in taken_es],
    )


def _seen_back(firsts: Sequence[int], back: Sequence[float], reach: float) -> dict[int, list[int]]:
    """For each English expression (by its first word) the Spanish ones whose own slot is near it."""
    seen: dict[int, list[int]] = {}
    for j, place in enumerate(back):
        middle = bisect_left(firsts, place)
        low = max(bisect_left(firsts, place - reach), middle - _NEAREST)
        for i in range(low, min(bisect_right(firsts, place + reach), middle + _NEAREST)):
            seen.setdefault(i, []).append(j)
    return seen
