"""Why a clause that seems to be missing may be there all the same, said in another way.

What always holds: a doubt silences no gap, it only takes its weight; it is looked for in the words
of the gap, in the signs around it and among all words of the other side.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from aligner.divergence.beside import OTHER
from aligner.divergence.coverage import coverage
from aligner.divergence.passage import Passage
from aligner.divergence.sentence_pairs import sentence_pairs
from aligner.divergence.short_gaps import Gap
from aligner.language.formulas import rendered
from aligner.language.meanings import meanings
from aligner.language.vocabulary import (
    en_empty,
    en_keys,
    en_known,
    es_empty,
    es_keys,
    es_known,
    light,
)
from aligner.text.segment import Side

# Up to this gain in length a stretch that no sign sets off is free rendering more often than not.
_OPEN = 0.1
# Where all other words of a side are linked, the versions are no free rendering of one another.
_WHOLLY = 0.95
# The part of its words that the other side says somewhere, and up to what gain in length it matters.
_SAID, _UNSURE = 0.6, 0.05
# By how much it must be cheaper to join a sentence than to leave it alone, how many words into it a gap
# may begin, what a slight one weighs, and in how free a rendering it says too little.
_RATHER, _INTO, _SLIGHT, _CLOSELY = 0.3, 3, 3.0, 0.75
_SIGN = re.compile(r"[^\w\s'’-]|(?:^|\s)[-–—](?=\s|$)|\n")
# Signs between a foreign word and what explains it, how long an explanation is, how many small words
# may stand before it, how long the word is at least, and in how many
# words of an expression it stands.
_BEFORE = re.compile(r"[(\[:=]|, (?:o|or)\b")
_BEHIND = re.compile(r"[(\[]")
_BRIEF, _SMALL, _SHORTEST, _TERM = 6, 3, 3, 4


def doubtful(passage: Passage, gap: Gap) -> bool:
    """Whether what is missing is probably not: a clause open on both sides, made of words that the
    other side says too, or an explanation of a foreign word; a few words that were split off."""
    if gap.kind == "sentence":
        # Joined with the one beside it, its words are linked to those of that one.
        return (
            gap.weight <= _SLIGHT
            and joined(passage, gap)
            and (
                passage.of(coverage).linked < _CLOSELY
                or _said(passage, gap) >= _SAID
                or _linked_in(passage, gap)
            )
        )
    if gap.kind != "clause":
        return False
    return (
        (gap.fit < _UNSURE and _said(passage, gap) >= _SAID and not _wholly(passage, gap))
        or (gap.fit < _OPEN and _open(passage, gap) and not _wholly(passage, gap))
        or _explains(passage, gap)
        or _formulaic(passage, gap)
    )


def joined(passage: Passage, gap: Gap) -> bool:
    """Whether a sentence is rather one of two that render one of the other side: one was split or
    two were joined."""
    first, last = _words(passage, gap)
    pairs = passage.of(sentence_pairs).joined[gap.side]
    return any(pairs.get(word, 0.0) > _RATHER for word in range(max(first - _INTO, 0), last))


def _linked_in(passage: Passage, gap: Gap) -> bool:
    """Whether a part as large as the rest of what a gap says is linked to the other version."""
    met = passage.of(coverage).met
    own = [i for i in range(*_words(passage, gap)) if met.content[gap.side][i]]
    return 2 * sum(met.partner[gap.side][i] >= 0 for i in own) >= len(own) > 0


def plain(passage: Passage, gap: Gap) -> bool:
    """Whether a sign sets a gap off and all but it is linked: a few words then weigh as many."""
    return _wholly(passage, gap) and not _open(passage, gap)


def _said(passage: Passage, gap: Gap) -> float:
    """The part of the words of a gap that stand or could be rendered anywhere on the other side:
    what one version says twice and the other once."""
    keys = passage.side(OTHER[gap.side]).of(meanings)
    own = en_keys if gap.side == "en" else es_keys
    if passage.side(gap.side).text[: gap.span[0]].rstrip()[-1:] in "([":
        return 0.0  # a remark of its own
    return sum(not keys.isdisjoint(own(word)) for word in gap.words) / len(gap.words)


def _formulaic(passage: Passage, gap: Gap) -> bool:
    """Whether all that a gap says lies in formulas that the other side says in other words."""
    mine = passage.side(gap.side)
    found = rendered(mine, passage.side(OTHER[gap.side]))
    if not found:
        return False
    told = {word for form in found for word in form.split()}
    return all(word in told or light(word) for word in gap.words)


def _open(passage: Passage, gap: Gap) -> bool:
    """Whether no sign sets a gap off from the words around it."""
    words, text = passage.side(gap.side).words, passage.side(gap.side).text
    first, last = _words(passage, gap)
    before = text[words[first - 1].end : gap.span[0]] if first else "."
    after = text[gap.span[1] : words[last].start] if last < len(words) else "."
    return not (_SIGN.search(before) or _SIGN.search(after))


def _wholly(passage: Passage, gap: Gap) -> bool:
    """Whether all but the gap is linked on one of the two sides."""
    lone = range(*_words(passage, gap))
    return passage.of(coverage).met.followed({gap.side: lone})[1] >= _WHOLLY


def _explains(passage: Passage, gap: Gap) -> bool:
    """Whether a short gap stands beside a word that both versions leave in another language, parted
    from it by a bracket, a quote or a colon: it renders the word for the reader."""
    if len(gap.words) > _BRIEF:
        return False
    words, text = passage.side(gap.side).words, passage.side(gap.side).text
    first, last = _words(passage, gap)
    empty = es_empty if gap.side == "es" else en_empty
    before = first - 1
    while before > first - 1 - _SMALL and before >= 0 and empty(words[before].folded):
        before -= 1
    return (
        before >= 0
        and _BEFORE.search(text, words[before].end, gap.span[0]) is not None
        and _foreign(passage, gap.side, before, -1)
    ) or (
        last < len(words)
        and _BEHIND.search(text, gap.span[1], words[last].start) is not None
        and _foreign(passage, gap.side, last, 1)
    )


def _foreign(passage: Passage, side: Side, word: int, step: int) -> bool:
    """Whether the words from `word` on (backwards or forwards) stand in the other version as they
    are and one of the first few is none of the language of `side`."""
    words, there = passage.side(side).words, passage.side(OTHER[side]).vocabulary
    known, empty = (es_known, es_empty) if side == "es" else (en_known, en_empty)
    for i in range(word, word + _TERM * step, step):
        if not 0 <= i < len(words) or words[i].folded not in there:
            return False
        form = words[i].folded
        if len(form) >= _SHORTEST and not (known(form) or empty(form)):
            return True
    return False


def _words(passage: Passage, gap: Gap) -> tuple[int, int]:
    """The words of a gap (half open)."""
    words = passage.side(gap.side).words
    first, last = (bisect_left(words, at, key=lambda word: word.start) for at in gap.span)
    return first, last
