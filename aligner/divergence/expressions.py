"""Expressions with meanings, compared as sets.

What always holds: expressions that share a meaning with one of the other side are equal, however
often each stands; only what is left on both sides is a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.language.expressions import Expression


def unequal(
    en: Sequence[Expression], es: Sequence[Expression]
) -> Iterator[tuple[Expression, Expression]]:
    """The expressions that the other side has in no form, in pairs, in order."""
    if en and es:
        yield from zip(_left(en, es), _left(es, en), strict=False)


def _left(own: Sequence[Expression], others: Sequence[Expression]) -> list[Expression]:
    there = {meaning for each in others for meaning in each.meanings}
    return [each for each in own if there.isdisjoint(each.meanings)]
