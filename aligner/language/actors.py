"""Who acts in a text.

What always holds: an actor is a class of the table; one word may stand for several (*proveedor* is
a provider or a vendor): `actors` gives each place once with all its classes, joined by `|`.
"""

from __future__ import annotations

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading


def actors(reading: Reading) -> tuple[Phrase, ...]:
    """The actors named in `reading`, in order."""
    found: list[Phrase] = []
    for each in of_kind(reading, "actors"):
        if found and found[-1].first == each.first:
            found[-1] = found[-1]._replace(value=f"{found[-1].value}|{each.value}")
        else:
            found.append(each)
    if reading.side == "en" and "US" in reading.text:
        found += [
            Phrase("actors", "united-states", index, index + 1, (word.start, word.end))
            for index, word in enumerate(reading.words)
            if word.folded == "us" and reading.text[word.start : word.end] == "US"
        ]
        found.sort(key=lambda each: each.first)
    return tuple(found)
