"""Bytes to text, without guessing.

What always holds: UTF-8 is read strictly (no overlong forms, no surrogates), with or without its
mark; UTF-16 and UTF-32 only with theirs; anything else only when the user names the encoding. No NUL
comes through. Line ends of every kind are `\\n` afterwards, and no mark is left at the start.
"""

from __future__ import annotations

import codecs
import re

from aligner.errors import InputError, UsageError
from aligner.text.hygiene import visible

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_LINE_ENDS = re.compile("\r\n?|\u2028")
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(content: bytes, *, name: str, encoding: str | None = None) -> str:
    """The text in `content`, line ends normalized.

    `name` is the file's name for messages; `encoding` the one that the user named, which then
    holds strictly. Raises InputError naming the byte offset and `--encoding`, and UsageError for
    an encoding that does not exist.
    """
    shown = visible(name)
    if encoding is not None:
        text = _decode_as(content, encoding, encoding, shown, mark=0)
    else:
        mark, codec, label = next(
            (known for known in _MARKS if content.startswith(known[0])), (b"", "utf-8", "UTF-8")
        )
        # The NUL bytes of UTF-16 without its mark are valid UTF-8: look before decoding.
        if label == "UTF-8" and b"\x00" in content:
            raise InputError(_nul_message(content, shown))
        text = _decode_as(content[len(mark) :], codec, label, shown, mark=len(mark))
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\x00" in text:
        raise InputError(f"{shown}: a NUL character in line {_line(text, text.index(chr(0)))}")
    # Strict UTF-8 and UTF-16 hold none; odd encodings that a user names may.
    lone = _SURROGATE.search(text) if encoding is not None else None
    if lone:
        raise InputError(f"{shown}: half of a surrogate pair in line {_line(text, lone.start())}")
    return line_ends(text)


def line_ends(text: str) -> str:
    """`text` with CRLF, CR and U+2028 as newlines, and U+2029 as an empty line."""
    if "\r" in text or "\u2028" in text:
        text = _LINE_ENDS.sub("\n", text)
    return text.replace("\u2029", "\n\n")


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _nul_message(content: bytes, shown: str) -> str:
    offset = content.index(b"\x00")
    sample = content[:4096]
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    half = max(1, len(sample) // 2)
    if max(zeros) > max(3, 0.4 * half) and min(zeros) < 0.2 * half:
        guess = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
        return (
            f"{shown}: not UTF-8 but UTF-16 without a byte order mark, it seems (NUL at byte offset"
            f" {offset}); give --encoding {guess} or save it as UTF-8"
        )
    return f"{shown}: a NUL at byte offset {offset}; this is not a text in UTF-8 (see --encoding)"


def _decode_as(content: bytes, codec: str, label: str, shown: str, *, mark: int) -> str:
    try:
        return content.decode(codec, "strict")
    except UnicodeDecodeError as error:
        offset = error.start
        byte = f"byte 0x{content[offset]:02X} " if offset < len(content) else ""
        line = content.count(b"\n", 0, offset) + 1
        raise InputError(
            f"{shown}: not {visible(label)}: {byte}at byte offset {offset + mark} (line {line});"
            f" {_advice(label)}"
        ) from None
    except LookupError:
        raise UsageError(f"--encoding {visible(codec)}: no such text encoding") from None
    except (ValueError, OverflowError):
        raise InputError(f"{shown}: cannot be read as {visible(label)}") from None


def _advice(label: str) -> str:
    if label.startswith("UTF-"):
        return "save it as UTF-8, or name its encoding, such as --encoding windows-1252"
    return "is another --encoding right?"
