"""`aligner index`: describe or check an archive index; build it again from the outcomes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import InputError, RecordError


@click.command("index")
@click.argument("folder", default=".", metavar="[DIR]")
@options.common
@click.option("--rebuild", is_flag=True, help="Throw the index away and build it again.")
@click.option(
    "--check", "checked", is_flag=True, help="Read all of it and say whether it is sound."
)
@click.option(
    "--memory", metavar="FILE.tsv", help="Write sure pairs, for `memories:` of a project."
)
def command(folder: str, rebuild: bool, checked: bool, memory: str | None, **given: object) -> int:
    """The index that `aligner batch` builds in DIR, for `aligner find --index`."""
    from aligner.archive.batch import to_index
    from aligner.archive.index import Index, open_or_rebuild
    from aligner.archive.outcomes import Outcomes

    base = Path(folder)
    into = base if (base / "outcomes").is_dir() else base / ".aligner" / "archive"
    if not (into / "outcomes").is_dir():
        raise InputError(f"{folder}: no archive here; `aligner batch {folder}` makes one")
    path = into / "archive.sqlite"
    damaged = False
    if checked and not rebuild:
        try:
            with Index(path) as index:
                damaged = not index.sound()
        except RecordError as error:
            options.note(f"aligner: {error}", quiet=False)
            damaged = True
        output.say("the index is damaged; building it again" if damaged else "the index is sound")
    if rebuild or damaged:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    fresh, _ = open_or_rebuild(path)
    with fresh as index:
        if rebuild or damaged or index.counts() == (0, 0):
            outcomes = Outcomes(into / "outcomes")
            for digest in sorted(outcomes.known()):
                outcome = outcomes.read(digest)
                if outcome is not None and "error" not in outcome:
                    index.put(*to_index(outcome))
        documents, beads = index.counts()
        if memory:
            _write_memory(index, memory)
    output.say(f"{path}: {documents} documents, {beads} blocks, {path.stat().st_size:,} bytes")
    return 0


def _write_memory(index: Any, path: str) -> None:
    """Writes the pairs that a lexicon can learn from, as tab-separated values."""
    from aligner.archive.recall import memory_pairs
    from aligner.cli.writing import write

    lines = ["en\tes"]
    for en, es in memory_pairs(index):
        lines.append("\t".join(" ".join(text.split()) for text in (en, es)))
    write(path, ("\n".join(lines) + "\n").encode("utf-8", "replace"))
