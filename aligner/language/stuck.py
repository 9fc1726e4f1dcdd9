"""Words, figures and brackets that stand together without a blank: *(OMS)y*, *of10*, *fin:el*.

What always holds: the language knows the words, and an ending in brackets, *(s)*, *(as)*, belongs to
its word; time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.language.folding import lowered
from aligner.language.reading import Reading
from aligner.language.slip import Slip
from aligner.language.vocabulary import en_empty, en_known, es_empty, es_known

_WORD = r"[a-záéíóúñü]"
_STUCK = re.compile(
    rf"(?<![\w./_@=?-])(?:(?P<before>{_WORD}{{2,30}})(?P<sign>:|[1-9]\d{{0,3}}(?![\w/,-]))"
    r"|(?P<named>[^\W\d_]{2,30})(?P<opened>\()(?=[A-ZÁÉÍÓÚÑ]{3,}[\w-]*\)|[^()\s=<>]+ [^()=<>]+\)))"
    rf"|(?<=\w)(?P<closed>\))(?P<behind>{_WORD}{{1,30}})(?![\w(./_@=-])"
    rf"|(?<![\w.,/_@=-])(?P<figure>[1-9]\d{{0,3}})(?P<unit>{_WORD}{{4,30}})(?![\w(./_@=-])"
)
# The least of that, by the one sign beside a word.
_BESIDE = re.compile(rf"[:()\d](?:(?<={_WORD}\d)|(?<=[^\W\d_]\()|(?<=[:)\d])(?={_WORD}))")
_AFTER = re.compile(rf"({_WORD}{{2,30}})(?![\w./_@=:-])")
# A bracket that no part of a word stands in: *(over)simplified*.
_OPENED = re.compile(r"(?:^|[\s«“\"])\((?:[A-ZÁÉÍÓÚÑ\d]{2}[^()]{0,200}|[^()\s]+ [^()]{1,200})$")
_REACH = 210
"""So far before it the bracket opened behind a blank."""


def stuck(reading: Reading) -> Iterator[Slip]:
    """Every place where a blank is missing beside a bracket, a figure or a colon."""
    empty, known = (en_empty, en_known) if reading.side == "en" else (es_empty, es_known)

    def is_word(written: str) -> bool:
        word = lowered(written)
        return empty(word) or (len(word) > 1 and known(word))

    text = reading.text
    if _BESIDE.search(text) is None:
        return
    for match in _STUCK.finditer(text):
        start, end = match.span()
        if match["sign"] == ":":
            following = _AFTER.match(text, end)
            fine = following is None or not is_word(following[1])
        elif match["closed"]:
            fine = not is_word(match["behind"]) or not _OPENED.search(
                text, max(start - _REACH, 0), start
            )
        else:
            fine = False
        words = [word for word in (match["before"], match["named"], match["unit"]) if word]
        if not fine and all(map(is_word, words)):
            yield Slip(
                "no-space",
                start,
                end,
                match["sign"] or match["opened"] or match["closed"] or match["figure"],
            )
