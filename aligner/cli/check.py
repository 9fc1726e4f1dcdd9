"""`aligner check`: coverage, divergences and terms against the gates."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import click

from aligner.cli import options, output
from aligner.divergence.divergence import Severity
from aligner.errors import GATE_FELL, UsageError, worst

FORMATS = ("text", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown")


@click.command("check")
@options.paths
@options.common
@options.reading
@click.option("--bitext", metavar="FILE", help="Check a TMX, XLIFF, TSV or JSON lines file.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output",
    "files",
    multiple=True,
    metavar="FORMAT:FILE",
    help="Also write this format to a file; may be given several times.",
)
@click.option(
    "--gate", default="", metavar="draft|concordance|signature", help="The gates' profile."
)
@click.option("--fail-under", multiple=True, metavar="METRIC=PCT", help="The least share.")
@click.option("--max", "most", multiple=True, metavar="METRIC=N", help="The largest number.")
@click.option(
    "--min-severity",
    "least",
    type=click.Choice([severity.word for severity in Severity]),
    default="info",
    help="The lowest severity to show.",
)
@click.option("--select", multiple=True, metavar="CHECK", help="Only these checks.")
@click.option("--ignore", multiple=True, metavar="CHECK", help="Not these checks.")
@click.option("--baseline", metavar="FILE", help="Only what is not in this file counts.")
@click.option("--update-baseline", is_flag=True, help="Write what is open now to the baseline.")
@click.option("--diff-base", metavar="REV", help="Only what changed since a git revision.")
@click.option("--glossary", metavar="FILE", help="glossary.yaml, CSV, TBX or JSON in its place.")
@click.option("--settled", is_flag=True, help="In text, also list findings with a verdict.")
@click.option("--lang", type=click.Choice(["en", "es"]), default="en", help="Language of messages.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 where a gate fell.")
def command(**given: Any) -> int:
    """Check a project, or two files, against its gates. Exit code 1: a gate fell."""
    if given["bitext"]:
        from aligner.cli.check_bitext import check_bitext  # streams; no project is opened

        return check_bitext(given)
    return _check(given)


def _check(given: dict[str, Any]) -> int:
    # Loaded here, so that `check --help` and `--bitext` do not pay for it.
    from aligner.cli import baseline, changed
    from aligner.cli.opening import project_of, read_reviews
    from aligner.cli.running import Wanted, checks_chosen, gates_for, run_of
    from aligner.cli.writing import rendered, write_files

    if given["update_baseline"] and not given["baseline"]:
        raise UsageError("--update-baseline needs --baseline FILE")
    files = [split_output(argument) for argument in given["files"]]
    project = project_of(given)
    wanted = Wanted(
        gate=given["gate"],
        fail_under=given["fail_under"],
        most=given["most"],
        select=given["select"],
        ignore=given["ignore"],
        least=Severity.named(given["least"]),
        language=given["lang"],
    )
    # A slip on the command line is told before the work, not after it.
    gates_for(project, wanted)
    checks_chosen(given["select"], given["ignore"])
    known = baseline.read(given["baseline"]) if _reads_baseline(given) else ()
    found = read_reviews(project, given)
    if found.errors and not found.reviews:
        return found.code
    if given["update_baseline"]:
        if found.errors:
            options.note("aligner: the baseline is left as it was: not all was read", quiet=False)
            return found.code
        baseline.write(given["baseline"], found.reviews)
        known = baseline.read(given["baseline"])
    fingerprints, moved = baseline.matched(known, found.reviews)
    only: Mapping[str, frozenset[int]] | None = None
    notes: tuple[str, ...] = ()
    if given["diff_base"]:
        only, notes = changed.since(project, found.reviews, given["diff_base"])
    wanted = replace(wanted, known=fingerprints, only=only, notes=(*moved, *notes))
    run = run_of(project, found.reviews, wanted)
    unwritten = write_files(run, files)
    if given["form"] == "text":
        from aligner.report import text

        width = shutil.get_terminal_size().columns
        shown = text.render(run, width=width, colour=output.in_colour(), settled=given["settled"])
        if not given["quiet"] or not run.held:
            output.emit(shown, styled=True)
    else:
        output.emit(rendered(run, given["form"]))
    code = 0 if run.held or given["exit_zero"] else GATE_FELL
    return worst([code, unwritten, found.code])


def _reads_baseline(given: dict[str, Any]) -> bool:
    return bool(given["baseline"]) and not given["update_baseline"]


def split_output(argument: str) -> tuple[str, str]:
    """`FORMAT:FILE` at its first colon. Raises UsageError."""
    form, colon, path = argument.partition(":")
    if not colon or not path or form not in FORMATS:
        raise UsageError(
            f"--output {argument!r}: expected FORMAT:FILE, one of {', '.join(FORMATS)}"
        )
    return form, path
