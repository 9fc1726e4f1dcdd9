"""Words with two accepted spellings.

What always holds: a spelling is found by its letters with accents; `variant` gives the word's name
and which of its two spellings this is; English *-ise* and *-ize* are found by rule.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from aligner.language.folding import lowered
from aligner.language.tables import table
from aligner.text.segment import Side

_IZE = re.compile(
    r"^([a-z]{3,}(?:al|an|ar|er|gn|gon|im|in|it|on|or|ic|id|ol|rg|st|th|yt|un|ut|ll?))i([sz])(e[sdr]?|ers|ing|ation|ations|ational)$"
)
# Words that end so and have one spelling only.
_ONLY_ISE = re.compile(
    r"^(?:advertis|comprom|surpr|superv|rev|exerc|prom|franch|enterpr|disgu|devis|advis|improv|pract|otherw|likew|clockw|expert|premis|pre[cm]|concis|noise|rais|prais|appris|exc|prec)"
)


@cache
def _spellings(side: Side) -> dict[str, tuple[str, int]]:
    found = {}
    for pair in table("spelling")[side].split(","):
        first, _, second = pair.strip().partition("/")
        for number, spelling in enumerate((first, second)):
            for ending in ("", "s"):
                found[spelling + ending] = (first + ending, number)
    return found


@lru_cache(maxsize=65536)
def variant(word: str, side: Side) -> tuple[str, int] | None:
    """The name of `word` (as it stands, with accents) and the number of its spelling (0 or 1);
    None for a word with one spelling."""
    small = word.lower()
    known = _spellings(side).get(small)
    if known is not None or side == "es":
        return known
    match = _IZE.match(small)
    if match is None or _ONLY_ISE.match(small):
        return None
    return f"{match[1]}ize", int(match[2] == "s")


@lru_cache(maxsize=65536)
def may_vary(folded: str, side: Side) -> bool:
    """Whether some word with the letters `folded` (small, no accents) has two spellings."""
    return folded in _folded_spellings(side) or (side == "en" and _IZE.match(folded) is not None)


@cache
def _folded_spellings(side: Side) -> frozenset[str]:
    return frozenset(map(lowered, _spellings(side)))


def is_other_word(word: str, before: str) -> bool:
    """Whether `word` behind the folded word `before` is another word, spelled in one way only."""
    return before in table("spelling")["other_after"].get(word.lower(), ())
