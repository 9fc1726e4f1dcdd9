"""GitLab Code Quality: one JSON list, an issue for each open finding.

What always holds: the fingerprint is the one of the baseline and of SARIF, so that GitLab sees the
same finding again after the text around it moved.
"""

from __future__ import annotations

import json

from aligner.report.run import CheckRun


def render(run: CheckRun) -> str:
    """The report as GitLab reads it; the location is the English side, the Spanish one is named in
    the description and under `other_locations`."""
    issues = [
        {
            "description": entry.message,
            "check_name": entry.check,
            "fingerprint": entry.fingerprint,
            "severity": entry.severity.word,
            "categories": ["Style" if entry.mqm.startswith("locale") else "Bug Risk"],
            "location": {"path": entry.en.path, "lines": {"begin": max(entry.en.line, 1)}},
            "other_locations": [
                {"path": entry.es.path, "lines": {"begin": max(entry.es.line, 1)}},
            ],
        }
        for entry in run.open_entries
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
