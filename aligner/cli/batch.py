"""`aligner batch MANIFEST|DIR`: align, check and index any number of document pairs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aligner.cli import options, output
from aligner.cli.check import FORMATS, split_output
from aligner.errors import GATE_FELL, UsageError, worst

if TYPE_CHECKING:  # loaded by the work alone, so that `batch --help` is quick
    from aligner.archive.batch import Batch
    from aligner.archive.index import Index
    from aligner.archive.manifest import Listed
    from aligner.archive.work import Rules
    from aligner.review.gates import Gate
    from aligner.store.configuration import Configuration

CONFIGURATION = "aligner.yaml"


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
@click.option("--fail-under", multiple=True, metavar="METRIC=PCT", help="The least share.")
@click.option("--max", "most", multiple=True, metavar="METRIC=N", help="The largest number.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 where a gate fell.")
def command(**given: Any) -> int:
    """Judge every pair that SOURCE lists; what is unchanged since the last run is left alone."""
    from aligner.archive.batch import run
    from aligner.archive.outcomes import Outcomes
    from aligner.archive.rebuilding import FILE
    from aligner.cli.progress import Progress

    files = [split_output(argument) for argument in given["files"]]
    gates = _gates(given)
    source = Path(given["source"])
    listing, unsure = _listing(source, given)
    root = source if source.is_dir() else source.parent
    into = Path(given["into"]) if given["into"] else root / ".aligner" / "archive"
    outcomes = Outcomes(into / "outcomes")
    outcomes.prepare()
    rules = _rules(root, given)

    def judged(index: Index | None) -> Batch:
        progress = Progress("aligner batch", quiet=given["quiet"])
        engine = _engine(given, len(listing))
        how: dict[str, Any] = {"root": root, "encoding": given["encoding"], "progress": progress}
        try:
            return run(listing, rules, outcomes, engine, index=index, **how)
        finally:
            progress.close()

    batch = judged(None) if given["no_index"] else _indexed(into / FILE, judged)
    for name, (_, reason) in sorted(batch.failures.items()):
        options.note(f"aligner: {name}: {reason}", quiet=False)
    code = _summary(source, outcomes, batch, files, gates, given)
    options.note(
        f"aligner: {batch.pairs} pairs: {batch.judged} judged, {batch.known} known, "
        f"{len(batch.failures)} failed",
        quiet=given["quiet"],
    )
    codes = [code, *(failure for failure, _ in batch.failures.values())]
    return worst([*codes, 3] if unsure else codes)


def _indexed(path: Path, judged: Callable[[Index], Batch]) -> Batch:
    """Runs with the index at `path`. Damage that shows only in the middle costs the index alone:
    it is built again, from outcomes that are known by then."""
    from aligner.archive.index import DamagedError, discard, open_or_rebuild

    index, anew = open_or_rebuild(path)
    try:
        if not anew:
            with index:
                return judged(index)
    except DamagedError:
        discard(path)
        index, anew = open_or_rebuild(path)
    options.note("aligner: the index was damaged or old; it is built again", quiet=False)
    with index:
        return judged(index)


def _gates(given: dict[str, Any]) -> tuple[Gate, ...]:
    """The gates; asked for before the work, so that a slip costs no time."""
    from aligner.review.gates import at_most, fail_under, profile, replaced

    own = [fail_under(argument) for argument in given["fail_under"]]
    own += [at_most(argument) for argument in given["most"]]
    return replaced(profile(given["gate"]), own)


def _listing(source: Path, given: dict[str, Any]) -> tuple[list[Listed], bool]:
    """The pairs, and whether files were left that nobody could pair."""
    from aligner.archive.manifest import read_folder, read_manifest
    from aligner.cli.pairing import by_content

    if not source.is_dir():
        pairs = list(read_manifest(source).pairs)
        return _standing(pairs, _configuration(source.parent), source.parent), False
    regions = _configuration(source).regions
    listing = read_folder(source, regions)
    pairs = list(listing.pairs)
    alone = [*listing.alone_en, *listing.alone_es]
    if given["pair_by_content"] and listing.alone_en and listing.alone_es:
        found, questions = by_content(listing, source, (regions["en"], regions["es"]))
        pairs += found
        for line in questions:
            options.note(f"aligner: {line}", quiet=False)
        return _standing(pairs, _configuration(source), source), bool(questions)
    for path in alone:
        options.note(f"aligner: {path}: no counterpart of that name", quiet=False)
    return _standing(pairs, _configuration(source), source), bool(alone)


def _standing(pairs: list[Listed], configuration: Configuration, root: Path) -> list[Listed]:
    """The pairs, each with what aligner.yaml says of its document: whether both versions are
    authentic, and whether it binds. A document is known by its id or by its files."""
    listed = {each.id: each for each in configuration.documents}
    by_files = {
        (root / each.en[0], root / each.es[0]): each
        for each in configuration.documents
        if len(each.en) == len(each.es) == 1
    }
    out = []
    for pair in pairs:
        known = by_files.get((pair.en, pair.es)) or listed.get(pair.name)
        if known is not None:
            pair = replace(pair, authenticity=known.authenticity, instrument=known.instrument)
        out.append(pair)
    return out


def _rules(root: Path, given: dict[str, Any]) -> Rules:
    """What all pairs are judged by: the checks, equivalences, glossary and memories of the archive's
    own aligner.yaml, where it has one; `--glossary` stands in place of its glossary."""
    from aligner.archive.work import Rules
    from aligner.divergence.settings import Settings
    from aligner.glossary.concept import Glossary

    given_glossary = None
    if given["glossary"] is not None:
        from aligner.cli.glossary_source import glossary_from

        given_glossary = glossary_from(given["glossary"])
    if not (root / CONFIGURATION).is_file():
        return Rules(given_glossary or Glossary())
    from aligner.store.project import Project

    project = Project(root, _configuration(root), ())
    taught = (each.equivalence for each in project.taught)
    return Rules(
        given_glossary or project.glossary,
        Settings(
            severities=project.configuration.severities,
            equivalences=(*project.configuration.equivalences, *taught),
        ),
        project.memories,
    )


def _configuration(root: Path) -> Configuration:
    from aligner.store.configuration import Configuration, read_configuration

    path = root / CONFIGURATION
    return read_configuration(path, root) if path.is_file() else Configuration()


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
    source: Path,
    outcomes: Any,
    batch: Any,
    files: list[tuple[str, str]],
    gates: tuple[Gate, ...],
    given: dict[str, Any],
) -> int:
    """Writes the summary in the formats asked for; the exit code of gates and files."""
    from aligner.archive.summary import summarize
    from aligner.cli.writing import rendered, write_files
    from aligner.report import text
    from aligner.report.run import CheckRun
    from aligner.review.gates import judge

    summary = summarize(outcomes, batch.digests.items())
    run = CheckRun(
        source.resolve().name,
        summary.documents,
        summary.found,
        summary.metrics,
        judge(summary.metrics, gates),
        summary.signature,
        given["gate"],
    )
    unwritten = write_files(run, files)
    if given["form"] != "text":
        output.emit(rendered(run, given["form"]))
    elif not given["quiet"]:
        width = shutil.get_terminal_size().columns
        output.emit(text.render_summary(run, width=width, colour=output.in_colour()), styled=True)
    return worst([unwritten, 0 if run.held or given["exit_zero"] else GATE_FELL])
