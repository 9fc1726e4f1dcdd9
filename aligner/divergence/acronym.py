"""Acronyms that differ or stand on one side alone.

What always holds: an acronym is matched by what it stands for on its side, by its letters in any
order (NATO, OTAN), or by its full name; what only repeats is no divergence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from aligner.divergence.acronym_weight import (
    ALIKE,
    in_one_slot,
    likeness,
    missed,
    undefined,
)
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.acronyms import (
    Acronym,
    acronyms,
    anagrams,
    counterparts,
    defines,
    full_names,
    miswritten,
    spelled_out,
    translated,
    turned,
)
from aligner.language.compounds import renders
from aligner.language.meanings import meanings
from aligner.language.reading import Reading
from aligner.language.vocabulary import en_empty, en_keys, en_known, es_empty, es_known
from aligner.text.segment import Side

_LONGEST = 6
_SHORT = 3
_PAIR = 2
# So many acronyms of a side are set against those of the other one.
_MOST = 40
_SMALL_WORD = re.compile(r"(?<!\w)[a-zñ\d]+")
_TAIL = re.compile(r"[^a-z]")


def _run(passage: Passage) -> Iterator[Divergence]:
    en, es = passage.en.of(acronyms), passage.es.of(acronyms)
    if not en and not es:
        return
    left_en = _unexplained(en, es, passage, "en")
    left_es = _unexplained(es, en, passage, "es")
    left_en, left_es = _without_anagrams(passage, left_en, left_es)
    left_en, left_es = _without_spelled(passage, left_en, left_es)
    alone: list[Acronym] = left_en[_MOST:]
    alone_es, left_en, left_es = left_es[_MOST:], left_en[:_MOST], left_es[:_MOST]
    for a, b in _translations(left_en, left_es):
        left_en.remove(a)
        left_es.remove(b)
        yield _finding(passage, a, b)
    while left_en and left_es:
        a = left_en.pop(0)
        b = max(left_es, key=lambda other: (_likest(a, other), -other.start))
        if _likest(a, b) >= ALIKE or not (_plain(a, "en") or _plain(b, "es")):
            left_es.remove(b)
            yield _finding(passage, a, b)
        else:
            alone.append(a)
    alone = [a for a in (*alone, *left_en) if not _word(a, "en")]
    left_es = [b for b in (*left_es, *alone_es) if not _word(b, "es")]
    facing = _facing_one(passage, alone, left_es, en, es)
    if facing is not None:
        yield _finding(passage, *facing)
    for a in alone:
        if facing is None or a is not facing[0]:
            yield _finding(passage, a, None)
    for b in left_es:
        if facing is None or b is not facing[1]:
            yield _finding(passage, None, b)


def _translations(
    en: Sequence[Acronym], es: Sequence[Acronym]
) -> Iterator[tuple[Acronym, Acronym]]:
    """Pairs that no table knows, of which one may be the translation of the other by its letters
    or, if it is the name of a sample, by its words."""
    open_es = [each for each in es if each.key == each.form]
    for a in en:
        b = next((each for each in open_es if _may_translate(a, each)), None)
        if b is not None:
            open_es.remove(b)
            yield a, b


def _may_translate(en: Acronym, es: Acronym) -> bool:
    if en.key != en.form or es.key != es.form or anagrams(en.form, es.form):
        return False
    return translated(en.form, es.form) or renders(en.form, es.form)


def _likest(en: Acronym, es: Acronym) -> float:
    """How like one another two acronyms are, or one and what the other is called on its side: *CLIP*
    is the misspelled *CLPI* of *FPIC*."""
    spanish = (likeness(form, es.form) for form in counterparts(en, "es"))
    english = (likeness(en.form, form) for form in counterparts(es, "en"))
    return max((likeness(en.form, es.form), *spanish, *english))


def _misspells(other: Acronym, there: Side, each: Acronym) -> bool:
    """Whether an acronym of the other side is like what `each` is called there, and is not that."""
    return any(likeness(form, other.form) > ALIKE for form in counterparts(each, there))


def _facing_one(
    passage: Passage,
    alone_en: Sequence[Acronym],
    alone_es: Sequence[Acronym],
    en: Sequence[Acronym],
    es: Sequence[Acronym],
) -> tuple[Acronym, Acronym] | None:
    """The one acronym that stands alone, and the one that has no counterpart on the other side and
    faces it, though the language has it as a word or its name is said elsewhere: *BIOS*, *OS*."""
    if len(alone_en) + len(alone_es) != 1:
        return None
    ours = alone_en or [each for each in _unheld(en, es) if not _shouted(each, "en")]
    theirs = alone_es or [each for each in _unheld(es, en) if not _shouted(each, "es")]
    if len(ours) != 1 or len(theirs) != 1 or not in_one_slot(passage, ours[0], theirs[0]):
        return None
    return ours[0], theirs[0]


def _shouted(each: Acronym, side: Side) -> bool:
    """Whether it is a long word in capitals, or one that names nothing."""
    word = each.form.lower()
    if each.key != each.form:
        return False
    return len(word) > _LONGEST or (en_empty if side == "en" else es_empty)(word)


def _unheld(own: Sequence[Acronym], others: Sequence[Acronym]) -> list[Acronym]:
    """The acronyms of a side that the other side does not have as acronyms."""
    keys = {key for each in others for key in each.keys}
    return [each for each in own if keys.isdisjoint(each.keys)]


def _word(each: Acronym, side: Side) -> bool:
    """Whether it is more likely a word in capitals than an acronym."""
    long = each.key == each.form and len(each.form) > _LONGEST
    return long or _plain(each, side)


def _plain(each: Acronym, side: Side) -> bool:
    """Whether it is a word of the language in capitals."""
    word = each.form.lower()
    if each.key != each.form:
        return False
    if (en_empty if side == "en" else es_empty)(word):
        return True
    return len(word) > _SHORT and (en_known if side == "en" else es_known)(word)


def _unexplained(
    own: Sequence[Acronym], others: Sequence[Acronym], passage: Passage, side: Side
) -> list[Acronym]:
    """The acronyms of `side` that the other side does not hold in any form; each once."""
    reading = passage.es if side == "en" else passage.en
    keys, anagrams = {key for each in others for key in each.keys}, _by_letters(others)
    theirs = {each.form for each in others}
    facing = _facing(own, others, passage, side)
    near = list({each.form: each for each in others}.values())[:_MOST]
    unheld = _unheld(near, own)
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
            _exchanged(passage, *((each, other) if side == "en" else (other, each)))
            for other in anagrams.get(_letters(each), ())
        ):
            found[each.key] = each
            continue
        if any(_misspells(other, reading.side, each) for other in unheld):
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
        and not _word(each, reading.side)
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


def _without_anagrams(
    passage: Passage, en: list[Acronym], es: list[Acronym]
) -> tuple[list[Acronym], list[Acronym]]:
    """Without those that have the same letters in the order that translation gives them, as *NATO*
    and *OTAN*, or are spelled out; in any other order (*GUI*, *UGI*) they are a slip."""
    theirs = _by_letters(es)
    paired = [
        (a, b) for a in en for b in theirs.get(_letters(a), ()) if not _exchanged(passage, a, b)
    ]
    met = {id(each) for pair in paired for each in pair}
    return [a for a in en if id(a) not in met], [b for b in es if id(b) not in met]


def _letters(each: Acronym) -> str:
    return "".join(sorted(each.form))


def _by_letters(found: Sequence[Acronym]) -> dict[str, list[Acronym]]:
    """Acronyms by their letters, in whatever order."""
    by: dict[str, list[Acronym]] = {}
    for each in found:
        by.setdefault(_letters(each), []).append(each)
    return by


def _exchanged(passage: Passage, en: Acronym, es: Acronym) -> bool:
    """Whether two acronyms of the same letters differ by a slip: nothing explains their order, or
    one is not that of the name before it."""
    if en.form != es.form and (miswritten(en, passage.en) or miswritten(es, passage.es)):
        return True
    if not anagrams(en.form, es.form):
        return False
    if _otherwise_known(en, es):
        return True
    if turned(en.form, es.form):
        return False
    return not (spelled_out(en.form, passage.en) and spelled_out(es.form, passage.es))


def _otherwise_known(en: Acronym, es: Acronym) -> bool:
    """Whether one of two acronyms is known to be called otherwise in the other language: *MIO* is not
    what *OMI* is called in English."""
    english, spanish = counterparts(es, "en"), counterparts(en, "es")
    return (bool(english) and en.form not in english) or (bool(spanish) and es.form not in spanish)


def _without_spelled(
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


def _finding(passage: Passage, en: Acronym | None, es: Acronym | None) -> Divergence:
    wording = "acronym.differ" if en and es else "acronym.en" if en else "acronym.es"
    severity = Severity.MINOR
    if en and es:
        severity = Severity.MAJOR if _likest(en, es) > ALIKE else Severity.MINOR
        if _may_translate(en, es):
            severity = Severity.INFO
    elif (en and not missed(passage, en, "en")) or (es and not missed(passage, es, "es")):
        severity = Severity.INFO
    return finding(
        CHECK,
        passage,
        wording,
        en=[(en.start, en.end)] if en else [],
        es=[(es.start, es.end)] if es else [],
        facts_en=[en.form] if en else [],
        facts_es=[es.form] if es else [],
        severity=severity,
        en_text=passage.en.text[en.start : en.end] if en else "",
        es_text=passage.es.text[es.start : es.end] if es else "",
    )


CHECK = Check(
    name="acronym",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="An acronym that differs or stands in one version only",
    in_bead=_run,
)
