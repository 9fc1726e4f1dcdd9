"""Why words without a counterpart are no gap after all.

What always holds: an excuse is found on the other side, among its words without a counterpart or at
the same place, or in the form of the words themselves.
"""

from __future__ import annotations

import re

from aligner.divergence.coverage import Coverage, Run
from aligner.language.vocabulary import en_keys, es_keys
from aligner.text.segment import Side, Span

# A run of fewer words is not looked for elsewhere.
_MOVABLE = 3
# How many times as long a run may be that says the same, and how many words it has.
_LIKE_SIZE, _FEWEST = 2, 2
# Shorter words say little by their beginning.
_ROOT = 4
# So many words further than a run is long its explanation may stand.
_BESIDE = 3
# *Jueces* is a form of *juez*.
_PLURAL = re.compile(r"ces$")
# A foreign name explained to the reader says nothing new.
_GLOSS = re.compile(
    r"siglas? en|(?:Spanish|English) acronym|acronym in (?:Spanish|English)"
    r"|\bN\. ?(?:del?|of the) ?T\.|\bN\. ?T\.|\bTranslator['’]s note|[Nn]ota del traductor"
)


def elsewhere(found: Coverage, side: Side, lone: list[int]) -> bool:
    """Whether words of the other side that have no counterpart either could render half of `lone`."""
    return 2 * _rendered(found, side, lone) >= len(lone)


def moved(found: Coverage, side: Side, lone: list[int]) -> bool:
    """Whether half the words of a run could be rendered by words of the other side that have no
    counterpart either, wherever they stand: the text is there, in another order."""
    if len(lone) < _MOVABLE:
        return False
    return 2 * _rendered(found, side, lone) >= len(lone)


def reordered(found: Coverage, side: Side, lone: list[int]) -> bool:
    """Whether a run of like size without a counterpart stands on the other side, wherever that is, and
    holds a word that renders one of `lone`: the clause is there, before what it follows here."""
    other: Side = "es" if side == "en" else "en"
    words, own = found.met.words, en_keys if side == "en" else es_keys
    theirs = es_keys if side == "en" else en_keys
    keys = {key for i in lone for key in own(words[side][i].folded)}
    return any(
        len(lone) <= _LIKE_SIZE * run.content
        and run.content <= _LIKE_SIZE * len(lone)
        and any(
            not keys.isdisjoint(theirs(words[other][j].folded))
            for j in range(run.first, run.last)
            if found.met.content[other][j] and not found.covered[other][j]
        )
        for run in found.runs[other]
        if run.content >= _FEWEST
    )


def _rendered(found: Coverage, side: Side, lone: list[int]) -> int:
    """How many of `lone` could be rendered by words of the other side without a counterpart."""
    keys = found.lone_keys("es" if side == "en" else "en")
    words, own = found.met.words[side], en_keys if side == "en" else es_keys
    return sum(not keys.isdisjoint(own(words[i].folded)) for i in lone)


def explained(
    found: Coverage, side: Side, run: Run, lone: list[int], same: frozenset[str], bracket: bool
) -> bool:
    """Whether half the words of a run stand on the other side too, among its words `same` as they are
    (a name in its own language beside its rendering), or in brackets only render again what is said
    at their place."""
    other: Side = "es" if side == "en" else "en"
    words = found.met.words
    own, theirs = (en_keys, es_keys) if side == "en" else (es_keys, en_keys)
    keys: set[str] = set()
    if bracket:
        reach = len(lone) + _BESIDE
        near = words[other][max(run.place - reach, 0) : run.place + reach]
        keys = {key for word in near for key in theirs(word.folded)}
    met = sum(
        words[side][i].folded in same or not keys.isdisjoint(own(words[side][i].folded))
        for i in lone
    )
    return met * 2 >= len(lone)


def doublet(found: Coverage, lone: list[int]) -> bool:
    """Whether a lone Spanish word is only the other gender or number of the word before it or after
    it (*usuarios y usuarias*, *obra u obras*)."""
    if len(lone) != 1:
        return False
    words, at = found.met.words["es"], lone[0]
    word = _PLURAL.sub("zes", words[at].folded)
    near = words[max(at - 3, 0) : at] + words[at + 1 : at + 4]
    root = word[: max(len(word) - 2, _ROOT - 1)]
    forms = [_PLURAL.sub("zes", each.folded) for each in near]
    return len(word) >= _ROOT and any(form != word and form.startswith(root) for form in forms)


def glossed(text: str, span: Span) -> bool:
    """Whether a stretch of text explains a foreign name to the reader."""
    return _GLOSS.search(text, *span) is not None
