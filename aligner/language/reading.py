"""One version of a passage as the language modules read it: the text and what is derived from it.

What always holds: `text` is composed (NFC); `lower` has one code point for each of `text`; what is
derived is worked out once, however many checks ask. Nothing here changes what the text says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from aligner.language.folding import lowered
from aligner.language.words import Word, words
from aligner.text.segment import Side

Facts = TypeVar("Facts")


class Reading:
    """`text` (NFC) of one side, in the region `region` (BCP 47 tag)."""

    __slots__ = ("_derived", "_folded", "_lower", "_vocabulary", "_words", "region", "side", "text")

    def __init__(self, text: str, side: Side, region: str = "") -> None:
        self.text = text
        self.side: Side = side
        self.region = region or ("en-US" if side == "en" else "es-MX")
        self._lower: str | None = None
        self._words: tuple[Word, ...] | None = None
        self._folded: tuple[str, ...] | None = None
        self._vocabulary: frozenset[str] | None = None
        self._derived: dict[object, Any] = {}

    @property
    def lower(self) -> str:
        """The text in small letters without accents, of the same length."""
        if self._lower is None:
            self._lower = lowered(self.text)
        return self._lower

    @property
    def words(self) -> tuple[Word, ...]:
        """The words with their places."""
        if self._words is None:
            self._words = words(self.text, self.lower)
        return self._words

    @property
    def folded(self) -> tuple[str, ...]:
        """The folded forms of the words, in order."""
        if self._folded is None:
            self._folded = tuple([word.folded for word in self.words])
        return self._folded

    @property
    def vocabulary(self) -> frozenset[str]:
        """The folded forms of all words."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.folded)
        return self._vocabulary

    def of(self, derive: Callable[[Reading], Facts]) -> Facts:
        """What `derive` makes of this text; worked out at the first call and kept."""
        facts: Facts
        try:
            facts = self._derived[derive]
        except KeyError:
            facts = self._derived[derive] = derive(self)
        return facts
