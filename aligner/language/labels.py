"""Printed numbers of paragraphs and list members, by value.

What always holds: (a), a) and a. are the same, and so are IV. and 4.; a bullet has no value. In a
Spanish list that prints ñ, the letters after n count one more.
"""

from __future__ import annotations

import re

_CORE = re.compile(r"[^\W_]+(?:[.\-][^\W_]+)*")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def value(label: str) -> tuple[str, ...]:
    """The parts of a printed number, each as digits or a letter; empty for a bullet."""
    match = _CORE.search(label.lower())
    if match is None:
        return ()
    return tuple(_part(part) for part in re.split(r"[.\-]", match[0]))


def readings(label: str) -> set[tuple[str, ...]]:
    """All values a printed number may have: *i* and *c* are letters or Roman numerals."""
    plain = value(label)
    roman = tuple(_roman(part) for part in plain)
    return {plain, roman} if plain else set()


def shifted(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A Spanish letter of an alphabet with ñ as the English letter of the same rank."""
    return tuple(
        "o" if part == "ñ" else chr(ord(part) + 1) if len(part) == 1 and "o" <= part < "z" else part
        for part in parts
    )


def _part(part: str) -> str:
    return str(int(part)) if part.isdecimal() else part


def _roman(part: str) -> str:
    if not part or not _ROMAN.fullmatch(part):
        return part
    digits = [_VALUES[letter] for letter in part]
    return str(
        sum(
            -digit if any(later > digit for later in digits[n + 1 :]) else digit
            for n, digit in enumerate(digits)
        )
    )
