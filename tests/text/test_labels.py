"""Printed labels leave the text, and nothing else does."""

from __future__ import annotations

import pytest

from aligner.text.labels import split_label
from aligner.text.reading import read_document


@pytest.mark.parametrize(
    ("printed", "label", "text"),
    [
        ("12. The parties", "12.", "The parties"),
        ("1.- Las partes", "1.-", "Las partes"),
        ("(a) to cooperate", "(a)", "to cooperate"),
        ("a) cooperar", "a)", "cooperar"),
        ("ñ) año", "ñ)", "año"),
        ("IV. Preamble", "IV.", "Preamble"),
        ("(iv) fourth", "(iv)", "fourth"),
        ("XII) doce", "XII)", "doce"),
        ("3.1 The measures", "3.1", "The measures"),
        ("3.1.2. the measures", "3.1.2.", "the measures"),
        ("(2) second", "(2)", "second"),
        ("1.º El presente", "1.º", "El presente"),
        ("7\tSeven", "7", "Seven"),
        ("b. second", "b.", "second"),
        ("(bb) after z", "(bb)", "after z"),
        ("12.\u00a0The parties", "12.", "The parties"),
    ],
)
def test_a_label_is_split_off(printed: str, label: str, text: str) -> None:
    assert split_label(printed) == (label, text)


@pytest.mark.parametrize(
    "text",
    [
        "1810 was a year of war.",
        "2022. A year later",
        "25.1 million people",
        "3.1 billones",
        "A. Smith signed.",
        "I. Newton",
        "U.S. policy",
        "EE. UU. firmó",
        "1.º de mayo de 2021",
        "12 measures follow",
        "(US) position",
        "(and) more",
        "mil. forces",
        "D. Juan",
        "12.",
        "a)",
        "$1. Something",
        "C.P. 06500",
        "No. 5",
        "8:30 a.m.",
        "3.5 Million People Reached",
        "2.5 Billones de Pesos",
        "c. 1810 there was war",
        "v. gr., el caso",
        "s. XX cambalache",
    ],
)
def test_what_only_looks_like_a_label_stays(text: str) -> None:
    assert split_label(text) == ("", text)


def labels(text: str) -> list[str]:
    document = read_document(text.encode(), path="a.txt", side="en", region="en-US")
    return [segment.label for segment in document.segments]


def test_capital_letters_are_labels_when_they_make_a_sequence() -> None:
    assert labels("A. First\n\nB. Second\n\nC. Third") == ["A.", "B.", "C."]
    assert labels("A. Smith\n\nSome text") == ["", ""]
    assert labels("J. Smith\n\nK. Jones") == ["", ""]


def test_single_roman_numerals_are_labels_beside_their_neighbours() -> None:
    assert labels("I. One\n\nII. Two\n\nIII. Three\n\nIV. Four\n\nV. Five") == [
        "I.",
        "II.",
        "III.",
        "IV.",
        "V.",
    ]
    assert labels("V. Putin said\n\nThen more.") == ["", ""]
