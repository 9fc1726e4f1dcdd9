"""Whether a verb stands in speech that is only reported.

What always holds: only a past tense reports here, since it alone shifts what follows (*said that it
would*, *dijo que lo hará*); a relative clause (*the fund proposed that would*) reports nothing, and
nothing is sought before the verb's own sentence.
"""

from __future__ import annotations

import re
from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table

_STOP = re.compile(r"[.;:!?](?=\s)")
# So many words before *that* the verb of saying stands; in Spanish it stands right before *que*.
_NEAR = 3
_NEXT = 2
# So many words before a verb its reporter is looked for.
_FAR = 40


def reported(reading: Reading, at: int) -> bool:
    """Whether the word `at` of `reading` stands in reported speech."""
    words, english = reading.words, reading.side == "en"
    start = next(
        (
            i + 1
            for i in range(at - 1, max(at - 1 - _FAR, -1), -1)
            if _STOP.search(reading.text, words[i].end, words[i + 1].start + 1)
        ),
        max(at - _FAR, 0),
    )
    joint = ("that", "whether") if english else ("que", "si")
    for i in range(start, at):
        if english and words[i].folded in _said("en", "bare"):
            return True
        if words[i].folded in joint and (not english or i + 1 < at):
            before = words[max(i - (_NEAR if english else _NEXT), start) : i]
            if any(_past(reading, word.start, word.end) for word in before):
                return True
    return False


def _past(reading: Reading, start: int, end: int) -> bool:
    form = reading.text[start:end].lower()
    if reading.side == "en":
        return form.endswith("ed") or form in _said("en", "said")
    return form.endswith(("ó", "ron")) or form in _said("es", "said")


@cache
def _said(side: str, kind: str) -> frozenset[str]:
    return frozenset(table("tenses")[side][kind].split())
