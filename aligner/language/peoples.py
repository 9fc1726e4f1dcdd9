"""Peoples, countries and languages that a text names: *Mexican*, *los mexicanos*, *en inglés*.

What always holds: the longest form at a place is taken, so that *New Mexico* is not Mexico; an
English form has its capital, and so has a Spanish noun, since *china*, *chile* and *polish* are
words of the language; a Spanish adjective is read in all its forms, whatever its letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.language.words import Word
from aligner.text.segment import Side

# What may stand between the words of one form: E.U.A., Guinea-Bissau.
_JOINTS = frozenset([" ", "-", ".", ". ", "\u00a0", ".\u00a0", "\n", "-\n", "‑"])
# Forms with no more letters are abbreviations, wholly in capitals.
_SHORT = 3
# In so many letters around an abbreviation some are small, unless all the text is shouted.
_AROUND = 40
_BEGINS = re.compile(r"(?:^|[.!?…:;\n•|>(\[“«\"])[\s“«\"(¿¡\[]*$")


class People(NamedTuple):
    """One people at code points [start, end), words first to last (half open), and the rows of the
    table that it may mean; what is not `firm` stands for them without naming them."""

    start: int
    end: int
    first: int
    last: int
    meanings: frozenset[str]
    firm: bool


class _Form(NamedTuple):
    """The words of a form, and whether it needs a capital."""

    words: tuple[str, ...]
    proper: bool
    firm: bool
    meanings: frozenset[str]


_OWNED = re.compile(r"\w['’]")


def _plain(word: str) -> str:
    """A word without the mark of the English genitive."""
    if word.isalpha():
        return word
    word = word.replace("’", "'")
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def _english(form: str) -> tuple[str, ...]:
    """A form and, if it may be a noun for people, its plural: the Americas are not the States."""
    return (form,) if form.endswith(("a", "s", "h", "ese")) else (form, f"{form}s")


def _spanish(form: str) -> tuple[str, ...]:
    """The forms of a Spanish adjective, given in the masculine singular."""
    if " " in form:
        return (form,)
    if form.endswith("o"):
        return tuple(form[:-1] + ending for ending in ("o", "a", "os", "as"))
    if form.endswith(("a", "e")):
        return form, f"{form}s"
    if form.endswith(("i", "u")):
        return form, f"{form}s", f"{form}es"
    return form, f"{form}a", f"{form}es", f"{form}as"


def _written(side: Side, row: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, bool, bool]]:
    """The forms of a row on one side, whether each needs a capital, and whether it is firm."""
    if side == "en":
        yield from ((each, True, True) for form in row["en"] for each in _english(form))
    else:
        yield from ((form, True, True) for form in row.get("es", ()))
        yield from ((each, False, True) for form in row.get("of", ()) for each in _spanish(form))
    yield from ((form, False, False) for form in row.get("also", ()))


@cache
def _forms(side: Side) -> Mapping[str, Sequence[_Form]]:
    """The forms by their first word, the longest first."""
    rows: defaultdict[tuple[str, ...], set[tuple[str, bool, bool]]] = defaultdict(set)
    for name, row in table("peoples")["peoples"].items():
        for form, proper, firm in _written(side, row):
            rows[tuple(map(_plain, form.split(" ")))].add((name, proper, firm))
    found: defaultdict[str, list[_Form]] = defaultdict(list)
    for words, meant in rows.items():
        # With its capital *China* may be the country and the adjective, without it the latter alone.
        for proper, own in (True, meant), (False, {each for each in meant if not each[1]}):
            if own and (not proper or any(each[1] for each in own)):
                meanings = frozenset(name for name, _, _ in own)
                firm = any(firm for _, _, firm in own)
                found[words[0]].append(_Form(words, proper, firm, meanings))
    return {
        first: sorted(forms, key=lambda form: -len(form.words)) for first, forms in found.items()
    }


@cache
def _listed(which: str, side: Side) -> frozenset[str]:
    lists = table("peoples")[which]
    return frozenset(lists[side] if which == "common" else lists)


def peoples(reading: Reading) -> tuple[People, ...]:
    """The peoples that a text names, in order."""
    return tuple(_found(reading, _forms(reading.side)))


def _found(reading: Reading, forms: Mapping[str, Sequence[_Form]]) -> Iterator[People]:
    if forms.keys().isdisjoint(reading.vocabulary) and not _OWNED.search(reading.lower):
        return
    words, common = reading.words, _listed("common", reading.side)
    past = 0
    for at, folded in enumerate(reading.folded):
        if not folded.isalpha():
            folded = _plain(folded)
        if folded not in forms or at < past:
            continue
        word = words[at]
        for each in forms[folded]:
            if not _stands(reading, at, each):
                continue
            past = at + len(each.words)
            firm = each.firm and not (
                each.proper and word.folded in common and _begins(reading.text, word.start)
            )
            ending = words[past - 1]
            end = ending.start + len(_plain(ending.folded))
            yield People(word.start, end, at, past, each.meanings, firm)
            break


def _stands(reading: Reading, at: int, form: _Form) -> bool:
    """Whether the words from `at` on are those of the form, written as it has to be."""
    words, text = reading.words[at : at + len(form.words)], reading.text
    if len(words) < len(form.words):
        return False
    if any(_plain(word.folded) != own for word, own in zip(words[1:], form.words[1:], strict=True)):
        return False
    if any(text[a.end : b.start] not in _JOINTS for a, b in pairwise(words)):
        return False
    return not form.proper or _is_proper(reading, words)


def _is_proper(reading: Reading, words: Sequence[Word]) -> bool:
    text, compass = reading.text, _listed("compass", reading.side)
    if len(words) == 1:
        start, end, _ = words[0]
        word = _plain(text[start:end])
        if len(word) > _SHORT:
            return word[0].isupper()
        return word.isupper() and not text[max(start - _AROUND, 0) : end + _AROUND].isupper()
    if max(word.end - word.start for word in words) < _SHORT:
        return text[words[0].start : words[-1].end].isupper()
    if reading.side == "es":
        return any(text[word.start].isupper() for word in words)
    ends = (words[0], words[-1])
    return all(not text[word.start : word.end].islower() or word.folded in compass for word in ends)


def _begins(text: str, start: int) -> bool:
    return _BEGINS.search(text, max(start - 6, 0), start) is not None
