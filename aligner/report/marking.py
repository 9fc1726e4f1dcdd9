"""Text cut into runs by the marks that lie over it: evidence and terms may overlap freely.

What always holds: the runs joined are the text, and each run carries every mark that covers it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Label = TypeVar("Label", bound=Hashable)


@dataclass(frozen=True, slots=True)
class MarkedRun(Generic[Label]):
    """A stretch of text under the same marks."""

    start: int
    end: int
    marks: tuple[Label, ...]


def runs(length: int, marks: Iterable[tuple[int, int, Label]]) -> Iterator[MarkedRun[Label]]:
    """Cuts a text of `length` code points at the ends of all `marks` (start, end, label). Marks
    that are empty or lie outside are left out; labels keep the order in which they were given."""
    kept = [
        (max(start, 0), min(end, length), label)
        for start, end, label in marks
        if max(start, 0) < min(end, length)
    ]
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, (start, end, _) in enumerate(kept):
        opening.setdefault(start, []).append(number)
        closing.setdefault(end, []).append(number)
    borders = sorted({0, length, *opening, *closing})
    active: set[int] = set()
    for start, end in pairwise(borders):
        active.difference_update(closing.get(start, ()))
        active.update(opening.get(start, ()))
        labels: list[Label] = []
        for number in sorted(active):
            if kept[number][2] not in labels:
                labels.append(kept[number][2])
        yield MarkedRun(start, end, tuple(labels))
