"""Two versions of one text, what differs in each made plain without relying on colour.

What always holds: words that only the old text has stand between [- -], those that only the new
one has between {+ +}, besides their style.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from textual.content import Content

from aligner.text.hygiene import visible

_PIECE = re.compile(r"\s+|\w+|[^\w\s]")


def compared(old: str, new: str) -> tuple[Content, Content]:
    """Old and new with their differences marked."""
    before, after = _PIECE.findall(visible(old)), _PIECE.findall(visible(new))
    left: list[str | tuple[str, str]] = []
    right: list[str | tuple[str, str]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if tag == "equal":
            left.append(gone)
            right.append(come)
            continue
        if gone:
            left.append((f"[-{gone}-]", "$error strike"))
        if come:
            right.append((f"{{+{come}+}}", "bold $success"))
    return Content.assemble(*left), Content.assemble(*right)
