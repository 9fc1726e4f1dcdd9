"""The glossary as JSON: the same mapping that glossary.yaml holds, or a plain list of pairs.

What always holds: what is written is complete and has one form; what is read may also be the list
`[{"en", "es", "forbidden": [Spanish forms]}]`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from aligner.errors import AlignerError, InputError
from aligner.exchange.glossary_csv import plain_text
from aligner.exchange.terms import Exported, Parsed, Problem, Progress, encoded, outgoing
from aligner.glossary.concept import Glossary
from aligner.glossary.pairs import from_pairs
from aligner.glossary.record import from_record, to_record


def export_json(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """The whole glossary as one JSON object."""
    going, kept = outgoing(glossary, include_internal=include_internal)
    losses = list(kept)
    text = json.dumps(to_record(going), ensure_ascii=False, indent=2) + "\n"
    return encoded(text, losses), tuple(losses)


def read_json(content: bytes, *, name: str = "JSON", progress: Progress | None = None) -> Parsed:
    """The glossary in JSON. Raises InputError for what is no JSON; an entry that is wrong is a
    problem of the result."""
    text = plain_text(content, name)
    try:
        loaded = json.loads(text)
    except RecursionError:
        raise InputError(f"{name}: nested deeper than we read") from None
    except ValueError as error:
        raise InputError(f"{name}: no JSON: {error}") from None
    try:
        glossary = from_record(loaded) if isinstance(loaded, Mapping) else from_pairs(loaded)
    except AlignerError as error:
        return Parsed(Glossary(), (Problem(0, str(error)),))
    if progress is not None:
        progress(len(glossary.concepts), len(glossary.concepts))
    return Parsed(glossary)
