"""Which language a stretch of text is in, by its small words.

What always holds: words that both languages have (a, no, me, son) vote for neither; a text without
small words is in no language that we could name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from aligner.language.tables import table
from aligner.language.words import Word
from aligner.text.segment import Side

_JOINS = "-_./\\=:"


@cache
def _small() -> dict[str, Side]:
    source = table("small_words")
    english, spanish = set(source["en"]), set(source["es"])
    votes: dict[str, Side] = dict.fromkeys(english - spanish, "en")
    votes.update(dict.fromkeys(spanish - english, "es"))
    return votes


def votes(words: Sequence[Word], text: str) -> list[int]:
    """For each word of `text` +1 (English), -1 (Spanish) or 0; a part of an identifier
    (`if/else`, `os.rename`, `how-can-i-help`) votes for neither."""
    small = _small()
    cast = [{"en": 1, "es": -1}.get(small.get(word.folded, ""), 0) for word in words]
    for index, vote in enumerate(cast):
        if vote and _joined(text, words[index].start - 1, words[index].end):
            cast[index] = 0
    return cast


def _joined(text: str, before: int, after: int) -> bool:
    left = before > 0 and text[before] in _JOINS and text[before - 1].isalnum()
    return left or (after + 1 < len(text) and text[after] in _JOINS and text[after + 1].isalnum())


def is_english(word: str) -> bool:
    """Whether a folded word is a small word of English alone."""
    return _small().get(word) == "en"


def is_spanish(word: str) -> bool:
    """Whether a folded word is a small word of Spanish alone."""
    return _small().get(word) == "es"
