"""Formulas that the other language says in quite other words, and expressions that say nothing new.

What always holds: forms are matched as whole words of the folded text; a formula counts as rendered
only where the other version has one of its equals.
"""

from __future__ import annotations

import re
from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side

_OTHER: dict[Side, Side] = {"en": "es", "es": "en"}


@cache
def _forms(side: Side) -> tuple[dict[str, frozenset[str]], re.Pattern[str]]:
    """The formulas of a side with those of the other one that render them (none for what needs no
    rendering), and a pattern that finds any."""
    source = table("formulas")
    equals: dict[str, frozenset[str]] = {form: frozenset() for form in source["makeweights"][side]}
    for row in source["equal"]:
        for form in row[side]:
            equals[form] = equals.get(form, frozenset()) | frozenset(row[_OTHER[side]])
    longest = sorted(equals, key=len, reverse=True)
    return equals, re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


def formulas(reading: Reading) -> frozenset[str]:
    """The formulas that a text holds."""
    return frozenset(_forms(reading.side)[1].findall(_folded(reading)))


def rendered(reading: Reading, there: Reading) -> frozenset[str]:
    """The formulas of a text that the other version renders, or need not render."""
    equals, others = _forms(reading.side)[0], there.of(formulas)
    return frozenset(
        form for form in reading.of(formulas) if not equals[form] or equals[form] & others
    )


def _folded(reading: Reading) -> str:
    return " ".join(word.folded for word in reading.words)
