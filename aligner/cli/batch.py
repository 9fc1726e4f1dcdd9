"""`aligner batch MANIFEST|DIR`: align, check and index any number of document pairs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import click

from aligner.cli import options, output
from aligner.cli.check import FORMATS, split_output
from aligner.errors import GATE_FELL, UsageError, worst


@click.command("batch")
@click.argument("source", metavar="MANIFEST|DIR")
@options.common
@click.option("--encoding", metavar="NAME", help="Encoding of texts that are not UTF-8.")
@click.option("--into", metavar="DIR", help="Where outcomes and index go (default: beside SOURCE).")
@click.option("--pair-by-content", is_flag=True, help="Pair files that are not named alike.")
@click.option("--glossary", metavar="FILE", help="Check against this glossary.")
@click.option("--no-index", is_flag=True, help="Build no index for `find`.")
@click.option(
    "--scheduler", default="", metavar="ADDRESS", help="A Dask scheduler, tcp://HOST:PORT."
)
@click.option("--scheduler-file", default="", metavar="FILE", help="A Dask scheduler file.")
@click.option("--tls-ca", default="", metavar="FILE", help="TLS: the authority of the cluster.")
@click.option("--tls-cert", default="", metavar="FILE", help="TLS: the certificate to show.")
@click.option("--tls-key", default="", metavar="FILE", help="TLS: its key.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--output", "files", multiple=True, metavar="FORMAT:FILE")
@click.option("--gate", default="draft", show_default=True, metavar="PROFILE")
@click.option("--exit-zero", is_flag=True, help="Exit 0 where a gate fell.")
def command(**given: Any) -> int:
    """Judge every pair that SOURCE lists; what is unchanged since the last run is left alone."""
    from aligner.archive.batch import run
    from aligner.archive.index import open_or_rebuild
    from aligner.archive.outcomes import Outcomes
    from aligner.archive.work import Rules
    from aligner.cli.progress import Progress

    files = [split_output(argument) for argument in given["files"]]
    source = Path(given["source"])
    listing, unsure = _listing(source, given)
    root = source if source.is_dir() else source.parent
    into = Path(given["into"]) if given["into"] else root / ".aligner" / "archive"
    outcomes = Outcomes(into / "outcomes")
    outcomes.prepare()
    rules = Rules(_glossary(given["glossary"]))
    progress = Progress("aligner batch", quiet=given["quiet"])
    index = None
    if not given["no_index"]:
        index, rebuilt = open_or_rebuild(into / "archive.sqlite")
        if rebuilt:
            options.note("aligner: the index was damaged or old; it is built again", quiet=False)
    try:
        batch = run(
            listing,
            rules,
            outcomes,
            _engine(given, len(listing)),
            root=root,
            encoding=given["encoding"],
            index=index,
            progress=progress,
        )
    finally:
        progress.close()
        if index is not None:
            index.close()
    for name, (_, reason) in sorted(batch.failures.items()):
        options.note(f"aligner: {name}: {reason}", quiet=False)
    held = _summary(source, outcomes, batch, files, given)
    options.note(
        f"aligner: {batch.pairs} pairs: {batch.judged} judged, {batch.known} known, "
        f"{len(batch.failures)} failed",
        quiet=given["quiet"],
    )
    codes = [0 if held or given["exit_zero"] else GATE_FELL]
    codes += [code for code, _ in batch.failures.values()]
    return worst([*codes, 3] if unsure else codes)


def _listing(source: Path, given: dict[str, Any]) -> tuple[list[Any], bool]:
    """The pairs, and whether files were left that nobody could pair."""
    from aligner.archive.manifest import read_folder, read_manifest
    from aligner.cli.pairing import by_content

    if not source.is_dir():
        return list(read_manifest(source).pairs), False
    listing = read_folder(source)
    pairs = list(listing.pairs)
    alone = [*listing.alone_en, *listing.alone_es]
    if given["pair_by_content"] and listing.alone_en and listing.alone_es:
        found, questions = by_content(listing, source)
        pairs += found
        for line in questions:
            options.note(f"aligner: {line}", quiet=False)
        return pairs, bool(questions)
    for path in alone:
        options.note(f"aligner: {path}: no counterpart of that name", quiet=False)
    return pairs, bool(alone)


def _glossary(path: str | None) -> Any:
    from aligner.glossary.concept import Glossary

    if path is None:
        return Glossary()
    from aligner.cli.glossary_source import glossary_from

    return glossary_from(path)


def _engine(given: dict[str, Any], pairs: int) -> Any:
    from aligner.archive.engine import Here, Processes

    if given["scheduler"] or given["scheduler_file"]:
        from aligner.archive.cluster import Cluster, Security

        return Cluster(
            given["scheduler"],
            scheduler_file=given["scheduler_file"],
            security=Security(given["tls_ca"], given["tls_cert"], given["tls_key"]),
        )
    if given["tls_ca"] or given["tls_cert"] or given["tls_key"]:
        raise UsageError("--tls-... go with --scheduler or --scheduler-file")
    workers = min(options.cores(given["jobs"]), pairs)
    return Processes(workers) if workers > 1 and pairs > 8 else Here()


def _summary(
    source: Path, outcomes: Any, batch: Any, files: list[tuple[str, str]], given: dict[str, Any]
) -> bool:
    """Writes the summary in the formats asked for; whether every gate holds."""
    from aligner.archive.summary import summarize
    from aligner.cli.writing import rendered, write_files
    from aligner.report import text
    from aligner.report.run import CheckRun
    from aligner.review.gates import judge, profile

    summary = summarize(outcomes, batch.digests.items())
    run = CheckRun(
        source.resolve().name,
        summary.documents,
        summary.found,
        summary.metrics,
        judge(summary.metrics, profile(given["gate"])),
        summary.signature,
        given["gate"],
    )
    write_files(run, files)
    if given["form"] != "text":
        output.emit(rendered(run, given["form"]))
    elif not given["quiet"]:
        width = shutil.get_terminal_size().columns
        output.emit(text.render_summary(run, width=width, colour=output.to_terminal()))
    return run.held
