"""Match equal facts, explain the rest, flag what is left (design.md, Comparing).

What always holds: time is linear in the facts; a fact is matched at most once; equal facts are
matched first, then facts that are equal only as another region reads them, then bare values.
What repeats a fact that the other side holds once is no divergence.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Fact(Protocol):
    """What can be compared: a span, the keys it has at home and elsewhere, whether it is weak."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def keys(self) -> tuple[str, ...]: ...
    @property
    def foreign(self) -> tuple[str, ...]: ...
    @property
    def weak(self) -> bool: ...


F = TypeVar("F", bound=Fact)
Keys = Callable[[F], Iterable[str]]


@dataclass(slots=True)
class Matching:
    """What is matched and what is left, as indices of the two rows of facts."""

    pairs: list[tuple[int, int]]
    left_en: list[int]
    left_es: list[int]


def match(
    en: Sequence[F], es: Sequence[F], keys_en: Keys[F], keys_es: Keys[F], within: Matching
) -> list[tuple[int, int]]:
    """Matches what is left in `within` where the keys agree, in order; strong facts choose first.
    Takes the matched out of `within`, adds them to its pairs, and returns them."""
    fresh: list[tuple[int, int]] = []
    for weak_en, weak_es in ((False, False), (False, True), (True, False), (True, True)):
        waiting: dict[str, deque[int]] = defaultdict(deque)
        for j in within.left_es:
            if es[j].weak == weak_es:
                for key in keys_es(es[j]):
                    waiting[key].append(j)
        if not waiting:
            continue
        used: set[int] = set()
        taken: set[int] = set()
        for i in within.left_en:
            if en[i].weak != weak_en:
                continue
            j = _first(keys_en(en[i]), waiting, used)
            if j >= 0:
                used.add(j)
                taken.add(i)
                fresh.append((i, j))
        if used:
            within.left_en = [i for i in within.left_en if i not in taken]
            within.left_es = [j for j in within.left_es if j not in used]
    within.pairs += fresh
    return fresh


def _first(keys: Iterable[str], waiting: dict[str, deque[int]], used: set[int]) -> int:
    best = -1
    for key in keys:
        row = waiting.get(key)
        while row and row[0] in used:
            row.popleft()
        if row and (best < 0 or row[0] < best):
            best = row[0]
    return best


def unmatched(en: Sequence[F], es: Sequence[F]) -> Matching:
    """All facts of both sides, nothing matched yet."""
    return Matching([], list(range(len(en))), list(range(len(es))))


def without_repeats(
    facts: Sequence[F], left: Sequence[int], others: Iterable[F], keys: Keys[F]
) -> list[int]:
    """What of `left` has no key that occurs among `others`: the rest only says again what the
    other side says once."""
    said = {key for other in others for key in keys(other)}
    return [index for index in left if not any(key in said for key in keys(facts[index]))]
