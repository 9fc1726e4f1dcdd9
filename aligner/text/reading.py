"""Bytes become a document, by the reader that the file's suffix names.

What always holds: whatever the bytes are, the answer is a Document or an InputError of one line
that says what to do. A reader and its libraries are imported when a file needs them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from aligner.errors import InputError
from aligner.text.bilingual import BILINGUAL_SUFFIXES, read_bilingual
from aligner.text.building import Block, assemble
from aligner.text.decoding import decode
from aligner.text.document import Document
from aligner.text.hygiene import visible
from aligner.text.limits import check_file_size
from aligner.text.runs import Tracked
from aligner.text.segment import Side
from aligner.text.sniffing import Family, advice, refuse_mislabelled

__all__ = ["SUFFIXES", "Tracked", "read_document"]

_PLAIN = frozenset({".txt", ".text"})
_MARKDOWN = frozenset({".md", ".markdown"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
# Templates and files with macros are the same inside; nothing in them is ever run.
_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_ARCHIVES = frozenset(_WORD | {".odt"})
_SUBTITLES = frozenset({".srt"})
_PDF = frozenset({".pdf"})
SUFFIXES = frozenset(
    _PLAIN | _MARKDOWN | _HTML | _ARCHIVES | _SUBTITLES | _PDF | BILINGUAL_SUFFIXES - {".jsonl"}
)
"""The suffixes, in small letters with their dot, of the files that `read_document` reads."""


def read_document(
    content: bytes,
    *,
    path: str,
    side: Side,
    region: str,
    encoding: str | None = None,
    tracked: Tracked = "show",
) -> Document:
    """The document in `content`.

    `path` gives the suffix and stands in messages; it is not opened. `encoding` is for texts whose
    format does not carry one; `tracked` says what becomes of tracked changes in .docx and .odt:
    `show` and `accept` compare the text as accepted, `show` keeping the marks; `reject` the text as
    it was; `refuse` raises. Raises InputError, LimitError, and UsageError for an unknown encoding.
    """
    check_file_size(len(content), name=path)
    suffix = PurePosixPath(path.replace("\\", "/")).suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        what = advice(suffix) or f"read are {known}"
        raise InputError(
            f"{visible(path)}: no reader for {visible(suffix) or 'a file without suffix'}; {what}"
        )
    family: Family = "archive" if suffix in _ARCHIVES else "pdf" if suffix in _PDF else "text"
    refuse_mislabelled(content, family=family, suffix=suffix, name=path)
    if suffix in BILINGUAL_SUFFIXES:
        both = read_bilingual(content, path=path, encoding=encoding, **{f"region_{side}": region})
        document = both.en if side == "en" else both.es
    else:
        blocks = _blocks(content, suffix, path=path, encoding=encoding, tracked=tracked)
        document = assemble(blocks, side=side, region=region, path=path)
    if not document.segments:
        raise InputError(f"{visible(path)}: the file holds no text")
    return document


def _blocks(
    content: bytes, suffix: str, *, path: str, encoding: str | None, tracked: Tracked
) -> Iterable[Block]:
    # Each reader is imported where it is needed: start-up time counts.
    if suffix in _PLAIN:
        from aligner.text import plain

        return plain.blocks(decode(content, name=path, encoding=encoding), name=path)
    if suffix in _MARKDOWN:
        from aligner.text import markdown

        return markdown.blocks(decode(content, name=path, encoding=encoding), name=path)
    if suffix in _HTML:
        from aligner.text import html

        return html.blocks(content, name=path, encoding=encoding, tracked=tracked)
    if suffix in _WORD:
        from aligner.text import docx

        return docx.blocks(content, name=path, tracked=tracked)
    if suffix == ".odt":
        from aligner.text import odt

        return odt.blocks(content, name=path, tracked=tracked)
    if suffix in _SUBTITLES:
        from aligner.text import srt

        return srt.blocks(decode(content, name=path, encoding=encoding), name=path)
    from aligner.text import pdf

    return pdf.blocks(content, name=path)
