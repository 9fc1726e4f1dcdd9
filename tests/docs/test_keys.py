"""Keys that a guide names do what it says: they are in the key table, and in the right part of it."""

from __future__ import annotations

import re

import pytest

from aligner.tui.catalogue import Catalogue
from aligner.tui.keys import KEYS
from tests.docs.pages import text_of

WORDS = Catalogue("en")
SIGNS = {
    WORDS.sign(key): entry for entry in KEYS if entry.context == "bitext" for key in entry.keys
}
NAMED = re.compile(r"`(Space|Tab|Esc|Enter|[A-Za-z])`")


@pytest.mark.parametrize(
    "page", ["docs/aligning-by-hand.md", "docs/from-draft-to-signature.md", "docs/terms.md"]
)
def test_every_key_that_is_named_is_one_of_the_review_screen(page: str) -> None:
    named = set(NAMED.findall(text_of(page)))
    assert named
    assert named <= set(SIGNS)


def test_the_keys_of_the_alignment_are_all_told() -> None:
    rows = re.findall(r"^\| ((?:`\w`\s?)+)\|", text_of("docs/aligning-by-hand.md"), re.MULTILINE)
    told = {key for row in rows for key in NAMED.findall(row)}
    own = {sign for sign, entry in SIGNS.items() if entry.group == "align"}
    assert own - told <= {"E"}, "E stands in the text above the table"
    assert {SIGNS[key].group for key in told} == {"align", "review"}


@pytest.mark.parametrize(
    ("key", "action"),
    [
        ("e", "agreement"),
        ("T", "suggestions"),
        ("t", "term"),
        ("n", "next-open"),
        ("Q", "query"),
        ("a", "answer"),
        ("p", "proposal"),
        ("s", "sign-off"),
        ("x", "needs-work"),
        ("V", "checklist"),
    ],
)
def test_the_way_to_signature_names_each_key_for_its_action(key: str, action: str) -> None:
    assert f"`{key}`" in text_of("docs/from-draft-to-signature.md")
    assert SIGNS[key].id == action
