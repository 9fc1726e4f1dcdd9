"""A divergence: a place where the two versions may not say the same, with the evidence.

What always holds: it is symmetric. It says what stands on each side and never which side is
wrong. Its `key` depends on the facts compared and on nothing else, so that a verdict survives an
edit elsewhere in the paragraph and falls when the fact itself changes (records.md).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How much a divergence weighs; a larger number weighs more."""

    INFO = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def word(self) -> str:
        """The name in configuration and exports: `info`, `minor`, `major`, `critical`."""
        return self.name.lower()

    @classmethod
    def named(cls, word: str) -> Severity:
        """The severity called `word`. Raises ValueError for any other word."""
        try:
            return cls[word.upper()]
        except KeyError:
            raise ValueError(f"no severity is called {word!r}") from None


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where evidence stands: code points [start, end) of the text of one segment of one side."""

    segment: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Divergence:
    """One finding.

    `check` is the check's name; `mqm` its MQM error class; `bead` indexes the bitext's beads;
    `en` and `es` are the places of the evidence (either may be empty, not both, except where the
    finding is a missing segment); `facts_en` and `facts_es` the normalized facts compared, sorted;
    `wording` a key of the message catalogue and `words` what fills its slots (wording.py gives
    the sentence in English or Spanish).
    """

    check: str
    severity: Severity
    mqm: str
    bead: int
    en: tuple[Place, ...]
    es: tuple[Place, ...]
    facts_en: tuple[str, ...]
    facts_es: tuple[str, ...]
    wording: str
    words: tuple[tuple[str, str], ...]
    key: str


def key_of(check: str, version: int, en: Iterable[str], es: Iterable[str]) -> str:
    """The key of a divergence: SHA-256 of the check, the version of its fact form and the sorted
    normalized facts of both sides; no position enters."""
    shape = json.dumps([check, version, sorted(en), sorted(es)], ensure_ascii=False)
    return hashlib.sha256(shape.encode("utf-8", "surrogatepass")).hexdigest()
