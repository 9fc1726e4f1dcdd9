"""What a project asks of the checks.

What always holds: settings change severity, wording and what is accepted as equal; they never
change what a fact is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from aligner.divergence.divergence import Severity

Authenticity = Literal["equal", "prevails-en", "prevails-es", "courtesy-en", "courtesy-es"]
Instrument = Literal["political", "binding"]


@dataclass(frozen=True, slots=True)
class Equivalence:
    """A person's word that an English and a Spanish expression are the same for a check (empty
    check: for all). `document` limits it to one document; `why` is the reason that was given."""

    en: str
    es: str
    check: str = ""
    document: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """`severities` maps a check's name to its severity, or to None where it is off; `options` maps
    a check's name to its own options."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    equivalences: tuple[Equivalence, ...] = ()
    authenticity: Authenticity = "equal"
    instrument: Instrument = "political"
    document: str = ""
