"""Cells of spreadsheets: safe from being taken for formulas, and lists in one cell.

What always holds: `unguarded(guarded(text)) == text` for every text, and `split(joined(parts)) ==
parts`. A spreadsheet never runs what stands in a guarded cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Signs that begin a formula, their full-width twins, and white space before one.
_DANGER = "=+-@\t\r\n＝＋－＠"
_GUARD = "'"
_EMPTY = "\\-"
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PART = re.compile(r"(?:[^\\|]|\\.)*", re.DOTALL)


def guarded(text: str) -> str:
    """`text` with a single quote in front where a spreadsheet might take it for a formula."""
    dangerous = text[:1] and text[0] in _DANGER
    # A text that begins with the quote itself, so that taking one off gives it back.
    return f"{_GUARD}{text}" if dangerous or _begins_guarded(text) else text


def unguarded(cell: str) -> str:
    """What `guarded` was given. A quote before anything else stays: 'tis."""
    return cell[1:] if _begins_guarded(cell) else cell


def _begins_guarded(text: str) -> bool:
    rest = text.lstrip(_GUARD)
    return text.startswith(_GUARD) and bool(rest) and rest[0] in _DANGER


def joined(parts: Sequence[str]) -> str:
    """Several texts in one cell, parted by ` | `; a stroke or backslash in them gets a backslash."""
    return " | ".join(part.replace("\\", "\\\\").replace("|", "\\|") or _EMPTY for part in parts)


def split(cell: str) -> list[str]:
    """The texts that `joined` put into `cell`; blanks around strokes that others wrote go too."""
    if not cell:
        return []
    parts: list[str] = []
    at = 0
    while at <= len(cell):
        match = _PART.match(cell, at)
        assert match is not None
        parts.append(match.group())
        at = match.end() + 1
    last = len(parts) - 1
    found = []
    for n, part in enumerate(parts):
        start = 1 if n and part.startswith(" ") else 0
        end = len(part) - 1 if n < last and part.endswith(" ") else len(part)
        found.append(_ESCAPED.sub(_meant, part[start:end]))
    return found


def _meant(escaped: re.Match[str]) -> str:
    return "" if escaped[0] == _EMPTY else escaped[1]
