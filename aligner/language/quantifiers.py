"""Quantifiers and which of them may stand for one another.

What always holds: classes belong to families (how many of a set, a bound, how often); only members
of one family are ever compared; `agree` is not symmetric: it takes the English class first.
"""

from __future__ import annotations

import re

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading
from aligner.language.roles import small

# The members of each family; some belong to two.
_FAMILIES: tuple[frozenset[str], ...] = tuple(
    frozenset(members.split())
    for members in (
        "all whole each any anymany either one zero notall some several many few most both twain half",
        "all whole most half part",
        "atleast atmost morethan lessthan",
        "always often sometimes seldom never",
        "only also main partly",
        "full main partly",
    )
)
# English class -> Spanish classes that a translator may choose for it.
_AGREE = {
    "all": {"all", "whole", "each", "any", "both", "twain"},
    "whole": {"all", "whole", "each", "any", "both"},
    "part": {"part", "some", "several"},
    "full": {"full"},
    "partly": {"partly"},
    "either": {"twain", "either", "any", "each", "one", "some", "zero"},
    "one": {"one", "either", "any", "each", "some", "zero"},
    "each": {"twain", "each", "all", "whole", "any", "both"},
    "any": {"any", "zero", "all", "each", "some", "one", "either"},
    "anymany": {"any", "many", "several", "most", "all"},
    "zero": {"zero", "any", "some", "few", "either"},
    "notall": {"notall", "some"},
    "some": {"some", "several", "any", "few", "notall", "one", "part"},
    "several": {"several", "some", "many", "few", "one"},
    "many": {"many", "several", "most"},
    "few": {"few", "some", "several", "zero"},
    "most": {"most", "many"},
    "both": {"twain", "both", "all", "whole", "each"},
    "half": {"half"},
    "atleast": {"atleast"},
    "atmost": {"atmost"},
    "morethan": {"morethan"},
    "lessthan": {"lessthan"},
    # Who never fails to act always acts: that is the affair of the negation.
    "always": {"always", "never"},
    "never": {"never", "always"},
    "often": {"often"},
    "sometimes": {"sometimes", "often"},
    "seldom": {"seldom"},
    "only": {"only"},
    "also": {"also"},
    "main": {"main", "most", "often"},
}


def quantifiers(reading: Reading) -> tuple[Phrase, ...]:
    """The quantifiers of `reading` in order."""
    found = (_read(reading, each) for each in of_kind(reading, "quantifiers"))
    left_out = _no_quantifier if reading.side == "en" else _until
    return tuple(each for each in found if not left_out(reading, each))


def _read(reading: Reading, each: Phrase) -> Phrase:
    """A quantifier with the class that it has where it stands."""
    if each.value == "also" and _excess(reading, each):
        return each._replace(value="excess")
    if each.value == "notall" and "," in reading.text[slice(*each.span)]:
        return each._replace(value="all")  # no, todos
    if reading.side == "es" and _further(reading, each):
        return each._replace(value="morethan")
    if reading.side == "es" and _postposed(reading, each):
        return each._replace(value="zero")
    return each


def _excess(reading: Reading, each: Phrase) -> bool:
    """Whether *too* says that something is more than wanted: *too heavy*, not *the copies too*."""
    words = reading.words
    if reading.lower[slice(*each.span)] != "too" or each.last == len(words):
        return False
    return words[each.last].start - each.span[1] == 1


def _further(reading: Reading, each: Phrase) -> bool:
    """Whether *o más* goes on with another figure: *menos de 18 años o más de 70*."""
    following = reading.words[each.last : each.last + 2]
    return (
        reading.lower[slice(*each.span)] == "o mas"
        and len(following) > 1
        and following[0].folded == "de"
        and following[1].folded not in small("es", "articles")
    )


def _no_quantifier(reading: Reading, each: Phrase) -> bool:
    """Whether an English quantifier quantifies nothing where it stands."""
    return _superlative(reading, each) or _alternative(reading, each) or _contrast(reading, each)


def _contrast(reading: Reading, each: Phrase) -> bool:
    """Whether *but* sets one thing against another, as nearly always; it limits only before one thing
    or a few (*but one example*)."""
    words = reading.words
    if reading.lower[slice(*each.span)] != "but":
        return False
    following = words[each.last].folded if each.last < len(words) else ""
    before = reading.text[words[each.first - 1].end : each.span[0]] if each.first else "."
    return following not in ("a", "an", "one", "two", "few") or not before.isspace()


def _alternative(reading: Reading, each: Phrase) -> bool:
    """Whether *either* opens an alternative (*either ... or*), goes on with a negation (*nor that
    one either*), or stands before what has two sides that both are meant (*on either side*)."""
    words = reading.words
    if each.last - each.first > 1 or words[each.first].folded != "either":
        return False
    following = words[each.last : each.last + _ALTERNATIVE]
    return (
        not following
        or not reading.text[each.span[1] : following[0].start].isspace()
        or following[0].folded in small("en", "two_sided")
        or any(word.folded == "or" for word in following)
    )


def _superlative(reading: Reading, each: Phrase) -> bool:
    """Whether *most* makes a superlative: *the most used*, *the two most common*."""
    words = reading.words
    if each.last - each.first > 1 or words[each.first].folded != "most" or not each.first:
        return False
    before = words[each.first - 1].folded
    if before in ("and", "or") and each.first > 1:
        return words[each.first - 2].folded.endswith("est")  # the oldest and most active
    return before in small("en", "before_most")


def _until(reading: Reading, each: Phrase) -> bool:
    """Whether *hasta* before an article names an end in time or place, and no part in a hundred."""
    words = reading.words
    if each.last - each.first > 1 or words[each.first].folded != "hasta":
        return False
    following = words[each.last : each.last + 1]
    if not following or following[0].folded not in small("es", "articles"):
        return False
    near = words[min(each.last + _SHARE, len(words)) - 1].end
    return not _PART.search(reading.lower, each.span[1], near + 2)


def _postposed(reading: Reading, each: Phrase) -> bool:
    """Whether *alguno*, *alguna* follows its noun under a negation: then it means none."""
    if reading.lower[each.span[0] : each.span[1]] not in ("alguno", "alguna"):
        return False
    words = reading.words
    following = [word.folded for word in words[each.last : each.last + 2]]
    mark = reading.text[each.span[1] : each.span[1] + 1]
    if following[:1] == ["de"] and following[1:] and following[1] in small("es", "articles"):
        return False  # alguna de las partes
    return (
        mark in ("", ".", ",", ";", ":", ")")
        or not following
        or following[0] in small("es", "after_noun")
    ) and any(
        word.folded in small("es", "denying")
        for word in words[max(each.first - 16, 0) : each.first]
    )


# So near *either* its alternative begins.
_ALTERNATIVE = 12
# A part in a hundred is named so few words after *hasta*.
_SHARE = 8
_PART = re.compile(r"por ciento|%")


def same_family(en: str, es: str) -> bool:
    """Whether two classes measure the same thing; what adds to something is not set against the
    first among others."""
    return {en, es} != {"main", "also"} and any(
        en in members and es in members for members in _FAMILIES
    )


def agree(en: str, es: str) -> bool:
    """Whether an English and a Spanish class may stand for one another."""
    return es in _AGREE.get(en, ())
