"""Who acts in a text.

What always holds: an actor is a class of the table; one word may stand for several (*proveedor* is
a provider or a vendor): `actors` gives each place once with all its classes, joined by `|`.
"""

from __future__ import annotations

import re

from aligner.language.doublets import doublets
from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading
from aligner.language.roles import small
from aligner.text.segment import Side


def actors(reading: Reading) -> tuple[Phrase, ...]:
    """The actors named in `reading`, in order."""
    found: list[Phrase] = []
    again = {each.second for each in reading.of(doublets)}
    for each in of_kind(reading, "actors"):
        if each.last - 1 in again:
            continue  # the other gender of an actor is the same actor
        if each.value == "parties" and _named(reading, each):
            continue
        if (_compound if reading.side == "en" else _adjective)(reading, each):
            continue
        if found and found[-1].first == each.first:
            found[-1] = found[-1]._replace(value=f"{found[-1].value}|{each.value}")
        else:
            found.append(each)
    if reading.side == "en" and "US" in reading.text:
        found += [
            Phrase("actors", "united-states", index, index + 1, (word.start, word.end))
            for index, word in enumerate(reading.words)
            if word.folded == "us" and reading.text[word.start : word.end] == "US"
        ]
        found.sort(key=lambda each: each.first)
    return tuple(found)


# What stands before a hyphen and makes an adjective of an actor, or another actor of him.
_PREFIX = re.compile(r"(?<!\w)(?:non|single|multi|cross|inter|co)-$", re.IGNORECASE)
_LONGEST_PREFIX = 8


def _compound(reading: Reading, each: Phrase) -> bool:
    """Whether a prefix makes another word of an actor: *single-user mode*, *non-members*."""
    start = each.span[0]
    return reading.text[start - 1 : start] == "-" and bool(
        _PREFIX.search(reading.text, max(start - _LONGEST_PREFIX, 0), start)
    )


# Adjectives that also name somebody agree with the noun before them; those that name a role of an
# instrument (*la parte vendedora*) name it as adjectives too.
_AGREEING = re.compile(r"[oa]s?$")
_ROLES = re.compile(r"(?:[dts]or|ari|ad|id)[oa]?s?$")


def _adjective(reading: Reading, each: Phrase) -> bool:
    """Whether a word only says of what kind the noun before it is: *los archivos médicos*."""
    words, own = reading.words, reading.words[each.first].folded
    ending = _AGREEING.search(own)
    return (
        each.last - each.first == 1
        and each.first > 1
        and ending is not None
        and not _ROLES.search(own)
        and words[each.first - 1].folded.endswith(ending[0])
        and words[each.first - 2].folded in small("es", "articles")
        and reading.text[words[each.first - 1].end : each.span[0]].isspace()
    )


# What tells which party is meant: an adjective of role after *la Parte* (infractora, contratada,
# responsable), a participle after *the Party* (complained against, providing), a relative clause.
_ROLE: dict[Side, re.Pattern[str]] = {
    "en": re.compile(r"^(?:that|which|who|whose|[a-z]+(?:ed|ing))$"),
    "es": re.compile(r"(?:^(?:que|cuy[oa]s?)|[aei]nte|[dts]or[ae]?|[ai]da|aria|iva|able)s?$"),
}


def _named(reading: Reading, each: Phrase) -> bool:
    """Whether a party is named by a role that the table does not know, or by what it does: it may be
    any of them."""
    following = reading.words[each.last : each.last + 1]
    return bool(following) and bool(_ROLE[reading.side].search(following[0].folded))
