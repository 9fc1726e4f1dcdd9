"""Acronyms that differ or stand on one side alone.

What always holds: an acronym is matched by what it stands for on its side, by its letters in any
order (NATO, OTAN), or by its full name; what only repeats is no divergence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.acronym_letters import likest, may_translate, without_anagrams
from aligner.divergence.acronym_weight import ALIKE, in_one_slot, missed
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.left_acronyms import (
    LONGEST,
    MOST,
    is_plain,
    is_word,
    unexplained,
    unheld,
    without_spelled,
)
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.acronyms import Acronym, acronyms
from aligner.language.vocabulary import en_empty, es_empty
from aligner.text.segment import Side


def _run(passage: Passage) -> Iterator[Divergence]:
    en, es = passage.en.of(acronyms), passage.es.of(acronyms)
    if not en and not es:
        return
    left_en = unexplained(en, es, passage, "en")
    left_es = unexplained(es, en, passage, "es")
    left_en, left_es = without_anagrams(passage, left_en, left_es)
    left_en, left_es = without_spelled(passage, left_en, left_es)
    alone: list[Acronym] = left_en[MOST:]
    alone_es, left_en, left_es = left_es[MOST:], left_en[:MOST], left_es[:MOST]
    for a, b in _translations(left_en, left_es):
        left_en.remove(a)
        left_es.remove(b)
        yield _finding(passage, a, b)
    while left_en and left_es:
        a = left_en.pop(0)
        b = max(left_es, key=lambda other: (likest(a, other), -other.start))
        if likest(a, b) >= ALIKE or not (is_plain(a, "en") or is_plain(b, "es")):
            left_es.remove(b)
            yield _finding(passage, a, b)
        else:
            alone.append(a)
    alone = [a for a in (*alone, *left_en) if not is_word(a, "en")]
    left_es = [b for b in (*left_es, *alone_es) if not is_word(b, "es")]
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
        b = next((each for each in open_es if may_translate(a, each)), None)
        if b is not None:
            open_es.remove(b)
            yield a, b


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
    ours = alone_en or [each for each in unheld(en, es) if not _shouted(each, "en")]
    theirs = alone_es or [each for each in unheld(es, en) if not _shouted(each, "es")]
    if len(ours) != 1 or len(theirs) != 1 or not in_one_slot(passage, ours[0], theirs[0]):
        return None
    return ours[0], theirs[0]


def _shouted(each: Acronym, side: Side) -> bool:
    """Whether it is a long word in capitals, or one that names nothing."""
    word = each.form.lower()
    if each.key != each.form:
        return False
    return len(word) > LONGEST or (en_empty if side == "en" else es_empty)(word)


def _finding(passage: Passage, en: Acronym | None, es: Acronym | None) -> Divergence:
    wording = "acronym.differ" if en and es else "acronym.en" if en else "acronym.es"
    severity = Severity.MINOR
    if en and es:
        severity = Severity.MAJOR if likest(en, es) > ALIKE else Severity.MINOR
        if may_translate(en, es):
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
