"""Plain text: blank lines separate paragraphs, and nothing else does.

What always holds: hard-wrapped lines of one paragraph are joined by a blank, whatever their line
ends; a line of blanks and tabs is a blank line. A paragraph that opens with `#` signs, as many people
write headings in plain text too, is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.text.building import Block
from aligner.text.limits import check_segment_size
from aligner.text.segment import Kind

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")


def blocks(text: str, *, name: str) -> Iterator[Block]:
    """The paragraphs of `text` (line ends already normalized) with their lines, from 1. Raises
    LimitError, naming the file `name`, for one longer than we read."""
    gathered: list[str] = []
    first = number = length = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip(" \t\u00a0\u3000\x0b\x0c"):
            if not gathered:
                first, length = number, 0
            gathered.append(line)
            length += len(line) + 1
            check_segment_size(length - 1, name=name, line=first)
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
