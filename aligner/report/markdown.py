"""Markdown for job summaries and merge requests.

What always holds: text of the documents is shown as text: characters that mean something in
Markdown or HTML are escaped.
"""

from __future__ import annotations

import re
from itertools import islice

from aligner.report.places import first_places, place
from aligner.report.run import CheckRun
from aligner.text.hygiene import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~$@&-])")
# GitHub cuts a summary at 1 MiB; people stop reading long before.
LONGEST = 200


def literal(text: str) -> str:
    """`text` as Markdown that shows it."""
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))


def render(run: CheckRun) -> str:
    """Gates, metrics and open findings as tables."""
    verdict = "every gate holds" if run.held else "a gate fell"
    lines = [f"## aligner: {literal(run.project)}: {verdict}", ""]
    lines += ["| gate | limit | value | |", "|---|---|---|---|"]
    lines += [
        f"| {gate.metric} | {literal(gate.limit)} | {literal(gate.value)} "
        f"| {'held' if gate.held else '**fell**'} |"
        for gate in run.gates
    ]
    fallen = [
        (gate.metric, line)
        for gate in run.gates
        if not gate.held
        for line in islice(first_places(run, gate.metric), 3)
    ]
    if fallen:
        lines += ["", "Where to look first:", ""]
        lines += [f"- {metric}: {literal(line)}" for metric, line in fallen]
    found = sorted(run.open_entries, key=lambda entry: -entry.severity)
    lines += ["", f"### Open divergences: {len(found)}", ""]
    if found:
        lines += ["| severity | check | English | Spanish | why |", "|---|---|---|---|---|"]
    for entry in found[:LONGEST]:
        lines.append(
            f"| {entry.severity.word} | {entry.check} "
            f"| {literal(place(entry.en))} | {literal(place(entry.es))} "
            f"| {literal(entry.message)} |"
        )
    if len(found) > LONGEST:
        lines += ["", f"and {len(found) - LONGEST} more"]
    lines += ["", f"<sub>{literal(run.signature)}</sub>"]
    return "\n".join(lines) + "\n"
