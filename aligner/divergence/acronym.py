"""Acronyms that differ or stand on one side alone.

What always holds: an acronym is matched by what it stands for on its side, by its letters in any
order (NATO, OTAN), or by its full name; what only repeats is no divergence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.acronyms import Acronym, acronyms, full_names, spelled_out
from aligner.language.reading import Reading
from aligner.language.vocabulary import en_empty, en_keys, en_known, es_empty, es_keys, es_known
from aligner.text.segment import Side

_ALIKE = 0.5
_LONGEST = 6
_SHORT = 3


def _run(passage: Passage) -> Iterator[Divergence]:
    en, es = passage.en.of(acronyms), passage.es.of(acronyms)
    if not en and not es:
        return
    left_en = _unexplained(en, es, passage.es)
    left_es = _unexplained(es, en, passage.en)
    left_en, left_es = _without_anagrams(left_en, left_es)
    # Each spelled out on its own side, "(INCB)" and "(JIFE)" are the business of the names.
    own_en = [each for each in left_en if not spelled_out(each.form, passage.en)]
    own_es = [each for each in left_es if not spelled_out(each.form, passage.es)]
    if len(own_en) < len(left_en) and len(own_es) < len(left_es):
        left_en, left_es = own_en, own_es
    while left_en and left_es:
        a = left_en.pop(0)
        b = max(left_es, key=lambda other: (_likeness(a.form, other.form), -other.start))
        if _likeness(a.form, b.form) >= _ALIKE or not (_word(a, "en") or _word(b, "es")):
            left_es.remove(b)
            yield _finding(passage, a, b)
        elif not _word(a, "en"):
            yield _finding(passage, a, None)
        else:
            continue
    for a in left_en:
        if not _word(a, "en"):
            yield _finding(passage, a, None)
    for b in left_es:
        if not _word(b, "es"):
            yield _finding(passage, None, b)


def _word(each: Acronym, side: Side) -> bool:
    """Whether it is more likely a word in capitals than an acronym."""
    word = each.form.lower()
    if each.key != each.form:
        return False
    if len(word) > _LONGEST:
        return True
    if (en_empty if side == "en" else es_empty)(word):
        return True
    return len(word) > _SHORT and (en_known if side == "en" else es_known)(word)


def _unexplained(
    own: Sequence[Acronym], others: Sequence[Acronym], reading: Reading
) -> list[Acronym]:
    """The acronyms of one side that the other side, `reading`, does not hold in any form; each once."""
    keys = {each.key for each in others}
    written = {word.folded for word in reading.words} if own else set()
    found: dict[str, Acronym] = {}
    for each in own:
        if each.key in keys or each.form.lower() in written or each.key in found:
            continue
        if any(name in reading.lower for name in full_names(each.key, reading.side)):
            continue
        if reading.side == "es" and en_keys(each.form.lower()) & reading.of(_keys):
            continue
        alike = any(_likeness(each.form, other.form) > _ALIKE for other in others)
        if alike or not spelled_out(each.form, reading):
            found[each.key] = each
    return list(found.values())


def _keys(reading: Reading) -> frozenset[str]:
    return frozenset(key for word in reading.words for key in es_keys(word.folded))


def _without_anagrams(en: list[Acronym], es: list[Acronym]) -> tuple[list[Acronym], list[Acronym]]:
    letters = {"".join(sorted(each.form)) for each in en} & {
        "".join(sorted(each.form)) for each in es
    }
    return (
        [each for each in en if "".join(sorted(each.form)) not in letters],
        [each for each in es if "".join(sorted(each.form)) not in letters],
    )


def _likeness(a: str, b: str) -> float:
    """The part of letters that stand at the same place."""
    return sum(x == y for x, y in zip(a, b, strict=False)) / max(len(a), len(b), 1)


def _finding(passage: Passage, en: Acronym | None, es: Acronym | None) -> Divergence:
    wording = "acronym.differ" if en and es else "acronym.en" if en else "acronym.es"
    alike = en is not None and es is not None and _likeness(en.form, es.form) > _ALIKE
    return finding(
        CHECK,
        passage,
        wording,
        en=[(en.start, en.end)] if en else [],
        es=[(es.start, es.end)] if es else [],
        facts_en=[en.form] if en else [],
        facts_es=[es.form] if es else [],
        severity=Severity.MAJOR if alike else Severity.MINOR,
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
