"""Files that hold both versions: translation memories, XLIFF, catalogues, tables.

What always holds: `read_units` streams, so that memory does not grow with the file; `read_bilingual`
makes two documents and says which of their segments stand together. Nothing is aligned here.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from aligner.errors import InputError, LimitError
from aligner.text.building import Block, assemble
from aligner.text.decoding import line_ends
from aligner.text.document import Document
from aligner.text.hygiene import visible
from aligner.text.limits import MAX_SEGMENT, check_file_size
from aligner.text.segment import Kind
from aligner.text.unit import Unit

BILINGUAL_SUFFIXES = frozenset(
    {".tmx", ".xlf", ".xliff", ".po", ".pot", ".tsv", ".tab", ".csv", ".jsonl"}
)
"""The suffixes of the files that `read_units` reads."""


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Both versions of a text, and for each unit the indices of its English and Spanish
    segments, either of which may be empty."""

    en: Document
    es: Document
    pairs: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def read_units(stream: BinaryIO, *, path: str, encoding: str | None = None) -> Iterator[Unit]:
    """The units of a bitext one by one, by the reader that the suffix of `path` names.

    Raises InputError for what cannot be read, where it is met; LimitError for a unit longer than
    the largest segment.
    """
    for unit in _reader(stream, path, encoding):
        if max(len(unit.en), len(unit.es)) > MAX_SEGMENT:
            raise LimitError(
                f"{visible(path)}, unit {visible(unit.id[:40])}: longer than the"
                f" {MAX_SEGMENT:,} characters that are read as one"
            )
        yield unit


def read_bilingual(
    content: bytes,
    *,
    path: str,
    region_en: str = "en-US",
    region_es: str = "es-MX",
    encoding: str | None = None,
) -> Bilingual:
    """Both documents in a bilingual file, and which segments stand together.

    A line break inside a unit, where the format keeps it, parts two segments of one side. Units
    without text are left out. Raises as `read_units`, and InputError when there is no unit.
    """
    check_file_size(len(content), name=path)
    units = read_units(io.BytesIO(content), path=path, encoding=encoding)
    found = bilingual_of(units, path=path, region_en=region_en, region_es=region_es)
    if not found.pairs:
        raise InputError(f"{visible(path)}: no unit with English or Spanish text in it")
    return found


def bilingual_of(
    units: Iterable[Unit], *, path: str, region_en: str = "en-US", region_es: str = "es-MX"
) -> Bilingual:
    """The two documents that `units` make together, and which segments stand together; `path` is
    what the documents are called."""
    sides: tuple[list[Block], list[Block]] = ([], [])
    pairs: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for unit in units:
        numbers: list[tuple[int, ...]] = []
        for blocks, text in zip(sides, (unit.en, unit.es), strict=True):
            first = len(blocks)
            blocks += [
                Block(Kind.PARAGRAPH, line, first_line=unit.n, last_line=unit.n)
                for line in line_ends(text).split("\n")
                if line.strip()
            ]
            numbers.append(tuple(range(first, len(blocks))))
        if numbers[0] or numbers[1]:
            pairs.append((numbers[0], numbers[1]))
    return Bilingual(
        assemble(sides[0], side="en", region=region_en, path=path),
        assemble(sides[1], side="es", region=region_es, path=path),
        tuple(pairs),
    )


def _reader(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Unit]:
    suffix = PurePosixPath(path.replace("\\", "/")).suffix.lower()
    # Each reader is imported where it is needed: start-up time counts.
    match suffix:
        case ".tmx":
            from aligner.text import tmx

            return tmx.units(stream, name=path)
        case ".xlf" | ".xliff":
            from aligner.text import xliff

            return xliff.units(stream, name=path)
        case ".po" | ".pot":
            from aligner.text import po

            return po.units(stream, name=path, encoding=encoding)
        case ".tsv" | ".tab":
            from aligner.text import tabbed

            return tabbed.tab_units(stream, name=path, encoding=encoding)
        case ".csv":
            from aligner.text import tabbed

            return tabbed.comma_units(stream, name=path, encoding=encoding)
        case ".jsonl":
            from aligner.text import jsonlines

            return jsonlines.units(stream, name=path, encoding=encoding)
    known = ", ".join(sorted(BILINGUAL_SUFFIXES))
    raise InputError(f"{visible(path)}: no bitext is read from this kind of file; read are {known}")
