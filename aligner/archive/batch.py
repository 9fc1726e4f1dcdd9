"""A run over many pairs: what is known is left alone, what is new is judged, all is indexed.

What always holds: outcomes are written as they come, so a run that dies loses nothing that was
done; one bad pair is a recorded failure and never the end of a run; the index holds exactly the
pairs of the run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aligner.archive.engine import Engine, Job
from aligner.archive.index import Index, IndexedBead, IndexedDocument
from aligner.archive.manifest import Listed
from aligner.archive.outcomes import Outcomes
from aligner.archive.work import Rules, Task
from aligner.errors import OUR_FAULT, AlignerError, InputError
from aligner.store.files import content_of
from aligner.text.limits import check_file_size

Progress = Callable[[int, int], None]
"""Told how many pairs are done, of how many."""


@dataclass(slots=True)
class Batch:
    """What a run came to. `digests` names the outcome of each pair, by name; `failures` the pairs
    that could not be judged, with the reason."""

    pairs: int = 0
    known: int = 0
    judged: int = 0
    digests: dict[str, str] = field(default_factory=dict)
    failures: dict[str, tuple[int, str]] = field(default_factory=dict)


def _silent(done: int, total: int) -> None:
    del done, total


def task_of(listed: Listed, *, root: Path, encoding: str | None = None) -> Task:
    """The task of a pair, its texts read. Raises InputError, LimitError."""
    contents = []
    for path in (listed.en, listed.es):
        try:
            check_file_size(path.stat().st_size, name=str(path))
            contents.append(content_of(path))
        except FileNotFoundError:
            raise InputError(f"{path}: no such file") from None
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    return Task(
        listed.name,
        _shown(listed.en, root),
        _shown(listed.es, root),
        contents[0],
        contents[1],
        listed.region_en,
        listed.region_es,
        listed.date,
        encoding,
        listed.authenticity,
        listed.instrument,
    )


def _shown(path: Path, root: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def run(
    pairs: Sequence[Listed],
    rules: Rules,
    outcomes: Outcomes,
    engine: Engine,
    *,
    root: Path,
    encoding: str | None = None,
    index: Index | None = None,
    progress: Progress | None = None,
) -> Batch:
    """Judges what is not known yet, and brings `index` up to date. Raises RecordError where
    outcomes or index cannot be written."""
    outcomes.prepare()
    batch = Batch(pairs=len(pairs))
    progress = progress or _silent
    rules_digest = rules.digest()
    known = outcomes.known()
    indexed = index.digests() if index is not None else {}

    def jobs() -> Iterator[Job]:
        for listed in pairs:
            try:
                task = task_of(listed, root=root, encoding=encoding)
            except AlignerError as error:
                batch.failures[listed.name] = (error.exit_code, str(error))
                progress(_done(batch), batch.pairs)
                continue
            digest = task.digest(rules_digest)
            batch.digests[listed.name] = digest
            if digest in known:
                found = outcomes.read(digest)
                # A fault of ours may have been the machine's (no memory): such a pair is tried again.
                if found is not None and found.get("error", {}).get("code") != OUR_FAULT:
                    batch.known += 1
                    _take(batch, listed.name, found, index, indexed)
                    progress(_done(batch), batch.pairs)
                    continue
            yield task, digest

    for outcome in engine.run(jobs(), rules):
        outcomes.write(outcome)
        batch.judged += 1
        _take(batch, outcome["name"], outcome, index, indexed)
        progress(_done(batch), batch.pairs)
    if index is not None:
        index.keep_only(name for name in batch.digests if name not in batch.failures)
    outcomes.keep_only(batch.digests.values())
    return batch


def _done(batch: Batch) -> int:
    unread = sum(1 for name in batch.failures if name not in batch.digests)
    return batch.known + batch.judged + unread


def _take(
    batch: Batch,
    name: str,
    outcome: dict[str, Any],
    index: Index | None,
    indexed: dict[str, str],
) -> None:
    if "error" in outcome:
        batch.failures[name] = (outcome["error"]["code"], outcome["error"]["message"])
        return
    if index is not None and indexed.get(name) != content_digest(outcome):
        index.put(*to_index(outcome))


def content_digest(outcome: dict[str, Any]) -> str:
    """Names what the index holds of an outcome: texts and beads, not findings."""
    state = hashlib.sha256(repr((outcome["beads"], outcome["texts"])).encode("utf-8", "replace"))
    state.update(repr((outcome["date"], outcome["en"], outcome["es"], outcome["lines"])).encode())
    return state.hexdigest()


def to_index(outcome: dict[str, Any]) -> tuple[IndexedDocument, list[IndexedBead]]:
    """An outcome as the index holds it."""
    document = IndexedDocument(
        outcome["name"],
        outcome["date"],
        outcome["en"]["region"],
        outcome["es"]["region"],
        outcome["en"]["path"],
        outcome["es"]["path"],
        content_digest(outcome),
    )
    beads = [
        IndexedBead(n, texts[0], texts[1], lines[0], lines[1], bead[2])
        for n, (bead, texts, lines) in enumerate(
            zip(outcome["beads"], outcome["texts"], outcome["lines"], strict=True)
        )
    ]
    return document, beads
