"""`aligner find --concept ID --index FILE`: every rendering of a concept over the years."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from aligner.cli import output
from aligner.cli.opening import opened
from aligner.errors import UsageError
from aligner.review.gates import nearest


def show(given: dict[str, Any]) -> int:
    """Prints the renderings as a table with a sparkline, or as JSON."""
    from aligner.archive.rebuilding import answered
    from aligner.archive.renderings import OTHER, renderings, sparkline

    if not given["index_file"]:
        raise UsageError("--concept goes with --index FILE, or with a folder that has an archive")
    glossary = opened(given["paths"], glossary=given["glossary"]).glossary
    known = {concept.id: concept for concept in glossary.concepts}
    wanted = given["concept"]
    if wanted not in known:
        raise UsageError(f"no concept is called {wanted!r}{nearest(wanted, known)}")
    found, _ = answered(Path(given["index_file"]), lambda index: renderings(index, known[wanted]))
    if given["form"] == "json":
        record = {
            "schema": 1,
            "concept": found.concept,
            "years": list(found.years),
            "renderings": [
                {"term": term or None, "counts": list(row)} for term, row in found.counts.items()
            ],
        }
        output.emit(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
        return 0
    if not found.total:
        output.say(f"{wanted}: not found")
        return 0
    span = f"{found.years[0] or 'undated'} to {found.years[-1] or 'undated'}"
    output.say(f"{wanted}: {found.total} places, {span}")
    widest = max(len(term) for term in (*found.counts, "(another wording)"))
    for term, row in found.counts.items():
        name = term if term != OTHER else "(another wording)"
        output.say(f"  {name:<{widest}}  {sum(row):>6}  {sparkline(row)}")
    return 0
