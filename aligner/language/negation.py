"""Negations of one text, negative concord counted once.

What always holds: *no ... ningún*, *no ... nada*, *not ... any* and *ni ... ni* are one negation.
"""

from __future__ import annotations

import re

from aligner.language.mute import mute
from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading
from aligner.language.words import Word

CONCORD = frozenset(
    [
        *(
            "ningun",
            "ninguno",
            "ninguna",
            "ningunos",
            "ningunas",
            "nunca",
            "jamas",
            "nadie",
            "nada",
        ),
        "en modo alguno",
        *("en ningun caso", "en ningun momento", "de ningun modo", "de ninguna manera"),
        *("bajo ninguna circunstancia", "en ninguna circunstancia", "bajo ningun concepto"),
        *("por ningun concepto", "por ningun motivo", "bajo ningun pretexto", "en ningun supuesto"),
        *("de ninguna forma", "en ninguna forma", "por ningun medio", "en forma alguna"),
    ]
)
"""Spanish words that only continue a negation when one stands before them in the clause."""
_OPENERS = frozenset(["no", "sin", "nunca", "jamas", "ni", "tampoco", "nadie"])
# How many words a negation reaches, and a coordinated one.
_CLAUSE = 14
_COORDINATED = 9
_ANEW = 3
_ANEW_AFTER = frozenset(("que", "pero", "y", "e"))
_QUOTES = frozenset('"“«‘')
# Spanish words that need a negation before them, unless they open the clause.
_NEEDY = CONCORD - {"nunca", "jamas"} | {"ni"}
_OPENING = frozenset(
    [
        "y",
        "e",
        "o",
        "u",
        "que",
        "si",
        "cuando",
        "pues",
        "porque",
        "pero",
        "donde",
        "mas",
        "como",
        "aunque",
        "sino",
    ]
)
_LEADING = frozenset(
    ["a", "de", "en", "por", "con", "para", "bajo", "el", "la", "los", "las", "casi"]
)
# What stands between a conjunction and the negation that it joins.
_CARRYING = frozenset(
    ["for", "in", "at", "to", "by", "under", "with", "a", "con", "de", "en", "para", "por", "que"]
)
_CARRIED = 4
_CLITICS = frozenset(["lo", "le", "les", "se", "me", "te", "nos", "os"])
_RELATIVE = frozenset(["cual", "cuales", "quien", "quienes", "cuyo", "cuya", "cuyos", "cuyas"])
_JOINING = frozenset(["and", "or", "nor", "but", "y", "e", "o", "u", "ni", "pero", "como"])
# What is set against a negation does not go on with it: a second one negates anew.
_SETTING_AGAINST = frozenset(["but", "pero"])


def negations(reading: Reading) -> tuple[Phrase, ...]:
    """What negates in `reading`, in order, each negation once. The value is `not`, or `again` for
    one that only repeats the negation before it (*no X and no Y*)."""
    kept: list[Phrase] = []
    words = reading.words
    spared: Phrase | None = None
    for each in of_kind(reading, "negation"):
        if each.value in ("more", "soft-despite"):
            spared = each  # sin importar ... ni: it needs no partner, nor does what goes on with it
        if each.value not in ("not", "again") or mute(reading, each):
            continue
        before = kept[-1] if kept else None
        if each.value == "again" and not any(
            other is not None and not _END.search(reading.text, other.span[1], each.span[0])
            for other in (before, spared)
        ):
            each = each._replace(value="not")  # Ni uno ni otro: the first one negates
        if reading.side == "es" and _unfounded(reading, each, before):
            continue
        if before is not None:
            distance = each.first - before.last
            between = reading.text[before.span[1] : each.span[0]]
            broken = any(mark in between for mark in ".;:?!")
            word = reading.lower[each.span[0] : each.span[1]]
            opened = reading.lower[before.span[0] : before.span[1]]
            inside = opened in _OPENERS or "ningun" in opened or "," not in between
            # reconoce que ningún Estado: before its verb, and far from the negation of another clause
            anew = distance > _ANEW and (
                words[each.first - 1].folded in _ANEW_AFTER
                or (between.rstrip().endswith(",") and _joins(words, before.last, each.first))
            )
            # no lo sabe, nadie lo sabe: before a clitic, and its verb, it negates for itself
            anew = anew or (
                between.rstrip().endswith(",")
                and any(w.folded in _CLITICS for w in words[each.last : each.last + 1])
            )
            # sin lo cual nada se habría hecho: the relative clause negates for itself
            anew = anew or (opened == "sin" and _relative(words, before.last))
            close = before.value == "not" and between.replace(" ", "").isalpha()
            if word == "ni" and close and opened != "ni" and _paired(words, each.last):
                continue  # no haga ni lo uno ni lo otro: the second one alone goes on
            if word in CONCORD and distance <= _CLAUSE and inside and not broken and not anew:
                continue
            at = each.first - 1
            if words[at].folded in _CARRYING and at > before.last:
                at -= 1  # in no case and for no reason, que no ... y que no
            joined = words[at].folded in _JOINING and words[at].folded not in _SETTING_AGAINST
            if joined and distance <= _COORDINATED and not broken:
                each = each._replace(value="again")
        kept.append(each)
    return tuple(kept)


