"""Words that make a text binding.

What always holds: a class is one notion of treaty language (parties, entry into force, agreeing to
do), whatever its words.
"""

from __future__ import annotations

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading


def register(reading: Reading) -> tuple[Phrase, ...]:
    """The words of a binding instrument in `reading`, in order."""
    return of_kind(reading, "register")


def openings(reading: Reading) -> tuple[Phrase, ...]:
    """What opens or closes a list in `reading`: `open` (*including*), `closed` (*only*)."""
    return of_kind(reading, "openness")
