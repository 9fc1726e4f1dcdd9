"""Expressions with meanings, compared as sets.

What always holds: expressions that share a meaning with one of the other side are equal, however
often each stands; only what is left on both sides is a difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.language.expressions import Expression


def unequal(
    en: Sequence[Expression], es: Sequence[Expression]
) -> Iterator[tuple[Expression, Expression]]:
    """The expressions that the other side has in no form, in pairs, in order. Where one side lacks
    nothing but says as many, what it says more often stands in the place of another one:
    *Saturday and Sunday*, *domingo y domingo*."""
    if not en or not es:
        return
    left_en, left_es = _left(en, es), _left(es, en)
    if len(en) == len(es):
        left_en = left_en or _more_often(en, es)
        left_es = left_es or _more_often(es, en)
    yield from zip(left_en, left_es, strict=False)


def _left(own: Sequence[Expression], others: Sequence[Expression]) -> list[Expression]:
    there = {meaning for each in others for meaning in each.meanings}
    return [each for each in own if there.isdisjoint(each.meanings)]


def _more_often(own: Sequence[Expression], others: Sequence[Expression]) -> list[Expression]:
    counts, there = (
        Counter(each.meanings for each in own),
        Counter(each.meanings for each in others),
    )
    found = {e.meanings: e for e in reversed(own) if counts[e.meanings] > there[e.meanings] > 0}
    return sorted(found.values(), key=lambda each: each.start)
