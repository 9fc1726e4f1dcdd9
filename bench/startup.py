"""Whole processes on the declaration: `aligner check` without and with a cache, and a project of many
documents.

    python -m bench startup [--times 10] [--documents 200]

`check` is the verb that pipelines wait for. Each figure is the median, on the clock and of the processors
(all processes together, which a busy machine does not distort); "cold" means that the cache of
results was deleted before, not that files had left the memory of the operating system.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.archive_texts import generate

NEEDS_NOTHING = True
ROOT = Path(__file__).parents[1]


def _once(arguments: list[str]) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "aligner", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    clock = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _show(name: str, arguments: list[str], times: int, cache: Path | None) -> None:
    taken = []
    for _ in range(times):
        if cache is not None:
            shutil.rmtree(cache, ignore_errors=True)
        taken.append(_once(arguments))
    clock, processor = (statistics.median(each) for each in zip(*taken, strict=True))
    print(f"{name:<24}{clock:>8.2f}{processor:>12.2f}", flush=True)


def main(arguments: list[str]) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m bench startup")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--documents", type=int, default=200)
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "texts"
        shutil.copytree(ROOT / "texts", project, ignore=shutil.ignore_patterns(".aligner"))
        check = ["check", str(project), "--format", "json"]
        print(f"{'':<24}{'clock, s':>8}{'cpu, s':>12}")
        _show("--version", ["--version"], wanted.times, None)
        _show("declaration, cold", check, wanted.times, project / ".aligner")
        _show("declaration, cached", check, wanted.times, None)
        many = Path(name) / "many"
        generate(many, wanted.documents, paragraphs=100)
        check = ["check", str(many), "--format", "json"]
        _show(f"{wanted.documents} documents, cold", check, 1, many / ".aligner")
        _show(f"{wanted.documents} documents, cached", check, 3, None)


if __name__ == "__main__":
    main(sys.argv[1:])
