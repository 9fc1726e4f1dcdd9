"""Words that name a step of a scale without a figure: units of time, magnitudes, seasons.

What always holds: each word names steps of one scale; the sort of a scale is the check that speaks
of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side


@dataclass(frozen=True, slots=True)
class Step:
    """Word `index` of the text at code points [start, end), and the steps that it may name."""

    index: int
    start: int
    end: int
    sort: str
    names: tuple[str, ...]


@cache
def _steps(side: Side) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    return {
        form: (sort, tuple(names))
        for sort, sides in table("scales").items()
        for form, names in sides[side].items()
    }


def steps(reading: Reading) -> tuple[Step, ...]:
    """Every word that names a step of a scale, in order."""
    known = _steps(reading.side)
    if known.keys().isdisjoint(reading.vocabulary):
        return ()
    return tuple(
        Step(i, word.start, word.end, *known[word.folded])
        for i, word in enumerate(reading.words)
        if word.folded in known
    )
