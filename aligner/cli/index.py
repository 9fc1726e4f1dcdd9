"""`aligner index`: describe or check an archive index; build it again from the outcomes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import InputError


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
    from aligner.archive.index import Index
    from aligner.archive.rebuilding import FILE, archive_in, rebuilt

    archive = archive_in(Path(folder))
    if archive is None:
        raise InputError(f"{folder}: no archive here; `aligner batch {folder}` makes one")
    path = archive / FILE
    anew = rebuild or not path.exists()
    if checked and not anew:
        anew = not _sound(path)
        output.say("the index is damaged; building it again" if anew else "the index is sound")
    if anew:
        rebuilt(archive).close()
    with Index(path) as index:
        documents, beads = index.counts()
        if memory:
            _write_memory(index, memory)
    output.say(f"{path}: {documents} documents, {beads} blocks, {path.stat().st_size:,} bytes")
    return 0


def _sound(path: Path) -> bool:
    """Whether the index is whole; says what is wrong where that is known."""
    from aligner.archive.index import DamagedError, Index

    try:
        with Index(path, writable=True) as index:  # SQLite counts the comparison as writing
            return index.sound()
    except DamagedError as error:
        options.note(f"aligner: {error}", quiet=False)
        return False


def _write_memory(index: Any, path: str) -> None:
    """Writes the pairs that a lexicon can learn from, as tab-separated values."""
    from aligner.archive.recall import memory_pairs
    from aligner.cli.writing import write

    lines = ["en\tes"]
    for en, es in memory_pairs(index):
        lines.append("\t".join(" ".join(text.split()) for text in (en, es)))
    write(path, ("\n".join(lines) + "\n").encode("utf-8", "replace"))
