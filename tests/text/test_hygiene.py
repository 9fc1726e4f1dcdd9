"""Nothing invisible reaches a terminal, and every such place is found."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.text.digest import digest
from aligner.text.hygiene import anomalies, visible


@given(st.text(st.characters(exclude_categories=())))
@settings(deadline=None, max_examples=300)
def test_visible_keeps_the_length_and_leaves_nothing_that_acts(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    acting = {"Cc", "Cs", "Zl", "Zp"}
    assert not [s for s in shown if unicodedata.category(s) in acting and s != "\n"]


def test_every_format_character_of_unicode_is_made_visible() -> None:
    # Signs that stand before Arabic and Syriac numbers, and that join hieroglyphs, are printed.
    printed = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    printed |= set(range(0x13430, 0x13440))
    hidden = [
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) == "Cf" and code not in printed
    ]
    assert not [hex(ord(sign)) for sign in hidden if visible(sign) == sign]


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("a\x1b[31mb", "control", (1, 2)),
        ("a\x9b31m", "c1", (1, 2)),
        ("pay \u202e001 USD", "bidi", (4, 5)),
        ("zero\u200bwidth", "invisible", (4, 5)),
        ("x\U000e0041\U000e0042", "tag", (1, 3)),
        ("bad \ufffd", "damaged", (4, 5)),
        ("AcciÃ³n", "mojibake", (4, 6)),
        ("M\u0435xico", "mixed-script", (0, 6)),
        ("\ue000", "private", (0, 1)),
    ],
)
def test_each_kind_of_anomaly_is_found_at_its_place(
    text: str, kind: str, span: tuple[int, int]
) -> None:
    found = anomalies(text)
    assert [(each.kind, (each.start, each.end)) for each in found] == [(kind, span)]
    assert "U+" in found[0].name


@pytest.mark.parametrize(
    "text",
    [
        "México y Estados Unidos — «comillas», 25 °C, 3½, ½ €",
        "Москва is Moscow, Ελλάδα is Greece",
        "coo\u0301perate",  # decomposed accents are no anomaly
        "line\nbreak",
        "a\ttab",
    ],
)
def test_ordinary_text_has_no_anomaly(text: str) -> None:
    assert anomalies(text) == ()


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=100)
def test_composed_and_decomposed_forms_have_one_digest(text: str) -> None:
    assert digest(unicodedata.normalize("NFC", text)) == digest(unicodedata.normalize("NFD", text))
