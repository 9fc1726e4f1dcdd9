"""Safeguards and hedges: what narrows a commitment, and which of them may render one another.

What always holds: `safeguards` are those that must not be lost; `hints` (*in accordance with*,
*normally*) may render one and need no partner.
"""

from __future__ import annotations

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading
from aligner.language.roles import prepositions, small

# These say too little alone: they only help to find the rendering of another one.
_HINTS = frozenset(
    [
        "accord",
        "hedge",
        "due",
        "respect",
        "extent",
        "despite",
        "fitting",
        "otherwise",
        "meanwhile",
        "instead",
        "request-word",
        "consent-word",
        "consult-word",
        "notice-word",
        "feasible",
        "delay-word",
        "lawful",
        "exceptional",
        "terms",
    ]
)
# *A no ser* has so many words.
_TO_BE = 3
# Classes that a translator may exchange.
_KIN = (
    {"law", "accord", "subject"},
    # What is *subject to notice* is done *previo aviso*.
    {"subject", "notice"},
    {"competence", "accord", "law"},
    {"resources", "subject", "accord", "possible"},
    {"appropriate", "possible"},
    {"possible", "extent"},
    {"prejudice", "subject", "despite"},
    {"appropriate", "fitting"},
    {"written", "otherwise", "exception"},
    {"exception", "instead"},
    {"proviso", "meanwhile"},
    {"mutual", "accord"},
    {"discretion", "appropriate"},
    {"written", "prejudice", "law"},
    {"request", "request-word", "meanwhile"},
    {"consent", "consent-word", "mutual"},
    {"consultation", "consult-word"},
    {"notice", "notice-word"},
    {"possible", "feasible"},
    {"delay", "delay-word", "possible"},
    {"law", "lawful"},
    {"consent", "exception"},
    {"proviso", "instead"},
    {"circumstances", "possible", "exception"},
    {"circumstances", "exceptional"},
    {"full-respect", "respect", "accord", "due"},
    {"subject", "proviso", "terms"},
    {"subject", "exception"},
    {"subject", "respect"},
    {"subject", "full-respect"},
    {"proviso", "extent", "meanwhile"},
)


def safeguards(reading: Reading) -> tuple[Phrase, ...]:
    """The safeguards of `reading` in order."""
    return tuple(
        each
        for each in of_kind(reading, "safeguards")
        if each.value not in _HINTS
        and not _another_law(reading, each)
        and not _suffered(reading, each)
    )


def hints(reading: Reading) -> tuple[Phrase, ...]:
    """Expressions that may render a safeguard."""
    return tuple(e for e in of_kind(reading, "safeguards") if e.value in _HINTS)


def kin(one: str, other: str) -> bool:
    """Whether two classes may render one another."""
    return one == other or any(one in group and other in group for group in _KIN)


# What follows *a no ser* where it makes an exception, but for the little words of *small*.
_SAVE = frozenset(["si", "cuando", "donde", "mi", "tu", "tus", "mis", "nuestro", "nuestra"])


def _suffered(reading: Reading, each: Phrase) -> bool:
    """Whether *a no ser* only says what nobody shall suffer or be: *el derecho a no ser expulsado*."""
    if each.last - each.first != _TO_BE or reading.words[each.last - 1].folded != "ser":
        return False
    following = reading.words[each.last].folded if each.last < len(reading.words) else ""
    return not (
        following in _SAVE
        or following in small("es", "articles")
        or following in prepositions("es")
    )


def _another_law(reading: Reading, each: Phrase) -> bool:
    """Whether the law meant is that of somebody named (*the law of the Member State*): a rule of
    conflict, not a safeguard."""
    following = reading.words[each.last].folded if each.last < len(reading.words) else ""
    return each.value == "law" and following in ("of", "de", "del")
