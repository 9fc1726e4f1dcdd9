"""Bitexts in the formats that other tools read, all documents in one file."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.exchange.bitext import write_bitexts
from aligner.review.review import Review


def bitext_bytes(reviews: Sequence[Review], form: str, *, include_internal: bool) -> bytes:
    """The documents of `reviews` as one file of format `form`. Raises UsageError for a format that
    there is not."""
    named = [(review.document, review) for review in reviews]
    return b"".join(write_bitexts(named, form, include_internal=include_internal))
