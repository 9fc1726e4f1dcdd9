"""What people type to find words: words, "phrases", beginnings*.

What always holds: accents, case and punctuation do not count; all parts must occur in the same
text; the answer says where.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aligner.language.words import Word, words

_PART = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Part:
    """Words that must follow each other; `prefix`: the last one is only the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False


def parse(query: str) -> tuple[Part, ...]:
    """The parts of a query; empty where it holds no word."""
    parts = []
    for match in _PART.finditer(query):
        phrase = match.group(1) if match.group(1) is not None else match.group(2)
        found = tuple(word.folded for word in words(phrase))
        if found:
            open_end = match.group(2) is not None and match.group(2).endswith("*")
            parts.append(Part(found, open_end))
    return tuple(parts)


def places(parts: tuple[Part, ...], text: str) -> tuple[tuple[int, int], ...]:
    """Where the parts occur in `text` (NFC), ascending spans; empty unless every part does."""
    stand = words(text)
    out: list[tuple[int, int]] = []
    for part in parts:
        found = _occurrences(part, stand)
        if not found:
            return ()
        out += found
    return tuple(sorted(set(out)))


def _occurrences(part: Part, stand: tuple[Word, ...]) -> list[tuple[int, int]]:
    size = len(part.words)
    out = []
    for start in range(len(stand) - size + 1):
        here = stand[start : start + size]
        fixed = size - 1 if part.prefix else size
        if any(here[k].folded != part.words[k] for k in range(fixed)):
            continue
        if part.prefix and not here[-1].folded.startswith(part.words[-1]):
            continue
        out.append((here[0].start, here[-1].end))
    return out
