"""How tall each block is, and where each begins, when only those in sight are measured.

What always holds: `top(i)` is the sum of the heights before `i`; setting one height and finding the
block at a line both take logarithmic time (a Fenwick tree, Fenwick 1994).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.alignment.bead import Bead


@dataclass(frozen=True, slots=True)
class Sizes:
    """All that heights are guessed from: which segments each bead has, and their lengths."""

    beads: Sequence[Bead]
    en: Sequence[int]
    es: Sequence[int]


class Heights:
    """Heights in lines, each at least 0."""

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = list(heights)
        self._exact = bytearray(len(self._heights))
        size = len(self._heights)
        self._tree = [0, *self._heights]
        for place in range(1, size + 1):
            parent = place + (place & -place)
            if parent <= size:
                self._tree[parent] += self._tree[place]
        self._step = 1
        while self._step * 2 <= size:
            self._step *= 2
        self.total = sum(self._heights)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def exact(self, index: int) -> bool:
        """Whether the height was measured and is no estimate."""
        return bool(self._exact[index])

    def forget(self, index: int) -> None:
        """The block changed: its height is an estimate again."""
        self._exact[index] = 0

    def measured(self, index: int, height: int) -> int:
        """Set an exact height; returns by how much it grew."""
        grown = height - self._heights[index]
        self._exact[index] = 1
        if grown:
            self._heights[index] = height
            self.total += grown
            place = index + 1
            while place < len(self._tree):
                self._tree[place] += grown
                place += place & -place
        return grown

    def top(self, index: int) -> int:
        """The first line of the block at `index`."""
        total = 0
        place = index
        while place > 0:
            total += self._tree[place]
            place -= place & -place
        return total

    def at(self, line: int) -> int:
        """The block that holds `line`: the first or last one where the line lies outside."""
        if line < 0 or not self._heights:
            return 0
        place = 0
        left = line
        step = self._step
        while step:
            if place + step < len(self._tree) and self._tree[place + step] <= left:
                place += step
                left -= self._tree[place]
            step //= 2
        return min(place, len(self._heights) - 1)
