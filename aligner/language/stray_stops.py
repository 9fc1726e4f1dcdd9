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

# The stop stands first, so that the search may skip to one; a word in small letters behind it, and
# no label.
_STOP = re.compile(r"\. (?P<next>[a-záéíóúñü]{1,30})(?=[\s,;:.)?!]|$)(?!\.\w)(?! ?[=(])")
# A word, a figure or what closes before the stop.
_BEFORE = re.compile(
    r"(?:(?<![^\W_])(?<![.@/_’'-])(?P<word>[^\W\d_]{2,30})|(?<=[^\W_] )\d{1,4}(?: ?%)?"
    r"|(?<=[^\W\d_][^\W_])[)»”])$"
)
_REACH = 30
# So short a word may be an abbreviation that no table has, unless the language knows it.
_SHORT = 3


def stray_stops(reading: Reading) -> Iterator[Slip]:
    """Stops between two words that no sentence parts."""
    empty, known = (en_empty, en_known) if reading.side == "en" else (es_empty, es_known)
    text = reading.text
    for match in _STOP.finditer(text):
        stop = match.start()
        before = _BEFORE.search(text, max(stop - _REACH, 0), stop)
        if before is None:
            continue
        following = lowered(match["next"])
        if not (empty(following) or (len(following) > 1 and known(following))):
            continue
        word = before["word"]
        if word is not None:
            small = lowered(word)
            if fold(word) in abbreviations(reading.side) or not (
                empty(small) or (len(small) >= _SHORT and known(small))
            ):
                continue
        yield Slip("stray-stop", before.start(), match.end("next"), ".")
