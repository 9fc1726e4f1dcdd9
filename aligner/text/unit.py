"""A translation unit: what exchange files hold, one pair of texts at a time.

What always holds: a unit is as the file has it. Units of one `doc` that follow one another are one
document; without a `doc` each unit stands alone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. `id` is the file's own name for it, or its number from 1; `en` and `es` are plain
    text, either may be empty; `doc` names the document or is empty; `n` is the line it begins in, or
    0; `notes` are remarks that the file carries; `position` is the record's own `n` in JSON lines,
    as text, and empty elsewhere; `order` is the place of its Spanish text in the Spanish version, from 1,
    where the file says so (our exports do), else 0."""

    id: str
    en: str
    es: str
    doc: str = ""
    n: int = 0
    notes: tuple[str, ...] = ()
    position: str = ""
    order: int = 0
