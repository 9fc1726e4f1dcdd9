"""stdout is data: every verb writes it here, as UTF-8 with LF, whatever the locale says.

What always holds: a control character of a text never reaches a terminal raw, whatever the format;
a file or a program gets the bytes as they are.
"""

from __future__ import annotations

import sys

from aligner.errors import READER_GONE, AlignerError, RecordError
from aligner.text.hygiene import visible


class ReaderGoneError(AlignerError):
    """Nobody reads stdout any more: not worth a word, and an exit code of its own."""

    exit_code = READER_GONE


def emit(text: str, *, styled: bool = False) -> None:
    """Writes `text`. `styled` says that the sequences for colour in it are our own and that the
    rest has been made visible. Raises as `emit_bytes` does."""
    _write(text.encode("utf-8", "surrogateescape"), styled=styled)


def emit_bytes(content: bytes) -> None:
    """Writes a file. Raises RecordError where stdout is closed, ReaderGoneError where nobody reads."""
    _write(content, styled=False)


def _write(content: bytes, *, styled: bool) -> None:
    if sys.stdout is None:
        raise RecordError("cannot write: stdout is closed")
    try:
        if not styled and sys.stdout.isatty():
            content = _harmless(content)
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:  # a test or a notebook that replaced stdout by a text stream
            sys.stdout.write(content.decode("utf-8", "replace"))
        else:
            buffer.write(content)
            buffer.flush()
    except BrokenPipeError:
        # click would end the process with 1 if it saw this error.
        raise ReaderGoneError("the reader of stdout has gone") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise RecordError(f"cannot write to stdout: {reason}") from error


def _harmless(content: bytes) -> bytes:
    """A file as a terminal may be shown it."""
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return "\t".join(map(visible, text.split("\t"))).encode("utf-8", "replace")


def say(text: str) -> None:
    """Writes `text` and a newline for people; control characters become visible symbols."""
    emit(visible(text) + "\n")


def to_terminal() -> bool:
    """Whether a person looks at stdout on a terminal that can show something."""
    import os

    try:
        return (
            sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"
        )
    except ValueError:
        return False


def in_colour() -> bool:
    """Whether colours may be sent to stdout: a terminal, and nobody said NO_COLOR (no-color.org)."""
    import os

    return to_terminal() and not os.environ.get("NO_COLOR")
