"""The guides for people: their links lead somewhere, their commands and keys exist, and the two
languages say the same things in the same order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aligner.cli.main import VERBS
from aligner.tui.catalogue import Catalogue
from aligner.tui.keys import KEYS

ROOT = Path(__file__).parent.parent
PAIR = ("docs/first-review.md", "docs/primera-revision.md")
LANGUAGE_OF = {"README.es.md": "es", PAIR[0]: "en", PAIR[1]: "es"}
GUIDES = tuple(LANGUAGE_OF)

_FENCE = re.compile(r"^```[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#\s]+)")
_CODE = re.compile(r"`([^`\n]+)`")
_SPANISH_SIGNS = {"Espacio": "Space"}


def guide(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(text: str) -> list[list[str]]:
    """The words of each `aligner` command in a fence or in code, without comments."""
    fenced = [line for block in _FENCE.findall(text) for line in block.splitlines()]
    inline = _CODE.findall(_FENCE.sub("", text))
    words = [line.split("#")[0].split() for line in (*fenced, *inline)]
    return [line for line in words if line[:1] == ["aligner"] and len(line) > 1]


def keys(text: str) -> list[str]:
    """What is set as code and is one letter, one sign or the name of a key."""
    return [
        code
        for code in _CODE.findall(_FENCE.sub("", text))
        if len(code) == 1 or code in {"Space", *_SPANISH_SIGNS}
    ]


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_of_a_guide_leads_to_a_file(name: str) -> None:
    for target in _LINK.findall(guide(name)):
        if "://" not in target:
            assert ((ROOT / name).parent / target).exists(), target


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_of_a_guide_is_one_of_the_program(name: str) -> None:
    found = commands(guide(name))
    assert found
    for words in found:
        verb = words[1]
        assert verb in VERBS or verb.startswith("--") or verb.isupper() or "." in verb, words


@pytest.mark.parametrize("name", GUIDES)
def test_every_key_of_a_guide_is_in_the_key_table(name: str) -> None:
    words = Catalogue(LANGUAGE_OF[name])
    known = {words.sign(key) for entry in KEYS for key in entry.keys}
    named = keys(guide(name))
    assert named
    for key in named:
        assert key in known, key


def test_the_first_review_has_the_same_parts_in_both_languages() -> None:
    english, spanish = (guide(name) for name in PAIR)
    for mark in (r"^## ", r"^- ", r"^\|", r"^```"):
        found = [len(re.findall(mark, text, re.MULTILINE)) for text in (english, spanish)]
        assert found[0] == found[1], mark
    assert keys(english) == [_SPANISH_SIGNS.get(key, key) for key in keys(spanish)]
    assert len(commands(english)) == len(commands(spanish))
