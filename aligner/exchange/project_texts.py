"""A bitext from elsewhere as the texts of a project: the way back of an export.

What always holds: each document of the file becomes one English and one Spanish Markdown text, with
the same words and labels in the same order; names are made safe, so that no file can be written
outside the project. Which segments stood together is given too, as pins to begin with.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from aligner.alignment.bead import Pin
from aligner.errors import InputError
from aligner.exchange.markdown_text import as_markdown
from aligner.text.bilingual import bilingual_of, read_units
from aligner.text.hygiene import visible
from aligner.text.limits import check_file_size
from aligner.text.unit import Unit

_SUFFIX = re.compile(r"\.(?:md|txt|docx|odt|html?|tmx|xlf|po|tsv|csv|jsonl)$", re.IGNORECASE)
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class ProjectText:
    """One document: its name (a POSIX path without suffix, below `en/` and `es/`), both texts as
    Markdown, and the pairs of the file."""

    name: str
    en: str
    es: str
    pins: tuple[Pin, ...]


def project_texts(
    content: bytes, *, path: str, encoding: str | None = None
) -> tuple[ProjectText, ...]:
    """The documents in a TMX, XLIFF, PO, CSV, tab-separated or JSON lines file, in file order.

    Units of one document are taken together wherever they stand. Raises InputError and LimitError
    as the readers do, and InputError where a document lacks one of its versions.
    """
    check_file_size(len(content), name=path)
    units: dict[str, list[Unit]] = {}
    for unit in read_units(io.BytesIO(content), path=path, encoding=encoding):
        units.setdefault(unit.doc, []).append(unit)
    texts: list[ProjectText] = []
    taken: set[str] = set()
    for document, own in units.items():
        found = bilingual_of(own, path=document or path)
        if not found.pairs:
            continue
        if not (found.en.segments and found.es.segments):
            lacking = "Spanish" if found.en.segments else "English"
            raise InputError(f"{visible(path)}: {visible(document[:60])} has no {lacking} text")
        name = _free(_safe(document or path), taken)
        texts.append(
            ProjectText(
                name,
                as_markdown(found.en),
                as_markdown(found.es),
                tuple(Pin(en, es) for en, es in found.pairs),
            )
        )
    if not texts:
        raise InputError(f"{visible(path)}: no unit with English or Spanish text in it")
    return tuple(texts)


def _safe(name: str) -> str:
    """`name` as a relative path that every file system takes and that leads nowhere else."""
    parts = (
        _UNSAFE.sub("-", part).strip(".-") for part in re.split(r"[/\\]", _SUFFIX.sub("", name))
    )
    kept = [part[:_LONGEST] for part in parts if part]
    # "en/x.md" of another project is "x" here.
    if len(kept) > 1 and kept[0].lower() in ("en", "es"):
        kept = kept[1:]
    return "/".join(kept[-3:]) or "document"


def _free(name: str, taken: set[str]) -> str:
    """`name`, or with a number behind it where it was given before."""
    free, count = name, 1
    while free.casefold() in taken:
        count += 1
        free = f"{name}-{count}"
    taken.add(free.casefold())
    return free
