"""Words that make a text binding.

What always holds: a class is one notion of treaty language (parties, entry into force, agreeing to
do), whatever its words.
"""

from __future__ import annotations

import re

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading


def register(reading: Reading) -> tuple[Phrase, ...]:
    """The words of a binding instrument in `reading`, in order."""
    return tuple(
        each
        for each in of_kind(reading, "register")
        if not (each.value == "parties" and _some(reading, each))
    )


def _some(reading: Reading, each: Phrase) -> bool:
    """Whether parts of a thing are meant, or those whom something concerns: *las partes interesadas*,
    *las partes superior e inferior*. Parties to an instrument stand alone, or are written with a
    capital."""
    following = reading.words[each.last].folded if each.last < len(reading.words) else ""
    capital = any(
        reading.text[word.start].isupper()
        for word in reading.words[max(each.first, each.last - 3) : each.last]
        if word.folded.startswith("part")
    )
    return not capital and (
        bool(_WHICH.search(following)) or (reading.side == "es" and following in ("de", "del"))
    )


# What tells which parts or parties they are.
_WHICH = re.compile(r"(?:ad|id)[oa]s$|ores?$|^(?:involved|concerned|interested)$|^principales$")


def openings(reading: Reading) -> tuple[Phrase, ...]:
    """What opens or closes a list in `reading`: `open` (*including*), `closed` (*only*)."""
    return of_kind(reading, "openness")
