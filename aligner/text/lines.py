"""Lines of a stream, decoded strictly as they come.

What always holds: memory is bounded by the longest line that is allowed, whatever the length of
the stream; a byte that does not belong is named by its offset in the whole stream.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Protocol

from aligner.errors import InputError, LimitError, UsageError
from aligner.text.hygiene import visible

MAX_LINE = 4_000_000
"""Code points of one line of a line-based bitext."""

_BYTES_AT_ONCE = 1 << 16
_END = re.compile("\r\n|\r|\n")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Readable(Protocol):
    """What is read from: bytes, a piece at a time."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""


def lines(stream: Readable, *, name: str, encoding: str | None = None) -> Iterator[tuple[int, str]]:
    """Each line of `stream` with its number from 1, without its end. U+2028 ends no line here: in
    JSON it may stand inside a string. Raises InputError for bytes that are not text in the
    encoding (UTF-8, or UTF-16 with its mark, unless `encoding` names another), LimitError for a line
    longer than `MAX_LINE`."""
    number, length, held = 1, 0, ""
    pending: list[str] = []
    for piece in _decoded(stream, name, encoding):
        text = held + piece
        # A CR at the end may be half of a CRLF: wait for what follows.
        held = "\r" if text.endswith("\r") else ""
        parts = _END.split(text[:-1] if held else text)
        for part in parts[:-1]:
            yield number, "".join([*pending, part])
            number, length = number + 1, 0
            pending.clear()
        pending.append(parts[-1])
        length += len(parts[-1])
        _refuse_long(length, number, name)
    last = "".join(pending)
    if last or held:
        yield number, last


def _refuse_long(length: int, number: int, name: str) -> None:
    if length > MAX_LINE:
        raise LimitError(
            f"{visible(name)}, line {number}: longer than the {MAX_LINE:,} characters that are read"
            " as one line"
        )


def _decoded(stream: Readable, name: str, encoding: str | None) -> Iterator[str]:
    read = 0
    decoder: codecs.IncrementalDecoder | None = None
    label = encoding or "UTF-8"
    while True:
        piece = stream.read(_BYTES_AT_ONCE)
        if decoder is None:
            mark, codec = next(
                (known for known in _MARKS if encoding is None and piece.startswith(known[0])),
                (b"", encoding or "utf-8"),
            )
            label = encoding or codec.upper()[:6].rstrip("-")
            read += len(mark)
            piece = piece[len(mark) :]
            decoder = _decoder(codec)
        read += len(piece)
        try:
            text = decoder.decode(piece, not piece)
        except UnicodeDecodeError as error:
            offset = read - len(error.object) + error.start
            raise InputError(
                f"{visible(name)}: not {visible(label)} at byte offset {offset}; save it as UTF-8,"
                " or name its encoding, such as --encoding windows-1252"
            ) from None
        except ValueError:
            raise InputError(f"{visible(name)}: cannot be read as {visible(label)}") from None
        if "\x00" in text:
            raise InputError(
                f"{visible(name)}: a NUL character near byte offset {max(0, read - len(piece))};"
                " this is not a text in UTF-8 (see --encoding)"
            )
        if text:
            yield text
        if not piece:
            return


def _decoder(codec: str) -> codecs.IncrementalDecoder:
    try:
        # Encodings that make no text, such as rot13, are refused by bytes.decode alone.
        b"".decode(codec)
        return codecs.getincrementaldecoder(codec)("strict")
    except (LookupError, ValueError):
        raise UsageError(f"--encoding {visible(codec)}: no such text encoding") from None
