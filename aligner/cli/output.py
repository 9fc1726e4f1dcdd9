"""stdout is data: every verb writes it here, as UTF-8 with LF, whatever the locale says.

What always holds: what stands between control characters never reaches a terminal raw: writers of
text for people pass through `say`, writers of files for programs through `emit`.
"""

from __future__ import annotations

import sys

from aligner.errors import READER_GONE, AlignerError, RecordError
from aligner.text.hygiene import visible


class ReaderGoneError(AlignerError):
    """Nobody reads stdout any more: not worth a word, and an exit code of its own."""

    exit_code = READER_GONE


def emit(text: str) -> None:
    """Writes `text` for programs, as it is. Raises RecordError where stdout is closed."""
    emit_bytes(text.encode("utf-8", "surrogateescape"))


def emit_bytes(content: bytes) -> None:
    """Writes bytes. Raises RecordError where stdout is closed, ReaderGoneError where nobody reads."""
    if sys.stdout is None:
        raise RecordError("cannot write: stdout is closed")
    try:
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
