"""glossary.yaml: the only truth for concepts and their decisions.

What always holds: it is read strictly and written in one canonical form, whole and atomically; a
comment that our writer would lose is refused on reading, with its line.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aligner.errors import RecordError
from aligner.glossary.canonical import canonical, leading_comment
from aligner.glossary.concept import Glossary
from aligner.glossary.record import from_record
from aligner.store.atomic import write_whole
from aligner.store.files import DISK, Disk
from aligner.store.yaml_loader import content_of, load, stray_comment


@dataclass(frozen=True, slots=True)
class GlossaryText:
    """A glossary and the leading comment of its file."""

    glossary: Glossary
    comment: str = ""


def read_glossary(path: Path, *, name: str = "") -> GlossaryText:
    """The glossary in `path`; an absent file is an empty glossary. Raises RecordError with the
    line for anything that is not a glossary of this version."""
    name = name or path.name
    try:
        content = content_of(path)
    except FileNotFoundError:
        return GlossaryText(Glossary())
    except OSError as error:
        raise RecordError(f"{name}: cannot be read ({error.strerror})") from error
    return parse_glossary(content, name=name)


def parse_glossary(content: bytes, *, name: str) -> GlossaryText:
    """The glossary in the bytes of a file. Raises RecordError."""
    loaded = load(content, name=name, error=RecordError)
    line = stray_comment(loaded)
    if line:
        raise RecordError(
            f"{name}, line {line}: a comment inside; comments stand in one block at the head, "
            "reasons in a decision's `why` or a `note`"
        )
    try:
        glossary = from_record(loaded.value)
    except RecordError as error:
        raise RecordError(f"{name}: {error}") from error
    return GlossaryText(glossary, leading_comment(loaded.text))


def write_glossary(path: Path, glossary: Glossary, *, comment: str = "", disk: Disk = DISK) -> None:
    """Makes `glossary` the content of `path`, in the canonical form. Raises RecordError."""
    write_whole(path, canonical(glossary, comment=comment).encode("utf-8"), disk=disk)
