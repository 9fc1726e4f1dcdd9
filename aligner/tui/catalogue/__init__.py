"""The words of the interface, English and Spanish: one catalogue each, the same keys in both.

What always holds: a word that is not in the catalogue is a fault (KeyError), never silence; what
fills a slot is outside text and is made visible before it is shown.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from importlib import resources

from aligner.tui.keys import NAMED, sign

LANGUAGES = ("en", "es")


@cache
def words_of(language: str) -> Mapping[str, str]:
    """The catalogue of `en` or `es`. Raises FileNotFoundError for any other language."""
    source = resources.files(__name__) / f"{language}.json"
    words: dict[str, str] = json.loads(source.read_text(encoding="utf-8"))
    return words


class Catalogue:
    """The words of one language. `say("header.open", n=3)` fills the slots."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._words = words_of(self.language)

    def say(self, key: str, /, **slots: object) -> str:
        """The text under `key`. Raises KeyError if it is missing."""
        text = self._words[key]
        return text.format(**slots) if slots else text

    def sign(self, key: str) -> str:
        """A key as people of this language call it."""
        return sign(key, {name: self._words[f"sign.{name}"] for name in NAMED})

    def has(self, key: str) -> bool:
        """Whether there are words under `key`."""
        return key in self._words

    def count(self, key: str, n: int) -> str:
        """`key.one` for 1, else `key.many`, with {n} filled."""
        return self.say(f"{key}.{'one' if n == 1 else 'many'}", n=n)


def language_of(environment: Mapping[str, str] | None = None) -> str:
    """`es` where the locale is Spanish, else `en` (LC_ALL, LC_MESSAGES, LANG in this order)."""
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name, ""):
            return "es" if value.lower().startswith("es") else "en"
    return "en"
