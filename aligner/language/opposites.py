"""Words of one language that say the opposite of a word of the same language.

What always holds: an opposite comes from the table, under any form of the word (*infructuosas*,
*fructífera*), or differs in a negative prefix alone and is a word that the word table knows. It is
given by its keys (vocabulary.py), to be met by the words that render it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from aligner.language.folding import lowered
from aligner.language.tables import table
from aligner.language.vocabulary import (
    EN_ENDING,
    ES_ENDING,
    Roots,
    en_first_keys,
    en_keys,
    en_known,
    en_roots,
    es_entry,
    es_keys,
    es_known,
    es_listed,
    es_roots,
)
from aligner.text.segment import Side

_NEGATIVE: dict[Side, re.Pattern[str]] = {
    "en": re.compile(r"^(?:un|in|im|ir|il|dis|non)(?=[a-z]{5})"),
    "es": re.compile(r"^(?:in|im|ir|i(?=l)|des)(?=[a-z]{6})"),
}
SEEMING = re.compile(
    r"in(?:stal|form(?!al)|come|gres|put|side|voice|sur|land|deed|sight|stan[ct]|ver[st]|vest|ten[cdst]"
    r"|crea?s|creme|mate|door|stead|clu|clin|ter|dust|dic|duc|flu|fra|scri|spir|spec|stru|trodu|vent|vit)"
    r"|im(?:port|pact|pos(?!s?ib)|pon|prov|part(?!ial)|print|presi|pl[ei]|puls)"
    r"|dis(?:play|count|cover|cu[st]|ease|tan|trict|trit|trib|pon|pos|put|tin|solv|crim)"
    r"|des(?:de|ir|arroll|ig(?!ual)|cri|empe|pu|pi|ta|ti|can)|un(?:der|til|i[ovt])"
)
"""Words that only seem to begin with a negative prefix: an installation is no *stall*, and to inform
somebody does not take a form away."""
# How a word begins decides which negative prefix it takes.
_PREFIXES: dict[Side, tuple[tuple[str, str], ...]] = {
    "en": (("l", "il"), ("r", "ir"), ("mbp", "im"), ("", "in"), ("", "un")),
    "es": (("l", "i"), ("r", "ir"), ("bp", "im"), ("", "in"), ("", "des")),
}
# A shorter word may only seem to be another one with a prefix.
_LEAST = 5
_ADVERB = "mente"
_PARTICIPLE = re.compile(r"(?<=[a-z]{2})(ad|id)[oa]s?$")
INFINITIVE = ("ar", "er", "ir")


@cache
def _listed(side: Side) -> Roots:
    roots = Roots()
    root_of = en_roots if side == "en" else es_roots
    for line in table("opposites")[side]:
        poles = [lowered(pole).split() for pole in line.split("|")]
        for own, other in (poles, poles[::-1]):
            for word in own:
                for root in root_of(word):
                    for opposite in other:
                        roots.add(root, opposite)
    return roots


@lru_cache(maxsize=65536)
def opposites(side: Side, word: str) -> frozenset[str]:
    """The keys of the words that the table opposes to a word of `side` (small letters, no accents)."""
    listed = _listed(side).of(word, EN_ENDING if side == "en" else ES_ENDING)
    participle = _PARTICIPLE.search(word) if side == "es" else None
    if participle is not None:
        # han bajado: the verb, though a noun (bajada) is nearer in form
        stem = word[: participle.start()]
        for ending in INFINITIVE[:1] if participle[1] == "ad" else INFINITIVE[1:]:
            listed = listed | _listed(side).of(stem + ending, ES_ENDING)
    return _keys(side, listed, word)


@lru_cache(maxsize=65536)
def prefixed_opposites(side: Side, word: str) -> frozenset[str]:
    """The keys of the word with a negative prefix, or without the one that it has."""
    bare = word if SEEMING.match(word) else _NEGATIVE[side].sub("", word)
    if len(bare) < len(word):
        if side == "es" and bare.endswith(INFINITIVE) and not es_listed(bare):
            return frozenset()  # desplazar: no plazar
        return _keys(side, {bare}, word)
    starts = [prefix for first, prefix in _PREFIXES[side] if not first or word[0] in first]
    return _keys(side, {start + word for start in starts if len(word) >= _LEAST}, word)


def negative(side: Side, word: str) -> bool:
    """Whether a word has a negative prefix, as far as its form tells."""
    return bool(_NEGATIVE[side].match(word))


def _keys(side: Side, words: set[str], own: str) -> frozenset[str]:
    if side == "en":
        found = {key for each in words if en_known(each) for key in en_first_keys(each)}
        return frozenset(found - en_keys(own))
    if own.endswith(_ADVERB):
        words = words | {_adverb(each) for each in words}
    found = {key for each in words if es_known(each) for key in _own_keys(each)}
    return frozenset(found - es_keys(own))


def _own_keys(lemma: str) -> frozenset[str]:
    """The keys of a Spanish dictionary word that it begins with: a changed root is that of another
    word (*privado* and *prever*, who *privó* and who *previó*)."""
    return frozenset(key for key in es_keys(lemma) if key[0] in "#=" or lemma.startswith(key)) | {
        es_entry(lemma)
    }


def _adverb(lemma: str) -> str:
    return (lemma[:-1] + "a" if lemma.endswith("o") else lemma) + _ADVERB
