"""Which language a stretch of text is in, by its small words.

What always holds: words that both languages have (a, no, me, son) vote for neither; a text without
small words is in no language that we could name.
"""

from __future__ import annotations

from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side

_JOINS = "-_./\\=:"


@cache
def _small() -> dict[str, Side]:
    source = table("small_words")
    english, spanish = set(source["en"]), set(source["es"])
    votes: dict[str, Side] = dict.fromkeys(english - spanish, "en")
    votes.update(dict.fromkeys(spanish - english, "es"))
    return votes


def votes(reading: Reading) -> tuple[int, ...]:
    """For each word of `reading` +1 (English), -1 (Spanish) or 0; a part of an identifier
    (`if/else`, `os.rename`, `how-can-i-help`) votes for neither."""
    small, text = _votes(), reading.text
    cast = [small.get(word.folded, 0) for word in reading.words]
    for index, vote in enumerate(cast):
        if vote:
            word = reading.words[index]
            if _joined(text, word.start - 1, word.end):
                cast[index] = 0
    return tuple(cast)


@cache
def _votes() -> dict[str, int]:
    return {word: 1 if side == "en" else -1 for word, side in _small().items()}


def _joined(text: str, before: int, after: int) -> bool:
    left = before > 0 and text[before] in _JOINS and text[before - 1].isalnum()
    return left or (after + 1 < len(text) and text[after] in _JOINS and text[after + 1].isalnum())


def is_english(word: str) -> bool:
    """Whether a folded word is a small word of English alone."""
    return _small().get(word) == "en"


def is_spanish(word: str) -> bool:
    """Whether a folded word is a small word of Spanish alone."""
    return _small().get(word) == "es"
