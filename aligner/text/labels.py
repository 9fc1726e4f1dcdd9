"""Printed labels in front of a paragraph: `12.`, `3.1`, `(a)`, `ñ)`, `IV.`, `1.-`.

What always holds: a label is split off only where it can hardly be anything else. A year
(`1810 was`), a decimal number (`25.1 million`) and an initial (`A. Smith`) stay in the text; one
capital letter with a full stop is a label only where its neighbours in the sequence stand in the
same document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ROMAN = r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_SMALL_ROMAN = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_LETTER = "[a-zA-Z\u00f1\u00d1]"
_SMALL = "[a-z\u00f1]"
# What ends a label: Mexican drafting writes "1.-" and "a).-" beside "1." and "a)".
_STOP = r"(?:\.[-\u2013\u2014]?|\)\.[-\u2013\u2014]?|\))"
_NUMBER = r"\d{1,3}"

_LABEL = re.compile(
    r"(?P<label>"
    rf"\({_NUMBER}(?:\.\d{{1,3}})*\)|\((?:{_LETTER}|([a-z\u00f1])\2|{_ROMAN}|{_SMALL_ROMAN})\)"
    rf"|{_NUMBER}(?:\.\d{{1,3}})*{_STOP}"
    rf"|{_SMALL_ROMAN}{_STOP}"
    rf"|(?:{_SMALL}|([a-z\u00f1])\3){_STOP}"
    rf"|[A-Z\u00d1]\)(?:\.[-\u2013\u2014]?)?"
    rf"|(?=[IVXL]{{2}}){_ROMAN}(?:\)|\.[-\u2013\u2014]?)"
    r")[ \t\u00a0\u202f]+(?=\S)"
)
# "3.1 The", not "3.1 million"; "1.º El", not "1.º de mayo".
_BARE = re.compile(
    r"(?P<label>\d{1,3}(?:\.\d{1,3}){1,4}|\d{1,3}\.?[\u00ba\u00b0\u00aa])"
    r"[ \t\u00a0]+(?=[\"'\u201c\u00ab\u00bf\u00a1(\[]*[A-Z\u00c0-\u00de])"
)
# What turns the bare number in front of it into an amount, in titles too.
_AMOUNT = re.compile(
    r"(?:thousand|million|billion|trillion|per ?cent|percent|mil|mill[oó]n|millones|bill[oó]n|billones"
    r"|por ciento|points?|puntos?|times|veces|percentage)\b",
    re.IGNORECASE,
)
# "c. 1810", "v. gr.", "s. XX", "p. m.": abbreviations, not labels.
_ABBREVIATED = re.compile(r"(?:[a-z]{1,2}\.|\d|[IVXL]+\b)")
_LONE_SMALL = re.compile(r"[a-z\u00f1]\.")
_TABBED = re.compile(r"(?P<label>\d{1,3})\t+(?=\S)")
_CAPITAL = re.compile(r"(?P<label>(?P<letter>[A-Z\u00d1])\.)[-\u2013\u2014]?[ \t\u00a0]+(?=\S)")
_BULLET = re.compile(
    "[\u2022\u2023\u25e6\u2043\u25aa\u25ab\u25cf\u25cb\u00b7*+\u2013-][ \t\u00a0]+(?=\\S)"
)
_ALONE = re.compile(rf"(?:{_NUMBER}|{_SMALL}|{_ROMAN}|\(?{_LETTER}\))(?:\.[-\u2013]?|\))?")

_ALPHABETS = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ")
_ROMAN_NEIGHBOURS = {"I": ("II",), "V": ("IV", "VI"), "X": ("IX", "XI"), "L": ("XLIX", "LI")}


def split_label(text: str) -> tuple[str, str]:
    """The label in front of `text`, or an empty one, and the rest. One capital letter with a full
    stop is no label here: `capital_labels` judges it by its document."""
    for pattern in (_LABEL, _BARE, _TABBED):
        match = pattern.match(text)
        if match:
            label, rest = match["label"], text[match.end() :]
            if pattern is _BARE and _AMOUNT.match(rest):
                break
            if _LONE_SMALL.fullmatch(label) and _ABBREVIATED.match(rest):
                break
            return label, rest
    return "", text


def split_bullet(text: str) -> tuple[bool, str]:
    """Whether a bullet sign stands in front of `text`, and the text without it."""
    match = _BULLET.match(text)
    return (True, text[match.end() :]) if match else (False, text)


def label_alone(text: str) -> bool:
    """Whether `text` is nothing but a label, as in the number column of a table."""
    return _ALONE.fullmatch(text) is not None


def capital_labels(texts: Iterable[str], labels: Iterable[str]) -> frozenset[str]:
    """The letters that number paragraphs of this document as `A.`, `B.` or single Roman numerals.

    `texts` are the paragraphs and `labels` those already split off them. A letter counts when all
    letters before it in the alphabet stand there too and it is not alone, a Roman numeral when the
    one before or after it does.
    """
    letters = {m["letter"] for m in map(_CAPITAL.match, texts) if m}
    if not letters:
        return frozenset()
    plain = {label.rstrip(".-\u2013\u2014)") for label in labels}
    accepted: set[str] = set()
    for alphabet in _ALPHABETS:
        run = next((n for n, sign in enumerate(alphabet) if sign not in letters), len(alphabet))
        if run > 1:
            accepted.update(alphabet[:run])
    for letter in letters & _ROMAN_NEIGHBOURS.keys():
        if any(neighbour in plain for neighbour in _ROMAN_NEIGHBOURS[letter]):
            accepted.add(letter)
    return frozenset(accepted)


def split_capital(text: str, accepted: frozenset[str]) -> tuple[str, str]:
    """As `split_label`, for one capital letter of `accepted` with a full stop."""
    match = _CAPITAL.match(text)
    if match and match["letter"] in accepted:
        return text[: match.end()].rstrip(), text[match.end() :]
    return "", text
