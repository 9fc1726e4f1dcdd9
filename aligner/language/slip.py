"""One slip of punctuation: what is wrong, and where.

What always holds: a slip is of one text; whether the other version has it as well is not asked here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip at code points [start, end): `kind` is `bracket`, `quote`, `space`, `doubled-mark`,
    `doubled-word`, `no-space`, `stray-stop` (in the middle of a sentence),
    `inverted` (¿ ¡ missing), `unclosed` (¿ ¡ without ? !), `turned-quote` (« for ») or `point-comma` (which may be an
    abbreviation); `mark` is the sign concerned."""

    kind: str
    start: int
    end: int
    mark: str
