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
    found = tuple(units)
    # A paragraph that stands elsewhere in the Spanish version goes back there, if all places are known.
    ranked = all(unit.order for unit in found if unit.es.strip())
    places = sorted(range(len(found)), key=lambda n: found[n].order if ranked else n)
    en, en_numbers = _blocks([(unit.en, unit.n) for unit in found])
    es, by_place = _blocks([(found[n].es, found[n].n) for n in places])
    es_numbers = dict(zip(places, by_place, strict=True))
    pairs = ((numbers, es_numbers[n]) for n, numbers in enumerate(en_numbers))
    return Bilingual(
        assemble(en, side="en", region=region_en, path=path),
        assemble(es, side="es", region=region_es, path=path),
        tuple(pair for pair in pairs if pair[0] or pair[1]),
    )


def _blocks(texts: Iterable[tuple[str, int]]) -> tuple[list[Block], list[tuple[int, ...]]]:
    """The blocks of texts and the lines they begin in, and the indices of each text's blocks."""
    blocks: list[Block] = []
    numbers: list[tuple[int, ...]] = []
    for text, place in texts:
        first = len(blocks)
        blocks += [
            Block(Kind.PARAGRAPH, line, first_line=place, last_line=place)
            for line in line_ends(text).split("\n")
            if line.strip()
        ]
        numbers.append(tuple(range(first, len(blocks))))
    return blocks, numbers


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
