"""Markdown for job summaries and merge requests.

What always holds: text of the documents is shown as text: characters that mean something in
Markdown or HTML are escaped.
"""

from __future__ import annotations

import re

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
    found = run.open_entries
    lines += ["", f"### Open divergences: {len(found)}", ""]
    if found:
        lines += ["| severity | check | English | Spanish | why |", "|---|---|---|---|---|"]
    for entry in found[:LONGEST]:
        lines.append(
            f"| {entry.severity.word} | {entry.check} "
            f"| {literal(entry.en.path)}:{entry.en.line} | {literal(entry.es.path)}:{entry.es.line} "
            f"| {literal(entry.message)} |"
        )
    if len(found) > LONGEST:
        lines += ["", f"and {len(found) - LONGEST} more"]
    lines += ["", f"<sub>{literal(run.signature)}</sub>"]
    return "\n".join(lines) + "\n"
