"""Whether an acronym that stands in one version alone is missed in the other.

What always holds: the words around it decide. An acronym that fills the brackets behind a name is
missed where the other version has the name with nothing behind it; one in a remark never is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from aligner.divergence.evidence import CLOSE, LOOSE, opposite, vacant
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.language.acronyms import (
    Acronym,
    acronyms,
    anagrams,
    defines,
    full_names,
    spelled_out,
    unlike_its_name,
)
from aligner.language.folding import lowered
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.text.segment import SIDES, Side, Span

ALIKE = 0.5
"""From this part of letters at the same place two acronyms are taken for one misspelled."""
_MISPLACED = 0.6
_SHORT = 3
_PAIR = 2
_BESIDE = 2
_REACH = 80
# "GUI tools": the acronym only qualifies what follows.
_NOUN = re.compile(
    r"[-/ ](?!(?:and|or|to|in|on|of|for|by|at|is|are|was|will|shall|may|must|has|had)\b)[a-z]"
)
# "the ABC", "and ABC": a body; "on LAN", "this HOWTO" are things.
_HEAD = re.compile(r"(?:^|(?<!\w)(?:the|and|or|both) )$")
# A word with a capital, with at most three words between it and the end.
_NAMED = re.compile(r"[\w»”] ?(?<!\w)[A-ZÁÉÍÓÚÑ][\w-]+[”»\"']?(?: [\w-]+){0,3} \((?:\w+/)?$")
# "Berlin, MD 21811, EE. UU.": a postal code before, the end of the line or of the sentence behind.
_POSTAL = re.compile(r"(?<!\d)\d{5}(?:-\d{4})?,? ?[(]?$")
_ENDS_LINE = re.compile(r"[).]*(?:\s*$|\n|[.,;] )")
# So many acronyms of the other side may be the misspelled one.
_MOST = 200
_COMPOUND = re.compile(r"[/-]([^\W\d_]{3,})")


def missed(passage: Passage, each: Acronym, side: Side) -> bool:
    """Whether an acronym that stands on `side` alone ought to stand on the other as well.

    English builds compounds with acronyms (*GUI tools*) where Spanish has words, hardly ever the
    other way round; so in English alone it must have a known name that is missing, or an acronym
    that both sides have must be like it or stand once more in its place.
    """
    own, there = passage.side(side), passage.es if side == "en" else passage.en
    if undefined(passage, each, side) or unlike_its_name(each, own):
        return True
    if _remarked(own, each) or _joined(own, each, there):
        return False
    if side == "es":
        return not spelled_out(each.form, passage.es) and not _ends_address(own, each)
    if full_names(each.key, "es"):
        return True
    if passage.of(_said_more):
        return True
    if len(each.form) <= _PAIR:
        return False
    if any(
        likeness(each.form, key) > ALIKE or anagrams(each.form, key)
        for key in passage.es.of(_some_keys)
    ):
        return True
    alone = _HEAD.search(
        own.lower, max(each.start - _PAIR * _SHORT, 0), each.start
    ) and not _NOUN.match(own.text, each.end)
    return bool(alone) and vacant(meeting(passage), side, *_word_places(own, each))


def undefined(passage: Passage, each: Acronym, side: Side) -> bool:
    """Whether an acronym of `side` fills brackets behind its name and the other side has the name
    with nothing behind it. A common noun may have an acronym in one language alone."""
    own = passage.side(side)
    if not defines(each, own.text):
        return False
    if side == "es" and spelled_out(each.form, passage.en):
        return False  # the letters of the English name, left as they are: (DFSG)
    named = own.text[max(each.start - _REACH, 0) : each.start]
    known = (each.key != each.form and _behind_name(own, each)) or _NAMED.search(
        named[named.rfind(". ") + 1 :]
    ) is not None
    beside = own.text[each.start - 1] != "(" or own.text[each.end : each.end + 1] != ")"
    if not known and not (beside and _half_there(passage, each, side)):
        return False
    met, other = meeting(passage), passage.es if side == "en" else passage.en
    first, last = _word_places(own, each)
    low, high = met.gap(side, first, last)
    gap = other.words[max(low - 1, 0) : high + 1]
    if gap and "(" in other.text[gap[0].start : gap[-1].end]:
        return False
    place = Phrase("", "", first, last, (each.start, each.end))
    return opposite(met, side, place) >= CLOSE


def _behind_name(reading: Reading, each: Acronym) -> bool:
    """Whether the brackets of a known acronym stand behind its name, and not before what it qualifies:
    *the second (LAN) port*."""
    full = full_names(each.key, reading.side)
    near = lowered(reading.text[max(each.start - _REACH, 0) : each.start])
    return (
        not full
        or _NOUN.match(reading.text, each.end + 1) is None
        or any(name in near for name in full)
    )


def _half_there(passage: Passage, each: Acronym, side: Side) -> bool:
    """Whether the other side has the acronym with which this one shares its brackets."""
    near = passage.side(side).of(acronyms)
    keys = {other.key for other in passage.side("es" if side == "en" else "en").of(acronyms)}
    return any(
        other.key in keys and 1 in (each.start - other.end, other.start - each.end)
        for other in near
    )


def in_one_slot(passage: Passage, en: Acronym, es: Acronym) -> bool:
    """Whether two acronyms without a partner stand in one slot, where the text runs closely
    together, and neither is spelled out on its side."""
    met = meeting(passage)
    (a, b), (c, d) = _word_places(passage.en, en), _word_places(passage.es, es)
    if any(i >= 0 for i in (*met.partner["en"][a:b], *met.partner["es"][c:d])):
        return False
    if any(
        len(each.form) > _PAIR and spelled_out(each.form, reading)  # two letters prove nothing
        for each, reading in ((en, passage.en), (es, passage.es))
    ):
        return False
    close = min(met.density("en", a, b), met.density("es", c, d))
    apart = max(abs(met.slot("en", a, b) - c), abs(met.slot("es", c, d) - a))
    return close >= LOOSE and (apart <= _BESIDE or _share_a_neighbour(met, (a, b), (c, d)))


def _share_a_neighbour(met: Meeting, en: Span, es: Span) -> bool:
    """Whether words beside two acronyms are linked, whatever the order: *the ABC code of conduct*,
    *el código de conducta de la ABC*; or both begin their text."""
    (a, b), (c, d) = en, es
    near = [*range(max(a - _BESIDE, 0), a), *range(b, min(b + _SHORT, len(met.partner["en"])))]
    return (a == c == 0) or any(c - _BESIDE <= met.partner["en"][i] < d + _BESIDE for i in near)


def _word_places(reading: Reading, each: Acronym) -> tuple[int, int]:
    """The indices of the words of an acronym (half open)."""
    words = reading.words
    first = bisect_left(words, each.start, key=lambda word: word.start)
    return first, bisect_left(words, each.end, key=lambda word: word.start)


def _said_more(passage: Passage) -> bool:
    """Whether the Spanish version says an acronym of both versions more often."""
    here, over = (Counter(each.key for each in passage.side(side).of(acronyms)) for side in SIDES)
    return any(0 < here[key] < count for key, count in over.items())


def _some_keys(reading: Reading) -> tuple[str, ...]:
    """What the first acronyms of a text stand for, each once."""
    return tuple(dict.fromkeys(each.key for each in reading.of(acronyms)))[:_MOST]


def _remarked(reading: Reading, each: Acronym) -> bool:
    """Whether it stands in a remark between brackets, which only one version may need; an acronym
    that fills the brackets belongs to the name before them."""
    before = reading.text[max(each.start - _REACH, 0) : each.start]
    inside = before.rfind("(") > before.rfind(")")
    return inside and not (before.endswith("(") and reading.text[each.end : each.end + 1] == ")")


def _ends_address(reading: Reading, each: Acronym) -> bool:
    """Whether it is the state at the end of an address, which goes without saying at home."""
    place = _POSTAL.search(reading.text, max(each.start - _REACH, 0), each.start)
    return place is not None and _ENDS_LINE.match(reading.text, each.end) is not None


def _joined(reading: Reading, each: Acronym, there: Reading) -> bool:
    """Whether it is joined to a word that the other side has too: *GNU/Linux* beside *Linux*."""
    match = _COMPOUND.match(reading.text, each.end)
    return match is not None and match[1].lower() in there.vocabulary


def likeness(a: str, b: str) -> float:
    """The part of letters that stand at the same place; letters in another
    order and a lost one are slips too."""
    if anagrams(a, b):
        return ALIKE if len(a) <= _SHORT else _MISPLACED
    if _one_lost(a, b) or _one_lost(b, a):
        return _MISPLACED
    return sum(x == y for x, y in zip(a, b, strict=False)) / max(len(a), len(b), 1)


def _one_lost(long: str, short: str) -> bool:
    """Whether an acronym of three letters or more lost one of them: *MS* of *OMS*."""
    if len(long) != len(short) + 1 or len(long) < _SHORT:
        return False
    at = next((i for i, sign in enumerate(short) if sign != long[i]), len(short))
    return long[at + 1 :] == short[at:]
