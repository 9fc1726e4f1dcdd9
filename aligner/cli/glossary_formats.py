"""Glossary files of any format, for the verbs: what could not be held or read is said on stderr.

What always holds: a file with a problem is not taken at all; its first lines of trouble are named.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aligner.errors import InputError
from aligner.exchange.glossary_formats import format_named, format_of
from aligner.exchange.terms import Exported, Parsed
from aligner.glossary.concept import Glossary
from aligner.store import files

_MOST = 20
_YAML = (".yaml", ".yml")


def exported(glossary: Glossary, form: str, *, include_internal: bool = False) -> Exported:
    """The file in the format called `form`, and what it could not hold. Raises UsageError."""
    if form == "yaml":
        from aligner.exchange.terms import encoded, outgoing
        from aligner.glossary.canonical import canonical

        going, kept = outgoing(glossary, include_internal=include_internal)
        losses = list(kept)
        return encoded(canonical(going), losses), tuple(losses)
    return format_named(form).write(glossary, include_internal=include_internal)


def content_of(path: str) -> bytes:
    """The bytes of a file. Raises InputError."""
    try:
        return files.content_of(Path(path))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error


def parsed(
    content: bytes,
    path: str,
    *,
    form: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Parsed:
    """What a file of any format holds; `form` names the format where the suffix does not. Raises
    InputError, RecordError, UsageError."""
    if form == "yaml" or (not form and Path(path).suffix.lower() in _YAML):
        from aligner.store.glossary_file import parse_glossary

        if not content.strip():
            return Parsed(Glossary())
        return Parsed(parse_glossary(content, name=path).glossary)
    chosen = format_named(form) if form else format_of(path, content)
    return chosen.read(content, name=path, progress=progress)


def imported(content: bytes, path: str) -> Glossary:
    """The glossary in a file. Raises InputError where any row of it is wrong."""
    found = parsed(content, path)
    refuse(found, path)
    return found.glossary


def refuse(found: Parsed, path: str) -> None:
    """Raises InputError, naming the places, where a file has problems: nothing is taken by halves."""
    if not found.problems:
        return
    said = "; ".join(str(problem) for problem in found.problems[:_MOST])
    more = len(found.problems) - _MOST
    rest = f"; and {more} more" if more > 0 else ""
    raise InputError(f"{path}: nothing was imported: {said}{rest}")
