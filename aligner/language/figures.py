"""Figures and what they may mean, by region.

What always holds: a value is a decimal string (`1250.5`); figures whose marks no region could mean
as one number (a version, an address) are what they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from aligner.language.regions import Region

_LONGEST = 30
_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Number:
    """One number at code points [start, end).

    `values` are what it is in the side's region, `foreign` what it would be elsewhere; `form` is
    the figures as they stand (empty for words); `ordinal`, `weak`, `word` say what it looks like.
    `attached` holds what the figures inside a name such as IPv4 or 2GB mean by themselves; the
    value is then the whole name;
    `article` for un and una, which only now and then are one.
    """

    start: int
    end: int
    values: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    form: str = ""
    ordinal: bool = False
    weak: bool = False
    word: bool = False
    attached: tuple[str, ...] = ()
    article: bool = False
    roman: bool = False


def plain(form: str) -> str:
    """Figures without leading zeros; very long ones as they stand."""
    return form.lstrip("0") or "0"


def _clean(whole: str, fraction: str) -> str:
    fraction = fraction.rstrip("0")
    return plain(whole) + (f".{fraction}" if fraction else "")


def readings(form: str, where: Region) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What figures may mean: in `where`, and elsewhere. Exactly the figures that a region's marks
    allow are home readings; where the region is not known, all are."""
    if form.isdigit():
        return (plain(form),), ()
    marks = [("s" if char.isspace() else char) for char in form if not char.isdigit()]
    parts = re.split(r"\D", form)
    kinds = set(marks)
    grouped = all(len(part) == _BETWEEN for part in parts[1:]) and len(parts[0]) <= _BETWEEN
    possible: list[tuple[str, str, str]] = []  # value, decimal mark, group mark
    if len(kinds) == 1:
        if grouped and parts[0] != "0":
            possible.append((plain("".join(parts)), "", marks[0]))
        if len(marks) == 1 and marks[0] in ".,":
            possible.append((_clean(parts[0], parts[1]), marks[0], ""))
    elif len(kinds) == 2 and marks[-1] in ".," and marks.count(marks[-1]) == 1:
        inner = parts[1:-1]
        if all(len(part) == _BETWEEN for part in inner) and len(parts[0]) <= _BETWEEN:
            possible.append((_clean("".join(parts[:-1]), parts[-1]), marks[-1], marks[0]))
    if grouped and parts[0] != "0" and len(parts) > 2 and kinds <= {".", ",", "'", "’"}:
        # An older way to write groups, which no region has: 1,850.234,000.
        every = plain("".join(parts))
        if all(value != every for value, _, _ in possible):
            possible.append((every, "?", ""))
    if not possible:
        # A version, an address, a section: it is what it is, whatever the marks.
        return (".".join(part.lstrip("0") or "0" for part in parts),), ()
    if not where.known:
        return tuple(value for value, _, _ in possible), ()
    home = tuple(
        value
        for value, decimal, group in possible
        if decimal in ("", where.decimal) and (not group or group in where.groups)
    )
    return home, tuple(value for value, _, _ in possible if value not in home)


def shifted(value: str, power: int) -> str:
    """`value` times ten to the `power`; a value that is no decimal stays as it is."""
    if len(value) > _LONGEST or value.count(".") > 1 or not value.replace(".", "").isdigit():
        return value
    product = Decimal(value).scaleb(power)
    text = format(product, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
