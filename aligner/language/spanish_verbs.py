"""The forms of a Spanish verb that texts use, written out from its infinitive.

What always holds: this writes more forms than exist (a verb gets its stem with every change that
stems of its class may undergo), because a form that nobody writes matches nothing; the common
irregular verbs come from the table with any prefix before them.
"""

from __future__ import annotations

from functools import cache

from aligner.language.tables import table

_ENDINGS = {
    "a": (
        "o as a amos an é aste ó aron aba abas ábamos aban aré ará aremos arán aría aríamos arían "
        "e es emos en ara áramos aran ase asen ando ado ada ados adas ad"
    ),
    "e": (
        "o es e emos en í iste ió imos ieron ía ías íamos ían eré erá eremos erán ería eríamos "
        "erían a as amos an iera iéramos ieran iese iesen iendo ido ida idos idas ed"
    ),
    "i": (
        "o es e imos en í iste ió ieron ía ías íamos ían iré irá iremos irán iría iríamos "
        "irían a as amos an iera iéramos ieran iese iesen iendo ido ida idos idas id"
    ),
}
_AFTER_Y = ("o", "es", "e", "en", "a", "as", "an", "amos", "endo")
_CLITICS = ("se", "lo", "la", "los", "las", "le", "les", "nos")
_ACUTE = str.maketrans("aeiou", "áéíóú")
# Before e (class a) or before a, o (classes e, i), the consonant keeps its sound.
_BEFORE_E = (("c", "qu"), ("gu", "gü"), ("g", "gu"), ("z", "c"))
_BEFORE_A = (("gu", "g"), ("g", "j"), ("c", "zc"), ("c", "z"))


@cache
def _irregular() -> dict[str, str]:
    return dict(table("inflection")["es"]["irregular_verbs"])


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(table("inflection")["es"]["not_verbs"])


def is_infinitive(word: str) -> bool:
    """Whether `word` (small letters) has the ending of an infinitive and is not known as a noun or
    an adjective."""
    base = word[:-2] if word.endswith("rse") else word
    return len(base) > 3 and base.endswith(("ar", "er", "ir", "ír")) and word not in _not_verbs()


def verb_forms(word: str) -> frozenset[str]:
    """The forms of the verb `word` (an infinitive, with or without -se), clitics attached too."""
    infinitive = word[:-2] if word.endswith("rse") else word
    stem, vowel = infinitive[:-2], infinitive[-2:-1].replace("í", "i")
    if vowel not in _ENDINGS:
        return frozenset({word})
    forms = {word, infinitive}
    endings = _ENDINGS[vowel].split()
    for each in _stems(stem, vowel):
        forms.update(each + ending for ending in endings)
        # Between vowels, i is written y: construye, leyeron.
        if each[-1:] in "aeiouáéíóú":
            forms.update(f"{each}y{ending}" for ending in _AFTER_Y)
            forms.update(f"{each}y{ending[1:]}" for ending in endings if ending.startswith("i"))
            forms.update(f"{each}í{ending[1:]}" for ending in endings if ending.startswith("i"))
    for root, irregular in _irregular().items():
        if infinitive.endswith(root):
            prefix = infinitive[: -len(root)]
            forms.update(prefix + form for form in irregular.split())
    forms.update(infinitive + clitic for clitic in _CLITICS)
    for form in tuple(forms):
        if form.endswith("ndo"):
            at = len(form) - 4
            stressed = form[:at] + form[at].translate(_ACUTE) + form[at + 1 :]
            forms.update(stressed + clitic for clitic in _CLITICS)
    return frozenset(forms)


def _stems(stem: str, vowel: str) -> set[str]:
    """`stem` and what it may become: e to ie or i, o to ue, and changes of its last consonant."""
    found = {stem}
    # The u of gu and qu is no vowel: persigue.
    sounded = stem[:-1] if stem.endswith(("gu", "qu")) else stem
    at = max((sounded.rfind(letter) for letter in "eou"), default=-1)
    if at >= 0 and len(sounded) > at + 1:
        letter, head, tail = stem[at], stem[:at], stem[at + 1 :]
        if letter == "e":
            found.add(f"{head}ie{tail}")
            if vowel == "i":
                found.add(f"{head}i{tail}")
        elif letter == "o":
            found.add(f"{head}ue{tail}")
            if vowel == "i":
                found.add(f"{head}u{tail}")
    for each in tuple(found):
        for ending, written in _BEFORE_E if vowel == "a" else _BEFORE_A:
            if each.endswith(ending):
                found.add(each[: -len(ending)] + written)
    if stem.endswith("i") or (stem.endswith("u") and vowel == "a"):
        found.add(stem[:-1] + stem[-1].translate(_ACUTE))
    return found
