"""The forms of single terms, by a table: what is one of them and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from aligner.glossary.concept import Concept, Glossary, Term
from aligner.glossary.matching import Matcher
from aligner.text.segment import SIDES, Side
from tests.language.generate import StringLoader

TABLE = yaml.load(
    Path(__file__).with_name("variants.yaml").read_text(encoding="utf-8"), Loader=StringLoader
)


@pytest.mark.parametrize("side", SIDES)
def test_each_form_is_found_and_each_lookalike_is_not(side: Side) -> None:
    wrong = []
    for entry in TABLE[side]:
        term = Term(entry["term"], part_of_speech=entry.get("pos", ""))
        concept = Concept("c", (term,), ()) if side == "en" else Concept("c", (), (term,))
        matcher = Matcher(Glossary((concept,)))
        for key, expected in (("found", True), ("not", False)):
            wrong += [
                (term.text, text, key)
                for text in entry.get(key, ())
                if bool(matcher.find(text, side)) is not expected
            ]
    assert not wrong


@pytest.mark.parametrize("side", SIDES)
def test_the_table_holds_both_kinds(side: Side) -> None:
    assert sum(len(entry.get("found", ())) for entry in TABLE[side]) >= 60
    assert sum(len(entry.get("not", ())) for entry in TABLE[side]) >= 25
