"""Whether a text is a sentence, and whether it announces what follows it.

What always holds: only signs that are hardly ever anything else count, so that a title, a caption
or an entry of a list is no sentence; a sentence without such signs is known by its length alone.
"""

from __future__ import annotations

import re
from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side

# Titles and entries are seldom longer than this; shorter texts than that are rarely sentences.
_LONG, _SHORT = 14, 3
# An ending says nothing of a word with fewer letters before it.
_STEM = 2
_INNER_STOP = re.compile(r"[^\W\d_]{2}[.!?…][\"'”’»)\]]*\s+[¿¡\"'“‘«(\[]*[A-ZÁÉÍÓÚÑ]")
_LAST = 240


@cache
def _words(which: str, side: Side) -> frozenset[str]:
    return frozenset(table("sentence_signs")[which][side])


@cache
def _endings() -> re.Pattern[str]:
    endings = "|".join(table("sentence_signs")["endings"]["es"])
    return re.compile(rf".{{{_STEM},}}(?:{endings})$")


@cache
def _caption(side: Side) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(table('sentence_signs')['captions'][side])})\W{{0,3}}\d")


def is_sentence(reading: Reading) -> bool:
    """Whether the text holds a finite verb that can be recognized, several sentences, or so many
    words that it can hardly be anything but a sentence."""
    words, text = reading.words, reading.text
    if len(words) < _SHORT or _caption(reading.side).match(reading.lower):
        return False
    spoken = sum(not word.folded.isdigit() for word in words)
    if spoken >= _LONG or has_inner_stop(text):
        return True
    finite, side = _words("finite", reading.side), reading.side
    for word in words:
        form = text[word.start : word.end].lower().replace("’", "'")
        if form in finite or (side == "es" and _endings().match(form)):
            return True
    return False


def has_inner_stop(text: str) -> bool:
    """Whether a sentence ends and another begins inside the text."""
    return _INNER_STOP.search(text) is not None


def announces(reading: Reading) -> bool:
    """Whether the last sentence says that something follows."""
    text = reading.text
    begins = max(len(text) - _LAST, 0)
    for mark in (". ", "? ", "! ", "\n"):
        begins = max(begins, text.rfind(mark, 0, len(text) - 1) + 1)
    known = _words("announces", reading.side)
    return any(
        text[word.start : word.end].lower() in known
        for word in reading.words
        if word.start >= begins
    )


def breaks_off(reading: Reading) -> bool:
    """Whether the last word cannot be the end of a sentence: *they are*, *se divide en*."""
    known = _words("opens", reading.side)
    return any(reading.text[a:b].lower() in known for a, b, _ in reading.words[-1:])
