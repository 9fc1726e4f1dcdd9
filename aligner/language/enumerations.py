"""Enumerations: the members that commas, semicolons and conjunctions set apart.

What always holds: an enumeration stands inside one sentence, has at least three members, one of
them after a conjunction and one after a comma, and its inner members are short. Linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from aligner.language.reading import Reading
from aligner.text.segment import Span

_JOINING = r"(?:and|or|y|e|o|u|as well as|así como)"
_CUT = re.compile(rf"[,;]\s*(?:{_JOINING}\b)?|\s{_JOINING}(?=\s)", re.IGNORECASE)
_CONJUNCTION = re.compile(rf"\b{_JOINING}$", re.IGNORECASE)
_STOP = re.compile(r"[.!?:;()](?=\s|$)|[(¿¡]")
# A member of more words is a clause.
_LONG = 6


@dataclass(frozen=True, slots=True)
class Member:
    """One stretch between two separators: its span, its words, and what stands before it (`,`,
    `and`, `.` for the start of a sentence) and whether an enumeration is around it."""

    span: Span
    words: int
    joined: bool
    comma: bool
    first: bool


def members(reading: Reading) -> tuple[Member, ...]:
    """All stretches between separators of `reading`, in order."""
    text = reading.text
    found: list[Member] = []
    cuts = [(match.start(), match.end(), True) for match in _CUT.finditer(text)]
    cuts += [(match.start(), match.end(), False) for match in _STOP.finditer(text)]
    cuts.sort()
    at, joined, comma, first = 0, False, False, True
    for start, end, inside in [*cuts, (len(text), len(text), False)]:
        if start < at:
            continue
        found.append(Member((at, start), len(text[at:start].split()), joined, comma, first))
        mark = text[start:end]
        joined = inside and bool(_CONJUNCTION.search(mark.rstrip()))
        comma = inside and mark[:1] in (",", ";")
        first = not inside
        at = end
    return tuple(found)


def enumerated(all_members: tuple[Member, ...], at: int) -> int:
    """How many members the enumeration has that holds the one at code point `at`; 0 if there is
    none."""
    index = bisect_right(all_members, at, key=lambda member: member.span[0]) - 1
    if index < 0 or all_members[index].words > _LONG:
        return 0
    low = index
    while low > 0 and not all_members[low].first and index - low < _LONG:
        low -= 1
        if all_members[low].words > _LONG:
            break
    high = index
    while high + 1 < len(all_members) and not all_members[high + 1].first and high - index < _LONG:
        high += 1
        if all_members[high].words > _LONG:
            break
    if low == index:
        return 0
    inner = all_members[low + 1 : high + 1]
    if not any(m.joined for m in inner) or not any(m.comma for m in inner):
        return 0
    return high - low + 1 if high - low >= 2 else 0
