"""SubRip subtitles: each cue is a caption.

What always holds: the cue's number and times are not text, nor are its few tags (`<i>`, `{\\an8}`);
a cue without words is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.errors import InputError
from aligner.text.building import Block
from aligner.text.hygiene import visible
from aligner.text.segment import Kind

_TIME = r"\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}.*")
_TAG = re.compile(r"</?(?:i|b|u|s|font)(?:\s[^<>]{0,200})?>|\{\\[^{}]{0,80}\}", re.IGNORECASE)


def blocks(text: str, *, name: str) -> Iterator[Block]:
    """The cues of `text` (line ends normalized). Raises InputError where no cue is found."""
    all_lines = text.split("\n")
    starts = [n for n, line in enumerate(all_lines) if _TIMES.fullmatch(line)]
    if not starts:
        raise InputError(f"{visible(name)}: no subtitle cue with its times in it")
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(all_lines)
        words = all_lines[start + 1 : end]
        # The number of the next cue stands before its times.
        if place + 1 < len(starts) and words and words[-1].strip().isdigit():
            words.pop()
        while words and not words[-1].strip():
            words.pop()
        yield Block(
            Kind.CAPTION,
            _TAG.sub("", "\n".join(words)),
            first_line=start + 2,
            last_line=start + 1 + len(words),
            spaces=True,
            fixed=True,
        )
