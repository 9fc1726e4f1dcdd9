"""SARIF 2.1.0: for code scanning services and editors.

What always holds: a rule stands for each check that was found, with its help; the fingerprint is
the one of the baseline; the Spanish place is the related location of the English one.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import Any
from urllib.parse import quote

from aligner import __version__
from aligner.divergence.divergence import Severity
from aligner.divergence.registry import checks
from aligner.errors import GATE_FELL
from aligner.report.columns import Columns
from aligner.report.places import first_places
from aligner.report.run import CheckRun
from aligner.review.listing import Entry, SideEntry

_LEVEL = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.INFO: "note",
}

_PLACES = 5


def _location(side: SideEntry, number: int, words: str, columns: Columns) -> dict[str, Any]:
    region: dict[str, Any] = {}
    if (found := columns.region(side)) is not None:
        region = {
            "startLine": found.start_line,
            "startColumn": found.start_column,
            "endLine": found.end_line,
            "endColumn": found.end_column,
        }
    elif side.line:
        region["startLine"] = side.line
        if side.last_line > side.line:
            region["endLine"] = side.last_line
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(side.path)}}
    if region:
        place["region"] = region
    located: dict[str, Any] = {"id": number, "physicalLocation": place}
    if words:
        located["message"] = {"text": words}
    return located


def _result(entry: Entry, rule_index: int, columns: Columns) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": entry.check,
        "ruleIndex": rule_index,
        "level": _LEVEL[entry.severity],
        "message": {"text": entry.message},
        "locations": [_location(entry.en, 0, " … ".join(entry.en.quotes), columns)],
        "relatedLocations": [_location(entry.es, 1, " … ".join(entry.es.quotes) or "es", columns)],
        "partialFingerprints": {"aligner/v1": entry.fingerprint},
        "properties": {
            "severity": entry.severity.word,
            "mqm": entry.mqm,
            "document": entry.document,
            "bead": entry.bead,
        },
    }
    if entry.settled:
        suppression: dict[str, Any] = {"kind": "external", "status": "accepted"}
        suppression["justification"] = entry.reason or entry.state
        result["suppressions"] = [suppression]
    return result


def _invocation(run: CheckRun) -> dict[str, Any]:
    """How the run ended: a fallen gate is no place in a text, so it is told here."""
    return {
        "executionSuccessful": True,
        "exitCode": 0 if run.held else GATE_FELL,
        "toolExecutionNotifications": [
            {
                "descriptor": {"id": f"gate/{gate.metric}"},
                "level": "error",
                "message": {
                    "text": "; ".join((gate.line, *islice(first_places(run, gate.metric), _PLACES)))
                },
            }
            for gate in run.gates
            if not gate.held
        ],
    }


def render(run: CheckRun) -> str:
    """The run as a SARIF log. Settled findings are there as suppressed results."""
    found = run.entries
    names = sorted({entry.check for entry in found})
    known = checks()
    columns = Columns.of(run)
    rules = [
        {
            "id": name,
            "name": "".join(part.capitalize() for part in name.split("-")),
            "shortDescription": {"text": known[name].about},
            "fullDescription": {"text": known[name].about},
            "help": {"text": f"{known[name].about} See docs/checks/{name}.md."},
            "defaultConfiguration": {"level": _LEVEL[known[name].severity]},
            "properties": {"tags": ["translation", known[name].mqm]},
        }
        for name in names
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "aligner",
                        "semanticVersion": __version__,
                        "rules": rules,
                        "properties": {"signature": run.signature},
                    }
                },
                "invocations": [_invocation(run)],
                "columnKind": "unicodeCodePoints",
                "results": [_result(entry, names.index(entry.check), columns) for entry in found],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"
