"""Quantifiers and which of them may stand for one another.

What always holds: classes belong to families (how many of a set, a bound, how often); only members
of one family are ever compared; `agree` is not symmetric: it takes the English class first.
"""

from __future__ import annotations

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading

_FAMILY = {
    **dict.fromkeys(
        ("all", "each", "any", "zero", "some", "several", "many", "few", "most", "both", "half"),
        "share",
    ),
    **dict.fromkeys(("atleast", "atmost", "morethan", "lessthan"), "bound"),
    **dict.fromkeys(("always", "often", "sometimes", "seldom"), "frequency"),
    "only": "only",
    "also": "only",
}
# English class -> Spanish classes that a translator may choose for it.
_AGREE = {
    "all": {"all", "each", "any", "both"},
    "each": {"each", "all", "any", "both"},
    "any": {"any", "zero", "all", "each", "some"},
    "zero": {"zero", "any", "some", "few"},
    "some": {"some", "several", "any", "few"},
    "several": {"several", "some", "many", "few"},
    "many": {"many", "several", "most"},
    "few": {"few", "some", "several", "zero"},
    "most": {"most", "many"},
    "both": {"both", "all", "each"},
    "half": {"half"},
    "atleast": {"atleast"},
    "atmost": {"atmost"},
    "morethan": {"morethan"},
    "lessthan": {"lessthan"},
    "always": {"always"},
    "often": {"often"},
    "sometimes": {"sometimes", "often"},
    "seldom": {"seldom"},
    "only": {"only"},
    "also": {"also"},
}


def quantifiers(reading: Reading) -> tuple[Phrase, ...]:
    """The quantifiers of `reading` in order."""
    found = of_kind(reading, "quantifiers")
    if reading.side == "en":
        return tuple(each for each in found if not _superlative(reading, each))
    return tuple(
        each._replace(value="zero") if _postposed(reading, each) else each for each in found
    )


def _superlative(reading: Reading, each: Phrase) -> bool:
    """Whether *most* makes a superlative: *the most used*, *the two most common*."""
    words = reading.words
    if each.last - each.first > 1 or words[each.first].folded != "most" or not each.first:
        return False
    return words[each.first - 1].folded in _BEFORE_MOST


_BEFORE_MOST = frozenset(
    ["the", "a", "an", "two", "three", "four", "its", "their", "his", "our", "your", "is", "are"]
)


def _postposed(reading: Reading, each: Phrase) -> bool:
    """Whether *alguno*, *alguna* follows its noun under a negation: then it means none."""
    if reading.lower[each.span[0] : each.span[1]] not in ("alguno", "alguna"):
        return False
    words = reading.words
    following = words[each.last].folded if each.last < len(words) else ""
    mark = reading.text[each.span[1] : each.span[1] + 1]
    return (mark in ("", ".", ",", ";", ":", ")") or following in _AFTER) and any(
        word.folded in _NEGATING for word in words[max(each.first - 16, 0) : each.first]
    )


_NEGATING = frozenset(["no", "sin", "ni", "nada", "nadie", "ningun", "ninguna", "tampoco", "nunca"])
# What stands after a noun phrase, so that *alguna* before it follows its noun.
_AFTER = frozenset(
    ["a", "al", "ante", "con", "de", "del", "en", "o", "para", "por", "que", "sobre", "y"]
)


def same_family(en: str, es: str) -> bool:
    """Whether two classes measure the same thing."""
    return _FAMILY.get(en) == _FAMILY.get(es)


def agree(en: str, es: str) -> bool:
    """Whether an English and a Spanish class may stand for one another."""
    return es in _AGREE.get(en, ())
