"""Bytes become a document, by the reader that the file's suffix names.

What always holds: whatever the bytes are, the answer is a Document or an InputError of one line
that says what to do. A reader and its libraries are imported when a file needs them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Literal

from aligner.errors import InputError
from aligner.text.building import Block, assemble
from aligner.text.decoding import decode
from aligner.text.document import Document
from aligner.text.hygiene import visible
from aligner.text.limits import check_file_size
from aligner.text.segment import Side

Tracked = Literal["show", "accept", "reject", "refuse"]

_PLAIN = frozenset({".txt", ".text"})
_MARKDOWN = frozenset({".md", ".markdown"})
SUFFIXES = frozenset(_PLAIN | _MARKDOWN)
"""The suffixes, in small letters with their dot, of the files that `read_document` reads."""


def read_document(
    content: bytes,
    *,
    path: str,
    side: Side,
    region: str,
    encoding: str | None = None,
    tracked: Tracked = "show",  # noqa: ARG001
) -> Document:
    """The document in `content`.

    `path` gives the suffix and stands in messages; it is not opened. `encoding` is for texts whose
    format does not carry one; `tracked` says what becomes of tracked changes in .docx and .odt:
    `show` and `accept` compare the text as accepted, `show` keeping the marks; `reject` the text as
    it was; `refuse` raises. Raises InputError, LimitError, and UsageError for an unknown encoding.
    """
    check_file_size(len(content), name=path)
    suffix = PurePosixPath(path.replace("\\", "/")).suffix.lower()
    blocks = _blocks(content, suffix, path=path, encoding=encoding)
    document = assemble(blocks, side=side, region=region, path=path)
    if not document.segments:
        raise InputError(f"{visible(path)}: the file holds no text")
    return document


def _blocks(content: bytes, suffix: str, *, path: str, encoding: str | None) -> Iterable[Block]:
    # Each reader is imported where it is needed: start-up time counts.
    if suffix in _PLAIN:
        from aligner.text import plain

        return plain.blocks(decode(content, name=path, encoding=encoding))
    if suffix in _MARKDOWN:
        from aligner.text import markdown

        return markdown.blocks(decode(content, name=path, encoding=encoding), name=path)
    known = ", ".join(sorted(SUFFIXES))
    raise InputError(f"{visible(path)}: no reader for this kind of file; read are {known}")
