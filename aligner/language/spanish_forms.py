"""The forms that a Spanish noun or adjective takes in texts, written out from the word.

What always holds: forms are in small letters and carry the accents that the rules of spelling give
them (organización, organizaciones; joven, jóvenes); the word itself is among them. Gender
alternates in adjectives and in nouns for people; elsewhere -o and -a are two words.
"""

from __future__ import annotations

from functools import cache

from aligner.language.tables import table

_PLAIN = str.maketrans("áéíóú", "aeiou")
_ACUTE = str.maketrans("aeiou", "áéíóú")
_VOWELS = "aeiouáéíóúü"


@cache
def _plural_table() -> dict[str, str]:
    return dict(table("inflection")["es"]["irregular_plurals"])


@cache
def _singular_table() -> dict[str, str]:
    return {
        form: singular for singular, plurals in _plural_table().items() for form in plurals.split()
    }


@cache
def _apart() -> frozenset[str]:
    return frozenset(word for pair in table("inflection")["es"]["apart"] for word in pair.split())


@cache
def _persons() -> frozenset[str]:
    facts = table("inflection")["es"]
    return frozenset(facts["persons"]) - frozenset(facts["not_persons"])


@cache
def _short() -> dict[str, str]:
    return dict(table("inflection")["es"]["short_forms"])


def noun_forms(word: str) -> frozenset[str]:
    """Singular and plural of `word` (small letters) read as a noun, both genders for people."""
    if word in _apart():
        return frozenset({word})
    singulars = _singulars(word) | {word}
    for singular in tuple(singulars):
        singulars.update(_other_gender_of_person(singular))
    return frozenset(
        singulars.union(*(_plurals(singular) for singular in singulars), {word}) - _apart()
    )


def adjective_forms(word: str) -> frozenset[str]:
    """The four forms of `word` (small letters) read as an adjective, short forms too."""
    singulars = _singulars(word) | {word}
    for singular in tuple(singulars):
        singulars.update(_other_gender(singular))
        for short, full in _short().items():
            if singular in (short, full, *_other_gender(full)):
                singulars.update((short, full, *_other_gender(full)))
    return frozenset(singulars.union(*(_plurals(singular) for singular in singulars)))


def _other_gender(singular: str) -> set[str]:
    if singular in ("español", "española"):
        return {"español", "española"}
    if singular.endswith("o"):
        return {f"{singular[:-1]}a"}
    if singular.endswith(("dor", "tor", "sor")):
        return {f"{singular}a"}
    if singular.endswith(("dora", "tora", "sora")):
        return {singular[:-1]}
    if singular.endswith("a"):
        return {f"{singular[:-1]}o"}
    if singular.endswith(("és", "án", "ón", "ín")):
        return {f"{singular[:-2]}{singular[-2:].translate(_PLAIN)}a"}
    if singular.endswith("esa"):
        return {f"{singular[:-3]}és"}
    return set()


def _other_gender_of_person(singular: str) -> set[str]:
    persons = _persons()
    if singular in persons:
        if singular.endswith("e"):
            return {f"{singular[:-1]}a"}
        if singular.endswith("z"):
            return {f"{singular}a"}
        return _other_gender(singular)
    if singular.endswith("a"):
        stem = singular[:-1]
        return {form for form in (f"{stem}o", f"{stem}e", stem) if form in persons}
    # A motor has no motora in any text, a sector no sectora: the rule for people does no harm.
    return _other_gender(singular) if singular.endswith(("dor", "tor", "sor")) else set()


def _plurals(singular: str) -> set[str]:
    if singular in _plural_table():
        return set(_plural_table()[singular].split())
    last = singular[-1:]
    if last in "aeiouáéó":
        return {f"{singular}s"}
    if last in "íú":
        return {f"{singular}s", f"{singular}es"}
    if last == "z":
        return {f"{singular[:-1]}ces"}
    if last == "y":
        return {f"{singular}es"}
    if last in "sx":
        return _plurals_in_s(singular)
    if last in "nrldj":
        return {f"{_restressed(singular)}es"}
    return {f"{singular}s"}


def _plurals_in_s(singular: str) -> set[str]:
    stress = singular[-2:-1]
    # A word of one syllable, or stressed on its last one, takes -es; crisis and lunes stay.
    if stress in "áéóíú" and stress:
        keeps = stress in "íú" and singular[-3:-2] in "aeo"
        return {f"{singular if keeps else singular.translate(_PLAIN)}es"}
    groups = sum(
        1
        for before, char in zip(" " + singular, singular, strict=False)
        if char in _VOWELS and before not in _VOWELS
    )
    return {f"{singular}es"} if groups == 1 else {singular}


def _restressed(singular: str) -> str:
    """The stem of a plural in -es: one syllable more moves the written accent."""
    before = singular[-2:-1]
    if before in "áéíóú":
        hiatus = before in "íú" and singular[-3:-2] in "aeo"
        return singular if hiatus else singular[:-2] + before.translate(_PLAIN) + singular[-1]
    if singular.endswith("n") and not any(char in "áéíóú" for char in singular):
        places = [n for n, char in enumerate(singular) if char in _VOWELS]
        if len(places) > 1 and places[-2] != places[-1] - 1:
            at = places[-2]
            return singular[:at] + singular[at].translate(_ACUTE) + singular[at + 1 :]
    return singular


def _singulars(word: str) -> set[str]:
    """What `word` may be the plural of; empty for a word that ends in no -s."""
    if word in _singular_table():
        return {_singular_table()[word]}
    if not word.endswith("s") or len(word) < 4:
        return set()
    found: set[str] = set()
    if word[-2] in "aeiouáéóíú":
        found.add(word[:-1])
    if word.endswith("ces"):
        found.add(f"{word[:-3]}z")
    elif word.endswith("es") and word[-3] not in "aeo":
        stem = word[:-2]
        # Of all candidates, only those of which `word` is the plural by the rules.
        accented = stem[:-2] + stem[-2:-1].translate(_ACUTE) + stem[-1:]
        candidates = {stem, accented, stem.translate(_PLAIN)}
        found.update(each for each in candidates if word in _plurals(each))
    return found
