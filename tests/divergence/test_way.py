"""The way back from composed text to the raw text of a segment."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from aligner.divergence.way import Way
from aligner.text.digest import digest
from aligner.text.segment import Kind, Segment


def way(text: str) -> Way:
    return Way([Segment(Kind.PARAGRAPH, text, 0, digest(text))])


def test_a_word_with_an_accent_of_its_own_keeps_its_letters() -> None:
    raw = "La nacio\u0301n acepta."
    (place,) = way(raw).places(3, 9)  # the composed word has six letters
    assert raw[place.start : place.end] == "nacio\u0301n"


@given(st.text(alphabet="abn \u0301\u0303\u00e9\u0958\u212b\u4e00", max_size=30))
def test_every_place_of_the_composed_text_leads_to_what_composes_to_it(raw: str) -> None:
    whole = unicodedata.normalize("NFC", raw)
    for at in range(len(whole)):
        for place in way(raw).places(at, at + 1):
            assert 0 <= place.start <= place.end <= len(raw)
    (place,) = way(raw).places(0, len(whole)) if whole else (None,)
    assert place is None or (place.start, place.end) == (0, len(raw))
