"""The baseline: the findings of an old text that a team has agreed to live with for now.

What always holds: one finding a line, sorted, so that two branches merge and a diff can be read; a
finding is known by its fingerprint, the words beside it are for people.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from aligner.errors import InputError
from aligner.review.listing import entries
from aligner.review.review import Review
from aligner.store.atomic import write_whole

SCHEMA = 1


def read(path: str) -> frozenset[str]:
    """The fingerprints in the baseline at `path`. Raises InputError."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{path}: no such baseline; --update-baseline writes it") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a baseline ({error})") from error
    try:
        record = json.loads(text)
        if record["schema"] != SCHEMA:
            raise InputError(f"{path}: a baseline of schema {record['schema']}, we read {SCHEMA}")
        return frozenset(str(known["fingerprint"]) for known in record["known"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{path}: no baseline of ours ({error})") from error


def write(path: str, reviews: Iterable[Review]) -> None:
    """Writes all open findings of `reviews` as the baseline. Raises RecordError."""
    known = sorted(
        (entry.document, entry.check, entry.fingerprint, entry.severity.word, entry.message)
        for entry in entries(reviews, internal=False)
        if not entry.settled
    )
    lines = [
        json.dumps(
            {
                "document": document,
                "type": check,
                "fingerprint": fingerprint,
                "severity": severity,
                "message": message,
            },
            ensure_ascii=False,
        )
        for document, check, fingerprint, severity, message in known
    ]
    body = ",\n".join(lines)
    text = (
        f'{{"schema": {SCHEMA}, "known": [\n{body}\n]}}\n'
        if lines
        else (f'{{"schema": {SCHEMA}, "known": []}}\n')
    )
    write_whole(Path(path), text.encode("utf-8", "replace"))
