"""Numbers as lists print them: 3, c, C, iii, III.

What always holds: an answer for every number, decimal where the form has none for it, and never
longer than a label can be.
"""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 30_000


def written(value: int, form: str) -> str:
    """`value` in one of Word's number formats; decimal in those that we do not know."""
    value = min(value, _MOST)
    match form:
        case "none" | "bullet":
            return ""
        case "lowerLetter" | "upperLetter" if value > 0:
            # After z comes aa, then bb, as Word counts.
            letters = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 20)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if value > 0:
            roman = _roman(value)
            return roman.upper() if form == "upperRoman" else roman
        case "decimalZero":
            return f"{value:02d}"
        case _:
            return str(value)


def _roman(value: int) -> str:
    signs: list[str] = []
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        signs.append(sign * count)
    return "".join(signs)
