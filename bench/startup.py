"""Whole processes on the declaration: `aligner check` without and with a cache, and a project of many
documents.

    python -m bench startup [--times 10] [--documents 200]

`check` is the verb that pipelines wait for. Each figure is the median; "cold" means that the cache of
results was deleted before, not that files had left the memory of the operating system.
"""

from __future__ import annotations

import argparse
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


def _once(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "aligner", *arguments],
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def _median(arguments: list[str], times: int, cache: Path | None) -> float:
    taken = []
    for _ in range(times):
        if cache is not None:
            shutil.rmtree(cache, ignore_errors=True)
        taken.append(_once(arguments))
    return statistics.median(taken)


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
        print(f"--version              {_median(['--version'], wanted.times, None):.3f} s")
        print(f"declaration, cold      {_median(check, wanted.times, project / '.aligner'):.3f} s")
        print(f"declaration, cached    {_median(check, wanted.times, None):.3f} s")
        many = Path(name) / "many"
        generate(many, wanted.documents, paragraphs=100)
        check = ["check", str(many), "--format", "json"]
        print(f"{wanted.documents} documents, cold    {_median(check, 1, many / '.aligner'):.1f} s")
        print(f"{wanted.documents} documents, cached  {_median(check, 3, None):.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
