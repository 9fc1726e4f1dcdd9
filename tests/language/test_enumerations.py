"""Enumerations and their members."""

from __future__ import annotations

import pytest

from aligner.language.enumerations import enumerated, members
from aligner.language.reading import Reading
from aligner.text.segment import Side


@pytest.mark.parametrize(
    ("side", "text", "inside", "count"),
    [
        ("en", "drugs, weapons, vehicles and money", "weapons", 4),
        ("es", "drogas, armas y dinero", "armas", 3),
        ("en", "weapons and money", "money", 0),
        ("en", "They met, and the police came.", "police", 0),
    ],
)
def test_members_are_counted(side: Side, text: str, inside: str, count: int) -> None:
    found = members(Reading(text, side))
    assert enumerated(found, text.index(inside)) == count


def test_members_cover_the_text_in_order() -> None:
    text = "a, b; c and d. (e) f"
    spans = [member.span for member in members(Reading(text, "en"))]
    assert spans == sorted(spans)
    assert spans[0][0] == 0 and spans[-1][1] == len(text)
