"""Plain text: blank lines separate paragraphs, and nothing else does.

What always holds: hard-wrapped lines of one paragraph are joined by a blank, whatever their line
ends; a line of blanks and tabs is a blank line. A paragraph that opens with `#` signs, as many people
write headings in plain text too, is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.text.building import Block
from aligner.text.segment import Kind

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs of `text` (line ends already normalized) with their lines, from 1."""
    gathered: list[str] = []
    first = 0
    number = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip(" \t\u00a0\u3000\x0b\x0c"):
            if not gathered:
                first = number
            gathered.append(line)
        elif gathered:
            yield _block(gathered, first, number - 1)
            gathered = []
    if gathered:
        yield _block(gathered, first, number)


def _block(lines: list[str], first: int, last: int) -> Block:
    text = "\n".join(lines).strip(" \t\x0c")
    heading = _HEADING.match(text) if len(lines) == 1 else None
    if heading:
        words = text[heading.end() :]
        return Block(Kind.HEADING, words, level=len(heading[1]), first_line=first, last_line=last)
    return Block(Kind.PARAGRAPH, text, first_line=first, last_line=last)
