"""What stands in the place of a word that limits or deals out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from aligner.divergence import limit


def test_a_rate_far_behind_a_place_before_the_text_answers_no_each() -> None:
    spanish = ["la", "delegación", "firma", "el", "acta", "y", "paga", "al", "dia", "siguiente"]
    met: Any = SimpleNamespace(
        slot=lambda *_: -3.5,
        words={"en": (), "es": tuple(SimpleNamespace(folded=word) for word in spanish)},
    )
    each: Any = SimpleNamespace(first=0, last=1)
    assert not limit._rate(met, "en", each)
