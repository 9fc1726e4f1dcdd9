"""Spoil files for as long as asked and read them: python -m bench.fuzz_readers [SECONDS] [--atheris].

Prints how many files each reader got and how many it read, and the first exception that is not ours
with the bytes that brought it out. With --atheris (and that package installed) the coverage of the
readers guides the spoiling; everything after it goes to libFuzzer.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.text.corpus import SAMPLES, read_anyhow, sound, variant


def one(path: str, content: bytes, chance: random.Random) -> bool:
    """Read one file. Returns whether it was read; raises what is not ours."""
    document = read_anyhow(content, path, chance)
    if document is not None:
        sound(document)
    return document is not None


def run(seconds: float, seed: int, kinds: list[str]) -> int:
    """Spoil and read for `seconds`. Returns the number of faults found, at most one."""
    chance = random.Random(seed)
    given: Counter[str] = Counter()
    read: Counter[str] = Counter()
    slowest = (0.0, "", b"")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        path = chance.choice(kinds)
        content = variant(path, chance)
        if chance.random() < 0.1:
            # Spoil what is spoiled already: further from the sample.
            content = variant_of(content, chance)
        started = time.perf_counter()
        try:
            read[path] += one(path, content, chance)
        except Exception:
            kept = Path(f"fuzz-{path}")
            kept.write_bytes(content)
            print(f"FAULT in {path}: the file is kept as {kept}", file=sys.stderr)
            raise
        took = time.perf_counter() - started
        slowest = max(slowest, (took, path, content))
        given[path] += 1
    for path in kinds:
        print(f"{path:8} {given[path]:8,} given {read[path]:8,} read")
    print(f"total    {given.total():8,}; the slowest took {slowest[0]:.3f} s ({slowest[1]})")
    return 0


def variant_of(content: bytes, chance: random.Random) -> bytes:
    """One more byte changed, cut or put in."""
    place = chance.randint(0, len(content))
    sign = bytes([chance.randint(0, 255)])
    return content[:place] + sign * chance.randint(0, 2) + content[place + chance.randint(0, 1) :]


def run_atheris(arguments: list[str]) -> None:
    """Hand the readers to atheris; the first byte chooses the kind of file."""
    import atheris

    kinds = sorted(SAMPLES)

    def target(content: bytes) -> None:
        if content:
            one(kinds[content[0] % len(kinds)], content[1:], random.Random(content[0]))

    with tempfile.TemporaryDirectory() as folder:
        # The samples to begin with: coverage alone would take days to invent a zip file.
        for number, path in enumerate(kinds):
            (Path(folder) / path).write_bytes(bytes([number]) + SAMPLES[path])
        atheris.instrument_all()
        atheris.Setup([sys.argv[0], *arguments, folder], target)
        atheris.Fuzz()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", nargs="?", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=sorted(SAMPLES))
    parser.add_argument("--atheris", action="store_true")
    options, rest = parser.parse_known_args()
    if options.atheris:
        run_atheris(rest)
    else:
        sys.exit(run(options.seconds, options.seed, options.only or sorted(SAMPLES)))


if __name__ == "__main__":
    main()
