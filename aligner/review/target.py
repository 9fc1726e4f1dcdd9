"""What a decision points at: segments named by their words and neighbours, not by their number.

What always holds: a reference is made from one version of a document and stays as it was; finding
it again in a later version is re-anchoring's work.
"""

from __future__ import annotations

from collections import Counter
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


class References:
    """Makes the references of one document; equal digests are counted once for all of them."""

    def __init__(self, document: Document) -> None:
        self._side = document.side
        self._digests = document.digests
        seen: Counter[str] = Counter()
        self._k = []
        for digest in self._digests:
            self._k.append(seen[digest])
            seen[digest] += 1

    def to(self, indices: Iterable[int]) -> tuple[Reference, ...]:
        """References to the segments at `indices`."""
        digests = self._digests
        return tuple(
            Reference(
                self._side,
                digests[i],
                self._k[i],
                digests[i - 1] if i else "",
                digests[i + 1] if i + 1 < len(digests) else "",
            )
            for i in indices
        )


def refer(document: Document, indices: Iterable[int]) -> tuple[Reference, ...]:
    """References to the segments at `indices` of `document`."""
    return References(document).to(indices)
