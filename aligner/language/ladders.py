"""Words of one language that say more, or less, than a word of the same language.

What always holds: a ladder comes from the table; a verb stands for all its forms and for no noun of
its root (*ordenar* is no *orden*), any other word for its plural and gender. The other steps are
given by their keys (vocabulary.py), to be met by the words that render them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from aligner.language import spanish_verbs
from aligner.language.folding import lowered
from aligner.language.tables import table
from aligner.language.vocabulary import es_keys, es_known

Ladder = Literal["acts", "force"]

_VERB = re.compile(r"[aei]r$")
# Forms in which nobody is spoken of in the third person; some of them are nouns (*órdenes*).
_NOUN = re.compile(r"(?<![ai]d)[ae]s$")
_CLITIC = re.compile(r"(?<=[aeinorsd])(?:se|les?|l[ao]s?|nos|me|te)$")


@lru_cache(maxsize=65536)
def other_steps(kind: Ladder, word: str) -> frozenset[str]:
    """The keys of the words on the other steps of the ladders of a Spanish word (small letters, no
    accents), but for those that it has itself."""
    listed = _listed(kind)
    own = word if word in listed else _CLITIC.sub("", word)
    keys = {key for each in listed.get(own, ()) if es_known(each) for key in es_keys(each)}
    return frozenset(keys - own_keys(word))


@lru_cache(maxsize=65536)
def own_keys(word: str) -> frozenset[str]:
    """The keys of a Spanish word, with or without the pronoun at its end (*asegúrese*)."""
    return frozenset(es_keys(word) | es_keys(_CLITIC.sub("", word)))


@cache
def _listed(kind: Ladder) -> dict[str, set[str]]:
    steps: defaultdict[str, set[str]] = defaultdict(set)
    for line in table("ladders")[kind]:
        poles = [pole.split() for pole in line.split("|")]
        for own in poles:
            others = {lowered(word) for pole in poles if pole is not own for word in pole}
            for word in own:
                for form in _forms(word, acting=kind == "acts"):
                    steps[lowered(form)] |= others
    return dict(steps)


def _forms(word: str, *, acting: bool) -> Iterator[str]:
    yield word
    if acting and _VERB.search(word):
        yield from (form for form in spanish_verbs.verb_forms(word) if not _NOUN.search(form))
        return
    yield word + ("s" if word[-1] in "aeiou" else "es")
    if word.endswith("ón"):
        yield word[:-2] + "ones"
    elif word.endswith("o"):
        yield from (word[:-1] + ending for ending in ("a", "as"))
