"""Institutions and instruments whose names differ in a word of the language.

What always holds: two names are compared only where their kinds are linked (*Secretariat*,
*Secretaría*), and differ only where each has a word with a capital that no word of the other name, and
no partner elsewhere, accounts for. Names that are no words of the language have a check of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Passage
from aligner.language.names import english_of, exonyms
from aligner.language.neighbours import Neighbours
from aligner.language.tables import table
from aligner.language.vocabulary import en_keys, en_known, es_keys, es_known
from aligner.text.segment import SIDES, Side, Span

# A name has no more words on either side of its kind.
_LONGEST = 14
# One or two words are another name; more of them, another way to say it.
_MOST = 3
# So many pairs of words are compared at most.
_WEIGHED = 4_000


@cache
def _kinds(side: Side) -> frozenset[str]:
    return frozenset(table("names")["bodies"][side].split())


@cache
def _joining(side: Side) -> frozenset[str]:
    return frozenset(table("names")["joining"][side].split())


@cache
def _same() -> frozenset[tuple[str, str]]:
    """Words that stand for one another in the names of institutions alone."""
    pairs = table("names")["institutions"]
    return frozenset((en, es) for en, line in pairs.items() for es in line.split())


def renamed(passage: Passage) -> Iterator[tuple[Span, Span]]:
    """The words (code points) by which the names of linked institutions differ, in order."""
    if _kinds("en").isdisjoint(passage.en.vocabulary):
        return
    if _kinds("es").isdisjoint(passage.es.vocabulary):
        return
    met = meeting(passage)
    for ours, theirs in _names(passage, met):
        lone: dict[Side, list[int]] = {
            "en": _lone(met, "en", ours, theirs),
            "es": _lone(met, "es", theirs, ours),
        }
        if not all(0 < len(lone[side]) <= _MOST for side in SIDES):
            continue
        if _together(lone) and _differ(passage, met, lone):
            yield _span(met, "en", lone["en"]), _span(met, "es", lone["es"])


def _names(passage: Passage, met: Meeting) -> Iterator[tuple[list[int], list[int]]]:
    """The words of the names of one linked kind on both sides, all of that kind at once: which of
    two groups or ministries is linked with which says little."""
    found: dict[tuple[str, str], tuple[set[int], set[int]]] = {}
    for at, word in enumerate(met.words["en"]):
        there = met.partner["en"][at]
        if word.folded not in _kinds("en") or there < 0:
            continue
        kind = met.words["es"][there].folded
        if kind not in _kinds("es"):
            continue
        ours, theirs = _name(passage, met, "en", at), _name(passage, met, "es", there)
        if ours and theirs:
            both = found.setdefault((word.folded, kind), (set(), set()))
            both[0].update(ours)
            both[1].update(theirs)
    for ours_all, theirs_all in found.values():
        yield sorted(ours_all), sorted(theirs_all)


def _together(lone: dict[Side, list[int]]) -> bool:
    """Whether the words of each side stand near one another, as those of one name do."""
    return all(places[-1] - places[0] <= _LONGEST // 2 for places in lone.values())


def _name(passage: Passage, met: Meeting, side: Side, at: int) -> list[int]:
    """The words with a capital of the name whose kind is the word `at`, without that word; empty
    where the kind is written small and so is no part of a name."""
    reading, words, joining = passage.side(side), met.words[side], _joining(side)

    def capital(i: int) -> bool:
        word = reading.text[words[i].start : words[i].end]
        return word[0].isupper() and not (word.isupper() and len(word) > 1)

    if not capital(at):
        return []
    found = []
    for step in (-1, 1):
        waiting = 0
        for i in range(at + step, max(min(at + step * _LONGEST, len(words)), -1), step):
            low, high = min(i, i - step), max(i, i - step)
            if reading.text[words[low].end : words[high].start].strip(" \u00a0'’s"):
                break
            if capital(i) and words[i].folded not in joining:
                found.append(i)
                waiting = 0
            elif words[i].folded in joining and waiting < _MOST and step > 0:
                waiting += 1
            else:
                break
    return sorted(found)


def _lone(met: Meeting, side: Side, own: list[int], others: list[int]) -> list[int]:
    """The words of a name that neither a link nor a word of the other name accounts for."""
    other: Side = "es" if side == "en" else "en"
    theirs = {met.words[other][j].folded for j in others}
    free = [i for i in own if met.content[side][i] and met.partner[side][i] < 0]
    lone = {met.words[side][i].folded for i in free}
    if len(lone) * len(theirs) > _WEIGHED:
        return []  # a list of hundreds of names: which is which cannot be told
    told = {word for word in lone if any(_alike(side, word, there) for there in theirs)}
    return [i for i in free if met.words[side][i].folded not in told]


def _alike(side: Side, word: str, there: str) -> bool:
    en, es = (word, there) if side == "en" else (there, word)
    return (
        (en, es) in _same()
        or es in exonyms().get(en, ())
        or en in english_of().get(es, ())
        or not en_keys(en).isdisjoint(es_keys(es))
    )


def _differ(passage: Passage, met: Meeting, lone: dict[Side, list[int]]) -> bool:
    """Whether the words are known to differ: those of the language by the table, others by their
    letters, which may be nearly the same in both."""
    for side in SIDES:
        there = passage.es if side == "en" else passage.en
        known = en_known if side == "en" else es_known
        words = [met.words[side][i].folded for i in lone[side]]
        if any(not known(word) and there.of(Neighbours).near(word) for word in words):
            return False
    return True


def _span(met: Meeting, side: Side, lone: list[int]) -> Span:
    return met.words[side][lone[0]].start, met.words[side][lone[-1]].end
