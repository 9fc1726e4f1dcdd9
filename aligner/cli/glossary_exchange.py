"""`aligner glossary import`, `export` and `merge`: terms on their way in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import GATE_FELL
from aligner.exchange.glossary_formats import FORMATS

_NAMES = ["yaml", *FORMATS]


@click.command("export")
@click.option("--format", "form", type=click.Choice(_NAMES), default="csv", show_default=True)
@click.option("--output", "target", default="", metavar="FILE", help="Default: stdout.")
@click.option("--project", default="", metavar="DIR", help="The project (default: found upward).")
@click.option("--glossary", "file", default="", metavar="FILE", help="Export this file instead.")
@click.option("--include-internal", is_flag=True, help="Internal decisions too; marks every page.")
@options.common
def export_command(**given: Any) -> int:
    """Write the glossary for another tool, or for people. What the format cannot hold is named."""
    from aligner.cli.glossary_formats import exported
    from aligner.cli.glossary_source import glossary_from
    from aligner.cli.opening import project_of_terms
    from aligner.cli.writing import write

    if given["file"]:
        glossary = glossary_from(given["file"])
    else:
        glossary = project_of_terms(given["project"]).glossary
    if given["include_internal"]:
        options.note("warning: this export holds internal decisions", quiet=False)
    content, losses = exported(glossary, given["form"], include_internal=given["include_internal"])
    for loss in losses:
        options.note(f"{given['form']}: {loss}", quiet=given["quiet"])
    if given["target"]:
        write(given["target"], content)
    else:
        output.emit_bytes(content)
    return 0


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(_NAMES), help="Default: by the suffix.")
@click.option("--project", default="", metavar="DIR", help="The project (default: found upward).")
@click.option("--dry-run", is_flag=True, help="Show what would change and change nothing.")
@click.option(
    "--prefer", type=click.Choice(["ours", "theirs"]), default="ours", show_default=True,
    help="Whose status holds where both know a term.",
)  # fmt: skip
@click.option("--reviewer", default="", metavar="NAME", help="Who imports.")
@click.option("--role", default="terminologist", show_default=True)
@options.common
def import_command(**given: Any) -> int:
    """Add and update concepts from files. A file with one broken row is not taken at all. Exit code
    1 where statuses or preferred terms conflict."""
    from aligner.cli.glossary_formats import content_of, parsed, refuse
    from aligner.cli.opening import project_of_terms
    from aligner.cli.progress import Progress
    from aligner.cli.terms import now
    from aligner.glossary.deciding import Author
    from aligner.glossary.importing import integrate
    from aligner.store.glossary_history import GlossaryHistory
    from aligner.store.project import GLOSSARY, JOURNALS
    from aligner.store.reviewer import reviewer

    project = project_of_terms(given["project"])
    before = glossary = project.glossary
    fell = False
    said: list[str] = []
    for path in given["files"]:
        progress = Progress(f"reading {path}", quiet=given["quiet"])
        found = parsed(content_of(path), path, form=given["form"] or "", progress=progress)
        progress.close()
        refuse(found, path)
        for line in found.notices:
            options.note(f"{path}: {line}", quiet=given["quiet"])
        result = integrate(glossary, found.glossary, prefer=given["prefer"])
        glossary = result.glossary
        said.append(
            f"{path}: {len(result.added)} added, {len(result.updated)} updated, "
            f"{result.unchanged} unchanged, {len(result.conflicts)} conflicts"
        )
        said += (f"  added    {concept}" for concept in result.added if given["dry_run"])
        said += (f"  updated  {concept}: {what}" for concept, what in result.updated)
        said += (f"  conflict {line}" for line in result.conflicts)
        fell = fell or bool(result.conflicts)
    if not given["dry_run"] and glossary != before:
        by = reviewer(given["reviewer"], folder=project.root) or "import"
        history = GlossaryHistory(project.root / GLOSSARY, project.root / JOURNALS)
        history.record(before, glossary, Author(by, now(), given["role"]), kind="import")
    # Only now: a file that is refused, or a glossary that cannot be written, adds nothing.
    for line in said:
        output.say(line)
    return GATE_FELL if fell else 0


@click.command("merge")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.option("--output", "target", default="", metavar="FILE", help="Default: OURS, as git asks.")
@options.common
def merge_command(**given: Any) -> int:
    """Merge two versions of glossary.yaml by concept and term. What both sides changed differently
    stays as OURS says, is named, and gives exit code 1, so that git stops."""
    from aligner.cli.glossary_formats import content_of
    from aligner.glossary.canonical import canonical
    from aligner.glossary.concept import Glossary
    from aligner.glossary.conflicts import conflicts
    from aligner.glossary.merge import merge
    from aligner.store.atomic import write_whole
    from aligner.store.glossary_file import GlossaryText, parse_glossary

    def read(path: str) -> GlossaryText:
        content = content_of(path)
        # git gives an empty file where there was no common ancestor.
        return parse_glossary(content, name=path) if content.strip() else GlossaryText(Glossary())

    base, ours, theirs = (read(given[name]) for name in ("base", "ours", "theirs"))
    merged = merge(base.glossary, ours.glossary, theirs.glossary)
    comment = theirs.comment if ours.comment == base.comment else ours.comment
    text = canonical(merged.glossary, comment=comment)
    write_whole(Path(given["target"] or given["ours"]), text.encode("utf-8"))
    for conflict in merged.conflicts:
        options.note(f"conflict: {conflict}", quiet=False)
    before = {str(each) for each in (*conflicts(ours.glossary), *conflicts(theirs.glossary))}
    fresh = [str(each) for each in conflicts(merged.glossary) if str(each) not in before]
    for line in fresh:
        options.note(f"conflict: {line}", quiet=False)
    return GATE_FELL if merged.conflicts or fresh else 0
