"""Speech that is only reported."""

from __future__ import annotations

import pytest

from aligner.language.reading import Reading
from aligner.language.reported import reported
from aligner.text.segment import Side


@pytest.mark.parametrize(
    ("side", "text", "verb", "expected"),
    [
        ("en", "The minister announced that the envoy would sign.", "would", True),
        ("en", "She said it would rain.", "would", True),
        ("en", "They asked whether the fund would pay.", "would", True),
        ("en", "The plan adopted in May would help.", "would", False),
        ("en", "The measures adopted that would help are few.", "would", False),
        ("en", "He said so. The fund would pay.", "would", False),
        ("es", "El ministro anunció que la enviada firmará.", "firmará", True),
        ("es", "Acordaron también que el fondo pagaría.", "pagaría", True),
        ("es", "El plan que se aprobó pagaría más.", "pagaría", False),
        ("es", "El ministro anuncia que firmará.", "firmará", False),
    ],
)
def test_only_a_past_tense_reports(side: Side, text: str, verb: str, expected: bool) -> None:
    reading = Reading(text, side)
    places = [text[word.start : word.end] for word in reading.words]
    assert reported(reading, places.index(verb)) is expected
