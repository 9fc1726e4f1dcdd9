"""`aligner certificate`: the certificate of comparison; refused while anything is open."""

from __future__ import annotations

import hashlib
from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import GATE_FELL, UsageError
from aligner.store.project import Project


@click.command("certificate")
@options.paths
@options.common
@options.reading
@click.option("--lang", type=click.Choice(["en", "es"]), default="en", show_default=True)
@click.option("-o", "--out", metavar="FILE", help="Where to write (default: stdout).")
@click.option("--place", default="", help="Place to print; else a line to fill in.")
@click.option("--date", default="", help="Date to print; else a line to fill in.")
def command(**given: Any) -> int:
    """Write the certificate for Word. Exit code 1, with the reasons, while anything is open."""
    from aligner.cli.opening import project_of, read_reviews
    from aligner.cli.running import Wanted, run_of
    from aligner.cli.writing import write
    from aligner.report.papers.certificate import obstacles, render

    project = project_of(given)
    found = read_reviews(project, given)
    if found.errors:
        return found.code
    run = run_of(project, found.reviews, Wanted(gate="signature", internal=False))
    in_the_way = obstacles(run)
    if in_the_way:
        options.note("aligner: no certificate while anything is open:", quiet=False)
        for line in in_the_way:
            options.note(f"  {line}", quiet=False)
        return GATE_FELL
    content = render(
        run,
        _digests(project),
        language=given["lang"],
        place=given["place"],
        date=given["date"],
    )
    if given["out"]:
        write(given["out"], content)
    elif output.to_terminal():
        raise UsageError("a Word file does not go to a terminal: give --out FILE")
    else:
        output.emit_bytes(content)
    return 0


def _digests(project: Project) -> dict[str, str]:
    """SHA-256 of the bytes of each text, by the path that the document shows."""
    out = {}
    for listed in project.documents:
        for paths in (listed.en, listed.es):
            state = hashlib.sha256()
            for written in paths:
                state.update((project.root / written).read_bytes())
            out[" + ".join(paths)] = state.hexdigest()
    return out
