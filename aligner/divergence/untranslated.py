"""A whole segment that stands in the other version's language.

What always holds: a segment that reads the same in both languages (a name, a number, an address)
is not untranslated.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage, whole
from aligner.divergence.registry import Check
from aligner.language.idiom import unquoted
from aligner.language.vocabulary import en_empty, en_known, es_empty, es_known
from aligner.text.segment import SIDES, Side

# Small words that settle the language of a segment, and how clearly.
_ENOUGH = 2
_CLEAR = 3
_FEW = 4


def _run(passage: Passage) -> Iterator[Divergence]:
    same = _same(passage)
    for side in SIDES:
        if is_foreign(passage, side):
            spans = [whole(passage.en)], [whole(passage.es)]
            facts = ["same" if same else passage.side(side).lower]
            yield finding(
                CHECK,
                passage,
                f"untranslated.{side}",
                en=spans[0] if same or side == "en" else [],
                es=spans[1] if same or side == "es" else [],
                facts_en=facts if side == "en" else [],
                facts_es=facts if side == "es" else [],
                severity=None if len(passage.side(side).words) > _CLEAR else Severity.MINOR,
            )


def _same(passage: Passage) -> bool:
    return [word.folded for word in passage.en.words] == [word.folded for word in passage.es.words]


def is_foreign(passage: Passage, side: Side) -> bool:
    """Whether the segment of `side` is in the language of the other."""
    words = passage.side(side).words
    if not words:
        return False
    cast = passage.side(side).of(unquoted)
    foreign = cast.count(1 if side == "es" else -1)
    own = cast.count(-1 if side == "es" else 1)
    if _same(passage):
        return foreign > own or (not own and not foreign and side == "es" and _english(passage))
    if foreign == 1 and not own and len(words) >= _FEW and _mostly_there(passage, side):
        return True
    return foreign >= _ENOUGH and foreign >= _CLEAR * own and foreign * 8 >= len(words)


def _mostly_there(passage: Passage, side: Side) -> bool:
    """Whether nearly all words in small letters stand in the other version as well, but for a label
    at the beginning: *Cuadro 3. List of harbour offices*."""
    reading, other = passage.side(side), passage.es if side == "en" else passage.en
    there = other.vocabulary
    small = [word.folded for word in reading.words if reading.text[word.start].islower()]
    return len(small) >= _CLEAR and all(word in there for word in small)


def _english(passage: Passage) -> bool:
    """Whether equal segments without small words are English: words that only English has."""
    reading = passage.en
    small = [w for w in reading.words if reading.text[w.start].islower() or w.start == 0]
    english = [w for w in small if en_known(w.folded) and not en_empty(w.folded)]
    spanish = [w for w in small if es_known(w.folded) or es_empty(w.folded)]
    return len(english) > 1 and not spanish


CHECK = Check(
    name="untranslated",
    mqm="untranslated",
    severity=Severity.MAJOR,
    version=1,
    about="A segment that stands in the language of the other version",
    in_bead=_run,
)
