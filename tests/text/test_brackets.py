"""Square brackets of negotiated text are a tree with spans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.text.brackets import BracketKind, brackets, open_brackets, stray


def shape(text: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        (each.kind.value, each.by, [(o.by, text[o.start : o.end]) for o in each.options])
        for each in brackets(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We [shall] act", [("text", "", [("", "shall")])]),
        ("[MX: en el marco de]", [("attributed", "MX", [("MX", "en el marco de")])]),
        ("[US: within]", [("attributed", "US", [("US", "within")])]),
        ("[EE. UU.: dentro]", [("attributed", "EE. UU.", [("EE. UU.", "dentro")])]),
        ("[US/MX: both]", [("attributed", "US/MX", [("US/MX", "both")])]),
        ("[alt 1 / alt 2]", [("options", "", [("", "alt 1"), ("", "alt 2")])]),
        ("[shall/should]", [("options", "", [("", "shall"), ("", "should")])]),
        ("[MX: a / US: b]", [("options", "", [("MX", "a"), ("US", "b")])]),
        ("[and/or]", [("text", "", [("", "and/or")])]),
        ("[Note: check this]", [("text", "", [("", "Note: check this")])]),
        ("[...] [\u2026]", [("ellipsis", "", []), ("ellipsis", "", [])]),
        ("[ ] [___]", [("blank", "", []), ("blank", "", [])]),
        ("[12] [sic]", [("reference", "", []), ("reference", "", [])]),
    ],
)
def test_each_kind_of_bracket_is_told_apart(text: str, expected: object) -> None:
    assert shape(text) == expected


def test_options_inside_inner_brackets_do_not_split_the_outer() -> None:
    text = "[MX: as [soon / early] as possible]"
    outer = brackets(text)[0]
    assert outer.kind is BracketKind.ATTRIBUTED
    assert [each.kind for each in outer.inner] == [BracketKind.OPTIONS]
    assert open_brackets(text) == 2


def test_brackets_without_partner_are_stray() -> None:
    assert stray("a ] b [ c [d]") == ((2, 3), (6, 7))
    assert [text[0] for text in shape("a ] b [ c [d]")] == ["reference"]


def test_editing_marks_are_not_open() -> None:
    assert open_brackets("He said [...] [sic] [3].") == 0
    assert open_brackets("On [ ] we [shall].") == 2


@given(st.text(alphabet="[]/ aMX:.", max_size=60))
@settings(deadline=None, max_examples=300)
def test_every_bracket_sign_is_in_the_tree_or_stray(text: str) -> None:
    tree = [each for outer in brackets(text) for each in outer.walk()]
    alone = stray(text)
    assert 2 * len(tree) + len(alone) == text.count("[") + text.count("]")
    for each in tree:
        assert text[each.start] == "["
        assert text[each.end - 1] == "]"
        for option in each.options:
            assert each.start < option.start <= option.end < each.end
