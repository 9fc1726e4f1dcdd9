"""Names of persons, places and institutions.

What always holds: a name is matched by its letters, by a cognate, by its other name in the table,
or by a translation of its words; the order of names never matters; a capital that begins a sentence
accuses nobody unless the other side lacks a name of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.acronyms import acronyms, full_names
from aligner.language.expressions import offices
from aligner.language.names import Name, english_of, exonyms, famous, names
from aligner.language.neighbours import Neighbours
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

_EN_ENDINGS = ("ly", "tion", "sion", "tions", "ment", "ness", "ship", "ance", "ence", "ics", "ing")
_ES_ENDINGS = ("mente", "cion", "sion", "ciones", "siones", "dad", "dades", "miento", "ncia", "aje")
# "Deseamos", "Queremos": at the beginning of a sentence a verb, not a name.
_WE = ("amos", "emos", "imos")
_REACH = 80
_BEFORE_NOUN = re.compile(r" ([a-z]{3,})(?![\w])")
_OF = r" (?:de|del|de la|de los|de las|para) "
_JOINED_BEFORE = re.compile(rf"(?<!\w)[A-ZÁÉÍÓÚÑ]\w+{_OF}$")
_JOINED_BEHIND = re.compile(rf"{_OF}[A-ZÁÉÍÓÚÑ]")


def _run(passage: Passage) -> Iterator[Divergence]:
    en, es = _outside_offices(passage.en), _outside_offices(passage.es)
    if not en and not es:
        return
    left_es = _strange(es, passage, "es") if es else []
    left_en = _strange(en, passage, "en") if en else []
    firm_en = [each for each in left_en if not each.initial]
    firm_es = [each for each in left_es if not each.initial]
    # A name that is only said more often on one side may have lost its place to a name, hardly to
    # a word that begins a sentence.
    if not left_en and firm_es:
        left_en = firm_en = _rarer(en, es)
    elif firm_en and not left_es:
        left_es = firm_es = _rarer(es, en)
    if left_en and left_es and (firm_en or firm_es):
        for a, b in zip(firm_en or left_en, firm_es or left_es, strict=False):
            yield _finding(passage, a, b)
        return
    for b in firm_es:
        if _known(b) or not _bracketed(passage.es, b):
            yield _finding(passage, None, b)
    for a in firm_en:
        yield _finding(passage, a, None)


def _outside_offices(reading: Reading) -> list[Name]:
    """The names that are no part of an office, which has a check of its own."""
    found = reading.of(names)
    held = [(each.start, each.end) for each in reading.of(offices)] if found else []
    return [each for each in found if not any(a <= each.start < b for a, b in held)]


def _strange(own: Sequence[Name], passage: Passage, side: Side) -> list[Name]:
    """The names of `side` that the other side holds in no form; each once."""
    reading = passage.side(side)
    there = passage.side("es" if side == "en" else "en")
    words = there.vocabulary
    keys = there.of(_keys)
    found: dict[str, Name] = {}
    for each in own:
        if each.folded in words or each.folded in found:
            continue
        if (each.folded not in famous() and _common(each.folded, side)) or _exonym(
            each.folded, words, side
        ):
            continue
        if side == "es" and _abbreviated(each.folded, there):
            continue
        if side == "es" and each.initial and each.folded.endswith(_WE):
            continue
        if (en_keys if side == "en" else es_keys)(each.folded) & keys:
            continue
        if there.of(Neighbours).near(each.folded):
            continue
        found[each.folded] = each
    common = {word.folded for word in reading.words if reading.text[word.start].islower()}
    return [each for each in found.values() if each.folded not in common]


def _keys(reading: Reading) -> frozenset[str]:
    keys_of = en_keys if reading.side == "en" else es_keys
    return frozenset(key for word in reading.words for key in keys_of(word.folded))


def _common(word: str, side: Side) -> bool:
    """Whether a word of the language: known, or with an ending that names seldom have."""
    if side == "en":
        return en_known(word) or en_empty(word) or word.endswith(_EN_ENDINGS)
    return es_known(word) or es_empty(word) or word.endswith(_ES_ENDINGS)


def _abbreviated(word: str, english: Reading) -> bool:
    """Whether an acronym in English stands for a name that holds the Spanish `word`: UK, Reino."""
    return any(word in full for each in english.of(acronyms) for full in full_names(each.key, "es"))


def _exonym(word: str, others: frozenset[str], side: Side) -> bool:
    table = exonyms() if side == "en" else english_of()
    return not others.isdisjoint(table.get(word, ()))


def _bracketed(reading: Reading, name: Name) -> bool:
    """Whether a name stands in brackets or quotes, as an explanation that only one version needs."""
    before = reading.text[max(name.start - _REACH, 0) : name.start]
    return any(before.rfind(a) > before.rfind(b) for a, b in ("()", "«»", "“”"))


def _known(name: Name) -> bool:
    return name.folded in famous() or name.folded in english_of()


def _describes(reading: Reading, name: Name) -> bool:
    """Whether an English name stands before a noun: *the Debian system*."""
    match = _BEFORE_NOUN.match(reading.text, name.end)
    return match is not None and not en_empty(match[1])


def _translated(passage: Passage, name: Name) -> bool:
    """Whether a Spanish word with a capital is a member of a name that was translated word by word:
    joined to another such word by *de*, *Instituto de Estilos Comunes*, where English has as many."""
    text = passage.es.text
    joined = _JOINED_BEFORE.search(text, max(name.start - _REACH, 0), name.start)
    if joined is None and _JOINED_BEHIND.match(text, name.end) is None:
        return False
    written = passage.en.vocabulary
    english, spanish = (
        {each.folded for each in reading.of(names) if not each.initial}
        for reading in (passage.en, passage.es)
    )
    return len(spanish - written) <= len(english)


def _rarer(own: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The names of one side that the other side also has, but fewer times."""
    counts, there = Counter(each.folded for each in own), Counter(each.folded for each in others)
    found: dict[str, Name] = {}
    for each in own:
        if 0 < there[each.folded] < counts[each.folded]:
            found[each.folded] = each
    return list(found.values())


def _finding(passage: Passage, en: Name | None, es: Name | None) -> Divergence:
    wording = "name.differ" if en and es else "name.en" if en else "name.es"
    severity = Severity.MINOR
    if en and not es:
        # English writes many words with a capital: alone there, only a name that is known accuses.
        # A state may go without saying ("Mexico's ministry", "la Secretaría"), and so may a name
        # that only describes what follows it ("the Ford vehicle").
        firm = en.folded in famous() and en.folded not in exonyms()
        severity = Severity.INFO if not firm or _describes(passage.en, en) else Severity.MINOR
    elif es and not en and not _known(es) and _translated(passage, es):
        severity = Severity.INFO
    if en and es and not en.initial and not es.initial:
        severity = Severity.MAJOR
    return finding(
        CHECK,
        passage,
        wording,
        en=[(en.start, en.end)] if en else [],
        es=[(es.start, es.end)] if es else [],
        facts_en=[en.folded] if en else [],
        facts_es=[es.folded] if es else [],
        severity=severity,
        en_text=passage.en.text[en.start : en.end] if en else "",
        es_text=passage.es.text[es.start : es.end] if es else "",
    )


CHECK = Check(
    name="name",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A name of a person, place or institution that differs",
    in_bead=_run,
)
