"""Names that the other version holds in no form.

What always holds: a name is matched by its letters, by a cognate, by its other name in the table,
or by a translation of its words; a word of the language is no name, unless it is a famous one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from aligner.divergence.meeting import meeting
from aligner.divergence.passage import Passage
from aligner.language.acronyms import acronyms, full_names
from aligner.language.folding import lowered
from aligner.language.meanings import meanings
from aligner.language.name_kinds import run_of, vouched
from aligner.language.names import Name, english_of, exonyms, famous, names
from aligner.language.neighbours import Neighbours, shared_pairs
from aligner.language.peoples import peoples
from aligner.language.reading import Reading
from aligner.language.vocabulary import (
    en_empty,
    en_keys,
    en_known,
    es_empty,
    es_keys,
    es_known,
)
from aligner.text.segment import Side

# So many letters make two words forms of one.
_LONG = 5
_EN_ENDINGS = ("ly", "tion", "sion", "tions", "ment", "ness", "ship", "ance", "ence", "ics", "ing")
_ES_ENDINGS = ("mente", "cion", "sion", "ciones", "siones", "dad", "dades", "miento", "ncia", "aje")
# "Universidad del Norte de Jalapa (UNJ)": words with a capital, small ones that join them, brackets.
_WITH_ACRONYM = re.compile(r"(?: [A-ZÁÉÍÓÚÑ][\w-]*| [a-z]{1,4})*? \(([A-ZÑ]{2,12})\)")
_POSSESSED = re.compile(r"[A-Z]{2,}(?:['’]s?)?")
_REACH = 80
_NAME_BEFORE = re.compile(r"(?<!\w)([A-ZÁÉÍÓÚÑ][a-záéíóúñ]+) $")
# From this part of letter pairs on two surnames are two spellings of one.
_SAME = 0.72
# "Hacer", "Aceptar": the label of a button.
_INFINITIVES = ("ar", "er", "ir")
# "Deseamos", "Queremos": at the beginning of a sentence a verb, not a name.
_WE = ("amos", "emos", "imos")
# "Véase", "Póngalos": a verb with its pronouns; the accent stands before its last syllable but one.
_ENCLITIC = re.compile(r"\w*[áéíóú]\w+(?:me|te|se|les?|l[oa]s?|nos)$")


def strange(own: Sequence[Name], passage: Passage, side: Side) -> list[Name]:
    """The names of `side` that the other side holds in no form; each once."""
    reading = passage.side(side)
    there = passage.side("es" if side == "en" else "en")
    words = there.vocabulary
    acronymic = {each.form for each in there.of(acronyms)}
    found: dict[str, Name] = {}
    for each in own:
        if each.folded in words or each.folded in found:
            continue
        if _POSSESSED.fullmatch(reading.text, each.start, each.end):
            continue  # "PAHO's": an acronym, which has a check of its own
        if _exonym(each.folded, words, side):
            continue
        ordinary = each.folded not in famous() and _common(each.folded, side)
        if ordinary and not _alone_in_place(passage, each, side):
            continue
        if side == "es" and _abbreviated(each.folded, there):
            continue
        if (
            side == "es"
            and each.initial
            and _verb(reading.text[each.start : each.end], each.folded)
        ):
            continue
        if (en_keys if side == "en" else es_keys)(each.folded) & there.of(meanings):
            continue
        if _named_there(reading, each, acronymic):
            continue
        if there.of(Neighbours).near(each.folded) and not _other_surname(reading, each, there):
            continue
        found[each.folded] = each
    if not found:
        return []
    common = {word.folded for word in reading.words if reading.text[word.start].islower()}
    roots = {word[:_LONG] for word in common if len(word) >= _LONG}
    return [
        each
        for each in found.values()
        if each.folded not in common
        and each.folded[:_LONG] not in roots
        and not _same_people(reading, each, there)
    ]


def _other_surname(reading: Reading, name: Name, there: Reading) -> bool:
    """Whether the other side has another surname behind the same first name, though it begins alike:
    *Andrés Villalobos*, *Andrés Villalba*."""
    first = _first_name(reading, name)
    if not first or len(name.folded) < _LONG:
        return False
    facing = there.of(_surnames).get((first, name.folded[0]), set())
    return len(facing) == 1 and all(
        shared_pairs(name.folded, other) < _SAME
        and min(len(name.folded), len(other)) >= _LONG
        and not name.folded.startswith(other)
        and not other.startswith(name.folded)
        for other in facing
    )


def _surnames(reading: Reading) -> dict[tuple[str, str], set[str]]:
    """The names behind each first name, by their own first letter."""
    found: dict[tuple[str, str], set[str]] = {}
    for each in reading.of(names):
        first = _first_name(reading, each)
        if first:
            found.setdefault((first, each.folded[0]), set()).add(each.folded)
    return found


def _first_name(reading: Reading, name: Name) -> str:
    """The word with a capital before a name, with a blank between them."""
    before = _NAME_BEFORE.search(reading.text, max(name.start - _REACH, 0), name.start)
    return lowered(before[1]) if before else ""


def _verb(written: str, folded: str) -> bool:
    """Whether a Spanish word that begins a sentence is a verb by its ending."""
    return folded.endswith(_WE) or _ENCLITIC.match(written) is not None


def _common(word: str, side: Side) -> bool:
    """Whether a word of the language: known, or with an ending that names seldom have."""
    if side == "en":
        return en_known(word) or en_empty(word) or word.endswith(_EN_ENDINGS)
    return es_known(word) or es_empty(word) or word.endswith(_ES_ENDINGS)


def _abbreviated(word: str, english: Reading) -> bool:
    """Whether an acronym in English stands for a name that holds the Spanish `word`: UK, Reino."""
    known = {key for each in english.of(acronyms) for key in each.keys}
    return any(word in full for key in known for full in full_names(key, "es"))


def _named_there(reading: Reading, name: Name, acronymic: set[str]) -> bool:
    """Whether the name is a word of a full name with its acronym in brackets behind it, and the other
    side has the acronym."""
    if not acronymic:
        return False
    match = _WITH_ACRONYM.match(reading.text, name.end, name.end + _REACH)
    return match is not None and match[1] in acronymic


def _alone_in_place(passage: Passage, name: Name, side: Side) -> bool:
    """Whether a Spanish word with a capital, by itself behind a word of place and without a partner,
    is a place though the language has the word: *en Puebla*."""
    reading = passage.side(side)
    word = name.folded
    if side == "en" or es_empty(word) or word.endswith((*_ES_ENDINGS, *_INFINITIVES)):
        return False
    if name.initial or run_of(reading, name) != (name.start, name.end):
        return False
    at = bisect_left(reading.words, name.start, key=lambda word: word.start)
    if at == len(reading.words) or reading.words[at].start != name.start:
        return False  # stuck behind a figure: 1’Puebla
    return meeting(passage).partner[side][at] < 0 and vouched(reading, name)


def _same_people(reading: Reading, name: Name, there: Reading) -> bool:
    """Whether a name belongs to that of a country or people whom the other side names as well: *French
    Guiana*, *Guayana Francesa*."""
    held = [each for each in reading.of(peoples) if each.start <= name.start < each.end]
    return bool(held) and any(
        not each.meanings.isdisjoint(held[0].meanings) for each in there.of(peoples)
    )


def _exonym(word: str, others: frozenset[str], side: Side) -> bool:
    table = exonyms() if side == "en" else english_of()
    return not others.isdisjoint(table.get(word, ()))
