"""Bitexts out to other tools, one module a format over one row.

What always holds: the bytes depend on the texts, the beads and the shared decisions alone; no clock
and no machine enters, so that two exports of one state are the same file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from aligner.alignment.bead import Bitext
from aligner.errors import UsageError
from aligner.exchange import (
    bitext_csv,
    bitext_jsonl,
    bitext_tsv,
    po,
    tmx,
    xliff12,
    xliff21,
)
from aligner.exchange.row import Sheet, sheet_of
from aligner.review.review import Review

_WRITERS: dict[str, Callable[[Iterable[Sheet]], Iterator[str]]] = {
    "tmx": tmx.write,
    "xliff1.2": xliff12.write,
    "xliff2.1": xliff21.write,
    "tsv": bitext_tsv.write,
    "csv": bitext_csv.write,
    "jsonl": bitext_jsonl.write,
    "po": po.write,
}
FORMATS = tuple(_WRITERS)
"""The names of the formats, as the command line takes them."""


def write_bitexts(
    sources: Iterable[tuple[str, Bitext | Review]], form: str, *, include_internal: bool = False
) -> Iterator[bytes]:
    """The file of all `sources` (name and bitext or review of each document), piece by piece.

    Raises UsageError for a format that is not in `FORMATS`.
    """
    writer = _WRITERS.get(form)
    if writer is None:
        raise UsageError(f"no bitext format is called {form}; known are {', '.join(FORMATS)}")
    sheets = (sheet_of(source, name, include_internal=include_internal) for name, source in sources)
    for piece in writer(sheets):
        yield piece.encode("utf-8", "replace")


def export_bitext(
    source: Bitext | Review, form: str, *, name: str = "", include_internal: bool = False
) -> bytes:
    """The file of one document, as `write_bitexts` writes it."""
    return b"".join(write_bitexts([(name, source)], form, include_internal=include_internal))
