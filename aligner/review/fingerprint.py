"""The name of a divergence outside the journal: for baselines, SARIF and GitLab.

What always holds: it depends on the document, the facts compared and how many equal ones come
before in document order; no line number and no bead enters.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from aligner.divergence.divergence import Divergence


def fingerprints(document: str, divergences: Iterable[Divergence]) -> tuple[str, ...]:
    """The fingerprint of each of `divergences` (in document order): SHA-256, hexadecimal, of
    (document id, key, ordinal among equal keys)."""
    seen: Counter[str] = Counter()
    names = []
    for divergence in divergences:
        shape = json.dumps([document, divergence.key, seen[divergence.key]], ensure_ascii=False)
        seen[divergence.key] += 1
        names.append(hashlib.sha256(shape.encode("utf-8", "surrogatepass")).hexdigest())
    return tuple(names)
