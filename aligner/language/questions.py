"""Spanish questions and exclamations that are not opened, or opened and not closed.

What always holds: signs of code, of addresses and those that are spoken of count for nothing; time
is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from aligner.language.slip import Slip

# What makes a run of signs code: `:packadd!`, `$name?`, `a.b!`.
_CODE = re.compile(r"(?<!\S)[«“\"'(]?[:%$\\/=@#*+]\w|\w[_\\=@#*+]")
_GOES_ON = re.compile(r"\s*(?:\.{3}|…)")
_QUESTION = re.compile(r"[?!]+")
_UPSIDE = {"¿": "?", "¡": "!"}
# "los signos ¿ y ¡" are spoken of; "¡¿Qué?!" opens twice.
_OPENING_MARK = re.compile(r"[¿¡](?=[^\W_]|[(«“\"'])")
_FULL_STOP = re.compile(r"(?<=[^\W_]{3})\.(?=\s*(?:$|\s[¿¡«“\"'(]*[A-ZÁÉÍÓÚÑ]))")
_OPENING, _CLOSING = frozenset("\"'`«“„‘"), frozenset("\"'`»”“’")
_TAIL = 24
# More slips than this are one disorder.
_MOST = 20


def uninverted(text: str) -> list[Slip]:
    """Questions and exclamations that nothing opens, in Spanish."""
    if "?" not in text and "!" not in text:
        return []
    found = []
    start = 0
    first = _GOES_ON.match(text)
    goes_on = first.end() if first else -1  # "... or when?" goes on with a question above
    for match in islice(_QUESTION.finditer(text), _MOST * _MOST):
        at = match.start()
        follows = text[match.end() : match.end() + 1]
        if (
            at == 0
            or not (text[at - 1].isalpha() or text[at - 1] in ")»”\"'")
            or (follows and not (follows.isspace() or follows in ")»”\"'.,;:]"))
        ):
            continue  # part of an address or of code
        named = text[at - 1] in _OPENING and text[max(at - 2, 0)].isspace()
        if (
            named
            or spoken_of(text, at, match.end())
            or _CODE.search(text, _word_from(text, at), at + 1)
        ):
            continue
        opening = "¿" if "?" in match[0] else "¡"
        begin = max(text.rfind(mark, start, at) for mark in (". ", "? ", "! ", "\n", ": ", "… "))
        begin = start if begin < 0 else begin + 1
        opened = "¿" in text[start:at] or "¡" in text[start:at]
        if not opened and begin > goes_on:
            while begin < at and text[begin].isspace():
                begin += 1
            found.append(Slip("inverted", begin, match.end(), opening))
        start = match.end()
    return found


def unclosed(text: str) -> Iterator[Slip]:
    """Questions and exclamations that end in a full stop, in Spanish: *¿Quién vendrá. Nadie.*"""
    openings = [(match[0], match.start()) for match in _OPENING_MARK.finditer(text)]
    for (sign, at), (_, limit) in pairwise([*openings, ("", len(text))]):
        closer = _UPSIDE[sign]
        stop = _FULL_STOP.search(text, at, limit)
        if stop is not None and closer not in text[at:limit]:
            yield Slip("unclosed", at, stop.start() + 1, closer)


def _word_from(text: str, at: int) -> int:
    """Where the run of signs that ends at `at` begins, if it is of a usual length."""
    return max(text.rfind(" ", max(at - _TAIL, 0), at) + 1, at - _TAIL, 0)


def spoken_of(text: str, start: int, end: int) -> bool:
    """Whether a sign stands between quotes by itself or behind a backslash: it is not used there,
    it is spoken of."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return before == "\\" or (before in _OPENING and after in _CLOSING)
