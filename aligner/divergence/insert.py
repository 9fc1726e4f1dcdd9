"""Short phrases set off on both sides that the other version leaves out.

What always holds: the phrase stands between two borders (a comma, a bracket, a dash, a conjunction
before it, the end of the sentence), the words around it have counterparts that stand side by side
with no words of their own between them, and the lengths fit better without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aligner.divergence.beside import NEAR, OTHER, Place, around, groups
from aligner.divergence.coverage import Coverage
from aligner.divergence.joined import Joined
from aligner.divergence.passage import Passage
from aligner.language.vocabulary import light
from aligner.text.segment import Side

# What the words of a phrase must weigh, and what part of the words around it must be linked.
_WEIGHT = 1.5
_DENSE = 0.75
# The same where the two versions follow one another word by word.
_LIGHT, _CLOSE = 1.0, 0.85
# What the words of a stretch weigh that one sign sets off, and how much better the lengths must fit
# without it then: the more it says, the less they need say.
_STRETCHES = ((3.0, -0.16), (2.0, 0.04), (1.5, 0.1))
# How many words it has at least, what part of all words must be linked, how many words around its
# place are looked at, and how many of those may be without a counterpart.
_FEWEST, _FOLLOWED, _AROUND, _SPARE = 2, 0.8, 6, 1
# How much better the lengths must fit without a phrase between two signs.
_FITS, _FITS_CLOSE = 0.03, 0.012
_OPENS = re.compile(
    r"\b(?:by|for|from|to|with|without|under|in|on|at|as|of|through|after|before|until|upon|against"
    r"|that|which|who|if|when|where|while|because|although|though|unless|than|via|per|despite"
    r"|por|para|de|del|desde|con|sin|bajo|en|a|al|ante|como|mediante|tras|hasta|segun|según|contra"
    r"|que|quien|quienes|si|cuando|donde|mientras|porque|aunque|salvo|durante|frente|conforme"
    r"|and|or|nor|but|y|e|o|u|ni|pero)\b|[,;:—–]",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?;:]")
_ING = re.compile(r"(?:ing|[aie]ndo)$")
_BEFORE = re.compile(r"[,;:—–]|\b(?:and|or|y|e|o|u)\b", re.IGNORECASE)
_COORDINATED = re.compile(r"\b(?:and|or|but|nor|y|e|o|u|ni|pero|sino)\b", re.IGNORECASE)
_BOTH = 2
_AFTER = re.compile(r"[,;:—–.?!]")
# A phrase that holds a quotation or a bracket is a gloss more often than a clause.
_SIGNS = re.compile(r"[()\[\]«»“”\"=/{}<>]")


@dataclass(frozen=True, slots=True)
class Insert:
    """Words of one side (indices) that the other one leaves out, and how much better the lengths of
    the two sides must fit without them."""

    lone: tuple[int, ...]
    weight: float
    least: float = 0.0


def inserts(passage: Passage, found: Coverage, side: Side) -> Iterator[Insert]:
    """The phrases of `side` that the other side leaves out, in order."""
    words, text = found.met.words[side], passage.side(side).text
    for lone in groups(found, side, passage.side(side).of(Joined)):
        weight = sum(found.worth[side][i] for i in lone)
        if weight < _LIGHT:
            continue
        dense = found.met.density(side, lone[0], lone[-1] + 1)
        if dense < _DENSE:
            continue
        least = _stretch(found, text, side, lone, weight, dense)
        if least is not None:
            yield Insert(tuple(lone), weight, least)
            continue
        parted = _set_off(found, text, side, lone)
        wholly = found.linked >= _CLOSE
        close = parted == _BOTH and dense >= _CLOSE and (wholly or weight >= _WEIGHT)
        if (
            weight >= (_LIGHT if close and wholly else _WEIGHT)
            and not all(light(words[i].folded) for i in lone)
            and any(_silent(found, side, place) for place in around(found, side, lone)[:1])
            and parted
        ):
            yield Insert(tuple(lone), weight, _FITS_CLOSE if close else _FITS)


def _silent(found: Coverage, side: Side, place: Place) -> bool:
    """Whether the other side says nothing of its own between the partners of two words."""
    first, last, low, high = place
    back, worth = found.met.partner[OTHER[side]], found.worth[OTHER[side]]
    return not any(worth[low + 1 : high]) and all(
        back[j] < 0 or first - NEAR <= back[j] < last + NEAR for j in range(low + 1, high)
    )


def _stretch(
    found: Coverage, text: str, side: Side, lone: list[int], weight: float, dense: float
) -> float | None:
    """How much better the lengths must fit without a phrase that begins with a small word and ends
    at a sign, in a text rendered word by word whose other side has no word to spare at its place;
    None if it is no such phrase."""
    words, content = found.met.words[side], found.met.content[side]
    least = next((fit for least, fit in _STRETCHES if weight >= least), None)
    if (
        least is None
        or dense < _CLOSE
        or len(lone) < _FEWEST
        or found.met.followed({side: lone})[0] < _FOLLOWED
        or found.alone(side, *_near(found, side, lone)) > (_SPARE if least < 0 else 0)
    ):
        return None
    before = next((i for i in range(lone[0] - 1, -1, -1) if content[i]), -1)
    start, end = words[lone[0]].start, words[lone[-1]].end
    behind = text[end : words[lone[-1] + 1].start] if lone[-1] + 1 < len(words) else "."
    ahead = text[words[before].end if before >= 0 else 0 : words[lone[0]].end]
    if (
        _AFTER.search(behind)
        and not _SIGNS.search(text, start - len(ahead), end)
        and not _ENDS.search(text, start, end)
        and (_OPENS.search(ahead) or _ING.search(words[lone[0]].folded))
        and any(_silent(found, side, place) for place in around(found, side, lone)[:1])
    ):
        return least
    return None


def _near(found: Coverage, side: Side, lone: list[int]) -> tuple[int, int]:
    """The words around the place on the other side where `lone` would stand."""
    low, high = found.met.gap(side, lone[0], lone[-1] + 1)
    return max(low - _AROUND, 0), high + _AROUND


def _set_off(found: Coverage, text: str, side: Side, lone: list[int]) -> int:
    """How many borders set the words off, with no word of content before them; none if they stand
    open on a side. A conjunction ahead is a weaker border than a sign: it counts for none."""
    words, content = found.met.words[side], found.met.content[side]
    before = next((i for i in range(lone[0] - 1, -1, -1) if content[i]), -1)
    after = next((i for i in range(lone[-1] + 1, len(words)) if content[i]), len(words))
    start = words[before].end if before >= 0 else 0
    end = words[after].start if after < len(words) else len(text)
    ahead, behind = text[start : words[lone[0]].start], text[words[lone[-1]].end : end]
    if (
        not _BEFORE.search(ahead)
        or not (_AFTER.search(behind) or after == len(words))
        or _SIGNS.search(text, start, end)
    ):
        return 0
    return 1 if _COORDINATED.search(ahead) else _BOTH
