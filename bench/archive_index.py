"""The index alone, filled directly: its size, and the times of queries as it grows.

    python -m bench archive_index [--blocks N ...] [--queries 200]

Paragraphs are the project's own with numbers of their own (archive_texts.py); nothing is aligned,
so a million of them are there in minutes. Damage is not measured here but tested.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.archive_texts import paragraph_pairs

NEEDS_NOTHING = True
_EACH = 60

QUERIES = (
    '"organized crime"',
    "seguridad",
    "trafficking",
    '"trata de personas"',
    "gobiern*",
    "homicide network",
    "reference 4711",
    "nothing like this anywhere",
)


def _fill(path: Path, blocks: int) -> int:
    """Fills the index at `path`; the bytes of text in it."""
    from aligner.archive.index import Index, IndexedBead, IndexedDocument

    pairs, source, written = paragraph_pairs(), random.Random(1), 0
    with Index(path, writable=True) as index:
        for number in range(blocks // _EACH):
            beads = []
            for n in range(_EACH):
                en, es = source.choice(pairs)
                own = source.randrange(1000, 9999)
                en, es = f"{en} Reference {own}.", f"{es} Referencia {own}."
                written += len(en.encode()) + len(es.encode())
                beads.append(IndexedBead(n, en, es, 2 * n + 1, 2 * n + 1, 0.9))
            date = str(1990 + number % 30)
            name = f"{date}-declaration-{number:06d}"
            index.put(IndexedDocument(name, date, "en-US", "es-MX", "e", "s", str(number)), beads)
    return written


def _timed(name: str, count: int, work: Callable[[int], object]) -> str:
    times = []
    for n in range(count):
        start = time.perf_counter()
        work(n)
        times.append(1000 * (time.perf_counter() - start))
    return f"{name}: median {statistics.median(times):.2f} ms, worst {max(times):.1f} ms"


def main(arguments: list[str]) -> None:
    """Prints a paragraph for each size."""
    from aligner.archive.index import Index
    from aligner.archive.recall import similar
    from aligner.archive.search import Query, search

    parser = argparse.ArgumentParser(prog="python -m bench archive_index")
    parser.add_argument("--blocks", type=int, nargs="+", default=[60_000])
    parser.add_argument("--queries", type=int, default=200)
    wanted = parser.parse_args(arguments)
    paragraphs = [en for en, _ in paragraph_pairs()]
    for blocks in wanted.blocks:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "archive.sqlite"
            start, processor = time.perf_counter(), time.process_time()
            text = _fill(path, blocks)
            print(
                f"{blocks} blocks: filled in {time.perf_counter() - start:.1f} s "
                f"({time.process_time() - processor:.1f} s of processor), "
                f"{path.stat().st_size / 2**20:.0f} MB, {path.stat().st_size / text:.2f} times the text"
            )
            with Index(path) as index:
                for line in (
                    _timed(
                        "  find",
                        wanted.queries,
                        lambda n: search(index, Query(QUERIES[n % len(QUERIES)])),
                    ),
                    _timed(
                        "  find on both sides since 2015",
                        wanted.queries,
                        lambda _: search(index, Query(en="crime", es="crimen", since="2015")),
                    ),
                    _timed(
                        "  earlier paragraphs like one",
                        min(wanted.queries, 10),
                        lambda n: similar(index, paragraphs[n % len(paragraphs)], "en"),
                    ),
                ):
                    print(line, flush=True)
                start = time.perf_counter()
                index.whole()
                print(f"  pages looked through in {time.perf_counter() - start:.1f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
