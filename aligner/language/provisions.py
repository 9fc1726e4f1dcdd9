"""Words that announce the number of a provision or of a part of the text: article 5, Annex I.

What always holds: such a word stands right before its number.
"""

from __future__ import annotations

import re
from functools import cache

from aligner.language.tables import table
from aligner.text.segment import Side


@cache
def announces(side: Side) -> re.Pattern[str]:
    """The pattern of those words, to be searched in folded text that ends where the number begins."""
    words = "|".join(sorted(map(re.escape, table("provisions")[side]), key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{words})\.?[ \u00a0]*(?:n\.?[ºo°] ?)?[(]?$")
