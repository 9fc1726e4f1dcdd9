"""Stops behind which no sentence begins: *the plan is ready. the budget*, *for. and free from*.

What always holds: a word in small letters that the language knows follows, and no abbreviation ends
in the stop; time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.language.folding import fold, lowered
from aligner.language.reading import Reading
from aligner.language.sentences import abbreviations
from aligner.language.slip import Slip
from aligner.language.vocabulary import en_empty, en_known, es_empty, es_known

# A word, a figure or what closes before the stop; a word in small letters behind it, and no label.
_STOP = re.compile(
    r"(?:(?<![^\W_])(?<![.@/_’'-])(?P<word>[^\W\d_]{2,30})|(?P<figure>(?<=[^\W_] )\d{1,4}(?: ?%)?)"
    r"|(?P<closed>(?<=[^\W\d_][^\W_])[)»”]))"
    r"\. (?P<next>[a-záéíóúñü]{1,30})(?=[\s,;:.)?!]|$)(?!\.\w)(?! ?[=(])"
)
# So short a word may be an abbreviation that no table has, unless the language knows it.
_SHORT = 3


def stray_stops(reading: Reading) -> Iterator[Slip]:
    """Stops between two words that no sentence parts."""
    empty, known = (en_empty, en_known) if reading.side == "en" else (es_empty, es_known)
    for match in _STOP.finditer(reading.text):
        following = lowered(match["next"])
        if not (empty(following) or (len(following) > 1 and known(following))):
            continue
        word = match["word"]
        if word is not None:
            small = lowered(word)
            if fold(word) in abbreviations(reading.side) or not (
                empty(small) or (len(small) >= _SHORT and known(small))
            ):
                continue
        yield Slip("stray-stop", match.start(), match.end("next"), ".")
