"""How much a name proves that has no counterpart, and two names that face one another.

What always holds: only what the words around it call a person or a place may be major; a word with
a capital alone may be a label. Where the versions do not follow one another closely, a name that
stands alone informs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from aligner.divergence.divergence import Severity
from aligner.divergence.evidence import CLOSE, LOOSE, opposite
from aligner.divergence.meeting import meeting
from aligner.divergence.passage import Passage
from aligner.language.compounds import renders, same_letters
from aligner.language.name_kinds import placed, run_of, surely, told, vouched
from aligner.language.names import Name, cities, english_of, exonyms, famous, names
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.language.vocabulary import en_empty, en_known, es_known
from aligner.text.segment import Side

_REACH = 80
BESIDE = 3
"""How many words from the expected place a name may stand."""
_BEFORE_NOUN = re.compile(r" ([a-z]{3,})(?![\w])")
_POSSESSOR = re.compile(r"['’]s?$")
_OF = r" (?:de|del|de la|de los|de las|para) "
# "Libreta de direcciones": a word with a complement in small letters is a noun.
_NOUN_PHRASE = re.compile(rf"{_OF}[a-záéíóúñ]")
_COMPLEMENT = re.compile(r"\w (?:de|para) $")
_FEW = 8
_JOINED_BEFORE = re.compile(rf"(?<!\w)[A-ZÁÉÍÓÚÑ]\w+{_OF}$")
_JOINED_BEHIND = re.compile(rf"{_OF}[A-ZÁÉÍÓÚÑ]")


def weight(passage: Passage, en: Name | None, es: Name | None) -> Severity:
    """How much names prove that have no counterpart: the text around them and what vouches for
    them decide."""
    met = meeting(passage)
    sure = (en is not None and vouched(passage.en, en)) or (
        es is not None and vouched(passage.es, es)
    )
    if en and es:
        if localised(passage, en, es):
            return Severity.INFO
        sure = sure or _share_a_name(passage, en, es)
        if sure and not en.initial and not es.initial:
            return Severity.MAJOR
        if sure or apart(passage, en, es) <= BESIDE:
            return Severity.MINOR
        # Wherever they stand, words of no language that alone have no counterpart were exchanged.
        foreign = not any(_of_language(each.folded) for each in (en, es))
        return Severity.MINOR if foreign and not en.initial else Severity.INFO
    side: Side = "en" if en else "es"
    each = en or es
    assert each is not None
    first, last = _run_places(passage.side(side), each)
    place = Phrase("", "", first, last, (each.start, each.end))
    enough = LOOSE if es or surely(passage.side(side), each) else CLOSE
    close = opposite(met, side, place) >= enough and not _renamed(passage, side, each, first, last)
    sure = sure or (es is not None and _shares_a_name(passage, es))
    start = each.start
    if es and known(es) and _COMPLEMENT.search(passage.es.text, max(start - _FEW, 0), start):
        # "el núcleo de Linux": what is plain from the text may be named in one version alone.
        told_so = told(passage.es, es) or placed(passage.es, es)
        return Severity.MINOR if told_so and close else Severity.INFO
    if sure and close and not _describes(passage.en, each):
        return Severity.MINOR
    if en:
        # English writes many words with a capital: alone there, only a name that is known accuses.
        # A state may go without saying ("Mexico's ministry", "la Secretaría"), and so may a name
        # that only describes what follows it ("the Ford vehicle").
        firm = en.folded in famous() and (en.folded not in exonyms() or en.folded in cities())
        return Severity.MINOR if firm and not _describes(passage.en, en) else Severity.INFO
    noun = not sure and _NOUN_PHRASE.match(passage.es.text, each.end)
    if known(each):
        return Severity.MINOR
    if not (sure or close) or noun or _translated(passage, each):
        return Severity.INFO
    return Severity.MINOR


def _of_language(word: str) -> bool:
    return en_known(word) or es_known(word)


def localised(passage: Passage, en: Name, es: Name) -> bool:
    """Whether a version may have given a sample a name of its own: the words of one render those of
    the other, one holds the other (the label of a key), or the name of an example is another one
    wherever the text says it."""
    a, b = passage.en.text[en.start : en.end], passage.es.text[es.start : es.end]
    if renders(a, b) or same_letters(a, b):
        return True
    if min(len(a), len(b)) > BESIDE and (a.endswith(b) or b.endswith(a)):
        return True
    if not any(_examples(side.side).search(side.lower) for side in (passage.en, passage.es)):
        return False
    return (
        len(re.findall(rf"(?<!\w){re.escape(a)}(?!\w)", passage.en.text)) > 1
        and en.folded not in passage.es.vocabulary
        and es.folded not in passage.en.vocabulary
    )


@cache
def _examples(side: Side) -> re.Pattern[str]:
    words = "|".join(table("names")["examples"][side])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _share_a_name(passage: Passage, en: Name, es: Name) -> bool:
    """Whether both stand beside a name that they share, as surnames beside a first name."""
    (a, b), (c, d) = run_of(passage.en, en), run_of(passage.es, es)
    # "Solís's": the mark of the genitive is a part of the English word.
    shared = {_POSSESSOR.sub("", w.folded) for w in passage.en.words if a <= w.start < b} & {
        word.folded for word in passage.es.words if c <= word.start < d
    }
    return any(not en_known(word) and not es_known(word) for word in shared)


def _shares_a_name(passage: Passage, name: Name) -> bool:
    """Whether a Spanish name stands in a run with a foreign one that English has as well."""
    start, end = run_of(passage.es, name)
    beside = {word.folded for word in passage.es.words if start <= word.start < end}
    shared = beside & {word.folded for word in passage.en.words}
    return any(word != name.folded and not es_known(word) for word in shared)


def _renamed(passage: Passage, side: Side, name: Name, first: int, last: int) -> bool:
    """Whether a word with a capital and without a partner stands where the run of `name`, words
    first to last of `side`, belongs: it may be another name for the same."""
    met, other = meeting(passage), passage.es if side == "en" else passage.en
    table = es_known if other.side == "es" else en_known
    low, high = met.gap(side, first, last)
    # A member of a longer name has its counterpart in the other one, where it is known what that
    # means: *World* is no *Interamericano*, since both versions have the bank.
    member = any(met.partner[side][i] >= 0 for i in range(first, last))
    for i in range(max(low - 1, 0), min(high + 1, len(other.words))):
        start, end, folded = other.words[i]
        if not other.text[start].isupper() or other.text[start:end].isupper():
            continue
        differs = member and folded[0] != name.folded[0] and table(folded)
        if met.partner[other.side][i] < 0 and not differs:
            return True
    return False


def known(name: Name) -> bool:
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


def word_places(reading: Reading, name: Name) -> tuple[int, int]:
    """The indices of the words of a name (half open)."""
    first = bisect_left(reading.words, name.start, key=lambda word: word.start)
    return first, max(bisect_left(reading.words, name.end, key=lambda word: word.start), first + 1)


def _run_places(reading: Reading, name: Name) -> tuple[int, int]:
    """The indices of the words of the run of capitalised words of which `name` is one."""
    start, end = run_of(reading, name)
    words = reading.words
    return (
        bisect_left(words, start, key=lambda word: word.start),
        bisect_left(words, end, key=lambda word: word.start),
    )


def apart(passage: Passage, en: Name, es: Name) -> float:
    """How many words from where the text around one name puts it the other one stands, seen from the
    side where it is nearer: an English name may stand before its noun and a Spanish one behind it."""
    met, ours, theirs = meeting(passage), word_places(passage.en, en), word_places(passage.es, es)
    return min(abs(theirs[0] - met.slot("en", *ours)), abs(ours[0] - met.slot("es", *theirs)))
