"""The index built again from the outcomes that a batch left.

What always holds: outcomes are the truth, the index follows from them; of two outcomes of one pair
(a run that died after a text changed) the later one stands.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from aligner.archive.batch import to_index
from aligner.archive.index import DamagedError, Index, discard, open_or_rebuild
from aligner.archive.outcomes import Outcomes

Answer = TypeVar("Answer")

FILE = "archive.sqlite"
"""The index's name beside the folder of outcomes."""


def archive_in(folder: Path) -> Path | None:
    """The folder of the archive that `folder` is or holds; None where there is none."""
    for place in (folder, folder / ".aligner" / "archive"):
        if (place / "outcomes").is_dir():
            return place
    return None


def rebuilt(archive: Path) -> Index:
    """The index of `archive` built anew from its outcomes, open for writing. Raises RecordError."""
    discard(archive / FILE)
    index, _ = open_or_rebuild(archive / FILE)
    outcomes = Outcomes(archive / "outcomes")
    for digest in outcomes.oldest_first():
        outcome = outcomes.read(digest)
        if outcome is not None and "error" not in outcome:
            index.put(*to_index(outcome))
    return index


def answered(path: Path, ask: Callable[[Index], Answer]) -> tuple[Answer, bool]:
    """What `ask` finds in the index at `path`, and whether it had to be built again first: damage
    may show only when it is asked, and is mended where the outcomes lie beside. Raises RecordError."""
    try:
        with Index(path) as index:
            return ask(index), False
    except DamagedError:
        if path.name != FILE or archive_in(path.parent) != path.parent:
            raise
    with rebuilt(path.parent) as index:
        return ask(index), True
