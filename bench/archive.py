"""The archive measured: pairs a second, again with nothing changed, index size, query times.

    python -m bench archive [--pairs N] [--queries 200]

Pairs are generated from the project's own texts (archive_texts.py), 60 paragraphs each.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.archive_texts import generate

NEEDS_NOTHING = True

QUERIES = (
    '"organized crime"',
    "seguridad",
    "trafficking",
    '"trata de personas"',
    "gobiern*",
    "homicide network",
)


def _batch(folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "aligner", "batch", str(folder), "--exit-zero", "--quiet"],
        check=True,
    )
    return time.perf_counter() - start


def _index(folder: Path, queries: int) -> None:
    from aligner.archive.index import Index
    from aligner.archive.search import Query, search

    path = folder / ".aligner" / "archive" / "archive.sqlite"
    text = sum(each.stat().st_size for side in ("en", "es") for each in (folder / side).iterdir())
    with Index(path) as index:
        documents, beads = index.counts()
        times = []
        for n in range(queries):
            start = time.perf_counter()
            search(index, Query(QUERIES[n % len(QUERIES)]))
            times.append(time.perf_counter() - start)
    ratio = path.stat().st_size / text
    print(f"index: {documents} documents, {beads} blocks, {ratio:.2f} times the text")
    print(
        f"find: median {1000 * statistics.median(times):.2f} ms, worst {1000 * max(times):.2f} ms"
    )


def main(arguments: list[str]) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m bench archive")
    parser.add_argument("--pairs", type=int, nargs="+", default=[100, 400])
    parser.add_argument("--queries", type=int, default=200)
    wanted = parser.parse_args(arguments)
    print(f"{'pairs':>7}{'paragraphs':>12}{'first, s':>10}{'again, s':>10}{'peak, MB':>10}")
    for count in wanted.pairs:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            generate(folder, count)
            first, again = _batch(folder), _batch(folder)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"{count:>7}{count * 60:>12}{first:>10.1f}{again:>10.2f}{peak:>10.0f}")
            _index(folder, wanted.queries)


if __name__ == "__main__":
    main(sys.argv[1:])
