"""`check --format json` and `jsonl`, as docs/schemas/check.schema.json describes them.

What always holds: settled findings are there too, with their state; gates count the open ones.
Within a schema number only optional keys are added.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aligner.report.run import CheckRun
from aligner.review.gates import GateResult
from aligner.review.listing import Entry, SideEntry
from aligner.review.metrics import Metric

SCHEMA = 1


def side_record(side: SideEntry) -> dict[str, Any]:
    """One side of a finding."""
    return {
        "path": side.path,
        "line": side.line,
        "segments": list(side.segments),
        "spans": [[place.segment, place.start, place.end] for place in side.places],
    }


def entry_record(entry: Entry) -> dict[str, Any]:
    """One finding."""
    record: dict[str, Any] = {
        "fingerprint": entry.fingerprint,
        "type": entry.check,
        "severity": entry.severity.word,
        "state": entry.state,
        "mqm": entry.mqm,
        "bead": entry.bead,
        "en": side_record(entry.en),
        "es": side_record(entry.es),
        "facts": {"en": list(entry.facts_en), "es": list(entry.facts_es)},
        "message": entry.message,
    }
    if entry.reason:
        record["reason"] = entry.reason
    return record


def metrics_record(metrics: Mapping[str, Metric]) -> dict[str, Any]:
    """All metrics as exact fractions."""
    return {
        name: {
            "n": metric.n,
            "d": metric.d,
            "words_n": metric.words_n,
            "words_d": metric.words_d,
        }
        for name, metric in metrics.items()
    }


def gates_record(gates: tuple[GateResult, ...]) -> list[dict[str, Any]]:
    """All gates with what they measured."""
    return [
        {"metric": gate.metric, "limit": gate.limit, "value": gate.value, "held": gate.held}
        for gate in gates
    ]


def render(run: CheckRun) -> str:
    """The whole run as one JSON document."""
    by_document: dict[str, list[dict[str, Any]]] = {shape.document: [] for shape in run.documents}
    for entry in run.entries:
        by_document[entry.document].append(entry_record(entry))
    record = {
        "schema": SCHEMA,
        "signature": run.signature,
        "documents": [
            {"id": document, "divergences": found} for document, found in by_document.items()
        ],
        "metrics": metrics_record(run.metrics),
        "gates": gates_record(run.gates),
    }
    if run.expired:
        record["expired"] = list(run.expired)
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def render_lines(run: CheckRun) -> str:
    """One JSON object a line: each finding, then each gate."""
    lines: list[dict[str, Any]] = [
        {"kind": "divergence", "document": entry.document, **entry_record(entry)}
        for entry in run.entries
    ]
    lines += [{"kind": "gate", **record} for record in gates_record(run.gates)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
