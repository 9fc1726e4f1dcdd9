"""What all the words of a text may mean, for whoever asks whether it is said anywhere.

What always holds: the keys are those of the word table and of cognates (see `vocabulary`); two sides
say the same somewhere if their keys meet. Ask with `reading.of(meanings)`, which works it out once.
"""

from __future__ import annotations

from aligner.language.reading import Reading
from aligner.language.vocabulary import en_keys, es_keys


def meanings(reading: Reading) -> frozenset[str]:
    """The keys of every word of `reading`."""
    keys = en_keys if reading.side == "en" else es_keys
    return frozenset().union(*map(keys, reading.vocabulary))
