"""What a decision points at: segments named by their words and neighbours, not by their number.

What always holds: a reference is made from one version of a document and stays as it was; finding
it again in a later version is re-anchoring's work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.text.document import Document
from aligner.text.segment import Side


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """One segment of one side: its digest, how many equal digests come before it in the document
    (`k`), and the digests of its neighbours (empty at the ends)."""

    side: Side
    digest: str
    k: int = 0
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The segments that one decision is about: usually a bead."""

    document: str
    en: tuple[Reference, ...] = ()
    es: tuple[Reference, ...] = ()


def refer(document: Document, indices: Iterable[int]) -> tuple[Reference, ...]:
    """References to the segments at `indices` of `document`."""
    digests = document.digests
    return tuple(
        Reference(
            document.side,
            digests[i],
            digests[:i].count(digests[i]),
            digests[i - 1] if i else "",
            digests[i + 1] if i + 1 < len(digests) else "",
        )
        for i in indices
    )
