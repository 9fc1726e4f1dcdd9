"""Two versions of one text, what differs in each made plain without relying on colour.

What always holds: words that only the old text has stand between [- -], those that only the new
one has between {+ +}, besides their style.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from aligner.text.hygiene import visible
from aligner.tui.details import Line

_PIECE = re.compile(r"\s+|\w+|[^\w\s]")


def marked(old: str, new: str) -> tuple[Line, Line]:
    """Old and new as parts (text, style name): `plain`, `gone`, `come`."""
    before, after = _PIECE.findall(visible(old)), _PIECE.findall(visible(new))
    left: list[tuple[str, str]] = []
    right: list[tuple[str, str]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if tag == "equal":
            left.append((gone, "plain"))
            right.append((come, "plain"))
            continue
        if gone:
            left.append((f"[-{gone}-]", "gone"))
        if come:
            right.append((f"{{+{come}+}}", "come"))
    return tuple(left), tuple(right)
