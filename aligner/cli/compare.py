"""`aligner compare OLD NEW`: two versions, one side or both."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, cast

import click

from aligner.cli import options, output
from aligner.errors import InputError, UsageError
from aligner.report.changes.comparison import Versions
from aligner.review.versions import compare_bitexts, compare_documents
from aligner.store.files import content_of
from aligner.text.document import Document
from aligner.text.reading import SUFFIXES, Tracked, read_document
from aligner.text.segment import Side


@click.command("compare")
@click.argument("paths", nargs=-1, metavar="OLD NEW")
@options.common
@options.reading
@click.option("--rev", metavar="REV", help="Compare the project as of this git revision with now.")
@click.option(
    "--side", type=click.Choice(["en", "es"]), default="en", help="Language of two files."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html", "docx"]),
    default="text",
    show_default=True,
)
@click.option("--lang", type=click.Choice(["en", "es"]), default="en", help="Language of the page.")
@click.option("-o", "--out", metavar="FILE", help="Where to write (default: stdout).")
def command(**given: Any) -> int:
    """Say what changed: OLD and NEW are two files of one language, two projects (both sides), or
    four files (OLD_EN OLD_ES NEW_EN NEW_ES); or one project and --rev."""
    from aligner.cli.writing import write

    compared = _compared(given)
    title = " / ".join(Path(path).name for path in given["paths"]) or "aligner"
    form = given["form"]
    if form == "text":
        from aligner.report.changes.text import render

        content = render(compared, width=shutil.get_terminal_size().columns).encode(
            "utf-8", "replace"
        )
    elif form == "json":
        from aligner.report.changes.text import render_json

        content = render_json(compared).encode("utf-8", "replace")
    else:
        from aligner.report.changes import page

        if form == "html":
            content = page.render(compared, title=title, language=given["lang"]).encode(
                "utf-8", "replace"
            )
        else:
            content = page.render_docx(compared, title=title, language=given["lang"])
    if given["out"]:
        write(given["out"], content)
    elif form == "docx" and output.to_terminal():
        raise UsageError("a Word file does not go to a terminal: give --out FILE")
    else:
        output.emit_bytes(content)
    return 0


def _compared(given: dict[str, Any]) -> list[Versions]:
    paths = given["paths"]
    if given["rev"]:
        if len(paths) > 1:
            raise UsageError("--rev goes with one project")
        return _since(given)
    if len(paths) == 4:
        return [_two_pairs(given, paths)]
    if len(paths) != 2:
        raise UsageError("give OLD and NEW, or one project and --rev REV")
    old, new = (Path(path) for path in paths)
    for path in (old, new):
        if not path.exists():
            raise InputError(f"{path}: no such file or folder")
    if old.is_dir() != new.is_dir():
        raise UsageError("OLD and NEW are both files or both projects")
    if old.is_dir():
        return _two_projects(given)
    return [_two_files(given, old, new)]


def _read(path: Path, side: Side, given: dict[str, Any]) -> Document:
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path}: not a kind of text that is read")
    region = "en-US" if side == "en" else "es-MX"
    try:
        content = content_of(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    return read_document(
        content,
        path=str(path),
        side=side,
        region=region,
        encoding=given["encoding"],
        tracked=cast(Tracked, given["tracked"]),
    )


def _two_files(given: dict[str, Any], old: Path, new: Path) -> Versions:
    side = cast(Side, given["side"])
    before, after = _read(old, side, given), _read(new, side, given)
    return Versions(new.stem, before, after, changes=compare_documents(before, after))


def _two_pairs(given: dict[str, Any], paths: tuple[str, ...]) -> Versions:
    from aligner.alignment.align import align

    sides: tuple[Side, ...] = ("en", "es", "en", "es")
    texts = [_read(Path(path), side, given) for path, side in zip(paths, sides, strict=True)]
    old, new = align(texts[0], texts[1]), align(texts[2], texts[3])
    return Versions(Path(paths[2]).stem, old, new, beads=compare_bitexts(old, new))


def _two_projects(given: dict[str, Any]) -> list[Versions]:
    from aligner.cli.opening import opened

    before, after = (
        opened((path,), encoding=given["encoding"], tracked=given["tracked"])
        for path in given["paths"]
    )
    names = {listed.id for listed in before.documents}
    out = []
    for listed in after.documents:
        if listed.id not in names:
            options.note(f"aligner: {listed.id}: only in the new version", quiet=given["quiet"])
            continue
        old, new = before.review(listed.id).bitext, after.review(listed.id).bitext
        out.append(Versions(listed.id, old, new, beads=compare_bitexts(old, new)))
    for name in sorted(names - {listed.id for listed in after.documents}):
        options.note(f"aligner: {name}: only in the old version", quiet=given["quiet"])
    return out


def _since(given: dict[str, Any]) -> list[Versions]:
    from aligner.alignment.align import align
    from aligner.cli.opening import project_of
    from aligner.cli.revision import documents_at

    project = project_of(given)
    out = []
    for listed in project.documents:
        before = documents_at(project, listed.id, given["rev"])
        if before is None:
            options.note(f"aligner: {listed.id}: not there at {given['rev']}", quiet=given["quiet"])
            continue
        old, new = align(*before), project.review(listed.id).bitext
        out.append(Versions(listed.id, old, new, beads=compare_bitexts(old, new)))
    return out
