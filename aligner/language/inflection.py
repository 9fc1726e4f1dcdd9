"""Which forms of a term's words count as the word: what term matching asks of the language.

What always holds: the forms of a word are written out once, so that looking a text's word up is
one dictionary access; forms are in small letters and keep their accents and ñ. Word lists are an
extra (`[morph]`): `lemma_of` gives simplemma's lemma where that is installed, else None.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

from aligner.language import english_forms, spanish_forms, spanish_verbs
from aligner.language.tables import table
from aligner.text.segment import Side

WordKind = Literal["noun", "adjective", "verb", "fixed"]
"""How a word of a term is inflected; `fixed` words stand as they are."""


@cache
def function_words(side: Side) -> frozenset[str]:
    """Words that carry grammar and are no part of a coordinated modifier."""
    return frozenset(table("inflection")[side]["function"])


@cache
def facts(side: Side, name: str) -> frozenset[str]:
    """The list called `name` of the table of inflection."""
    return frozenset(table("inflection")[side][name])


@cache
def forms(word: str, kind: WordKind, side: Side) -> frozenset[str]:
    """The forms of `word` (small letters, composed) read as `kind`; `word` is always among them."""
    if kind == "fixed" or not word.isalpha() or len(word) < 2:
        return frozenset({word})
    if side == "en":
        if kind == "verb":
            return english_forms.verb_forms(word)
        if kind == "adjective":
            return english_forms.spelled({word})
        return english_forms.noun_forms(word)
    if kind == "verb":
        return spanish_verbs.verb_forms(word)
    if kind == "adjective":
        return spanish_forms.adjective_forms(word)
    return spanish_forms.noun_forms(word)


def kinds(words: tuple[str, ...], side: Side, part_of_speech: str = "") -> tuple[WordKind, ...]:
    """How each word of a term (small letters) is inflected, by its place in the term and the part of
    speech of the whole (`noun`, `verb`, `adjective` or empty)."""
    return (
        _english_kinds(words, part_of_speech) if side == "en" else _spanish(words, part_of_speech)
    )


def _english_kinds(words: tuple[str, ...], part_of_speech: str) -> tuple[WordKind, ...]:
    function = function_words("en")
    endings = tuple(table("inflection")["en"]["adjective_endings"])
    postpositive = facts("en", "postpositive")
    found: list[WordKind] = []
    singular = not words[-1:] or not words[-1].endswith(
        tuple(table("inflection")["en"]["sure_nouns"])
    )
    for n, word in enumerate(words):
        last = n + 1 == len(words) or words[n + 1] in function
        if word in function:
            found.append("fixed")
        elif part_of_speech == "verb" and "verb" not in found:
            found.append("verb")
        elif part_of_speech == "adjective":
            found.append("adjective")
        elif last or words[n + 1] in postpositive:
            found.append("noun")
        else:
            # "Climates change" is a sentence, "drugs trafficking" is none.
            fixed = word.endswith(endings) or (singular and not _irregular(word))
            found.append("adjective" if fixed else "noun")
    return tuple(found)


def _irregular(word: str) -> bool:
    plurals = table("inflection")["en"]["irregular_plurals"]
    return word.endswith("s") or word in plurals or word in plurals.values()


def _spanish(words: tuple[str, ...], part_of_speech: str) -> tuple[WordKind, ...]:
    function = function_words("es")
    prenominal = facts("es", "prenominal")
    verb = part_of_speech == "verb" or (
        not part_of_speech and bool(words) and spanish_verbs.is_infinitive(words[0])
    )
    found: list[WordKind] = []
    noun_seen = False
    for word in words:
        if word in function and len(words) > 1:
            found.append("fixed")
            noun_seen = False
        elif verb and "verb" not in found:
            found.append("verb")
        elif (
            part_of_speech == "adjective"
            or (noun_seen and not verb)
            or (not noun_seen and len(words) > 1 and word in prenominal)
        ):
            found.append("adjective")
        else:
            found.append("noun")
            noun_seen = True
    return tuple(found)


def inflects_as_verb(words: tuple[str, ...], side: Side, part_of_speech: str) -> bool:
    """Whether a term is a verb."""
    return "verb" in kinds(words, side, part_of_speech)


@cache
def lemma_of(side: Side) -> Callable[[str], str] | None:
    """The lemma of a word by simplemma's word lists (the extra `[morph]`), or None without it."""
    try:
        import simplemma
    except ImportError:
        return None

    def lemma(word: str) -> str:
        return str(simplemma.lemmatize(word, lang=side))

    return lemma
