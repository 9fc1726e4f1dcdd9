"""How numbers and dates are written in a region.

What always holds: a tag that names a language alone, or a region we do not know, gives a region
that accepts every convention, so that nothing written there is called foreign.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from aligner.language.tables import table


@dataclass(frozen=True, slots=True)
class Region:
    """`decimal` is the decimal mark, `groups` the marks between thousands (`s` = any blank),
    `order` the order of day (d), month (m) and year (y) in a date in figures, `currency` the ISO
    code at home, `dollar_sign` what a bare $ means (empty: several). All empty but `tag` where the
    conventions are not known."""

    tag: str
    decimal: str = ""
    groups: str = ""
    order: str = ""
    currency: str = ""
    dollar_sign: str = ""

    @property
    def known(self) -> bool:
        """Whether this region's conventions are known."""
        return bool(self.decimal)


@cache
def region(tag: str) -> Region:
    """The region called `tag` (BCP 47, capitals do not matter)."""
    for name, profile in table("regions").items():
        if name.lower() == tag.lower():
            return Region(name, **profile)
    return Region(tag)
