"""Remarks in brackets that the other version leaves out.

What always holds: this version has more brackets than the other one, most words of the remark have
no counterpart, and the other version says little of its own at their place. A remark of names,
figures or a single word may be a gloss, and is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from aligner.divergence.beside import OTHER
from aligner.divergence.coverage import Coverage
from aligner.divergence.insert import Insert
from aligner.divergence.passage import Passage
from aligner.language.vocabulary import light
from aligner.text.segment import Side

# Behind a quotation, or in quotes, stands a gloss.
_REMARK = re.compile(r"(?<=[^»”\"'’]\s)\(([^()\n«»“”\"]{8,400})\)")
# What dashes set apart in one version may stand in brackets in the other.
_OPENING = re.compile(r"\(|\s[—–-]+\s")
# So many words without a counterpart a remark has at least, what they weigh, and the part of its words that they are.
_FEWEST = 2
_WEIGHT = 2.0
_MOST = 0.7
# The part of the whole that must be linked.
_CLOSE = 0.55


def remarks(passage: Passage, found: Coverage, side: Side) -> Iterator[Insert]:
    """The remarks of `side` that the other side leaves out, in order."""
    text, there = passage.side(side).text, passage.side(OTHER[side]).text
    if (
        "(" not in text
        or len(_OPENING.findall(text)) <= len(_OPENING.findall(there))
        or found.linked < _CLOSE
    ):
        return
    words, content, covered = found.met.words[side], found.met.content[side], found.covered[side]
    for match in _REMARK.finditer(text):
        first = bisect_left(words, match.start(1), key=lambda word: word.start)
        last = bisect_left(words, match.end(1), key=lambda word: word.start)
        own = [i for i in range(first, last) if content[i]]
        lone = [i for i in own if not covered[i]]
        weight = sum(found.worth[side][i] for i in lone)
        if (
            len(lone) >= max(_FEWEST, _MOST * len(own))
            and weight >= _WEIGHT
            and sum(text[words[i].start].islower() for i in lone) >= _FEWEST
            and not all(light(words[i].folded) for i in lone)
            and 2 * found.alone(side, *found.met.gap(side, first, last)) <= len(lone)
        ):
            yield Insert(tuple(lone), weight)
