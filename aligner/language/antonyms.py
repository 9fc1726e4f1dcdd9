"""Words that have an opposite, by axis and pole.

What always holds: a class is an axis with its pole (`increase+`, `increase-`), or `increase~` for a
word that may render either pole and accuses nobody; a word may lie on several axes (*abrir* opens
and begins).
"""

from __future__ import annotations

from collections import defaultdict

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading


def poles(reading: Reading) -> dict[str, list[Phrase]]:
    """The words of `reading` on each axis; the value of a phrase is `+`, `-` or `~`."""
    axes: defaultdict[str, list[Phrase]] = defaultdict(list)
    for each in of_kind(reading, "antonyms"):
        axes[each.value[:-1]].append(each._replace(value=each.value[-1]))
    return axes
