"""`aligner doctor`: what is wrong with the records, in words, and how it is mended."""

from __future__ import annotations

from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import RecordError, worst


@click.command("doctor")
@options.paths
@options.common
@options.reading
@click.option(
    "--fix",
    is_flag=True,
    help="Mend what can be mended, after copying the old files aside; empty the cache.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(**given: Any) -> int:
    """Examine journals, glossary, configuration, texts, locks and cache.

    Looking changes nothing. The exit code is 0 when nothing is wrong or all of it was mended.
    """
    from aligner.cli.opening import opened
    from aligner.store.doctor import Symptom, Weight, examine

    project = opened(list(given["paths"]), encoding=given["encoding"], tracked=given["tracked"])
    found = list(examine(project))
    codes: list[int] = []
    lines: list[tuple[Symptom, str]] = []
    for symptom in found:
        done = ""
        if given["fix"] and symptom.mend is not None:
            try:
                done = symptom.mend()
            except RecordError as error:
                done = f"not mended: {error}"
                codes.append(error.exit_code)
        elif symptom.weight is Weight.FAULT:
            codes.append(symptom.code)
        lines.append((symptom, done))
    if given["form"] == "json":
        output.emit(_json(lines))
    else:
        output.emit(_text(lines, fix=given["fix"]))
    return worst(codes)


def _text(lines: list[tuple[Any, str]], *, fix: bool) -> str:
    from aligner.store.doctor import Weight
    from aligner.text.hygiene import visible

    if not any(symptom.weight is Weight.FAULT for symptom, _ in lines):
        head = "Nothing is wrong with the records.\n"
    else:
        head = ""
    out = [head]
    for symptom, done in lines:
        mark = "FAULT" if symptom.weight is Weight.FAULT else "note "
        out.append(f"{mark}  {visible(symptom.line)}\n")
        if done:
            out.append(f"       mended: {visible(done)}\n")
        elif symptom.mend is not None and symptom.weight is Weight.FAULT and not fix:
            out.append("       aligner doctor --fix mends it, after copying the file aside\n")
    return "".join(out)


def _json(lines: list[tuple[Any, str]]) -> str:
    import json

    record = {
        "schema": 1,
        "symptoms": [
            {
                "where": symptom.where,
                "words": symptom.words,
                "weight": symptom.weight,
                "mendable": symptom.mend is not None,
                "done": done,
            }
            for symptom, done in lines
        ],
    }
    return json.dumps(record, indent=1) + "\n"
