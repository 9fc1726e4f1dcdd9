"""Which language a stretch of text is in, by its small words.

What always holds: words that both languages have (a, no, me, son) vote for neither; a text without
small words is in no language that we could name.
"""

from __future__ import annotations

import re
from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import Side, Span

_JOINS = "-_./\\=:"
# What stands right behind a keyword, and behind no word of a sentence.
_CALLS = ("{", "[", "<", "(")
# A hyphen and one letter, from before the hyphen's end to the end of the word.
_OPTION = 2
# A quotation of at most so many signs is short.
_QUOTATION = re.compile(r"«[^«»]{1,60}[»«]|“[^“”]{1,60}”|\"[^\"]{1,60}\"|`[^`]{1,60}`")


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


def unquoted(reading: Reading) -> tuple[int, ...]:
    """The votes without those of words in a short quotation, which may be code, a title or a word
    that is spoken of; all votes where nothing else votes and most of the text is quoted."""
    cast = reading.of(votes)
    quotes = reading.of(quotations)
    if not quotes:
        return cast
    kept, at, inside = list(cast), 0, 0
    for index, word in enumerate(reading.words):
        while at < len(quotes) and quotes[at][1] <= word.start:
            at += 1
        if at < len(quotes) and quotes[at][0] < word.start:
            kept[index] = 0
            inside += 1
    return cast if 2 * inside > len(cast) and not any(kept) else tuple(kept)


def quotations(reading: Reading) -> tuple[Span, ...]:
    """The short quotations, with their marks."""
    return tuple(match.span() for match in _QUOTATION.finditer(reading.text))


def _joined(text: str, before: int, after: int) -> bool:
    if after - before == _OPTION and text[before : before + 1] == "-":
        return True  # -o, -a: options of a command
    if text[before - 1 : before + 1] == "--":
        return True  # --with
    if text[after : after + 1] in _CALLS:
        return True  # from{0}, if(
    left = before > 0 and text[before] in _JOINS and text[before - 1].isalnum()
    return left or (after + 1 < len(text) and text[after] in _JOINS and text[after + 1].isalnum())
