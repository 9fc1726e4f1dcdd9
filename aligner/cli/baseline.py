"""The baseline: the findings of an old text that a team has agreed to live with for now.

What always holds: one finding a line, sorted, so that two branches merge and a diff can be read; a
finding is known by its fingerprint, the words beside it are for people. A document that was renamed
keeps its entries: the fingerprints that its findings had under the old name are known by the names
of the documents beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import InputError
from aligner.review.fingerprint import fingerprints
from aligner.review.listing import entries
from aligner.review.review import Review
from aligner.store.atomic import write_whole

SCHEMA = 1
_LARGEST = 200_000_000


@dataclass(frozen=True, slots=True)
class Known:
    """One entry: the finding's fingerprint, and the document that it was in."""

    fingerprint: str
    document: str


def read(path: str) -> tuple[Known, ...]:
    """The entries of the baseline at `path`. Raises InputError."""
    try:
        with Path(path).open("rb") as stream:  # a pipe will do: --baseline <(git show ...)
            content = stream.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise InputError(f"{path}: larger than {_LARGEST:,} bytes, no baseline of ours")
        text = content.decode("utf-8")
    except FileNotFoundError:
        raise InputError(f"{path}: no such baseline; --update-baseline writes it") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a baseline ({error})") from error
    try:
        record = json.loads(text)
        if record["schema"] != SCHEMA:
            raise InputError(f"{path}: a baseline of schema {record['schema']}, we read {SCHEMA}")
        return tuple(
            Known(str(known["fingerprint"]), str(known.get("document", "")))
            for known in record["known"]
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{path}: no baseline of ours ({error})") from error


def matched(
    known: Iterable[Known], reviews: Iterable[Review]
) -> tuple[frozenset[str], tuple[str, ...]]:
    """The fingerprints that are known today, and a line for each document that was renamed: one
    whose name the baseline does not hold takes the entries of a name that is gone, where at least
    half of those are found in it."""
    reviews = tuple(reviews)
    present = {review.document for review in reviews}
    gone: dict[str, set[str]] = {}
    named = set()
    for entry in known:
        named.add(entry.document)
        if entry.document and entry.document not in present:
            gone.setdefault(entry.document, set()).add(entry.fingerprint)
    fingerprints_known = {entry.fingerprint for entry in known}
    lines = []
    for review in reviews:
        if review.document in named:
            continue
        renamed = {old: _under(old, review) for old in gone}
        fits = {old: len(gone[old] & names.keys()) for old, names in renamed.items()}
        best = max(fits, key=lambda old: (fits[old], old), default="")
        if not best or 2 * fits[best] < len(gone[best]):
            continue
        taken = gone.pop(best)
        fingerprints_known -= taken & renamed[best].keys()
        fingerprints_known |= {new for old, new in renamed[best].items() if old in taken}
        lines.append(f"{review.document} is {best} of the baseline, renamed; write it anew")
    return frozenset(fingerprints_known), tuple(lines)


def _under(old: str, review: Review) -> dict[str, str]:
    """The fingerprint that each finding would have in a document called `old` -> its own."""
    own = [finding.fingerprint for finding in review.findings]
    return dict(zip(fingerprints(old, review.divergences), own, strict=True))


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
