"""`aligner report`: the HTML report and the papers for Word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import UsageError
from aligner.store.project import Project

KINDS = ("html", "table", "amendments", "queries", "queries-csv")


@click.command("report")
@options.paths
@options.common
@options.reading
@click.option("--kind", type=click.Choice(KINDS), default="html", show_default=True)
@click.option("--lang", type=click.Choice(["en", "es"]), default="en", show_default=True)
@click.option("-o", "--out", metavar="FILE", help="Where to write (default: stdout).")
@click.option("--gate", default="", metavar="PROFILE", help="The gates' profile.")
@click.option("--glossary", metavar="FILE", help="glossary.yaml, CSV, TBX or JSON in its place.")
@click.option("--index", "index_file", metavar="FILE", help="HTML: renderings in this archive.")
@click.option("--include-internal", is_flag=True, help="Also what must not leave the house.")
def command(**given: Any) -> int:
    """Write a report for people: a page for the browser, or a paper for Word."""
    from aligner.cli.opening import project_of, read_reviews
    from aligner.cli.running import Wanted, run_of
    from aligner.cli.writing import write

    internal, lang = given["include_internal"], given["lang"]
    project = project_of(given)
    found = read_reviews(project, given)
    if internal:
        options.note("aligner: this report holds internal notes", quiet=given["quiet"])
    run = run_of(
        project, found.reviews, Wanted(gate=given["gate"], language=lang, internal=internal)
    )
    if given["kind"] == "html":
        from aligner.report.page.page import render

        histories = _histories(given["index_file"], project) if given["index_file"] else ()
        content = render(
            run, project.glossary, language=lang, internal=internal, histories=histories
        ).encode("utf-8", "replace")
    else:
        content = _paper(given["kind"], run, lang, internal)
    if given["out"]:
        write(given["out"], content)
    elif given["kind"] != "queries-csv" and output.to_terminal():
        what, name = ("page", "report.html") if given["kind"] == "html" else ("Word file", "FILE")
        raise UsageError(f"a {what} does not go to a terminal: give --out {name}")
    else:
        output.emit_bytes(content)
    return found.code


def _paper(kind: str, run: Any, lang: Any, internal: bool) -> bytes:
    from aligner.report.papers import amendment_list, bilingual_table, query_list

    render = {
        "table": bilingual_table.render,
        "amendments": amendment_list.render,
        "queries": query_list.render,
        "queries-csv": query_list.render_csv,
    }[kind]
    return render(run, language=lang, internal=internal)


def _histories(path: str, project: Project) -> list[Any]:
    """The renderings, over the years, of every concept that the archive renders in two ways or more."""
    from aligner.archive.index import Index
    from aligner.archive.renderings import renderings
    from aligner.report.page.history_part import ConceptHistory

    out = []
    with Index(Path(path)) as index:
        for concept in project.glossary.concepts:
            found = renderings(index, concept)
            if len(found.counts) > 1:
                out.append(ConceptHistory(found.concept, found.years, found.counts))
    return out
