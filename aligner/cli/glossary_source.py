"""`--glossary FILE`: a glossary from whatever people have.

What always holds: the suffix names the format; nothing is taken by halves.
"""

from __future__ import annotations

import json
from pathlib import Path

from aligner.errors import InputError
from aligner.glossary.concept import Glossary
from aligner.store.files import content_of


def glossary_from(path: str) -> Glossary:
    """The glossary in glossary.yaml, CSV, TSV, TBX or JSON at `path`. Raises InputError, RecordError."""
    place = Path(path)
    try:
        content = content_of(place)
    except FileNotFoundError:
        raise InputError(f"{path}: no such glossary") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    suffix = place.suffix.lower()
    if suffix in (".yaml", ".yml"):
        from aligner.store.glossary_file import parse_glossary

        return parse_glossary(content, name=path).glossary
    if suffix == ".json":
        return _from_json(content, path)
    from aligner.cli.glossary_formats import imported

    return imported(content, path)


def _from_json(content: bytes, path: str) -> Glossary:
    from aligner.glossary.pairs import from_pairs

    try:
        listed = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: no JSON ({error})") from None
    if isinstance(listed, dict):
        from aligner.cli.glossary_formats import imported

        return imported(content, path)
    return from_pairs(listed)
