"""The acronyms of one side that nothing on the other side explains.

What always holds: an acronym is explained by one of the same meaning, by the same letters, by its full
name, or by a longer word of the other side that it is a part of; each is looked at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from aligner.divergence.acronym_letters import by_letters, exchanged, letters, misspells
from aligner.divergence.acronym_weight import ALIKE, likeness, undefined
from aligner.divergence.passage import Passage
from aligner.language.acronyms import Acronym, defines, full_names, spelled_out
from aligner.language.meanings import meanings
from aligner.language.reading import Reading
from aligner.language.vocabulary import en_empty, en_keys, en_known, es_empty, es_known
from aligner.text.segment import Side

LONGEST = 6
"""No acronym that no table knows has more letters."""
MOST = 40
"""So many acronyms of a side are set against those of the other one."""
_SHORT = 3
_PAIR = 2
_SMALL_WORD = re.compile(r"(?<!\w)[a-zñ\d]+")
_TAIL = re.compile(r"[^a-z]")


def unexplained(
    own: Sequence[Acronym], others: Sequence[Acronym], passage: Passage, side: Side
) -> list[Acronym]:
    """The acronyms of `side` that the other side does not hold in any form; each once."""
    reading = passage.es if side == "en" else passage.en
    keys, anagrams = {key for each in others for key in each.keys}, by_letters(others)
    theirs = {each.form for each in others}
    facing = _facing(own, others, passage, side)
    near = list({each.form: each for each in others}.values())[:MOST]
    lone = unheld(near, own)
    written = reading.vocabulary if own else frozenset()
    found: dict[str, Acronym] = {}
    for each in own:
        if not each.keys.isdisjoint(keys) or each.form.lower() in written or each.key in found:
            continue
        if _grown_on(each.form, reading, theirs):
            continue
        if facing and defines(each, passage.side(side).text):
            found[each.key] = each
            continue
        if undefined(passage, each, side) or any(
            exchanged(passage, *((each, other) if side == "en" else (other, each)))
            for other in anagrams.get(letters(each), ())
        ):
            found[each.key] = each
            continue
        if any(misspells(other, reading.side, each) for other in lone):
            found[each.key] = each
            continue
        full = [name for key in each.keys for name in full_names(key, reading.side)]
        if any(name in reading.lower for name in full):
            continue
        if reading.side == "es" and en_keys(each.form.lower()) & reading.of(meanings):
            continue
        alike = any(likeness(each.form, other.form) > ALIKE for other in near)
        if alike or not spelled_out(each.form, reading):
            found[each.key] = each
    return list(found.values())


def without_spelled(
    passage: Passage, en: list[Acronym], es: list[Acronym]
) -> tuple[list[Acronym], list[Acronym]]:
    """Without pairs of which each is spelled out on its own side: whether "(INCB)" and "(JIFE)" are
    the same is the business of the names."""
    en, es = list(en), list(es)
    for a in [each for each in en if spelled_out(each.form, passage.en)]:
        b = next((each for each in es if spelled_out(each.form, passage.es)), None)
        if b is None:
            break
        en.remove(a)
        es.remove(b)
    return en, es


def unheld(own: Sequence[Acronym], others: Sequence[Acronym]) -> list[Acronym]:
    """The acronyms of a side that the other side does not have as acronyms."""
    keys = {key for each in others for key in each.keys}
    return [each for each in own if keys.isdisjoint(each.keys)]


def is_word(each: Acronym, side: Side) -> bool:
    """Whether it is more likely a word in capitals than an acronym."""
    long = each.key == each.form and len(each.form) > LONGEST
    return long or is_plain(each, side)


def is_plain(each: Acronym, side: Side) -> bool:
    """Whether it is a word of the language in capitals."""
    word = each.form.lower()
    if each.key != each.form:
        return False
    if (en_empty if side == "en" else es_empty)(word):
        return True
    return len(word) > _SHORT and (en_known if side == "en" else es_known)(word)


def _facing(
    own: Sequence[Acronym], others: Sequence[Acronym], passage: Passage, side: Side
) -> bool:
    """Whether both sides have one acronym in brackets behind its name that the other side has not:
    they face one another, and a full name that explains either does not make them the same."""
    there = passage.es if side == "en" else passage.en
    ours = _unmatched_in_brackets(own, others, passage.side(side))
    return len(ours) == 1 == len(_unmatched_in_brackets(others, own, there))


def _unmatched_in_brackets(
    own: Sequence[Acronym], others: Sequence[Acronym], reading: Reading
) -> list[Acronym]:
    keys = {key for each in others for key in each.keys}
    return [
        each
        for each in own
        if keys.isdisjoint(each.keys)
        and defines(each, reading.text)
        and not is_word(each, reading.side)
    ]


def _grown_on(form: str, reading: Reading, theirs: set[str]) -> bool:
    """Whether the letters stand in the text joined to others: *CDROM*, *2GB*, *CD/DVD*; the
    beginning of an acronym is another one: *SEM* is no *SEMAR*."""
    text = reading.text
    at = text.find(form)
    if at < 0 and len(form) > _PAIR + 1 and form in reading.of(_unhyphened):
        return True
    if at < 0 and len(form) > _PAIR and _begins_word(form.lower(), reading):
        return True
    if at >= 0 and any(other.startswith(form) and other != form for other in theirs):
        return False
    if at < 0 or len(form) > _PAIR:
        return at >= 0
    around = text[max(at - 1, 0) : at] + text[at + len(form) : at + len(form) + 1]
    return not any(sign.isalpha() for sign in around)


def _unhyphened(reading: Reading) -> str:
    """The text with its compounds in one: *CD-ROM* is *CDROM*."""
    return reading.text.replace("-", "")


def _begins_word(small: str, reading: Reading) -> bool:
    """Whether a word of no language begins with the letters: *isohybrid*."""
    words = reading.of(_small_words)
    for at in range(bisect_left(words, small), len(words)):
        if not words[at].startswith(small):
            return False
        word = small + _TAIL.split(words[at][len(small) :], 1)[0]
        if len(word) >= len(small) + _SHORT and not (en_known(word) or es_known(word)):
            return True
    return False


def _small_words(reading: Reading) -> tuple[str, ...]:
    """The words in small letters, each once, in the order of letters."""
    return tuple(sorted(set(_SMALL_WORD.findall(reading.text))))
