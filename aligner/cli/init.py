"""`aligner init`: a configuration and an empty glossary, the sample, and what git should know."""

from __future__ import annotations

import subprocess
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli import options, output
from aligner.errors import AlignerError, InputError, RecordError, UsageError
from aligner.store.atomic import write_whole
from aligner.store.files import content_of

if TYPE_CHECKING:
    from aligner.exchange.project_texts import ProjectText

_CONFIGURATION = b"""\
# What aligner should know of this project; docs/configuration.md has every key.
schema: 1
languages:
  en: en-US
  es: es-MX
# Without `documents`, files pair by equal path below en/ and es/.
# documents:
#   - id: declaration
#     en: en/declaration.md
#     es: es/declaration.md
#     authenticity: equal
#     instrument: political
gates:
  profile: concordance
"""
_GLOSSARY = b"""\
# Terms and the decisions on them. Comments stand here, at the head; reasons in `why` and `note`.
schema: 1
concepts: {}
"""
_ATTRIBUTES = (
    "review/**/*.jsonl text eol=lf merge=union",
    "glossary.yaml text eol=lf merge=aligner-glossary",
)
_DRIVER = "aligner glossary merge %O %A %B"


@click.command("init")
@click.argument("folder", default=".", metavar="[DIR]")
@options.common
@click.option("--git", is_flag=True, help="Set attributes and the merge driver in this clone.")
@click.option("--sample", is_flag=True, help="Copy the sample declaration.")
@click.option(
    "--from",
    "source",
    metavar="FILE",
    help="Take the texts from a TMX, XLIFF, PO, CSV, TSV or JSON lines file.",
)
def command(folder: str, git: bool, sample: bool, source: str | None, **given: object) -> int:
    """Start a project in DIR: a configuration, an empty glossary, folders en/ and es/."""
    if sample and source:
        raise UsageError("--sample and --from: one of them")
    place = Path(folder)
    try:
        file = place.exists() and not place.is_dir()
    except OSError as error:
        raise RecordError(f"{place}: cannot be made ({error.strerror})") from error
    if file:
        raise UsageError(f"{folder}: not a folder")
    made: list[str] = []
    if sample:
        _copy(_sample(), place, made)
    else:
        for side in ("en", "es"):
            _folder(place / side)
        texts = _take(source, place, made) if source else ()
        _write(place / "aligner.yaml", _CONFIGURATION, made)
        _write(place / "glossary.yaml", _GLOSSARY, made)
        if texts and source:
            from aligner.cli.returning import keep_pairs

            try:
                made += map(str, keep_pairs(place, texts, source))
            except AlignerError as error:
                # The texts are there all the same; what is wrong is wrong with what was there.
                options.note(f"aligner: pairs not kept: {error}", quiet=False)
    if git:
        _git(place, made)
    for name in made:
        output.say(name)
    if not given["quiet"]:
        options.note(
            f"aligner: {len(made)} files written; next: aligner review {folder}"
            if made
            else "aligner: everything was there already; nothing was changed",
            quiet=False,
        )
    return 0


def _take(source: str, place: Path, made: list[str]) -> tuple[ProjectText, ...]:
    """The texts of a bitext file, each document below en/ and es/; those that were not there."""
    from aligner.exchange.project_texts import project_texts

    try:
        content = content_of(Path(source))
    except FileNotFoundError:
        raise InputError(f"{source}: no such file") from None
    except OSError as error:
        raise InputError(f"{source}: cannot be read ({error.strerror})") from error
    new = []
    for text in project_texts(content, path=source):
        before = len(made)
        for side, words in (("en", text.en), ("es", text.es)):
            path = place / side / f"{text.name}.md"
            _folder(path.parent)
            _write(path, words.encode("utf-8", "replace"), made)
        if len(made) == before + 2:
            new.append(text)
    return tuple(new)


def _sample() -> Traversable:
    """The sample in the wheel; in a checkout, the project's own texts."""
    carried = resources.files("aligner") / "sample"
    if carried.is_dir():
        return carried
    own = Path(__file__).parents[2] / "texts"
    if own.is_dir():
        return own
    raise UsageError("this installation carries no sample")


def _copy(source: Traversable, target: Path, made: list[str]) -> None:
    _folder(target)
    for entry in sorted(source.iterdir(), key=lambda each: each.name):
        # Nobody's decisions or cache belong to a sample.
        if entry.name.startswith(".") or entry.name in ("review", "__pycache__"):
            continue
        if entry.is_dir():
            _copy(entry, target / entry.name, made)
        else:
            _write(target / entry.name, entry.read_bytes(), made)


def _folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{path}: cannot be made ({error.strerror})") from error


def _write(path: Path, content: bytes, made: list[str]) -> None:
    """Writes a file that is not there; one that is stays as it is."""
    if path.exists():
        return
    write_whole(path, content)
    made.append(str(path))


def _git(place: Path, made: list[str]) -> None:
    attributes = place / ".gitattributes"
    present = attributes.read_text(encoding="utf-8") if attributes.exists() else ""
    missing = [line for line in _ATTRIBUTES if line not in present.splitlines()]
    if missing:
        joint = "" if not present or present.endswith("\n") else "\n"
        write_whole(attributes, (present + joint + "\n".join(missing) + "\n").encode())
        made.append(str(attributes))
    for key, value in (
        ("merge.aligner-glossary.name", "merge term decisions by concept and term"),
        ("merge.aligner-glossary.driver", _DRIVER),
    ):
        try:
            done = subprocess.run(
                ["git", "-C", str(place), "config", key, value], capture_output=True, check=False
            )
        except FileNotFoundError:
            raise UsageError("--git: git is not installed") from None
        if done.returncode:
            raise UsageError(f"--git: {place} is in no git repository; run git init first")
