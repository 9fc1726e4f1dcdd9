"""GitHub workflow commands: an annotation on each side's file, at the line of the evidence.

What always holds: what makes the run red comes first, since a server shows only the first ten of a
step, then the gravest findings; text cannot leave its place: `%`, line ends, `:` and `,` are escaped as the
runner expects, and control characters are shown as symbols.
"""

from __future__ import annotations

from aligner.divergence.divergence import Severity
from aligner.report.run import CheckRun
from aligner.review.listing import Entry, SideEntry
from aligner.text.hygiene import visible

_LEVEL = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.INFO: "notice",
}


def _message(text: str) -> str:
    text = visible(text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _annotation(entry: Entry, side: SideEntry) -> str:
    properties = [f"file={_property(side.path)}"]
    if side.line:
        properties.append(f"line={side.line}")
        if side.last_line > side.line:
            properties.append(f"endLine={side.last_line}")
    properties.append(f"title={_property(f'{entry.check} ({entry.severity.word})')}")
    return f"::{_LEVEL[entry.severity]} {','.join(properties)}::{_message(entry.message)}"


def render(run: CheckRun) -> str:
    """One line for each fallen gate, then the annotations of all open findings, gravest first."""
    lines = [
        f"::error title={_property('gate ' + gate.metric)}::{_message(gate.line)}"
        for gate in run.gates
        if not gate.held
    ]
    for entry in sorted(run.open_entries, key=lambda each: -each.severity):
        lines.append(_annotation(entry, entry.en))
        if entry.es.path != entry.en.path:
            lines.append(_annotation(entry, entry.es))
    return "".join(line + "\n" for line in lines)
