"""The archive measured: time, processor time and memory of a batch, again with nothing changed,
after a kill halfway; index size and query times.

    python -m bench archive [--pairs N ...] [--queries 200] [--jobs N]

Pairs are generated from the project's own texts (archive_texts.py), 60 paragraphs each. Processor
time (of all processes together) is what a busy machine does not distort; peak memory is that of the
largest process (each job is one, and so is the one that hands them out).
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock and of the processors, and megabytes of the largest process so far."""

    clock: float
    processor: float
    largest: float


def _command(folder: Path, jobs: int) -> list[str]:
    aligner = [sys.executable, "-m", "aligner", "batch", str(folder)]
    return [*aligner, "--exit-zero", "--quiet", "--jobs", str(jobs)]


def _batch(folder: Path, jobs: int) -> Spent:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(_command(folder, jobs), check=True)
    clock = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(clock, processor, after.ru_maxrss / 1024)


def _outcomes(folder: Path) -> dict[str, bytes]:
    kept = folder / ".aligner" / "archive" / "outcomes"
    return {path.name: path.read_bytes() for path in kept.glob("*.json")}


def _killed(folder: Path, count: int, jobs: int, whole: dict[str, bytes]) -> str:
    """Kills a run halfway, goes on, and says whether it came to the same bytes."""
    kept = folder / ".aligner" / "archive" / "outcomes"
    process = subprocess.Popen(_command(folder, jobs), start_new_session=True)
    while process.poll() is None and (
        not kept.is_dir() or sum(1 for _ in kept.glob("*.json")) < count // 2
    ):
        time.sleep(0.2)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done = len(_outcomes(folder))
    rest = _batch(folder, jobs)
    same = "the same bytes" if _outcomes(folder) == whole else "OTHER BYTES"
    return f"killed after {done} pairs; the rest took {rest.clock:.1f} s; {same}"


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
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kill", action="store_true", help="Also kill a run halfway.")
    wanted = parser.parse_args(arguments)
    print(
        f"{'pairs':>7}{'paragraphs':>12}{'first, s':>10}{'cpu, s':>8}"
        f"{'again, s':>10}{'cpu, s':>8}{'peak, MB':>10}"
    )
    for count in wanted.pairs:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            generate(folder, count)
            first, again = _batch(folder, wanted.jobs), _batch(folder, wanted.jobs)
            print(
                f"{count:>7}{count * 60:>12}{first.clock:>10.1f}{first.processor:>8.1f}"
                f"{again.clock:>10.2f}{again.processor:>8.2f}{again.largest:>10.0f}",
                flush=True,
            )
            _index(folder, wanted.queries)
            if wanted.kill:
                whole = _outcomes(folder)
                shutil.rmtree(folder / ".aligner")
                print(_killed(folder, count, wanted.jobs, whole), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
