"""The forms that an English word takes in texts, written out from the word.

What always holds: forms are in small letters with accents as in the word; the word itself is among
them. Forms are generated, never guessed back from a text: so `parties` belongs to `party`, and
`part` belongs to neither.
"""

from __future__ import annotations

import re
from functools import cache

from aligner.language.tables import table

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_ISE = re.compile(r"^(.{2,}[a-z])i([sz])(e|es|ed|er|ers|ing|ation|ations|ational|able|ability)$")
_YSE = re.compile(r"^(.+l)y([sz])(e|es|ed|er|ers|ing)$")
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtv]$|.*(?:fer|cur|pel|mit|bat|ter|trol|gin)$")


@cache
def _plural_table() -> dict[str, str]:
    return dict(table("inflection")["en"]["irregular_plurals"])


@cache
def _singular_table() -> dict[str, str]:
    return {plural: singular for singular, plural in _plural_table().items()}


@cache
def _verb_table() -> dict[str, str]:
    return dict(table("inflection")["en"]["irregular_verbs"])


@cache
def _apart() -> frozenset[str]:
    return frozenset(word for pair in table("inflection")["en"]["apart"] for word in pair.split())


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    pairs = [tuple(pair.split()) for pair in table("inflection")["en"]["spellings"]]
    return tuple((first, second) for first, second in pairs)


def noun_forms(word: str) -> frozenset[str]:
    """Singular, plural and other spellings of `word` (small letters) read as a noun."""
    if word in _apart():
        return spelled({word})
    forms = {word, *_plurals(word)}
    if word.endswith("s") and not word.endswith(("ss", "us")):
        forms.update(_singulars(word))
    if word in _singular_table():
        forms.add(_singular_table()[word])
    return spelled(forms - _apart())


def verb_forms(word: str) -> frozenset[str]:
    """The finite and other forms of `word` (a bare infinitive in small letters)."""
    verbs = _verb_table()
    forms = {word, *_plurals(word)}
    if word in verbs:
        forms.update(verbs[word].split())
    elif word.endswith("e"):
        forms.add(f"{word}d")
    elif _CONSONANT_Y.search(word):
        forms.add(f"{word[:-1]}ied")
    else:
        forms.add(f"{word}ed")
    stem = word[:-1] if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) else word
    forms.add(f"{word[:-2]}ying" if word.endswith("ie") else f"{stem}ing")
    if word.endswith("ic"):
        forms.update((f"{word}ked", f"{word}king"))
    elif _DOUBLING.match(word):
        forms.update((f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"))
    return spelled(forms, verb=True)


def spelled(forms: set[str] | frozenset[str], *, verb: bool = False) -> frozenset[str]:
    """`forms` with their spellings on the other side of the Atlantic. Only a verb has -yse, -yze:
    `analyses` as a noun is no `analyzes`."""
    found = set(forms)
    for form in forms:
        for pattern in (_ISE, _YSE) if verb else (_ISE,):
            match = pattern.match(form)
            if match:
                vowel = "i" if pattern is _ISE else "y"
                other = "z" if match[2] == "s" else "s"
                found.add(f"{match[1]}{vowel}{other}{match[3]}")
        for first, second in _spellings():
            if first in form:
                found.add(form.replace(first, second))
            if second in form:
                found.add(form.replace(second, first))
    return frozenset(found)


def _plurals(word: str) -> set[str]:
    plurals = _plural_table()
    found = {plurals[word]} if word in plurals else set()
    if word.endswith("sis"):
        found.add(f"{word[:-2]}es")
    elif _CONSONANT_Y.search(word):
        found.add(f"{word[:-1]}ies")
    elif _SIBILANT.search(word):
        found.add(f"{word}es")
    elif word.endswith("o"):
        found.update((f"{word}s", f"{word}es"))
    else:
        found.add(f"{word}s")
    return found


def _singulars(word: str) -> set[str]:
    if word.endswith("ies"):
        return {f"{word[:-3]}y", word[:-1]}
    if word.endswith("ses"):
        return {word[:-2], word[:-1], f"{word[:-2]}is"}
    if word.endswith(("xes", "zes", "ches", "shes", "oes")):
        return {word[:-2], word[:-1]}
    if word.endswith("is"):
        return set()
    return {word[:-1]}
