"""Wrapping one paragraph into lines of a column.

What always holds: the lines are spans of the text, in order, each no wider than the column (a
character that is wider than the column excepted); only blanks are lost between them.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

_WORD = re.compile(r"\S+")
# Latin text without combining marks: one cell a code point, so length is width.
_NARROW = re.compile(
    r"[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*\Z"
)


def narrow(text: str) -> bool:
    """Whether every code point of `text` takes one cell."""
    return _NARROW.match(text) is not None


def cells(text: str) -> int:
    """The width of `text` in terminal cells."""
    return len(text) if narrow(text) else cell_len(text)


def estimate(length: int, width: int) -> int:
    """About how many lines `length` code points take: a ragged edge loses some three cells a line."""
    return max(1, -(-length // max(1, width - 3)))


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of `text` in `width` cells as spans; at least one, which may be empty."""
    width = max(1, width)
    lines: list[tuple[int, int]] = []
    start = 0
    for part in text.split("\n"):
        lines.extend(_wrap_line(text, start, start + len(part), width))
        start += len(part) + 1
    return lines


def _wrap_line(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    if narrow(text):
        measure = None
        if end - start <= width:
            return [(start, end)]
    else:
        measure = cell_len
    lines: list[tuple[int, int]] = []
    first = last = -1
    used = 0
    for match in _WORD.finditer(text, start, end):
        a, b = match.span()
        wide = b - a if measure is None else measure(text[a:b])
        if first >= 0:
            gap = a - last
            if used + gap + wide <= width:
                used += gap + wide
                last = b
                continue
            lines.append((first, last))
        while wide > width:
            cut = _cut(text, a, b, width)
            lines.append((a, cut))
            a = cut
            wide = b - a if measure is None else measure(text[a:b])
        first, last, used = a, b, wide
    if first >= 0:
        lines.append((first, last))
    return lines or [(start, start)]


def _cut(text: str, start: int, end: int, width: int) -> int:
    """Where a word that is wider than the column is broken."""
    used = 0
    for place in range(start, end):
        used += cell_len(text[place])
        if used > width:
            return max(place, start + 1)
    return end
