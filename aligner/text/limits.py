"""How much is read, and the refusal of anything larger.

What always holds: a limit is checked before the work that it guards, so that a hostile file costs
a clear line and not the machine. Every refusal is a LimitError that names the file, what was
found and what is allowed.
"""

from __future__ import annotations

from aligner.errors import LimitError
from aligner.text.hygiene import visible

MAX_FILE = 32 * 1024 * 1024
"""Bytes of one text, bitext or archive as it lies on disk."""

MAX_SEGMENT = 200_000
"""Code points of one segment: about seventy pages without a paragraph break."""

MAX_SEGMENTS = 200_000
"""Segments of one document."""

MAX_EXPANDED = 128 * 1024 * 1024
"""Bytes of all parts of an archive together, once unpacked."""

MAX_PART = 48 * 1024 * 1024
"""Bytes of one part of an archive that is read, once unpacked."""

MAX_RATIO = 250
"""How many times larger a part may grow; text in Word files grows 5 to 40 times."""

RATIO_FLOOR = 1024 * 1024
"""Parts smaller than this many bytes may grow as they like."""

MAX_PARTS = 5_000
"""Parts of an archive."""

MAX_DEPTH = 250
"""Levels of XML or HTML elements within one another."""


def megabytes(size: int) -> str:
    """`size` bytes for people: `48 MB`."""
    return f"{size / (1024 * 1024):,.0f} MB"


def check_file_size(size: int, *, name: str, limit: int = MAX_FILE) -> None:
    """Raise LimitError when a file of `size` bytes is larger than we read."""
    if size > limit:
        raise LimitError(
            f"{visible(name)}: {megabytes(size)} is more than the {megabytes(limit)} that are read"
            " as one text; split the file"
        )


def check_segment_size(size: int, *, name: str, line: int = 0) -> None:
    """Raise LimitError when a segment of `size` code points is longer than we read."""
    if size > MAX_SEGMENT:
        place = f", line {line}" if line else ""
        raise LimitError(
            f"{visible(name)}{place}: a paragraph of {size:,} characters; at most"
            f" {MAX_SEGMENT:,} are read as one: separate the paragraphs by blank lines"
        )


def check_segment_count(count: int, *, name: str) -> None:
    """Raise LimitError when a document has more segments than we read."""
    if count > MAX_SEGMENTS:
        raise LimitError(
            f"{visible(name)}: more than {MAX_SEGMENTS:,} paragraphs in one text; split the file"
        )
