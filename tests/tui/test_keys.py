"""The key table: sound by itself, and the page of keys made from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from aligner.tui.catalogue import Catalogue
from aligner.tui.keys import BY_ID, KEYS, footer, in_context, keys_of, sign
from docs.keys import page

DOCS = Path(__file__).parents[2] / "docs"


def test_an_id_names_one_action() -> None:
    assert [name for name, count in Counter(key.id for key in KEYS).items() if count > 1] == []


def test_no_key_has_two_meanings_on_one_screen() -> None:
    for context in {key.context for key in KEYS}:
        here = {key.id: key for key in in_context(context)}
        pressed = Counter(each for key in here.values() for each in key.keys)
        assert [key for key, count in pressed.items() if count > 1] == [], context


def test_no_key_is_one_that_terminals_or_spanish_keyboards_confuse() -> None:
    confused = {"ctrl+m", "ctrl+h", "ctrl+i", "ctrl+j", "[", "]", "{", "}", "@", "|", "\\", "~"}
    names = {"left_square_bracket", "right_square_bracket", "backslash", "vertical_line"}
    assert not (confused | names) & {each for key in KEYS for each in key.keys}


def test_a_remapped_key_is_the_one_that_is_shown() -> None:
    assert keys_of(BY_ID["accept"], {"accept": "f4, ctrl+a"}) == ("f4", "ctrl+a")
    assert ("f4", "accept") in footer("bitext", {"accept": "f4"})


def test_keys_are_written_as_people_call_them() -> None:
    assert sign("ctrl+o", {}) == "^O"
    assert sign("shift+left", {}) == "⇧←"
    assert Catalogue("es").sign("space") == "Espacio"
    assert Catalogue("en").sign("f5") == "F5"


def test_the_page_of_keys_is_the_one_that_the_table_makes() -> None:
    for language, name in (("en", "keys.md"), ("es", "teclas.md")):
        written = (DOCS / name).read_text(encoding="utf-8")
        assert written == page(language), f"run python -m docs.keys (docs/{name} is out of step)"
