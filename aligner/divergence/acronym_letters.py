"""Two acronyms by their letters: the same in another order, a slip, a translation.

What always holds: the same letters in the order that translation gives (NATO, OTAN) are one acronym,
in any other order a slip, unless each is spelled out on its own side.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.divergence.acronym_weight import ALIKE, likeness
from aligner.divergence.passage import Passage
from aligner.language.acronyms import (
    Acronym,
    anagrams,
    counterparts,
    miswritten,
    spelled_out,
    translated,
    turned,
)
from aligner.language.compounds import renders
from aligner.text.segment import Side


def without_anagrams(
    passage: Passage, en: list[Acronym], es: list[Acronym]
) -> tuple[list[Acronym], list[Acronym]]:
    """Without those that have the same letters in the order that translation gives them, as *NATO*
    and *OTAN*, or are spelled out; in any other order (*GUI*, *UGI*) they are a slip."""
    theirs = by_letters(es)
    paired = [
        (a, b) for a in en for b in theirs.get(letters(a), ()) if not exchanged(passage, a, b)
    ]
    met = {id(each) for pair in paired for each in pair}
    return [a for a in en if id(a) not in met], [b for b in es if id(b) not in met]


def exchanged(passage: Passage, en: Acronym, es: Acronym) -> bool:
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


def may_translate(en: Acronym, es: Acronym) -> bool:
    if en.key != en.form or es.key != es.form or anagrams(en.form, es.form):
        return False
    return translated(en.form, es.form) or renders(en.form, es.form)


def likest(en: Acronym, es: Acronym) -> float:
    """How like one another two acronyms are, or one and what the other is called on its side: *CLIP*
    is the misspelled *CLPI* of *FPIC*."""
    spanish = (likeness(form, es.form) for form in counterparts(en, "es"))
    english = (likeness(en.form, form) for form in counterparts(es, "en"))
    return max((likeness(en.form, es.form), *spanish, *english))


def misspells(other: Acronym, there: Side, each: Acronym) -> bool:
    """Whether an acronym of the other side is like what `each` is called there, and is not that."""
    return any(likeness(form, other.form) > ALIKE for form in counterparts(each, there))


def letters(each: Acronym) -> str:
    return "".join(sorted(each.form))


def by_letters(found: Sequence[Acronym]) -> dict[str, list[Acronym]]:
    """Acronyms by their letters, in whatever order."""
    by: dict[str, list[Acronym]] = {}
    for each in found:
        by.setdefault(letters(each), []).append(each)
    return by
