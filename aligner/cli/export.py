"""`aligner export`: the bitext for other tools."""

from __future__ import annotations

from typing import Any

import click

from aligner.cli import options, output
from aligner.exchange.bitext import FORMATS


@click.command("export")
@options.paths
@options.common
@options.reading
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), required=True)
@click.option("-o", "--out", metavar="FILE", help="Where to write (default: stdout).")
@click.option("--include-internal", is_flag=True, help="Also notes that must not leave the house.")
def command(**given: Any) -> int:
    """Write the bitext with its review states, for CAT tools and spreadsheets."""
    from aligner.cli.exporting import bitext_bytes
    from aligner.cli.opening import project_of, read_reviews
    from aligner.cli.writing import write

    project = project_of(given)
    found = read_reviews(project, given)
    if given["include_internal"]:
        options.note("aligner: this export holds internal notes", quiet=given["quiet"])
    content = bitext_bytes(found.reviews, given["form"], include_internal=given["include_internal"])
    if given["out"]:
        write(given["out"], content)
    else:
        output.emit_bytes(content)
    return found.code
