"""The sentences in which findings are said, in English and in Spanish.

What always holds: a sentence tells what stands on each side and never which side is wrong; text
from the documents enters a slot as it stands and is never read as a template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from aligner.divergence.divergence import Divergence
from aligner.divergence.precedence import SLOT
from aligner.language.tables import table

_SLOT = re.compile(r"\{([a-z_]+)\}")
_CATALOGUES = ("messages_facts", "messages_meaning", "messages_drafts")
_CLOSING = "messages_precedence"
_LONGEST = 80


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    merged: dict[str, Mapping[str, str]] = {}
    for name in _CATALOGUES:
        merged.update(table(name))
    return merged


def message(divergence: Divergence, language: Literal["en", "es"] = "en") -> str:
    """The sentence that says why `divergence` was found, in the language of the interface.
    Raises LookupError for a wording that the catalogue does not hold."""
    slots = dict(divergence.words)
    template = _catalogue()[divergence.wording][language]
    sentence = _SLOT.sub(lambda match: _short(slots.get(match[1], "")), template)
    closing = slots.get(SLOT)
    return f"{sentence} {table(_CLOSING)[closing][language]}" if closing else sentence


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
