"""A name that stands where another one belongs, though either may be a word of the language:
*Writer* and *Impress*, *Windows* and *OpenBSD*.

What always holds: both are written as names and have no counterpart; the Spanish one is no Spanish
word, so that no version can have translated it; nothing else in their place could be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from aligner.divergence.evidence import LOOSE
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.language.acronyms import acronyms
from aligner.language.compounds import renders, same_letters
from aligner.language.names import exonyms, written_as_names
from aligner.language.reading import Reading
from aligner.language.vocabulary import (
    en_empty,
    en_keys,
    en_known,
    es_empty,
    es_keys,
    es_known,
)
from aligner.text.segment import Side, Span

_SHORTEST = 3
_NEAR, _FAR = 3.0, 4.0
"""How far from its slot a name may stand on one side, and on the other."""
_MOST = 20
# So many first letters make two words forms of one.
_ALIKE = 4
# How far from its slot another form of a name may stand.
_AROUND = 4
# Spanish words do not end so, and have no such letters.
_FOREIGN = re.compile(
    r"(?:[bcfghkmpqtvwx]|[bcdfghjklmpqrtvwxz]s|[bcdfghjklmnpqrtvwxz][^aeiousy])$"
    r"|[kw]|([bdfgmpstvz])\1|th|sh|ph"
)
_PARTS = re.compile(r"[A-Z]*[a-z]*")


class _Bare(NamedTuple):
    """Word `at` of a text, at code points [start, end), that is written as a name."""

    at: int
    start: int
    end: int
    folded: str
    acronym: bool


def replaced(passage: Passage) -> tuple[tuple[Span, Span], ...]:
    """The pairs of names of which one stands in the place of the other."""
    if not passage.es.of(_has_foreign):
        return ()
    spanish = passage.es.of(_bare)
    if not any(_foreign(passage.es.text[each.start : each.end], each.folded) for each in spanish):
        return ()
    english = passage.en.of(_bare)
    met = meeting(passage)
    spanish, english = _alone(met, "es", spanish), _alone(met, "en", english)
    found = []
    for one in spanish:
        facing = [each for each in english if _face(met, each, one)]
        if len(facing) != 1 or sum(_face(met, facing[0], each) for each in spanish) != 1:
            continue
        other = facing[0]
        if (
            not one.acronym
            and _foreign(passage.es.text[one.start : one.end], one.folded)
            and not _related(passage, other, one)
            and _around(met, other, one) >= LOOSE
        ):
            found.append(((other.start, other.end), (one.start, one.end)))
    return tuple(found)


def _has_foreign(reading: Reading) -> bool:
    """Whether any word with a capital is spelled as no Spanish word is: a look that costs little."""
    text = reading.text
    return any(
        _foreign(text[start:end], folded)
        for start, end, folded in reading.words
        if not text[start:end].islower()
    )


def _bare(reading: Reading) -> tuple[_Bare, ...]:
    """The words of a text that are written as names; one that begins something is none if the
    language has it."""
    words, known = reading.words, en_known if reading.side == "en" else es_known
    spans = dict(written_as_names(reading))
    acronymic = {(each.start, each.end) for each in reading.of(acronyms)}
    found = []
    for start, end in sorted({*spans, *acronymic}):
        at = bisect_left(words, start, key=lambda word: word.start)
        if end - start < _SHORTEST or at == len(words) or words[at].start != start:
            continue
        if not (spans.get((start, end)) and known(words[at].folded)):
            folded = words[at].folded
            found.append(_Bare(at, start, end, folded, (start, end) in acronymic))
    return tuple(found)


def _alone(met: Meeting, side: Side, own: tuple[_Bare, ...]) -> tuple[_Bare, ...]:
    """Those that have no counterpart on the other side, in their place or in another form."""
    empty = en_empty if side == "en" else es_empty
    partner = met.partner[side]
    lone = [each for each in own if partner[each.at] < 0 and not empty(each.folded)]
    return tuple(each for each in lone[:_MOST] if not _near(met, side, each))


def _near(met: Meeting, side: Side, each: _Bare) -> bool:
    """Whether a word without a partner begins alike near the slot of a name."""
    there: Side = "es" if side == "en" else "en"
    place = round(met.slot(side, each.at, each.at + 1))
    words, partner = met.words[there], met.partner[there]
    return any(
        partner[i] < 0 and words[i].folded[:_ALIKE] == each.folded[:_ALIKE]
        for i in range(max(place - _AROUND, 0), min(place + _AROUND + 1, len(words)))
    )


def _face(met: Meeting, en: _Bare, es: _Bare) -> bool:
    there = abs(met.slot("en", en.at, en.at + 1) - es.at)
    back = abs(met.slot("es", es.at, es.at + 1) - en.at)
    return min(there, back) <= _NEAR and max(there, back) <= _FAR


def _around(met: Meeting, en: _Bare, es: _Bare) -> float:
    return min(met.density("en", en.at, en.at + 1), met.density("es", es.at, es.at + 1))


def _foreign(written: str, folded: str) -> bool:
    """Whether a word of the Spanish version is a name of another language: by its spelling, or by
    a part of it where it has a capital within."""
    if written[1:].islower():
        return _FOREIGN.search(folded) is not None
    parts = [part for part in _PARTS.findall(written) if len(part) >= _SHORTEST]
    if any(_FOREIGN.search(part.lower()) or not es_known(part.lower()) for part in parts):
        return True
    return written[-2:].isupper()


def _related(passage: Passage, en: _Bare, es: _Bare) -> bool:
    """Whether two names may be one in two languages, or begin with the same part: *AltEnter*."""
    written, other = passage.en.text[en.start : en.end], passage.es.text[es.start : es.end]
    first = _PARTS.match(written)
    if first and len(first[0]) >= _SHORTEST and es.folded.startswith(first[0].lower()):
        return True
    if renders(written, other) or same_letters(written, other):
        return True
    if en.folded in es.folded or es.folded in en.folded:
        return True
    return es.folded in exonyms().get(en.folded, ()) or not en_keys(en.folded).isdisjoint(
        es_keys(es.folded)
    )
