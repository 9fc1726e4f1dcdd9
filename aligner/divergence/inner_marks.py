"""Marks inside a text that one version lost or exchanged for another one.

What always holds: the words on both sides of the mark are linked, close by, to words that follow
one another in the other version; a comma or a conjunction there stands for a mark, and so does a
bracket or a dash. Linear in the marks of a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from aligner.divergence.beside import OTHER
from aligner.divergence.evidence import CLOSE, LOOSE
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.language.folding import lowered
from aligner.language.roles import prepositions, small
from aligner.language.sentences import abbreviations
from aligner.language.vocabulary import en_empty, en_known, es_empty, es_known
from aligner.text.segment import SIDES, Side, Span

_BESIDE = 4
"""So many words before and behind a mark are looked at for links."""
_ARTICLE = 2
_REACH = 12
_MOST = 20
"""More than so many are one disorder."""
_GAP = 5
"""So far apart their partners may stand."""
# A mark with a word before and one behind it: one that parts clauses, or ends a sentence. The mark
# stands first, so that the search may skip to one.
_MARK = re.compile(
    r"(?P<sign>[;:.?!]) (?:(?<=[^\W_].{2})|(?<=[^\W_][»”\")].{2}))"
    r"(?:(?<=[;:] )(?=[«“\"(¿¡]?\w)|(?=[«“\"(¿¡]?[A-ZÁÉÍÓÚÑ]))"
)
# Where a clause ends, a dash included.
_STRONG = re.compile(r"[.;:!?…](?=[\s\"'»”)]|$)|\s(?:--?-?|—|–)\s")
# What may stand for a mark between two words.
_SIGN = re.compile(r"[,;:.!?()\[\]«»“”\"—–…/|\n]|\s-\s")
# A list follows. Else Spanish sets a colon before what English only adds behind a comma.
_ANNOUNCED = re.compile(r"\b(?:following|follows|namely|siguientes?|saber|continuación)\W*$")
_PAUSES = frozenset(";,")
_ENDING = frozenset(".?!")
_CAPITAL = re.compile(r"[\s«“\"(¿¡]*[A-ZÁÉÍÓÚÑ][a-záéíóúñü]")
_CONJUNCTION = re.compile(r"[\s«“\"(]*(?:and|or|y|e|o|u)\b")
_ARTICLES = frozenset(["the", "a", "an", "el", "la", "los", "las", "un", "una", "unos", "unas"])
# Two clauses may be joined in place of any mark.
_AND = frozenset({"and", "or", "but", "nor", "y", "e", "o", "u", "pero", "sino", "ni"})


class Fault(Enum):
    """What happened to a mark."""

    LOST = "lost-mark"
    LOST_STOP = "lost-stop"
    EXCHANGED = "exchanged"
    JOINED = "joined"
    """A conjunction or preposition does its work, unless it belongs to a list."""


class Mark(NamedTuple):
    """A mark of `side` without a counterpart: its place with the word before, and the place of the
    other side where one belongs, or where `instead` stands in its place."""

    side: Side
    span: Span
    there: Span
    sign: str
    fault: Fault
    instead: str = ""
    direct: bool = False
    """The word behind it renders the one behind the other mark: a clause begins there in both."""


def inner_marks(passage: Passage) -> Iterator[Mark]:
    """The marks that the other version has not, or has exchanged."""
    found = {side: list(_MARK.finditer(passage.side(side).text)) for side in SIDES}
    if [match["sign"] for match in found["en"]] == [match["sign"] for match in found["es"]]:
        return  # mark by mark the same
    counts = {side: len(_STRONG.findall(passage.side(side).text)) for side in SIDES}
    pauses: list[Mark] = []
    joined: list[Mark] = []
    kept = 0
    told: list[dict[Side, Span]] = []
    for side in SIDES:
        other = OTHER[side]
        for match in found[side]:
            mark = _at(passage, side, match, fewer=counts[other] < counts[side])
            if mark is None:
                continue
            kept += mark.instead == mark.sign == ";"
            places: dict[Side, Span] = {side: mark.span, other: mark.there}
            if mark.instead == mark.sign or any(_same(places, each) for each in told):
                continue
            told.append(places)
            if len(told) > _MOST:
                return
            if mark.fault is Fault.JOINED:
                joined.append(mark)
            elif {mark.sign, mark.instead} == _PAUSES and not mark.direct:
                pauses.append(mark)
            else:
                yield mark
    if len(pauses) + len(joined) == 1 and kept:
        # The others of its list are parted by semicolons in both versions.
        yield from pauses
        yield from (mark._replace(fault=Fault.LOST) for mark in joined)


def _same(one: dict[Side, Span], other: dict[Side, Span]) -> bool:
    """Whether the places of two marks overlap in both versions."""
    return all(one[side][0] < other[side][1] and other[side][0] < one[side][1] for side in SIDES)


def _at(passage: Passage, side: Side, match: re.Match[str], *, fewer: bool) -> Mark | None:
    """What became of one mark in the other version, which has `fewer` in all: an exchange for itself
    where it is there."""
    met = meeting(passage)
    sign = match["sign"]
    stop = sign in _ENDING
    first = bisect_left(met.words[side], match.end(), key=lambda word: word.start)
    if stop and met.words[side][first - 1].folded in abbreviations(side):
        return None
    ends = _across(met, side, first)
    if ends is None:
        return None
    last, following = ends
    partner = met.partner[side]
    before, after = partner[last], partner[following]
    if not 0 < after - before <= _GAP:
        return None
    other = OTHER[side]
    there = passage.side(other)
    span = there.words[before].start, there.words[after].end
    signs = _signs(there.text, there.words[before].end, there.words[after].start)
    ours = _signs(
        passage.side(side).text, met.words[side][last].end, met.words[side][following].start
    )
    if sign not in ours:
        return None
    if last == first - 1 and not _SIGN.match(there.text, there.words[before].end):
        # What stands further on is not in the place of the mark: *binding however, the*.
        commas = min(ours.count(","), signs.count(","))
        signs = [each for each in signs if each != ","] + [","] * (signs.count(",") - commas)
    place = _placed(met, side, first)
    if not signs:
        if stop:
            sure = not any(met.content[side][first:following])  # articles open the sentence
            begun = fewer and _begun(met, other, there.text, before, after, sure=sure)
            return Mark(side, place, span, sign, Fault.LOST_STOP) if begun else None
        clause = sign == ";" or not passage.side(side).text[match.end()].isupper()
        plain = set(ours) <= {sign, ","}
        if not (fewer and clause and plain and met.content[side][first - 1]):
            return None
        joined = _joined(met, side, first, following, (before, after))
        fault = Fault.JOINED if joined else Fault.LOST
        return Mark(side, place, span, sign, fault) if sign == ";" or not joined else None
    instead = signs[0]
    if len(signs) > 1:
        return None
    if sign != instead:
        behind = there.text[there.text.index(instead, there.words[before].end) + 1 : span[1]]
        if not _exchanged(sign, instead, behind, passage.side(side).text[match.end() :][:_REACH]):
            return None
        ahead = passage.side(side).text[max(match.start() - _REACH, 0) : match.start()]
        if {side: sign, other: instead} == {"en": ",", "es": ":"} and not _ANNOUNCED.search(ahead):
            return None
    # Spanish parts short clauses by a comma as well; in English that is a slip.
    spliced = "," in (instead if other == "en" else sign)
    at = there.text.index(instead, there.words[before].end)
    direct = spliced and _directly(met, side, (first, following), at, after)
    return Mark(side, place, span, sign, Fault.EXCHANGED, instead, direct)


def _directly(met: Meeting, side: Side, behind: Span, sign: int, after: int) -> bool:
    """Whether nothing but an article stands between each of two marks, before word `behind[0]` and at
    `sign`, and the words of content behind them that are linked, the last of `behind` and `after`."""
    first, following = behind
    other = OTHER[side]
    there = bisect_left(met.words[other], sign, key=lambda word: word.start)
    between = [*met.words[side][first:following], *met.words[other][there:after]]
    return (
        met.content[side][following]
        and met.content[other][after]
        and all(word.folded in _ARTICLES for word in between)
    )


def _signs(text: str, start: int, end: int) -> list[str]:
    return [sign.strip() for sign in _SIGN.findall(text, start, end)]


def _exchanged(sign: str, instead: str, behind: str, following: str) -> bool:
    """Whether two marks in one place can't both be right; `following` and `behind` begin with what
    stands behind each. A stop may well be a semicolon or a colon in the other version, but no
    sentence begins behind a semicolon."""
    both = frozenset((sign, instead))
    if both == _PAUSES:
        # Before the conjunction of a list of semicolons both are good.
        return _CONJUNCTION.match(behind) is None and _CONJUNCTION.match(following) is None
    if ":" in both and both & _PAUSES:
        return True
    if len(both & _ENDING) != 1 or not both & frozenset(";:"):
        return False
    return _CAPITAL.match(behind if instead in ";:" else following) is not None


def _joined(met: Meeting, side: Side, first: int, following: int, between: Span) -> bool:
    """Whether a conjunction joins the clauses in the other version, or a preposition leads to what
    follows, that this one has not beside its mark."""
    other = OTHER[side]
    before, after = between
    theirs = [word.folded for word in met.words[other][before + 1 : after + 1]]
    ours = [word.folded for word in met.words[side][first : following + 1]]
    if any(word in _AND for word in theirs):
        return True
    if any(word in small(other, "joining") for word in theirs):
        return not any(word in small(side, "joining") for word in ours)
    leading = [word for word in theirs[:-1][-_ARTICLE:] if word in prepositions(other)]
    return bool(leading) and not any(word in prepositions(side) for word in ours)


def _begun(met: Meeting, side: Side, text: str, before: int, after: int, *, sure: bool) -> bool:
    """Whether a sentence begins between two words of `side`, or with the latter: a small word has a
    capital there, or the rendering of the first word of the other sentence (`sure`) has."""
    empty, known = (en_empty, en_known) if side == "en" else (es_empty, es_known)
    for at in range(before + 1, after + 1):
        word = met.words[side][at]
        written = text[word.start : word.end]
        if not written[0].isupper() or (written.isupper() and len(written) > 1):
            continue
        if empty(lowered(written)) or (at == after and sure and known(lowered(written))):
            return True
    return False


def _across(met: Meeting, side: Side, first: int) -> tuple[int, int] | None:
    """The last linked word of `side` before word `first` and the first one from there on, where
    these stand near by and the text around is rendered closely."""
    size, partner = len(met.words[side]), met.partner[side]
    low, high = max(first - _BESIDE, 0), min(first + _BESIDE, size)
    before = next((i for i in range(first - 1, low - 1, -1) if partner[i] >= 0), None)
    after = next((i for i in range(first, high) if partner[i] >= 0), None)
    if before is None or after is None:
        return None
    there = partner[before] + 1
    close = met.density(side, first, first), met.density(OTHER[side], there, there)
    return (before, after) if max(close) >= CLOSE and min(close) >= LOOSE else None


def _placed(met: Meeting, side: Side, first: int) -> Span:
    """The place of a mark before word `first` with the words beside it, so that it can be seen."""
    words = met.words[side]
    return words[max(first - 1, 0)].start, words[min(first, len(words) - 1)].end
