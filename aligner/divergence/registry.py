"""The checks there are. Each is a value `CHECK` in a module of its own.

What always holds: the names are known without importing any check; a check is a pure function of
a passage (one bead) or of a context (the whole bitext); the order here is the order of findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Literal

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Context, Passage

InBead = Callable[[Passage], Iterable[Divergence]]
InDocument = Callable[[Context], Iterable[Divergence]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    `mqm` is the MQM error class of its findings, `severity` their default, `version` the version
    of its fact form (raise it when the facts of equal texts change: verdicts are keyed by it),
    `about` one line for lists. Exactly one of `in_bead` and `in_document` is given; a bead check
    is asked only where both sides hold text, unless `empty` says that it wants empty beads too.
    """

    name: str
    mqm: str
    severity: Severity
    version: int
    about: str
    in_bead: InBead | None = None
    in_document: InDocument | None = None
    empty: bool = False

    @property
    def scope(self) -> Literal["bead", "document"]:
        """What the check looks at in one go."""
        return "bead" if self.in_bead is not None else "document"


# Facts, glossary, form.
_FACTS: tuple[str, ...] = (
    "number",
    "percentage",
    "money",
    "date",
    "duration",
    "frequency",
    "ordinal",
    "name",
    "office",
    "acronym",
    "reference",
    "link",
    "forbidden-term",
    "deprecated-term",
    "preferred-term",
    "agreed-wording",
    "untranslated",
    "untranslated-part",
    "duplicate",
    "gap",
    "punctuation",
    "number-format",
    "characters",
    "brackets",
    "tracked-change",
)
# Meaning, completeness, consistency.
_MEANING: tuple[str, ...] = (
    "negation",
    "modality",
    "performative",
    "safeguard",
    "quantifier",
    "conjunction",
    "actor",
    "antonym",
    "open-list",
    "binding-register",
    "mismatch",
    "missing-sentence",
    "missing-clause",
    "missing-coordinate",
    "list-length",
    "numbering",
    "annex",
    "inconsistent-term",
    "inconsistent-rendering",
    "mixed-spelling",
    "state-order",
)

NAMES: tuple[str, ...] = _FACTS + _MEANING


@cache
def checks() -> Mapping[str, Check]:
    """All checks by name, in order; the first call imports their modules."""
    found = {}
    for name in NAMES:
        check = import_module(f"aligner.divergence.{name.replace('-', '_')}").CHECK
        found[name] = check
    return MappingProxyType(found)


def __getattr__(name: str) -> object:
    """`CHECKS`, loaded when it is first asked for."""
    if name == "CHECKS":
        return checks()
    raise AttributeError(name)
