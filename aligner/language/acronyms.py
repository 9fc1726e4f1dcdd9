"""Acronyms, read on the side where they stand.

What always holds: `EU` is the European Union in English and the United States in Mexican Spanish;
points and blanks make no difference; words in capitals for stress, runs of capitals and Roman
figures are no acronyms.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.language.vocabulary import en_empty, es_empty
from aligner.text.segment import Side

_FORM = re.compile(
    r"(?=[A-Z])(?:(?<![\w&@/$%])|(?<=[A-Z]{2}/))(?<![a-z\s(]-)(?<![A-Z]{2}\.)(?:EE\.?[ \u00a0\u202f]?UU\.?(?:[ \u00a0]?A\.)?|E\.[ \u00a0]?U\.(?:[ \u00a0]?A\.)?|T-MEC"
    r"|(?:[A-Z]\.){2,6}|[A-Z]{2,12}(?:e?s)?|(?<=\()[A-Z][a-z]{1,2}[A-Z](?=\)))(?![\w@$(]|[_=][\w]|\.[A-Z]{2})"
)
# "API/PNR" are two; "/etc/API/PNR" is a path.
_BEFORE = re.compile(r"\S{1,40}$")
_LONGEST_WORD = 24
# From this part of letters in translated order two acronyms may be one.
_MOSTLY = 0.6
_LETTERS = re.compile(r"[^A-ZÑ]")
# Roman figures as they are written; ICC, LLC and VIC are none.
_ROMAN = re.compile(r"(?=.)C{0,3}(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})$")
# "YYYY-MM-DD", "AAMMDD": letters that stand for the figures of a date or a time.
_PLACES = re.compile(r"(?:([A-Z])\1+)+$")
# A word in capitals beside another that is too long for an acronym: HAVE AGREED.
_LOUD_BEFORE = re.compile(r"(?<!\w)[A-ZÁÉÍÓÚÜÑ]{7,} $")
_LOUD_BEHIND = re.compile(r" [A-ZÁÉÍÓÚÜÑ]{6,}(?!\w)")
_CAPITALS = re.compile(r"(?=[A-ZÁÉÍÓÚÜÑ])(?:(?<!\w)[A-ZÁÉÍÓÚÜÑ]+(?!\w)[\s,;:'’()/-]*){5,}")


@dataclass(frozen=True, slots=True)
class Acronym:
    """One acronym at code points [start, end): `form` is its letters, `key` what it stands for on
    this side, where we know it, else the form; `keys` all that it may stand for."""

    start: int
    end: int
    form: str
    key: str
    keys: frozenset[str]


@cache
def _meanings(side: Side) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in table("acronyms").items():
        for form in entry[side]:
            letters = form.replace("-", "")
            found[letters] = (*found.get(letters, ()), name)
    return found


@cache
def full_names(key: str, side: Side) -> tuple[str, ...]:
    """Folded beginnings of full names that stand for the acronym on `side`; empty if unknown."""
    entry = table("acronyms").get(key)
    return tuple(entry[f"names_{side}"]) if entry else ()


def acronyms(reading: Reading) -> tuple[Acronym, ...]:
    """Every acronym of the text, in order."""
    text = reading.text
    if text.islower():
        return ()
    shouted = [match.span() for match in _CAPITALS.finditer(text)]
    meanings = _meanings(reading.side)
    found = []
    at = 0
    for match in _FORM.finditer(text):
        while at < len(shouted) and shouted[at][1] <= match.start():
            at += 1
        if at < len(shouted) and shouted[at][0] < match.end():
            continue
        if _in_path(text, match.start()):
            continue
        written = match[0]
        form = _LETTERS.sub("", written.upper() if written[-1:].isupper() else written)
        keys = meanings.get(form, (form,))
        key = keys[0]
        if key == form and ("." in match[0] or _PLACES.match(form) or _loud(text, match)):
            continue  # initials of a person, P.S., N. del T.
        if "_stress" not in keys and not _ROMAN.match(form):
            found.append(Acronym(*match.span(), form, key, frozenset(keys)))
    return tuple(found)


def _loud(text: str, match: re.Match[str]) -> bool:
    """Whether a word in capitals goes on with another one that is no acronym."""
    start, end = match.span()
    before = _LOUD_BEFORE.search(text, max(start - _LONGEST_WORD, 0), start)
    return before is not None or _LOUD_BEHIND.match(text, end) is not None


def _in_path(text: str, start: int) -> bool:
    """Whether the letters behind a stroke are a part of a path and no second acronym."""
    if text[start - 1 : start] != "/" or start == 0:
        return False
    before = _BEFORE.search(text, max(start - 40, 0), start)
    return before is None or not before[0].lstrip("(«“\"'")[:-1].isalpha()


def defines(each: Acronym, text: str) -> bool:
    """Whether an acronym fills brackets behind a word: *the Joint Commission (JC)*, *(API/PNR)*."""
    before = _FILLS.search(text, max(each.start - 24, 0), each.start)
    return before is not None and _FILLED.match(text, each.end) is not None


_FILLS = re.compile(r"[^\W\d_][”»\"']? \((?:[A-Z]{2,8}/)?$")
_FILLED = re.compile(r"(?:/[A-Z]{2,8})?\)")


def miswritten(each: Acronym, reading: Reading) -> bool:
    """Whether an acronym fills brackets behind its name in full, and holds the first letters of that
    name in no order of theirs: *the International Organization for Migration (IMO)*."""
    if not defines(each, reading.text):
        return False
    words, empty = reading.words, en_empty if reading.side == "en" else es_empty
    initials: list[str] = []
    for at in range(bisect_left(words, each.start, key=lambda word: word.start) - 1, -1, -1):
        between = reading.text[words[at].end : words[at + 1].start]
        if empty(words[at].folded) and between == " ":
            continue
        if not reading.text[words[at].start].isupper() or between not in (" ", " ("):
            break
        initials.insert(0, words[at].folded[0])
    letters = iter(each.form.lower().replace("ñ", "n"))
    return len(initials) > 1 and not all(letter in letters for letter in initials)


def unlike_its_name(each: Acronym, reading: Reading) -> bool:
    """Whether a known acronym fills brackets in a text that says none of its full names."""
    named = [name for key in each.keys for name in full_names(key, reading.side)]
    if not named or not defines(each, reading.text):
        return False
    return not any(name in reading.lower for name in named)


def anagrams(a: str, b: str) -> bool:
    """Whether two acronyms have the same letters in another order."""
    return a != b and len(a) == len(b) and sorted(a) == sorted(b)


def turned(en: str, es: str) -> bool:
    """Whether a Spanish acronym has the letters of the English one in the order that translation
    gives them: what stands last in English, the head, comes first, and the others follow as they
    were or the last first: *NATO* and *OTAN*, *DNA* and *ADN*."""
    return es[:1] == en[-1:] and es[1:] in (en[:-1], en[-2::-1])


def translated(en: str, es: str) -> bool:
    """Whether a Spanish acronym may be the translation of an English one by its letters: most of them
    stand in the order that translation gives, and not in the order of the English: *EIPD* of *DPIA*."""
    longest = max(len(en), len(es))
    there = max(_in_order(order, es) for order in (en[-1:] + en[:-1], en[::-1]))
    return there / longest >= _MOSTLY and there > _in_order(en, es)


def _in_order(a: str, b: str) -> int:
    """How many letters two acronyms share in one order; the longest common run with gaps."""
    before = [0] * (len(b) + 1)
    for letter in a:
        row = [0]
        for j, other in enumerate(b):
            row.append(before[j] + 1 if letter == other else max(before[j + 1], row[j]))
        before = row
    return before[-1]


def counterparts(each: Acronym, side: Side) -> frozenset[str]:
    """The forms that `side` has for what an acronym of the other side is known to stand for."""
    rows = table("acronyms")
    return frozenset(
        form.replace("-", "") for key in each.keys if key in rows for form in rows[key][side]
    )


def spelled_out(form: str, reading: Reading) -> bool:
    """Whether words that stand near one another in the text begin with the letters of `form`."""
    letters = form.lower().replace("ñ", "n")
    return len(letters) > 1 and letters in reading.of(_initials)


def _initials(reading: Reading) -> str:
    """The first letters of all words but the short ones; and once more without the empty ones."""
    empty = en_empty if reading.side == "en" else es_empty
    longer = [
        word.folded for word in reading.words if len(word.folded) > 3 or word.folded[0].isdigit()
    ]
    full = "".join(word[0] for word in longer if not empty(word))
    return f"{''.join(word[0] for word in longer)} {full}"
