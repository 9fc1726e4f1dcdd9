"""The two texts of a document, from files to Documents.

What always holds: a file is looked at for its size before it is read; several files of one side
are read as one document, in the order listed; the key names every byte and option that the result
depends on.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from aligner.errors import InputError, LimitError
from aligner.store.cache import Cache
from aligner.store.configuration import Listed
from aligner.store.files import opened
from aligner.store.inside import inside
from aligner.text.document import Document
from aligner.text.limits import check_file_size
from aligner.text.reading import read_document
from aligner.text.runs import Tracked
from aligner.text.segment import Side


@dataclass(frozen=True, slots=True)
class Texts:
    """Both versions, and the key under which what is derived from them is cached."""

    en: Document
    es: Document
    key: str


def read_texts(
    root: Path,
    listed: Listed,
    *,
    regions: Mapping[str, str],
    encoding: str | None = None,
    tracked: Tracked = "show",
    cache: Cache | None = None,
    alone: bool = False,
) -> Texts:
    """The texts of `listed`, a document of the project at `root`. Raises InputError, LimitError;
    `alone` for files that were named on the command line, wherever they are."""
    sides = {}
    keys = []
    for side, written in (("en", listed.en), ("es", listed.es)):
        contents = [(path, _content(root, path, alone=alone)) for path in written]
        region = regions.get(side, side)
        key = _key(contents, side, region, encoding, tracked)
        document = cache.document(key) if cache else None
        if document is None:
            document = _document(contents, side, region, encoding, tracked)
            if cache:
                cache.keep_document(key, document)
        sides[side] = document
        keys.append(key)
    both = hashlib.sha256("\n".join(keys).encode("ascii")).hexdigest()
    return Texts(sides["en"], sides["es"], both)


def _content(root: Path, written: str, *, alone: bool) -> bytes:
    path = root / written if alone else inside(root, written)
    try:
        with opened(path) as stream:
            check_file_size(os.fstat(stream.fileno()).st_size, name=written)
            return stream.read()
    except FileNotFoundError:
        raise InputError(f"{written}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{written}: a folder, where a text was expected") from None
    except OSError as error:
        raise InputError(f"{written}: cannot be read ({error.strerror})") from error


def _key(
    contents: Sequence[tuple[str, bytes]],
    side: str,
    region: str,
    encoding: str | None,
    tracked: str,
) -> str:
    state = hashlib.sha256(repr((side, region, encoding, tracked)).encode("utf-8"))
    for path, content in contents:
        name = path.encode("utf-8", "surrogateescape")
        state.update(b"%d %d\n" % (len(name), len(content)))
        state.update(name)
        state.update(content)
    return state.hexdigest()


def _document(
    contents: Sequence[tuple[str, bytes]],
    side: str,
    region: str,
    encoding: str | None,
    tracked: Tracked,
) -> Document:
    parts = [
        read_document(
            content,
            path=path,
            side=_side(side),
            region=region,
            encoding=encoding,
            tracked=tracked,
        )
        for path, content in contents
    ]
    return parts[0] if len(parts) == 1 else joined(parts)


def _side(side: str) -> Side:
    return "en" if side == "en" else "es"


def joined(parts: Sequence[Document]) -> Document:
    """Several documents of one side as one; its path names them all."""
    segments = [segment for part in parts for segment in part.segments]
    return Document(
        parts[0].side,
        parts[0].region,
        " + ".join(part.path for part in parts),
        tuple(replace(segment, index=index) for index, segment in enumerate(segments)),
    )


def text_of(path: Path, *, side: Side, region: str = "", encoding: str | None = None) -> str:
    """The words of one text, segments joined by newlines. Raises InputError, LimitError."""
    content = _content(path.parent, path.name, alone=True)
    document = _document([(path.name, content)], side, region or side, encoding, "show")
    return "\n".join(segment.text for segment in document.segments)


MAX_UNITS = 500_000
"""How many pairs of a project's memories are read, all files together."""


def read_memories(root: Path, written: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The pairs of parallel text in the bilingual files that a project names; units with an empty
    side teach nothing and are left out. Raises InputError, LimitError."""
    if not written:
        return ()
    # Loaded here: most projects have no memory.
    from aligner.text.bilingual import read_units

    pairs: list[tuple[str, str]] = []
    for path in written:
        with _stream(inside(root, path), path) as stream:
            for unit in read_units(stream, path=path):
                if unit.en.strip() and unit.es.strip():
                    pairs.append((unit.en, unit.es))
                if len(pairs) > MAX_UNITS:
                    raise LimitError(f"{path}: more than {MAX_UNITS:,} units of memory in all")
    return tuple(pairs)


def _stream(path: Path, written: str) -> BinaryIO:
    try:
        return opened(path)
    except FileNotFoundError:
        raise InputError(f"{written}: no such file") from None
    except OSError as error:
        raise InputError(f"{written}: cannot be read ({error.strerror})") from error
