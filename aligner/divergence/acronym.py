"""Acronyms that differ or stand on one side alone.

What always holds: an acronym is matched by what it stands for on its side, by its letters in any
order (NATO, OTAN), or by its full name; what only repeats is no divergence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.acronyms import Acronym, acronyms, full_names, spelled_out
from aligner.language.reading import Reading
from aligner.language.vocabulary import en_empty, en_keys, en_known, es_empty, es_keys, es_known
from aligner.text.segment import SIDES, Side

_ALIKE = 0.5
_LONGEST = 6
_SHORT = 3
_PAIR = 2
_REACH = 80
_COMPOUND = re.compile(r"[/-]([^\W\d_]{3,})")


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
        if _likeness(a.form, b.form) >= _ALIKE or not (_plain(a, "en") or _plain(b, "es")):
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
    own: Sequence[Acronym], others: Sequence[Acronym], reading: Reading
) -> list[Acronym]:
    """The acronyms of one side that the other side, `reading`, does not hold in any form; each once."""
    keys = {each.key for each in others}
    written = reading.vocabulary if own else frozenset()
    found: dict[str, Acronym] = {}
    for each in own:
        if each.key in keys or each.form.lower() in written or each.key in found:
            continue
        if _grown_on(each.form, reading.text):
            continue
        if any(name in reading.lower for name in full_names(each.key, reading.side)):
            continue
        if reading.side == "es" and en_keys(each.form.lower()) & reading.of(_keys):
            continue
        alike = any(_likeness(each.form, other.form) > _ALIKE for other in others)
        if alike or not spelled_out(each.form, reading):
            found[each.key] = each
    return list(found.values())


def _grown_on(form: str, text: str) -> bool:
    """Whether the letters stand in the text joined to others: *CDROM*, *2GB*, *CD/DVD*."""
    at = text.find(form)
    if at < 0 or len(form) > _PAIR:
        return at >= 0
    around = text[max(at - 1, 0) : at] + text[at + len(form) : at + len(form) + 1]
    return not any(sign.isalpha() for sign in around)


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
    severity = Severity.MINOR
    if en and es:
        severity = Severity.MAJOR if _likeness(en.form, es.form) > _ALIKE else Severity.MINOR
    elif (en and not _missed(passage, en, "en")) or (es and not _missed(passage, es, "es")):
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


def _missed(passage: Passage, each: Acronym, side: Side) -> bool:
    """Whether an acronym that stands on `side` alone ought to stand on the other as well.

    English builds compounds with acronyms (*GUI tools*) where Spanish has words, hardly ever the
    other way round; so in English alone it must have a known name that is missing, or an acronym
    that both sides have must be like it or stand once more in its place.
    """
    own, there = passage.side(side), passage.es if side == "en" else passage.en
    if _remarked(own, each) or _joined(own, each, there):
        return False
    if side == "es":
        return not spelled_out(each.form, passage.es)
    if full_names(each.key, "es"):
        return True
    here, over = (Counter(a.key for a in passage.side(s).of(acronyms)) for s in SIDES)
    if any(0 < here[key] < count for key, count in over.items()):
        return True
    return len(each.form) > _PAIR and any(_likeness(each.form, key) > _ALIKE for key in over)


def _remarked(reading: Reading, each: Acronym) -> bool:
    """Whether it stands in a remark between brackets, which only one version may need; an acronym
    that fills the brackets belongs to the name before them."""
    before = reading.text[max(each.start - _REACH, 0) : each.start]
    inside = before.rfind("(") > before.rfind(")")
    return inside and not (before.endswith("(") and reading.text[each.end : each.end + 1] == ")")


def _joined(reading: Reading, each: Acronym, there: Reading) -> bool:
    """Whether it is joined to a word that the other side has too: *GNU/Linux* beside *Linux*."""
    match = _COMPOUND.match(reading.text, each.end)
    return match is not None and match[1].lower() in there.vocabulary


CHECK = Check(
    name="acronym",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="An acronym that differs or stands in one version only",
    in_bead=_run,
)
