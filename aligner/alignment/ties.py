"""Which form of one side may render which form of the other, and how surely.

What always holds: ties are sorted by (a, b), each pair stands once with its largest weight, and
weights are in (0, 1]: roughly the chance that the one form appears when the other does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.alignment.corpus import Floats, Ints
from aligner.alignment.forms import everyday, false_friends, form, root, tokens

SAME = 0.9  # a number, a name, a sign
COGNATE = 0.75  # the same root
NEAR = 0.45  # roots that begin alike
EVERYDAY = 0.6
_BEGINNING = 5  # letters that two long roots must share
_CROWD = 40  # a beginning that more forms share joins nothing


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of types `a` (one side) and `b` (the other) with their weight."""

    a: Ints
    b: Ints
    weight: Floats

    def swapped(self) -> Ties:
        """The same ties seen from the other side."""
        order = np.lexsort((self.a, self.b))
        return Ties(self.b[order], self.a[order], self.weight[order])


def _same(a: dict[str, int], b: dict[str, int]) -> Iterable[tuple[int, int, float]]:
    strange = false_friends()
    for name, n in a.items():
        m = b.get(name)
        if m is not None and name not in strange:
            yield n, m, SAME


def _roots(a: dict[str, int], b: dict[str, int]) -> Iterable[tuple[int, int, float]]:
    by_root: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    by_beginning: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    strange = false_friends()
    for side, names in enumerate((a, b)):
        for name, n in names.items():
            if len(name) < 4 or not name.isalpha() or name in strange:
                continue
            stem = root(name)
            if len(stem) >= 3:
                by_root[stem][side].append(n)
            letters = stem.rstrip("TDMNASVCLRBIZ")
            if len(letters) >= _BEGINNING:
                by_beginning[letters[:_BEGINNING]][side].append(n)
    for groups, weight in ((by_beginning, NEAR), (by_root, COGNATE)):
        for left, right in groups.values():
            if len(left) <= _CROWD and len(right) <= _CROWD:
                for n in left:
                    for m in right:
                        yield n, m, weight


def _everyday(a: dict[str, int], b: dict[str, int]) -> Iterable[tuple[int, int, float]]:
    for en, forms in everyday().items():
        for es in forms:
            if en in a and es in b:
                yield a[en], b[es], EVERYDAY
            if es in a and en in b:
                yield a[es], b[en], EVERYDAY


def _told(
    a: dict[str, int], b: dict[str, int], pairs: Sequence[tuple[str, str, float]]
) -> Iterable[tuple[int, int, float]]:
    """Ties from pairs of forms that somebody gives, each of one or more words."""
    for left, right, weight in pairs:
        lefts = [form(token) for token in tokens(left)]
        rights = [form(token) for token in tokens(right)]
        share = weight if len(lefts) == len(rights) == 1 else weight * 0.7
        for x in lefts:
            for y in rights:
                if len(x) > 3 or len(lefts) == 1:
                    n, m = a.get(x), b.get(y)
                    if n is not None and m is not None and (len(y) > 3 or len(rights) == 1):
                        yield n, m, min(max(share, 0.01), 0.95)


def ties(
    a: Sequence[str],
    b: Sequence[str],
    *,
    told: Sequence[tuple[str, str, float]] = (),
    learned: tuple[Ints, Ints, Floats] | None = None,
) -> Ties:
    """The ties between the types `a` and `b`: spelling, everyday words, pairs `told` (of forms)
    and `learned` (of numbers of types)."""
    number_a = {name: n for n, name in enumerate(a)}
    number_b = {name: n for n, name in enumerate(b)}
    wide = max(len(b), 1)
    found: dict[int, float] = {}
    for source in (
        _same(number_a, number_b),
        _roots(number_a, number_b),
        _everyday(number_a, number_b),
        _told(number_a, number_b, told),
        zip(*(part.tolist() for part in learned), strict=True) if learned else (),
    ):
        for n, m, weight in source:
            key = n * wide + m
            if found.get(key, 0.0) < weight:
                found[key] = weight
    keys = np.fromiter(found.keys(), dtype=np.int64, count=len(found))
    weights = np.fromiter(found.values(), dtype=np.float64, count=len(found))
    order = np.argsort(keys)
    keys = keys[order]
    return Ties(keys // wide, keys % wide, weights[order])
