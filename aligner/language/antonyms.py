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
        axis, pole = each.value[:-1], each.value[-1]
        before = axes[axis][-1] if axes[axis] else None
        if before is None or before.first != each.first:
            axes[axis].append(Phrase(each.kind, pole, each.first, each.last, each.span))
        elif before.value == "~" or pole == "~":
            # A word that is named for a pole is of that pole, whatever stem it begins with.
            axes[axis][-1] = before._replace(value=pole if before.value == "~" else before.value)
        elif before.value != pole:
            axes[axis][-1] = before._replace(value="~")
    return axes
