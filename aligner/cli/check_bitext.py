"""`aligner check --bitext FILE`: a bitext that is aligned already, judged as it streams by.

What always holds: memory is bounded by the longest document; answers come in the order of the
file, whatever the number of processes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import replace
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any

from aligner.archive.pool import pool
from aligner.cli import options, output
from aligner.cli.progress import Progress
from aligner.divergence.divergence import Severity
from aligner.divergence.settings import Settings
from aligner.errors import GATE_FELL, InputError, UsageError
from aligner.glossary.concept import Glossary
from aligner.review.gates import (
    DEFAULT_PROFILE,
    Gate,
    at_most,
    fail_under,
    judge,
    profile,
    replaced,
)
from aligner.review.metrics import Metric
from aligner.text.unit import Unit

CHUNK = 100
"""Units a process judges in one go; a document is never cut."""
SMALL = 400_000
"""Bytes below which a second process costs more than it saves."""

_OPEN = "divergence.open."
_OF_PROJECTS = {
    "files": "--output",
    "baseline": "--baseline",
    "update_baseline": "--update-baseline",
    "diff_base": "--diff-base",
    "settled": "--settled",
}

_Answer = tuple[list[str], list[list[Any]]]


def check_bitext(given: dict[str, Any]) -> int:
    """Runs the check that the command line asks for; its exit code."""
    path, form = given["bitext"], given["form"]
    if given["paths"]:
        raise UsageError("--bitext FILE goes without a project")
    if form not in ("text", "json", "jsonl"):
        raise UsageError(f"--bitext answers as text, json or jsonl, not {form}")
    for name, option in _OF_PROJECTS.items():
        if given[name]:
            raise UsageError(f"{option} goes with a project, not with --bitext")
    gates = _gates(given)
    glossary = Glossary()
    if given["glossary"]:
        from aligner.cli.glossary_source import glossary_from

        glossary = glossary_from(given["glossary"])
    settings = _settings(given["select"], given["ignore"])
    least = Severity.named(given["least"])
    counts: Counter[str] = Counter()
    everything: list[dict[str, Any]] = []
    for names, flags in _answers(path, given, glossary, settings):
        lines = []
        for name, found in zip(names, flags, strict=True):
            kept = [flag for flag in found if Severity.named(flag["severity"]) >= least]
            counts["units"] += 1
            # Gates count what is not shown, too; a divergence flagged on both sides is one.
            counts.update(flag["severity"] for flag in _once(found))
            if form == "jsonl":
                lines.append(json.dumps({"id": name, "flags": kept}, ensure_ascii=False))
            elif form == "json":
                everything.append({"id": name, "flags": kept})
            else:
                lines += [
                    f"{name}: {flag['severity']} {flag['type']}: {flag['message']}"
                    for flag in _once(kept)
                ]
        if lines and form == "jsonl":
            output.emit("\n".join(lines) + "\n")
        elif lines:
            output.say("\n".join(lines))
    if form == "json":
        output.emit(json.dumps({"schema": 1, "units": everything}, ensure_ascii=False) + "\n")
    elif form == "text":
        severe = ", ".join(f"{counts[s.word]} {s.word}" for s in sorted(Severity, reverse=True))
        noun = "unit" if counts["units"] == 1 else "units"
        output.say(f"{counts['units']} {noun}: {severe}")
    metrics = {f"{_OPEN}{s.word}": Metric(f"{_OPEN}{s.word}", counts[s.word], 0) for s in Severity}
    fallen = [result for result in judge(metrics, gates) if not result.held]
    for result in fallen:
        options.note(f"aligner: {result.line}", quiet=given["quiet"])
    return GATE_FELL if fallen and not given["exit_zero"] else 0


def _once(flags: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """`flags` without the second flag of a divergence that has one on each side."""
    seen = {json.dumps({**flag, "side": "", "span": ""}, sort_keys=True): flag for flag in flags}
    return list(seen.values())


def _gates(given: dict[str, Any]) -> tuple[Gate, ...]:
    """The gates on open divergences: there is nothing else to measure. Raises UsageError."""
    for argument in given["fail_under"]:
        fail_under(argument)
        raise UsageError("--fail-under goes with a project: a bitext has no coverage")
    own = [at_most(argument) for argument in given["most"]]
    for each in own:
        if not each.metric.startswith(_OPEN):
            raise UsageError(f"--max {each.metric} goes with a project, not with --bitext")
    base = profile(given["gate"] or DEFAULT_PROFILE)
    return replaced((each for each in base if each.metric.startswith(_OPEN)), own)


def _settings(select: Iterable[str], ignore: Iterable[str]) -> Settings:
    from aligner.cli.running import checks_chosen
    from aligner.divergence.registry import NAMES

    active = checks_chosen(select, ignore)
    return Settings(severities={name: None for name in NAMES if name not in active})


def _answers(
    path: str, given: dict[str, Any], glossary: Glossary, settings: Settings
) -> Iterator[_Answer]:
    place = Path(path)
    try:
        size = place.stat().st_size
        stream = place.open("rb")
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    from aligner.text.bilingual import read_units

    workers = options.cores(given["jobs"])
    with stream, ExitStack() as stack:
        progress = Progress("aligner check, KB", quiet=given["quiet"] or output.to_terminal())
        stack.callback(progress.close)
        units = read_units(stream, path=path, encoding=given["encoding"])

        def told() -> Iterator[list[Unit]]:
            for chunk in _chunks(units):
                yield chunk
                if size:  # a pipe has none
                    progress(stream.tell() // 1024, size // 1024 + 1)

        chunks = told()
        if workers < 2 or size < SMALL:
            for chunk in chunks:
                yield judged(chunk, glossary, settings)
            return
        # This process reads and judges nothing: the others share the work.
        processes = stack.enter_context(pool(workers))
        waiting: list[Future[_Answer]] = []
        for chunk in chunks:
            waiting.append(processes.submit(judged, chunk, glossary, settings))
            if len(waiting) > 2 * workers:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def _chunks(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Units in groups of at least CHUNK, cut only where a document ends."""
    chunk: list[Unit] = []
    for _, group in groupby(_alone_where_doubtful(units), key=_Documents()):
        chunk += group
        if len(chunk) >= CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class _Documents:
    """Numbers the units so that those of one document share a number."""

    def __init__(self) -> None:
        self._name = ""
        self._number = 0

    def __call__(self, unit: Unit) -> int:
        if not unit.doc or unit.doc != self._name:
            self._number += 1
            self._name = unit.doc
        return self._number


def _alone_where_doubtful(units: Iterable[Unit]) -> Iterator[Unit]:
    """Units as they come; one whose document returns after others, or whose place in its document
    was taken already, loses its document: it is judged by itself."""
    ended: set[bytes] = set()
    name = ""
    taken: set[str] = set()
    for unit in units:
        if unit.doc != name:
            if name:
                ended.add(_digest(name))
            name, taken = unit.doc, set()
        if unit.doc and (_digest(unit.doc) in ended or unit.position in taken):
            yield replace(unit, doc="")
            continue
        if unit.position:
            taken.add(unit.position)
        yield unit


def _digest(name: str) -> bytes:
    """Eight bytes for a name: a file of a million documents must not fill the memory."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def judged(units: list[Unit], glossary: Glossary, settings: Settings) -> _Answer:
    """The ids and flags of a chunk."""
    from aligner.divergence.lines import check_lines

    flags = check_lines(
        [(unit.en, unit.es) for unit in units],
        documents=[unit.doc or None for unit in units],
        glossary=glossary,
        settings=settings,
    )
    return [unit.id for unit in units], [list(found) for found in flags]