def _paired(words: tuple[Word, ...], at: int) -> bool:
    """Whether a second *ni* follows."""
    return any(word.folded == "ni" for word in words[at : at + _COORDINATED])


def _relative(words: tuple[Word, ...], at: int) -> bool:
    """Whether a relative stands at a place, with its article (*la cual*, *quien*)."""
    return any(word.folded in _RELATIVE for word in words[at : at + 2])


def _joins(words: tuple[Word, ...], low: int, high: int) -> bool:
    """Whether a conjunction stands just before a place, with the words that it carries (*y, en este
    caso, ningún*)."""
    return any(w.folded in _JOINING for w in words[max(low, high - _CARRIED) : high])


def _unfounded(reading: Reading, each: Phrase, before: Phrase | None) -> bool:
    """Whether a *ningún* or *ni* stands after its verb with no negation before it in the sentence:
    then it negates nothing (its *no* is missing, or a comparison wants it)."""
    if reading.lower[each.span[0] : each.span[1]] not in _NEEDY:
        return False
    text = reading.text
    if text[max(each.span[0] - 1, 0) : each.span[0]] in _QUOTES:
        return False  # la frase «Ninguna de las partes ...»: what is quoted begins anew
    if before is not None and not _END.search(text, before.span[1], each.span[0]):
        return False
    words = reading.words
    following = words[each.last].folded if each.last < len(words) else ""
    pair = words[each.first].folded == "ni" and _paired(words, each.last)
    if pair and following not in _LEADING and not following.endswith("mente"):
        return False  # ni uno ni otro, ni se acepta ni se rechaza
    if pair and _adjunct(reading, each.first):
        return False
    at = each.first - 1
    while at >= 0 and (words[at].folded in _LEADING or words[at].folded.endswith("mente")):
        at -= 1
    if at < 0 or words[at].folded in _OPENING:
        return False
    between = text[words[at].end : words[at + 1].start]
    # lo aceptará, ni hoy ni mañana: with no negation before it, nothing goes on
    return between.isspace() or (pair and between.strip() == ",")


def _adjunct(reading: Reading, at: int) -> bool:
    """Whether only a circumstance, and no verb, stands before a word in its sentence (*Con esta
    licencia ni el autor ni el editor permiten*)."""
    first = at - _ADJUNCT
    if first < 0:
        return False
    words, text = reading.words, reading.text
    opens = not first or text[words[first - 1].end : words[first].start].strip() != ""
    return (
        opens
        and words[first].folded in _CIRCUMSTANCE
        and words[first + 1].folded in _DETERMINERS
        and text[words[first].start : words[at].start].replace(" ", "").isalnum()
    )


# con esta licencia: so many words
_ADJUNCT = 3
_CIRCUMSTANCE = frozenset(
    [
        "a",
        "de",
        "en",
        "por",
        "con",
        "para",
        "bajo",
        "desde",
        "segun",
        "tras",
        "durante",
        "mediante",
        "ante",
    ]
)
_DETERMINERS = frozenset(
    [
        "el",
        "la",
        "los",
        "las",
        "este",
        "esta",
        "estos",
        "estas",
        "ese",
        "esa",
        "esos",
        "esas",
        "dicho",
        "dicha",
        "dichos",
        "dichas",
        "su",
        "sus",
        "tal",
        "cada",
        "ambos",
        "ambas",
    ]
)
# A stop before a small letter ends an abbreviation (*EE. UU. ni*), and no sentence.
_END = re.compile(r"(?<!\bEE)[.!?](?=\s+[^a-záéíóúñ\s])")
